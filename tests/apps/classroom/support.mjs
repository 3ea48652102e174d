// Runs made up for tests.
import { COLUMNS, Run } from "../../../apps/classroom/js/model/run.js";

export const VALUES = { "joint.resting_gap_m": 1e-4, "joint.articular_radius_m": 6.9e-3, "joint.resting_pressure_pa": 100300, "fluid.vapour_pressure_pa": 6280, "bubble.nucleus_radius_m": 3e-7, "bubble.stabilised": true };

/** A run from moments {time, gap, pressure, radius, volume, sound}. */
export function runOf(moments, report = {}, values = {}) {
    const field = { time: 0, gap: 1, gapRate: 2, pressure: 4, radius: 5, volume: 7, sound: 10 }, rows = new Float64Array(moments.length * COLUMNS.length);
    moments.forEach((moment, i) => Object.entries(moment).forEach(([key, x]) => (rows[i * COLUMNS.length + field[key]] = x)));
    const whole = { outcome: "no_nucleation", nucleation_time_s: null, peak_level_db_spl: null, min_gap_pressure_pa: -80e3, min_gap_pressure_time_s: 0.5, peak_pressure_time_s: 0, threshold_pa: -119.6e3, events: [], ...report };
    return new Run({ scenario: { kind: "joint", values: { ...VALUES, ...values } }, report: whole, rows, sound: { rate: 48000, start: 0, samples: new Float32Array(0) }, hand: () => 0 });
}
