// The sound of a live pull, block by block, in the sound thread's own code.
import test from "node:test";
import assert from "node:assert/strict";

let LiveSound;
globalThis.AudioWorkletProcessor = class { port = { postMessage: (message) => this.told.push(message) }; told = []; };
globalThis.sampleRate = 48000;
globalThis.registerProcessor = (_, processor) => (LiveSound = processor);
await import("../../../apps/classroom/js/sound/worklet.js");

/** A processor, its worker's port, and `hear`: that many samples of it. @param {number} [bite] what its sound card takes at one go [s] */
function player(bite = 0) {
    const sound = new LiveSound(), worker = { asked: 0, postMessage: () => ++worker.asked };
    sound.port.onmessage({ data: { worker, bite } });
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

test("a sound card that takes much at one go finds as much more", () => {
    const { send, hear } = player(3 / 48000);
    send({ begin: { ahead: 2 } });
    [1, 2, 3].forEach((x) => send(block(x)));
    assert.deepEqual(hear(3), [0, 0, 0]);
    send(block(4));
    assert.deepEqual(hear(3), [1, 1, 2]); // two and a half wait
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
    assert.deepEqual(hear(2), [0, 0]); // for one more than before
    send(block(5));
    assert.deepEqual(hear(6), [3, 3, 4, 4, 5, 5]);
});

test("a machine on which the sound runs dry again and again is given four blocks more and no more", () => {
    const { send, hear, sound } = player();
    send({ begin: { ahead: 1 } });
    for (const needed of [1, 2, 3, 4, 5, 5]) {
        for (let k = 1; k < needed; ++k) send(block(1));
        assert.deepEqual(hear(2), [0, 0]);
        send(block(1));
        assert.deepEqual(hear(2 * needed + 2), [...Array(2 * needed).fill(1), 0, 0]);
    }
    assert.equal(sound.told.length, 6);
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

/** What is heard of blocks 0, 1, 2 ... of `step` a block, of which `waiting` wait, `ahead` are asked for, and three more do when the card has stood still after `still` blocks [steps]. */
function lag({ waiting, ahead, step, still = Infinity, count = 27 }) {
    const { send, hear } = player(2 / 48000), heard = []; // one block at one go
    let next = 0;
    const come = (blocks) => { for (let k = 0; k < blocks; ++k) send(block(step * next++)); };
    send({ begin: { ahead } });
    come(waiting);
    for (let k = 0; k < count; ++k) {
        heard.push(...hear(2));
        come(k === still ? 4 : 1);
    }
    return heard.map((x) => Math.round((10 * x) / step) / 10);
}

test("sound that lags behind the hand catches up where it is quiet, by one block going over into the next", () => {
    const asked = { waiting: 4, ahead: 3, step: 1e-5 };
    assert.deepEqual(lag(asked).slice(-4), [25, 25, 26, 26]); // nothing is lost where as many wait as are asked for
    assert.deepEqual(lag({ ...asked, ahead: 1 }).slice(0, 10), [0, 0, 1.5, 2, 3.5, 4, 5, 5, 6, 6]); // two too many from the beginning
    const late = lag({ ...asked, still: 4, step: 1e-6, count: 120 }); // seen in the first fifty blocks in which three too many wait all the time
    assert.deepEqual(late.slice(0, 200), Array.from({ length: 200 }, (_, i) => i >> 1));
    assert.deepEqual(late.slice(-2), [122, 122]);
});

test("a crack is never shortened, however far behind it is", () => {
    for (const step of [0.1, -0.1]) assert.deepEqual(lag({ waiting: 6, ahead: 2, step }).slice(-4), [25, 25, 26, 26]);
});
