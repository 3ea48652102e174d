// Time in the joint against time in the class room.

export const FACTORS = [1, 10, 100, 1000, 5000];

/** Slower than 1/10 the sound leaves the range of hearing. */
export const SLOWEST_HEARD = 10;

/** How much of a run to show at a factor [s]; null: all of it. */
const SPANS = { 1: null, 10: null, 100: 25e-3, 1000: 2e-3, 5000: 1e-3 };

/**
 * The part of the run that is replayed: around the burst, or around what was lowest where nothing burst.
 * @param {import("./run.js").Run} run @param {number} factor
 * @param {number} [other] end of the run it is compared with [s] @returns {[number, number]} [s]
 */
export function windowOf(run, factor, other = 0) {
    const span = SPANS[factor];
    if (span === null || span >= run.end) return [0, Math.max(run.end, other)];
    const centre = run.nucleation ?? run.report.min_gap_pressure_time_s;
    const lead = run.nucleation === null ? span / 2 : Math.min(0.15 * span, 3e-3);
    const from = Math.min(Math.max(0, centre - lead), run.end - span);
    return [from, from + span];
}

/** At which a run is looked at first: pockets tear for milliseconds, one bubble grows in a third of one. @param {import("./run.js").Run} run */
export const slowMotion = (run) => (!run.popped ? 10 : run.divided ? 100 : 1000);

/** What one second here is there, and the other way round: a round number for the class. */
export function factorWords(factor) {
    return { 1: ["1 s", "1 s"], 10: ["0.1 s", "1 s"], 100: ["10 ms", "1 s"], 1000: ["1 ms", "1 s"], 5000: ["0.2 ms", "1 s"] }[factor];
}

export class Clock {
    /** @param {() => number} now seconds of real time */
    constructor(now) {
        this.now = now;
        this.playing = false;
        this.factor = 1000;
        this.window = [0, 0];
        this.time = 0;
    }

    /** @param {[number, number]} window @param {number} time [s] */
    open(window, time = window[0]) {
        this.window = window;
        this.playing = false;
        this.seek(time);
    }

    seek(time) {
        this.time = Math.min(this.window[1], Math.max(this.window[0], time));
        this.anchor = { real: this.now(), time: this.time };
    }

    play() {
        if (this.time >= this.window[1]) this.seek(this.window[0]);
        this.anchor = { real: this.now(), time: this.time };
        this.playing = true;
    }

    pause() { this.playing = false; }

    /** Moves on with real time and returns the joint's; stops at the end of the window. */
    tick() {
        if (this.playing) {
            this.time = this.anchor.time + (this.now() - this.anchor.real) / this.factor;
            if (this.time >= this.window[1]) [this.time, this.playing] = [this.window[1], false];
        }
        return this.time;
    }

    /** One step of 1/50 of the window. @param {1|-1} direction */
    step(direction) {
        this.pause();
        this.seek(this.time + (direction * (this.window[1] - this.window[0])) / 50);
    }
}
