// Which sentence belongs to which moment.
import test from "node:test";
import assert from "node:assert/strict";
import { Format } from "../../../apps/classroom/js/model/format.js";
import { cavityWidth, compareSaying, eventWords, meanPressure, momentSaying, outcomeSaying, suction } from "../../../apps/classroom/js/model/words.js";
import { VALUES, runOf } from "./support.mjs";

const format = new Format("en");
const pull = [{ time: 0, gap: 1e-4, pressure: 100300 }, { time: 0.04, gap: 3e-4, pressure: 30e3 }, { time: 0.06, gap: 6e-4, pressure: -90e3 }, { time: 0.068, gap: 7e-4, pressure: -119.7e3 },
    { time: 0.0685, gap: 7.1e-4, gapRate: 0.3, pressure: 61e3, volume: 47e-9, radius: 2.2e-3 }, { time: 0.4, gap: 2.8e-3, pressure: 6e3, volume: 300e-9, radius: 4e-3 }];
const popped = runOf(pull, { outcome: "popped", nucleation_time_s: 0.068, peak_level_db_spl: 89.8, peak_pressure_time_s: 0.0684, min_gap_pressure_pa: -119.7e3 });
const silent = runOf([{ time: 0, gap: 1e-4, pressure: 100300 }, { time: 0.6, gap: 2e-3, pressure: -80e3 }, { time: 1.5, gap: 2.8e-3, pressure: 20e3 }]);

test("the sentence follows the pull", () => {
    assert.deepEqual([0, 0.04, 0.06, 0.068, 0.0682, 0.0685, 0.075, 0.3].map((t) => momentSaying(popped, t, format).key),
        ["say.rest", "say.opens", "say.tension", "say.letsgo", "say.burst", "say.leap", "say.ring", "say.stays"]);
    assert.equal(momentSaying(silent, 1, format).key, "say.easing");
});

test("numbers of a sentence are those of the moment", () => {
    const { numbers } = momentSaying(popped, 0.06, format);
    assert.equal(numbers.gap, "0.60\u00a0mm");
    assert.equal(numbers.pressure, "−90\u00a0kPa");
    assert.equal(numbers.short, "30\u00a0kPa");
});

test("a second pull on a bubble is told as such", () => {
    const again = runOf(pull, { outcome: "popped", nucleation_time_s: 0.05, peak_level_db_spl: 15 }, { "bubble.stabilised": false, "bubble.nucleus_radius_m": 4e-4 });
    assert.equal(momentSaying(again, 0, format).sub, "sub.restBubble");
    assert.equal(momentSaying(again, 0.3, format).key, "say.gives");
    assert.equal(outcomeSaying(again, format).key, "outcome.gas");
});

test("every outcome has its sentence", () => {
    assert.equal(outcomeSaying(popped, format).key, "outcome.popped");
    assert.equal(outcomeSaying(silent, format).key, "outcome.slow");
    assert.equal(outcomeSaying(runOf([], { min_gap_pressure_pa: -125e3 }), format).key, "outcome.brief");
    for (const outcome of ["vanished", "supersonic", "step_limit", "step_underflow", "non_finite"]) assert.equal(outcomeSaying(runOf([], { outcome }), format).key, `outcome.${outcome}`);
});

test("two runs are compared when one popped", () => {
    assert.equal(compareSaying(popped, popped, format), null);
    assert.equal(compareSaying(silent, popped, format).numbers.gap, "0.70\u00a0mm");
});

test("the cavity is a ball while it fits and a disc of the same volume after", () => {
    assert.ok(Math.abs(cavityWidth((4 / 3) * Math.PI * 1e-15, 1e-3) - 2e-5) < 1e-12);
    assert.ok(Math.abs(cavityWidth(47e-9, 0.71e-3) - 2 * Math.sqrt(47e-9 / (Math.PI * 0.71e-3))) < 1e-12);
    assert.ok(Math.abs(suction(VALUES, -106e3) - Math.PI * 6.9e-3 ** 2 * 206300) < 1e-9);
});

test("events come in order, and one for a silent run", () => {
    assert.deepEqual(eventWords(popped).map((e) => e.key).slice(0, 2), ["event.nucleation", "event.loudest"]);
    assert.deepEqual(eventWords(silent), [{ key: "event.lowest", time: 0.5 }]);
});

const tear = (pocket, time) => ({ kind: "firing", pocket, time_s: time, nucleus_pressure_pa: -5e4, radius_m: 1e-6 });
const DIVIDED = { "joint.pocket_weights": [0.2, 0.5, 0.3], "bubble.firing": "rate" };
const cracked = runOf(pull, { outcome: "popped", nucleation_time_s: 0.0681, peak_level_db_spl: 92, peak_pressure_time_s: 0.07, events: [tear(2, 0.068), tear(3, 0.07)] }, DIVIDED);

test("a divided joint is told pocket by pocket", () => {
    assert.deepEqual([0, 0.04, 0.06, 0.068, 0.0685, 0.071, 0.3].map((t) => momentSaying(cracked, t, format).key), ["say.rest", "say.opens", "say.tension", "say.tear", "say.tear", "say.tear", "say.torn"]);
    assert.equal(momentSaying(cracked, 0, format).sub, "sub.restDivided");
    const { numbers, sub } = momentSaying(cracked, 0.071, format);
    assert.deepEqual([numbers.pocket, numbers.torn, numbers.all, sub], ["3", "2", "3", "sub.tears"]);
    assert.equal(numbers.order, "2\u00a0(68\u00a0ms), 3\u00a0(+2.0\u00a0ms)");
    assert.equal(momentSaying(Object.assign(runOf(pull, cracked.report, DIVIDED), { late: 0.12 }), 0.071, format).sub, "sub.tear");
});

test("a crack, a soft one and none are three outcomes", () => {
    assert.equal(outcomeSaying(cracked, format).key, "outcome.cracked");
    assert.equal(outcomeSaying(cracked, format).numbers.spread, "2.0\u00a0ms");
    assert.equal(outcomeSaying(runOf(pull, { ...cracked.report, peak_level_db_spl: 20 }, DIVIDED), format).key, "outcome.softly");
    assert.equal(outcomeSaying(runOf(pull, {}, DIVIDED), format).key, "outcome.whole");
    assert.deepEqual(eventWords(cracked).filter((e) => e.key === "event.tear").map((e) => [e.key, e.numbers?.pocket]), [["event.tear", "2"], ["event.tear", "3"]]);
});

test("suction on pockets is that of their mean", () => assert.equal(meanPressure([{ share: 0.25, pressure: 4e4 }, { share: 0.75, pressure: -4e4 }]), -2e4));
