// The link: only what differs, and nothing that a stranger could make the page swallow.
import test from "node:test";
import assert from "node:assert/strict";
import { decode, encode } from "../../../apps/classroom/js/model/share.js";

const start = { preset: "knuckle", values: {}, language: "en", unit: "kPa", projector: false, view: "finger", lesson: 1, joint: 1, pull: 1 };
const table = [
    { key: "traction.rise_time_s", type: "number", min: 1e-3, max: 10, choices: [] },
    { key: "traction.release_time_s", type: "optional", min: 0, max: 10, choices: [] },
    { key: "fluid.rheology", type: "choice", min: 0, max: 0, choices: ["newtonian", "carreau"] },
    { key: "bubble.stabilised", type: "flag", min: 0, max: 0, choices: [] },
    { key: "joint.pocket_weights", type: "numbers", min: 0, max: 1, choices: [] },
    { key: "pressure.table", type: "text", min: 0, max: 0, choices: [] },
];
const known = { presets: ["knuckle", "knee"], languages: ["en", "de"], units: ["kPa", "atm"], views: ["finger", "lessons"], lessons: 6 };
const read = (hash) => decode(hash, start, table, known);

test("nothing differs: an empty link", () => assert.equal(encode(start, start), ""));

test("a link brings back what was set", () => {
    const now = { preset: "knee", values: { "traction.rise_time_s": 0.3, "traction.release_time_s": null, "fluid.rheology": "newtonian", "bubble.stabilised": false }, language: "de", unit: "atm", projector: true, view: "lessons", lesson: 4, joint: 12, pull: 3 };
    const { shared, broken } = read(`#${encode(now, start)}`);
    assert.deepEqual(shared, now);
    assert.deepEqual(broken, []);
});

test("what is broken is left out and named", () => {
    const bad = ["traction.rise_time_s=", "traction.rise_time_s=abc", "traction.rise_time_s=1e9", "traction.rise_time_s=NaN", "fluid.rheology=lava", "bubble.stabilised=2",
        "pressure.table=/etc/passwd", "lang=xx", "unit=bar", "lesson=9", "lesson=1.5", "joint=0", "joint=1e3", "pull=-1", "pull=12345678", "joint.pocket_weights=0.5", "view=admin", "preset=__proto__", "projector=yes", "constructor=1", "<script>=1"];
    for (const part of bad) {
        const { shared, broken } = read(`#${part}`);
        assert.deepEqual(shared, start, part);
        assert.equal(broken.length, 1, part);
    }
});

test("good parts survive bad ones", () => {
    const { shared, broken } = read("#preset=knee&nonsense&traction.rise_time_s=0.2&%zz=%");
    assert.equal(shared.preset, "knee");
    assert.equal(shared.values["traction.rise_time_s"], 0.2);
    assert.equal(broken.length, 2);
});
