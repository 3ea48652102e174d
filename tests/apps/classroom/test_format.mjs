// Numbers as a class reads them.
import test from "node:test";
import assert from "node:assert/strict";
import { Format, parseNumber, ticks } from "../../../apps/classroom/js/model/format.js";

const en = new Format("en"), de = new Format("de");

test("pressure has a sign, a true minus and a unit that does not break", () => {
    assert.equal(en.pressure(-119787), "−120\u00a0kPa");
    assert.equal(en.pressure(61e3), "+61\u00a0kPa");
    assert.equal(en.pressure(-200), "0\u00a0kPa");
    assert.equal(new Format("de", "atm").pressure(-119787), "−1,18\u00a0atm");
    assert.equal(new Format("en", "mmHg").pressure(101325), "+760\u00a0mmHg");
});

test("lengths and times take the prefix that suits", () => {
    assert.deepEqual([9.1e-3, 0.43e-3, 3e-7, 1.23e-5].map((x) => en.length(x)), ["9.1\u00a0mm", "0.43\u00a0mm", "0.30\u00a0µm", "12\u00a0µm"]);
    assert.deepEqual([0.15, 0.0683, 3e-4, 2e-6].map((x) => de.time(x)), ["0,15\u00a0s", "68\u00a0ms", "0,30\u00a0ms", "2,0\u00a0µs"]);
});

test("general numbers drop zeros and keep very large and small ones readable", () => {
    assert.deepEqual([0, 6, 0.15, 1234.5, 2e11, 3e-13, 100].map((x) => en.general(x)), ["0", "6", "0.15", "1235", "2·10¹¹", "3·10⁻¹³", "100"]);
});

test("a typed number takes point, comma and true minus, and nothing else", () => {
    assert.deepEqual(["0.3", " 0,3 ", "1e-3", "−2", "+5."].map(parseNumber), [0.3, 0.3, 1e-3, -2, 5]);
    assert.deepEqual(["", "abc", "1,2,3", "Infinity", "NaN", "0x10", "1e", "--1", "١"].map(parseNumber), Array(9).fill(null));
    assert.equal(parseNumber("1e999"), Infinity); // outside every range
});

test("ticks are round and inside", () => {
    assert.deepEqual(ticks(0, 80, 4).list, [0, 20, 40, 60, 80]);
    assert.deepEqual(ticks(67.99, 69.99, 5).list.map((t) => Number(t.toFixed(3))), [68, 68.5, 69, 69.5]);
});
