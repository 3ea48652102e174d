// A run that is still going on: rows are added as the hand pulls.
import { COLUMNS, Run } from "./run.js";

/** Rows for which there is room from the beginning: a calm hand takes four times as many in a minute. */
const ROOM = 1 << 14;

export class GrowingRun extends Run {
    /** @param {import("./synovia.js").Scenario} scenario with all its values */
    constructor(scenario) {
        super({ scenario, report: { nucleation_time_s: null, peak_level_db_spl: -Infinity, min_gap_pressure_pa: Infinity, min_gap_pressure_time_s: 0, threshold_pa: -Infinity, events: [] },
            rows: new Float64Array(ROOM * COLUMNS.length), sound: { rate: 48000, start: 0, samples: new Float32Array(0) }, hand: () => 0 });
        this.length = 0;
        this.end = 0;
        this.handNow = 0;
        this.late = 0;
    }

    /** The worker has taken hold. @param {{values: object, late: number}} begun `late`: behind the hand [s] */
    begun({ values, late }) {
        this.scenario.values = values;
        this.late = late;
    }

    /** @param {{time: number, hand: number, rows: ArrayLike<number>, pocketRows?: ArrayLike<number>, report: any}} look a block */
    append({ time, hand, rows, pocketRows = [], report }) {
        const count = rows.length / COLUMNS.length, skip = this.length ? 1 : 0;
        this.rows = this.#join(this.rows, rows, COLUMNS.length, skip);
        this.pocketRows = this.#join(this.pocketRows, pocketRows, pocketRows.length / count, skip);
        this.length += count - skip;
        Object.assign(this, { end: time, handNow: hand });
        this.#note(report);
    }

    /** Numbers behind those of all rows so far, without the first `skip` rows; into a larger array where they do not fit. */
    #join(all, fresh, width, skip) {
        const used = this.length * width, added = fresh.slice(skip * width);
        let room = all;
        if (used + added.length > all.length) {
            room = new Float64Array(2 * (used + added.length));
            room.set(all.subarray(0, used));
        }
        room.set(added, used);
        return room;
    }

    #note(block) {
        const { report } = this;
        report.threshold_pa = block.threshold_pa;
        report.outcome = block.outcome;
        report.nucleation_time_s ??= block.nucleation_time_s;
        report.peak_level_db_spl = Math.max(report.peak_level_db_spl, block.peak_level_db_spl ?? -Infinity);
        report.events.push(...block.events);
        if (block.min_gap_pressure_pa < report.min_gap_pressure_pa)
            Object.assign(report, { min_gap_pressure_pa: block.min_gap_pressure_pa, min_gap_pressure_time_s: block.min_gap_pressure_time_s });
    }
}
