// The sound of a live pull, block by block, in the sound thread's own code.
import test from "node:test";
import assert from "node:assert/strict";

let LiveSound;
globalThis.AudioWorkletProcessor = class { port = { postMessage: (message) => this.told.push(message) }; told = []; };
globalThis.registerProcessor = (_, processor) => (LiveSound = processor);
await import("../../../apps/classroom/js/sound/worklet.js");

/** A processor, its worker's port, and `hear`: that many samples of it. */
function player() {
    const sound = new LiveSound(), worker = { asked: 0, postMessage: () => ++worker.asked };
    sound.port.onmessage({ data: { worker } });
    const send = (data) => worker.onmessage({ data });
    const hear = (count) => {
        const out = new Float32Array(count);
        sound.process([], [[out]]);
        return [...out];
    };
    return { sound, worker, send, hear };
}

const block = (x) => Float32Array.of(x, x);

test("nothing is heard before enough blocks are there, then all of them in order", () => {
    const { send, hear, worker } = player();
    send({ begin: { ahead: 2 } });
    send(block(1));
    assert.deepEqual(hear(2), [0, 0]);
    assert.equal(worker.asked, 0);
    send(block(2));
    assert.deepEqual(hear(3), [1, 1, 2]);
    assert.equal(worker.asked, 1);
    send(block(3));
    assert.deepEqual(hear(3), [2, 3, 3]);
});

test("running dry is told, and the sound waits for enough blocks again", () => {
    const { send, hear, sound } = player();
    send({ begin: { ahead: 2 } });
    [1, 2].forEach((x) => send(block(x)));
    assert.deepEqual(hear(6), [1, 1, 2, 2, 0, 0]);
    assert.deepEqual(sound.told, ["dry"]);
    send(block(3));
    assert.deepEqual(hear(2), [0, 0]);
    send(block(4));
    assert.deepEqual(hear(4), [3, 3, 4, 4]);
});

test("the end of a pull is played and no fault, also where too few blocks are left to begin with", () => {
    const { send, hear, sound } = player();
    send({ begin: { ahead: 2 } });
    [1, 2].forEach((x) => send(block(x)));
    hear(6);
    send(block(3)); // after the sound ran dry
    send({ end: true });
    assert.deepEqual(hear(4), [3, 3, 0, 0]);
    assert.deepEqual(sound.told, ["dry"]);
});

test("nothing of one pull is heard in the next, and its faults count again", () => {
    const { send, hear, sound } = player();
    send({ begin: { ahead: 2 } });
    [1, 2, 3].forEach((x) => send(block(x)));
    hear(1);
    send({ end: true });
    send({ begin: { ahead: 2 } });
    send(block(4));
    assert.deepEqual(hear(2), [0, 0]);
    send(block(5));
    assert.deepEqual(hear(6), [4, 4, 5, 5, 0, 0]);
    assert.deepEqual(sound.told, ["dry"]);
});
