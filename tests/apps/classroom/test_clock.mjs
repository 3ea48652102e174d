// Time in the joint against time in the class room.
import test from "node:test";
import assert from "node:assert/strict";
import { Clock, FACTORS, windowOf } from "../../../apps/classroom/js/model/clock.js";
import { runOf } from "./support.mjs";

const popped = runOf([{ time: 0 }, { time: 0.4 }], { nucleation_time_s: 0.068 }), silent = runOf([{ time: 0 }, { time: 1.5 }], { min_gap_pressure_time_s: 1.5 });

test("every window lies in the run and holds what matters", () => {
    for (const factor of FACTORS)
        for (const [run, moment] of [[popped, 0.068], [silent, 1.5]]) {
            const [from, to] = windowOf(run, factor);
            assert.ok(from >= 0 && to <= run.end && from < to, `1/${factor}`);
            assert.ok(from <= moment && moment <= to, `1/${factor}`);
        }
    assert.deepEqual(windowOf(popped, 10, 1.5), [0, 1.5]);
});

test("a clock runs at its factor, stops at the end and begins again", () => {
    let real = 10;
    const clock = new Clock(() => real);
    clock.factor = 1000;
    clock.open([0.068, 0.07]);
    clock.play();
    real += 1;
    assert.ok(Math.abs(clock.tick() - 0.069) < 1e-12);
    real += 5;
    assert.equal(clock.tick(), 0.07);
    assert.equal(clock.playing, false);
    clock.play();
    assert.equal(clock.time, 0.068);
});

test("steps stay inside the window", () => {
    const clock = new Clock(() => 0);
    clock.open([0, 1], 0.99);
    clock.step(1); clock.step(1);
    assert.equal(clock.time, 1);
    for (let i = 0; i < 60; ++i) clock.step(-1);
    assert.equal(clock.time, 0);
});
