// The levers' scales, and the presets they start from.
import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { LEVERS, toShare, toValue } from "../../../apps/classroom/js/ui/levers.js";
import { settable } from "../../../apps/classroom/js/ui/more.js";
import { readPresets } from "../../../apps/classroom/tools/presets.mjs";
import { parse, smooth, warp } from "../../../apps/classroom/js/draw/warp.js";

test("a lever's ends are its ends, and its values have two digits", () => {
    for (const lever of LEVERS) {
        assert.equal(toShare(lever, lever.low), 0);
        assert.equal(toShare(lever, lever.high), 1);
        assert.ok(Math.abs(toValue(lever, 0) / lever.low - 1) < 1e-12 && Math.abs(toValue(lever, 1) / lever.high - 1) < 1e-12);
        for (let i = 0; i <= 200; ++i) assert.match(String(Number((toValue(lever, i / 200) / lever.per).toPrecision(12))), /^0*\.?0*\d{0,2}\.?\d?0*(?:e.*)?$|^\d\.\d$|^0\.\d+$/);
    }
});

test("a lever brings back the value that it shows", () => {
    for (const lever of LEVERS) assert.equal(toValue(lever, toShare(lever, toValue(lever, 0.37))), toValue(lever, 0.37));
});

const presets = readPresets(new URL("../../../presets", import.meta.url).pathname);

test("presets are read with what they extend", () => {
    assert.equal(presets["knuckle-slow"].kind, "joint");
    assert.equal(presets["knuckle-slow"].values["traction.rise_time_s"], 1);
    assert.equal(presets["knuckle-slow"].values["joint.articular_radius_m"], 6.9e-3);
    assert.equal(presets.knuckle.values["gas.co2.ostwald"], 0.59);
    assert.equal(presets.knuckle.shown, true);
    assert.equal(presets["knuckle-again"].shown, false);
    assert.equal(presets.minnaert.shown, false);
});

test("presets that the page can draw have a name in its languages", () => {
    const names = Object.keys(presets).filter((name) => presets[name].shown);
    assert.ok(names.length >= 10, names.join(" "));
    for (const language of ["en", "de", "fr", "es"]) {
        const words = JSON.parse(fs.readFileSync(new URL(`../../../apps/classroom/locales/${language}.json`, import.meta.url), "utf8"));
        assert.deepEqual(names.filter((name) => !words[`preset.${name}`]), [], language);
    }
});

test("only what a field can hold is offered to be set", () => {
    const row = (key, type) => ({ key, type, kinds: ["joint"] });
    const table = [row("joint.pockets", "number"), row("joint.pocket_weights", "numbers"), row("traction.table", "text"), row("gas.heat", "flag"), row("bubble.shape", "choice"), row("fluid.volume_m3", "optional")];
    assert.deepEqual(settable(table).map((p) => p.key), ["gas.heat", "bubble.shape", "fluid.volume_m3"]);
});

test("a path bends without losing a point", () => {
    const d = "M-1.5.5C1 2-3 4 5-6L.5.25 7 8Z", path = parse(d);
    assert.deepEqual(path.numbers, [-1.5, 0.5, 1, 2, -3, 4, 5, -6, 0.5, 0.25, 7, 8]);
    assert.equal(warp(path, (x, y) => [x + 1, y]), "M-0.5 0.5C2.0 2.0 -2.0 4.0 6.0 -6.0L1.5 0.3 8.0 8.0Z");
    assert.deepEqual([smooth(-1, 0, 1), smooth(0.5, 0, 1), smooth(2, 0, 1)], [0, 0.5, 1]);
});
