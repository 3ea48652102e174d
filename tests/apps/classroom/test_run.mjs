// Runs: between rows, merged from pieces, growing.
import test from "node:test";
import assert from "node:assert/strict";
import { COLUMNS, mergeReports } from "../../../apps/classroom/js/model/run.js";
import { GrowingRun } from "../../../apps/classroom/js/model/growing.js";
import { curve } from "../../../apps/classroom/js/draw/svg.js";
import { beyondScale } from "../../../apps/classroom/js/draw/reference.js";
import { VALUES, runOf } from "./support.mjs";

const line = runOf([0, 1, 2].map((time) => ({ time, gap: time * 1e-3, pressure: 100 - 50 * time })));

test("a run is straight between rows and stands still beyond its ends", () => {
    assert.equal(line.at(0.5).gap, 0.5e-3);
    assert.equal(line.at(-1).pressure, 100);
    assert.equal(line.at(99).pressure, 0);
    assert.deepEqual([0, 0.99, 1, 5].map((t) => line.index(t)), [0, 0, 1, 2]);
    assert.deepEqual(line.extent("pressure", 0.5, 1.5), [50, 100]);
});

test("what is too soft to hear is no pop", () => {
    const at = { nucleation_time_s: 0.1, outcome: "popped" };
    assert.equal(runOf([], { ...at, peak_level_db_spl: 90 }).popped, true);
    assert.equal(runOf([], { ...at, peak_level_db_spl: 15 }).popped, false);
    assert.equal(runOf([]).popped, false);
});

test("reports of pieces merge to that of the whole", () => {
    const piece = (min, t, peak, burst, steps) => ({ outcome: burst ? "popped" : "no_nucleation", threshold_pa: -119e3, min_gap_pressure_pa: min, min_gap_pressure_time_s: t, max_radius_m: peak, max_radius_time_s: t, peak_pressure_pa: peak, peak_pressure_time_s: t, peak_level_db_spl: 20 * Math.log10(peak / 20e-6), max_wall_speed_m_s: peak, nucleation_time_s: burst, events: burst ? [{ kind: "nucleation" }] : [], steps, final_radius_m: peak });
    const [first, second, third] = [piece(-10, 1, 1e-9, null, 10), piece(-120, 2, 0.6, 2.1, 25), piece(5, 3, 0.2, null, 30)], all = mergeReports([first, second, third]);
    assert.deepEqual(mergeReports([mergeReports([first, second]), third]), all);
    assert.deepEqual([all.min_gap_pressure_pa, all.min_gap_pressure_time_s, all.peak_pressure_time_s, all.nucleation_time_s, all.steps, all.events.length, all.final_radius_m], [-120, 2, 2, 2.1, 30, 1, 0.2]);
});

test("a run that has just begun is no curve yet", () => {
    const run = new GrowingRun({ kind: "joint", values: VALUES });
    assert.equal(curve(run, "pressure", 0, 0, (t) => t, (p) => p), "");
    assert.deepEqual(beyondScale(run, 0, 0, (t) => t, (p) => p, null), []);
});

test("a growing run keeps everything when its memory grows", () => {
    const run = new GrowingRun({ kind: "joint", values: VALUES }), report = { outcome: "no_nucleation", threshold_pa: -1, nucleation_time_s: null, peak_level_db_spl: null, min_gap_pressure_pa: 0, min_gap_pressure_time_s: 0, events: [] };
    for (let k = 0; k < 1500; ++k) {
        const rows = Float64Array.from([0, 1, 2, 3, 4].flatMap((i) => [k + i / 4, k, ...Array(COLUMNS.length - 2).fill(0)]));
        run.append({ time: k + 1, hand: k, rows, report: { ...report, min_gap_pressure_pa: -k, min_gap_pressure_time_s: k } });
    }
    assert.equal(run.length, 1500 * 4 + 1);
    assert.equal(run.end, 1500);
    assert.equal(run.at(1234.5).gap, 1234);
    assert.equal(run.report.min_gap_pressure_pa, -1499);
});

/** Two pockets, one three times as large; three rows. */
const DIVIDED = { "joint.pocket_weights": [0.25, 0.75], "bubble.firing": "rate" };
const radii = [[1e-6, 1e-6], [1e-6, 1e-3], [2e-3, 3e-3]], pressures = [[1e5, 1e5], [-5e4, 0], [1e4, 2e4]];
const pocketRows = Float64Array.from(radii.flatMap((row, i) => row.flatMap((radius, k) => [radius, pressures[i][k]])));

test("every pocket of a divided gap has its own radius and pressure", () => {
    const run = Object.assign(runOf([0, 1, 2].map((time) => ({ time })), {}, DIVIDED), { pocketRows });
    assert.ok(run.divided && !line.divided);
    assert.deepEqual(run.pocketsAt(0.5).map((p) => [p.share, p.pressure]), [[0.25, 25e3], [0.75, 5e4]]);
    assert.equal(run.pocketsAt(9)[1].volume, (4 / 3) * Math.PI * 27e-9);
    assert.deepEqual([run.pocket(0).value(2, "radius"), run.pocket(1).value(1, "time"), run.pocket(1).at(2).pressure], [2e-3, 1, 2e4]);
});

test("a growing run keeps its pockets too", () => {
    const run = new GrowingRun({ kind: "joint", values: VALUES }), report = { outcome: "no_nucleation", threshold_pa: -1, nucleation_time_s: null, peak_level_db_spl: null, min_gap_pressure_pa: 0, min_gap_pressure_time_s: 0, events: [] };
    run.begun({ values: { ...VALUES, ...DIVIDED }, late: 0.12 });
    const block = (k) => ({ time: k + 1, hand: k, rows: Float64Array.from([0, 0.5, 1].flatMap((t) => [k + t, ...Array(COLUMNS.length - 1).fill(0)])), pocketRows: pocketRows.map((x) => x * (k + 1)), report });
    for (let k = 0; k < 3000; ++k) run.append(block(k));
    assert.equal(run.pocketsAt(2999.5)[0].pressure, -5e4 * 3000);
    assert.equal(run.pocketsAt(1.75)[1].radius, 2 * ((1e-3 + 3e-3) / 2));
});

test("pockets tear in order, those of the old law when their nuclei let go", () => {
    const events = [{ kind: "firing", pocket: 2, time_s: 0.1, nucleus_pressure_pa: -3e4 }, { kind: "nucleation", pocket: 2, time_s: 0.11 }, { kind: "firing", pocket: 1, time_s: 0.2, nucleus_pressure_pa: -9e4 }];
    assert.deepEqual(runOf([], { events }, DIVIDED).tears.map((t) => [t.pocket, t.time]), [[2, 0.1], [1, 0.2]]);
    assert.deepEqual(runOf([], { events }, { ...DIVIDED, "bubble.firing": "blake" }).tears.map((t) => [t.pocket, t.time]), [[2, 0.11]]);
});
