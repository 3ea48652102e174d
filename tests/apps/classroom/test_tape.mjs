// Numbers that come piece by piece.
import test from "node:test";
import assert from "node:assert/strict";
import { Tape } from "../../../apps/classroom/js/model/tape.js";

test("pieces come out in one array, in their order and of their type", () => {
    const tape = new Tape(Float32Array);
    for (const piece of [[1, 2], [], [3]]) tape.append(Float32Array.from(piece));
    assert.deepEqual(tape.joined(), Float32Array.of(1, 2, 3));
    assert.deepEqual(new Tape(Float64Array).joined(), new Float64Array(0));
});

test("a piece goes over the end of a reel, and over whole ones", () => {
    for (const lengths of [[65535, 3, 65533, 1], [65536, 65536], [200000, 7]]) {
        const tape = new Tape(Float64Array);
        let next = 0;
        for (const n of lengths) tape.append(Float64Array.from({ length: n }, () => next++));
        const all = tape.joined();
        assert.equal(all.length, next);
        assert.ok(all.every((x, i) => x === i));
    }
});
