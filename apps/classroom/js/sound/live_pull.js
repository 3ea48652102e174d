// The joint under the pointer, in the worker: advances it in blocks at the pace of the wall clock and passes on what
// each block looks and sounds like.
import { Follower, PointerPath } from "../model/hand.js";
import { joinRows, joinSamples, mergeReports } from "../model/run.js";

/** The hand acts this much later than it moves, so that its path is known when a block needs it [s]. */
export const HAND_DELAY = 0.02;

/** Time between two points of a pointer: so much earlier than its first point the hand began to move [s]. */
const LEAD = 0.01;

/** A pull by hand ends by itself after this much time [s]. */
const LONGEST = 60;

/** Blocks computed in one go: between two goes a machine that has fallen behind hears where the hand is by now. */
const AT_ONCE = 4;

/** How long a pull lasts after the hand has let go [s]: until the bones are back. */
const AFTERMATH = 0.5;

export class LivePull {
    /**
     * @param {import("../model/synovia.js").Synovia} synovia with the scenario loaded
     * @param {number} rate [Hz]
     * @param {(samples: Float32Array) => void} hear takes each block's sound
     */
    constructor(synovia, rate, hear) {
        Object.assign(this, { synovia, rate, hear, start: null });
        Object.assign(this, synovia.beginPull(rate));
        this.path = new PointerPath();
        this.follower = new Follower(this.path, HAND_DELAY);
        this.done = 0;
        this.rows = [];
        this.samples = [];
        this.reports = [];
        this.hand = [];
        this.releasedAt = Infinity;
    }

    /** The pointer was here; time begins when it first moves. @param {number} wall [s] @param {number} x way of the hand [m] */
    move(wall, x) {
        if (this.start === null) {
            if (x === 0) return;
            this.start = wall - LEAD;
            this.path.add(0, 0);
        }
        this.path.add(wall - this.start, x);
    }

    /** The pointer let go; the hand is led home by the points that follow. @param {number} wall [s] */
    release(wall) { this.releasedAt = this.start === null ? 0 : Math.min(this.releasedAt, wall - this.start); }

    get time() { return this.done * this.block; }

    get over() {
        const last = this.reports[this.reports.length - 1];
        if (this.start === null) return this.releasedAt === 0;
        const failed = last && !["popped", "no_nucleation"].includes(last.outcome);
        return failed || this.time >= LONGEST || this.time > this.releasedAt + AFTERMATH;
    }

    /** Computes what is due and returns what the screen needs of it, oldest first. @param {number} wall [s] */
    tick(wall) {
        const looks = [];
        if (this.start === null) return looks;
        while (looks.length < AT_ONCE && !this.over && (this.done + 1) * this.block <= wall - this.start + HAND_DELAY) looks.push(this.#advance());
        return looks;
    }

    #advance() {
        const end = (this.done + 1) * this.block, { x, v } = this.follower.step(end, this.block);
        const { rows, samples, report } = this.synovia.advancePull(x, v);
        this.done += 1;
        this.rows.push(rows);
        this.samples.push(samples);
        this.reports.push(report);
        this.hand.push(x);
        this.hear(samples);
        return { time: end, hand: x, rows, report };
    }

    /** The whole pull, for Run. */
    result() {
        const hand = Float64Array.from(this.hand);
        return {
            report: mergeReports(this.reports), rows: joinRows(this.rows),
            sound: { rate: this.rate, start: -this.lag, samples: joinSamples(this.samples) },
            hand: { block: this.block, way: hand },
        };
    }
}
