// A run that is still going on: rows are added as the hand pulls.
import { COLUMNS, Run } from "./run.js";

export class GrowingRun extends Run {
    /** @param {import("./synovia.js").Scenario} scenario with all its values */
    constructor(scenario) {
        super({ scenario, report: { nucleation_time_s: null, peak_level_db_spl: -Infinity, min_gap_pressure_pa: Infinity, min_gap_pressure_time_s: 0, threshold_pa: -Infinity, events: [] },
            rows: new Float64Array(4096 * COLUMNS.length), sound: { rate: 48000, start: 0, samples: new Float32Array(0) }, hand: () => 0 });
        this.length = 0;
        this.end = 0;
        this.handNow = 0;
    }

    /** @param {{time: number, hand: number, rows: Float64Array, report: any}} look a block */
    append({ time, hand, rows, report }) {
        const skip = this.length ? COLUMNS.length : 0, fresh = rows.subarray(skip), used = this.length * COLUMNS.length;
        while (used + fresh.length > this.rows.length) {
            const larger = new Float64Array(2 * this.rows.length);
            larger.set(this.rows);
            this.rows = larger;
        }
        this.rows.set(fresh, used);
        this.length += fresh.length / COLUMNS.length;
        Object.assign(this, { end: time, handNow: hand });
        this.#note(report);
    }

    #note(block) {
        const { report } = this;
        report.threshold_pa = block.threshold_pa;
        report.outcome = block.outcome;
        report.nucleation_time_s ??= block.nucleation_time_s;
        report.peak_level_db_spl = Math.max(report.peak_level_db_spl, block.peak_level_db_spl ?? -Infinity);
        if (block.min_gap_pressure_pa < report.min_gap_pressure_pa)
            Object.assign(report, { min_gap_pressure_pa: block.min_gap_pressure_pa, min_gap_pressure_time_s: block.min_gap_pressure_time_s });
    }
}
