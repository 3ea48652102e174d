// One run of the joint, simulated at once or pulled by hand: its curve, its sound, what it reports.

/** Columns of a row, in the order of the command line's CSV. */
export const COLUMNS = ["time_s", "gap_m", "gap_rate_m_s", "capsule_volume_m3", "gap_pressure_pa", "radius_m",
    "wall_velocity_m_s", "bubble_volume_m3", "volume_acceleration_m3_s2", "gas_pressure_pa", "pressure_pa"];

const N = COLUMNS.length;
const FIELDS = { time: 0, gap: 1, gapRate: 2, pressure: 4, radius: 5, volume: 7, sound: 10 };

/** Softer than this at the listener nobody calls it a pop [dB SPL]. */
export const AUDIBLE_DB = 50;

/**
 * @typedef {{time: number, gap: number, gapRate: number, pressure: number, radius: number, volume: number,
 *   sound: number}} Moment SI
 * @typedef {{rate: number, start: number, samples: Float32Array}} Sound pressure at the listener [Pa]
 */

export class Run {
    /**
     * @param {{scenario: import("./synovia.js").Scenario, report: any, rows: Float64Array, sound: Sound,
     *   hand: (t: number) => number, residuals?: [number, number][], pocketRows?: Float64Array}} parts `hand`: way of
     *   the hand [m]; `residuals`: radius [m] of what it leaves after rests [s]; `pocketRows`: radius and pressure of
     *   every pocket in every row, of a joint with several
     */
    constructor({ scenario, report, rows, sound, hand, residuals = [], pocketRows = new Float64Array(0) }) {
        Object.assign(this, { scenario, report, rows, sound, hand, residuals, pocketRows });
        this.length = rows.length / N;
        this.end = this.length ? rows[(this.length - 1) * N] : 0;
    }

    /** Number `field` of row i. @param {number} i @param {keyof typeof FIELDS} field */
    value(i, field) { return this.rows[i * N + FIELDS[field]]; }

    /** The last row not later than t, 0 before the first. @param {number} t */
    index(t) {
        let low = 0, high = this.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.rows[middle * N] <= t) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** State at t, straight between rows, at rest at the ends. @param {number} t [s] @returns {Moment} */
    at(t) {
        const i = this.index(t), j = Math.min(i + 1, this.length - 1), part = this.#part(i, j, t), moment = {};
        for (const field of Object.keys(FIELDS)) {
            const a = this.value(i, field);
            moment[field] = a + part * (this.value(j, field) - a);
        }
        return { ...moment, time: Math.min(Math.max(t, 0), this.end) };
    }

    /** How far t is from row i to row j, 0 to 1. */
    #part(i, j, t) {
        const t0 = this.value(i, "time"), t1 = this.value(j, "time");
        return t1 > t0 ? Math.min(1, Math.max(0, (t - t0) / (t1 - t0))) : 0;
    }

    /** Parts of the opening area that the pockets have; one that is all of it where the gap is not divided. @returns {number[]} */
    get shares() {
        const shares = this.scenario.values["joint.pocket_weights"];
        return shares?.length ? shares : [1];
    }

    /** Is the gap divided into pockets? */
    get divided() { return this.shares.length > 1; }

    /** Radius or pressure of pocket k in row i. @param {number} i @param {number} k @param {"radius"|"pressure"} field */
    pocketValue(i, k, field) { return this.pocketRows[2 * (i * this.shares.length + k) + (field === "radius" ? 0 : 1)]; }

    /** Pocket k alone, as what a curve is drawn from. @param {number} k */
    pocket(k) {
        const value = (i, field) => (field === "time" ? this.value(i, field) : this.pocketValue(i, k, field));
        return { length: this.length, end: this.end, value, index: (t) => this.index(t), at: (t) => ({ ...this.pocketsAt(t)[k], time: Math.min(Math.max(t, 0), this.end) }) };
    }

    /** The pockets at t. @param {number} t [s] @returns {{share: number, radius: number, pressure: number, volume: number}[]} SI */
    pocketsAt(t) {
        const i = this.index(t), j = Math.min(i + 1, this.length - 1), part = this.#part(i, j, t);
        const between = (k, field) => this.pocketValue(i, k, field) + part * (this.pocketValue(j, k, field) - this.pocketValue(i, k, field));
        return this.shares.map((share, k) => {
            const radius = between(k, "radius");
            return { share, radius, pressure: between(k, "pressure"), volume: (4 / 3) * Math.PI * radius ** 3 };
        });
    }

    /** Which pocket tore when, in order. @returns {{pocket: number, time: number, pressure: number}[]} counted from 1; SI */
    get tears() {
        const kind = this.scenario.values["bubble.firing"] === "blake" ? "nucleation" : "firing";
        return this.report.events.filter((e) => e.kind === kind && e.pocket).map((e) => ({ pocket: e.pocket, time: e.time_s, pressure: e.nucleus_pressure_pa }));
    }

    /** When the nucleus let go [s], null if it held. */
    get nucleation() { return this.report.nucleation_time_s; }

    /** Was there something to hear? A residual bubble gives way too, some 70 dB more softly. */
    get popped() { return this.nucleation !== null && this.report.peak_level_db_spl >= AUDIBLE_DB; }

    /** Did the bubble of an earlier pop take part? */
    get hadBubble() { return this.scenario.values["bubble.stabilised"] === false; }

    /** Lowest and highest value between two times. @param {keyof typeof FIELDS} field */
    extent(field, from = 0, to = this.end) { return this.extremes(field, from, to).map(([, x]) => x); }

    /** Lowest and highest value of a field and their times. @returns {[number, number][]} pairs of time and value */
    extremes(field, from = 0, to = this.end) {
        let low = [from, Infinity], high = [from, -Infinity];
        for (let i = this.index(from); i < this.length && this.value(i, "time") <= to; ++i) {
            const t = this.value(i, "time"), x = this.value(i, field);
            if (x < low[1]) low = [t, x];
            if (x > high[1]) high = [t, x];
        }
        return [low, high];
    }
}

/** Reports of consecutive pieces of one pull as one, which may be merged again. @param {any[]} pieces at least one */
export function mergeReports(pieces) {
    const last = pieces[pieces.length - 1];
    const most = (key, better) => pieces.reduce((a, b) => (better(b[key], a[key]) ? b : a));
    const lowest = most("min_gap_pressure_pa", (x, y) => x < y), widest = most("max_radius_m", (x, y) => x > y);
    const loudest = most("peak_pressure_pa", (x, y) => x > y);
    const burst = pieces.find((p) => p.nucleation_time_s !== null);
    const pick = (report, ...keys) => Object.fromEntries(keys.map((key) => [key, report[key]]));
    return {
        ...last,
        ...pick(lowest, "min_gap_pressure_pa", "min_gap_pressure_time_s"),
        ...pick(widest, "max_radius_m", "max_radius_time_s"),
        ...pick(loudest, "peak_pressure_pa", "peak_pressure_time_s", "peak_level_db_spl"),
        max_wall_speed_m_s: Math.max(...pieces.map((p) => p.max_wall_speed_m_s)),
        nucleation_time_s: burst ? burst.nucleation_time_s : null,
        events: pieces.flatMap((p) => p.events),
    };
}
