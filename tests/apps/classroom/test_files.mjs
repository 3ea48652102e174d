// CSV and WAV, and the guard against loud surprises.
import test from "node:test";
import assert from "node:assert/strict";
import { csv, soft, wav } from "../../../apps/classroom/js/model/files.js";
import { COLUMNS } from "../../../apps/classroom/js/model/run.js";
import { pitch } from "../../../apps/classroom/js/model/pitch.js";
import { runOf } from "./support.mjs";

test("the CSV has the columns of the command line and reads back exactly", () => {
    const lines = csv(runOf([{ time: 0.1, gap: 1 / 3 }])).trim().split("\n").filter((l) => !l.startsWith("#"));
    assert.deepEqual(lines[0].split(","), COLUMNS);
    assert.equal(Number(lines[1].split(",")[1]), 1 / 3);
});

test("a WAV says its length and rate, and its samples are scaled once", () => {
    const bytes = wav({ rate: 44100, start: 0, samples: Float32Array.of(0, 0.5, -0.5) }, 0.9), view = new DataView(bytes.buffer);
    assert.equal(String.fromCharCode(...bytes.slice(0, 4)), "RIFF");
    assert.deepEqual([view.getUint32(4, true), view.getUint32(24, true), view.getUint32(40, true)], [bytes.length - 8, 44100, 6]);
    assert.deepEqual([0, 1, 2].map((i) => view.getInt16(44 + 2 * i, true)), [0, Math.round(32767 * 0.45), -Math.round(32767 * 0.45)]);
});

test("the guard leaves soft sounds alone and lets none past full scale", () => {
    assert.equal(soft(0.5), 0.5);
    assert.equal(soft(-0.7), -0.7);
    for (const x of [0.8, 1, 5, 1e6]) assert.ok(soft(x) <= 1 && soft(x) > 0.7 && soft(-x) === -soft(x));
    assert.ok(Math.abs(soft(0.7001) - 0.7001) < 1e-6); // without a corner
});

test("the pitch of a ringing is found, and silence has none", () => {
    const rate = 48000, samples = Float32Array.from({ length: 9600 }, (_, i) => (i < 4800 ? 0 : Math.exp(-(i - 4800) / 500) * Math.sin((2 * Math.PI * 1600 * (i - 4800)) / rate)));
    assert.ok(Math.abs(pitch({ rate, start: 0, samples }) / 1600 - 1) < 0.02);
    assert.equal(pitch({ rate, start: 0, samples: new Float32Array(100) }), null);
    assert.equal(pitch({ rate, start: 0, samples: new Float32Array(0) }), null);
});
