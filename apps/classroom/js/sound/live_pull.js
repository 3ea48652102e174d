// The joint under the pointer, in the worker: advances it in blocks at the pace of the wall clock and passes on what
// each block looks and sounds like.
import { Follower, PointerPath } from "../model/hand.js";
import { COLUMNS, mergeReports } from "../model/run.js";
import { Tape } from "../model/tape.js";

/** The hand acts this much later than it moves, so that its path is known when a block needs it [s]. */
export const HAND_DELAY = 0.02;

/** Time between two points of a pointer: so much earlier than its first point the hand began to move [s]. */
const LEAD = 0.01;

/** A pull by hand ends by itself after this much time [s]. */
const LONGEST = 60;

/** Blocks computed in one go: between two goes a machine that has fallen behind hears where the hand is by now. */
const AT_ONCE = 4;

/** Sound that waits to be heard [s]: so long a browser may be busy with something else. */
const AHEAD = 0.02;

/**
 * So much later than a joint of one bubble one of several is seen and heard [s]: the few milliseconds in which its pockets
 * tear take longer to compute than to happen.
 */
const LATE = 0.12;

/** How long a pull lasts after the hand has let go [s]: until the bones are back. */
const AFTERMATH = 0.5;

export class LivePull {
    /**
     * @param {import("../model/synovia.js").Synovia} synovia with the scenario loaded
     * @param {number} rate [Hz]
     * @param {(samples: Float32Array) => void} hear takes each block's sound
     * @param {boolean} several does the joint have several pockets?
     */
    constructor(synovia, rate, hear, several = false) {
        Object.assign(this, { synovia, rate, hear, start: null });
        Object.assign(this, synovia.beginPull(rate));
        this.late = several ? LATE : 0;
        this.waiting = [];
        this.path = new PointerPath();
        this.follower = new Follower(this.path, HAND_DELAY);
        this.done = 0;
        this.rows = new Tape(Float64Array);
        this.pocketRows = new Tape(Float64Array);
        this.samples = new Tape(Float32Array);
        this.report = null;
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

    /** Blocks of sound to have before the first is heard. */
    get ahead() { return Math.round((AHEAD + this.late) / this.block); }

    get over() {
        if (this.start === null) return this.releasedAt === 0;
        const failed = this.report && !["popped", "no_nucleation"].includes(this.report.outcome);
        return failed || this.time >= LONGEST || this.time > this.releasedAt + AFTERMATH + this.late;
    }

    /** When the next block is due [s]; null before the hand has moved. */
    get due() { return this.start === null ? null : this.start + this.time + this.block - HAND_DELAY; }

    /** How far it is behind its time [s]: what was due before the hand was seen at all does not count. @param {number} wall [s] */
    behind(wall) { return this.due === null || this.time < LEAD + HAND_DELAY ? 0 : wall - this.due; }

    /** Computes what is due and returns what the screen shows now, oldest first. @param {number} wall [s] */
    tick(wall) {
        if (this.start === null) return [];
        const now = wall - this.start + HAND_DELAY, { waiting } = this;
        for (let i = 0; i < AT_ONCE && !this.over && this.time + this.block <= now; ++i) waiting.push(this.#advance());
        const shown = waiting.findIndex(({ time }) => time > now - this.late);
        return waiting.splice(0, shown < 0 ? waiting.length : shown);
    }

    #advance() {
        const end = (this.done + 1) * this.block, { x, v } = this.follower.step(end, this.block);
        const { rows, pocketRows, samples, report } = this.synovia.advancePull(x, v), repeated = this.done ? 1 : 0;
        this.done += 1;
        this.rows.append(rows.subarray(repeated * COLUMNS.length));
        this.pocketRows.append(pocketRows.subarray(repeated * 2 * this.synovia.pockets()));
        this.samples.append(samples);
        this.report = this.report ? mergeReports([this.report, report]) : report;
        this.hand.push(x);
        this.hear(samples);
        return { time: end, hand: x, rows: [...rows], pocketRows: [...pocketRows], report }; // plain arrays: see Tape
    }

    /** The whole pull, for Run. */
    result() {
        const hand = Float64Array.from(this.hand);
        return {
            report: this.report, rows: this.rows.joined(), pocketRows: this.pocketRows.joined(),
            sound: { rate: this.rate, start: -this.lag, samples: this.samples.joined() },
            hand: { block: this.block, way: hand },
        };
    }
}
