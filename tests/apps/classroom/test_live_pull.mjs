// The joint under a hand: what is computed when, and when the screen is told.
import test from "node:test";
import assert from "node:assert/strict";
import { HAND_DELAY, LivePull } from "../../../apps/classroom/js/sound/live_pull.js";
import { COLUMNS } from "../../../apps/classroom/js/model/run.js";

const BLOCK = 0.005, REPORT = { outcome: "no_nucleation", nucleation_time_s: null, min_gap_pressure_pa: 0, max_radius_m: 0, peak_pressure_pa: 0, max_wall_speed_m_s: 0, events: [] };

/** A solver that answers at once. */
const solver = { beginPull: () => ({ block: BLOCK, lag: 1e-3 }), pockets: () => 1, advancePull: () => ({ rows: new Float64Array(2 * COLUMNS.length), pocketRows: new Float64Array(0), samples: new Float32Array(240), report: REPORT }) };

/** A pull that moves at once, and its ticks: [blocks heard, last time shown] after each. */
function follow(several, ticks) {
    let heard = 0, shown = 0;
    const pull = new LivePull(solver, 48000, () => ++heard, several);
    for (let i = 0; i < 60; ++i) pull.move(100 + 0.01 * i, 1e-5 * (i + 1));
    const start = 100 - 0.01; // a hand began to move before its first point
    return { pull, seen: ticks.map((t) => ((shown = pull.tick(start + t).at(-1)?.time ?? shown), [heard, Math.round(shown / BLOCK)])) };
}

test("a joint of one bubble is shown as soon as it is computed", () => {
    const { pull, seen } = follow(false, [0, 0.0051, 0.0101]); // 20 ms ahead of the hand, four blocks at once
    assert.deepEqual(seen, [[4, 4], [5, 5], [6, 6]]);
    assert.ok(Math.abs(pull.due - (100 - 0.01 + 7 * BLOCK - HAND_DELAY)) < 1e-9);
    assert.equal(new LivePull(solver, 48000, () => {}).due, null);
    assert.equal(pull.ahead, 4);
});

test("how far the solver is behind its time, but for what was due before the hand was seen", () => {
    const { pull } = follow(false, []), start = 100 - 0.01, behind = (t) => Math.round(1e6 * pull.behind(start + t)) / 1e6;
    assert.equal(behind(0.03), 0);
    pull.tick(start + 0.01);
    pull.tick(start + 0.01);
    assert.equal(pull.time, 6 * BLOCK);
    assert.equal(behind(0.03), 0.015);
    assert.equal(new LivePull(solver, 48000, () => {}).behind(100), 0);
});

test("a machine that has fallen behind catches up a few blocks at a time", () => {
    const { seen } = follow(false, [0.0801, 0.0801, 0.0801, 0.0801, 0.0801]);
    assert.deepEqual(seen.map(([heard]) => heard), [4, 8, 12, 16, 20]);
});

test("pockets are computed as early, heard with more in hand, and shown when they are heard", () => {
    const { pull, seen } = follow(true, [0, 0.0501, 0.0501, 0.0501, 0.1201, 0.1251, 0.1301, 0.1351]);
    assert.deepEqual(seen.slice(0, 4), [[4, 0], [8, 0], [12, 0], [14, 0]]);
    assert.deepEqual(seen.slice(4).map(([, shown]) => shown), [4, 5, 6, 7]);
    assert.equal(pull.ahead, 4 + 24); // 0.12 s more
});

test("the whole pull has each row once, all of the sound and one report", () => {
    let k = 0;
    const rows = () => Float64Array.from({ length: 2 * COLUMNS.length }, (_, i) => k + Math.floor(i / COLUMNS.length)); // from here to the next
    const pocketRows = () => Float64Array.from({ length: 2 * 2 * 3 }, (_, i) => k + Math.floor(i / 6));
    const several = { ...solver, pockets: () => 3, advancePull: () => {
        const block = { rows: rows(), pocketRows: pocketRows(), samples: Float32Array.of(k, k), report: { ...REPORT, peak_pressure_pa: k } };
        ++k;
        return block;
    } };
    const pull = new LivePull(several, 48000, () => {}, true);
    for (let i = 0; i < 10; ++i) pull.move(100 + 0.01 * i, 1e-5 * (i + 1));
    pull.tick(100 - 0.01);
    const { rows: all, pocketRows: pockets, sound, report, hand } = pull.result();
    assert.deepEqual([...all].filter((_, i) => i % COLUMNS.length === 0), [0, 1, 2, 3, 4]);
    assert.deepEqual([...pockets].filter((_, i) => i % 6 === 0), [0, 1, 2, 3, 4]);
    assert.deepEqual([...sound.samples], [0, 0, 1, 1, 2, 2, 3, 3]);
    assert.deepEqual([report.peak_pressure_pa, hand.way.length], [3, 4]);
});
