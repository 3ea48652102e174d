// Every language says everything, with the same numbers and marks.
import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { choose, fill, pieces, plain } from "../../../apps/classroom/js/model/i18n.js";

const folder = new URL("../../../apps/classroom/locales/", import.meta.url);
const locales = Object.fromEntries(fs.readdirSync(folder).map((file) => [file.slice(0, 2), JSON.parse(fs.readFileSync(new URL(file, folder), "utf8"))]));
const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
const marks = (text) => (text.match(/<[a-z]>/g) ?? []).sort();

test("there are English, German, French and Spanish", () => assert.deepEqual(Object.keys(locales).sort(), ["de", "en", "es", "fr"]));

for (const [name, words] of Object.entries(locales))
    test(`${name} has the keys, numbers and marks of en`, () => {
        assert.deepEqual(Object.keys(words).sort(), Object.keys(locales.en).sort());
        for (const [key, text] of Object.entries(locales.en)) {
            assert.ok(words[key].trim(), key);
            assert.deepEqual(places(words[key]), places(text), key);
            assert.deepEqual(marks(words[key]), marks(text), key);
            assert.equal(pieces(words[key]).map(([piece]) => piece).join("").includes("<"), false, key);
        }
    });

test("no key is asked for that is not there, and none is there in vain", () => {
    const root = new URL("../../../apps/classroom/", import.meta.url), files = ["index.html", ...fs.readdirSync(new URL("js/", root), { recursive: true }).filter((f) => f.endsWith(".js")).map((f) => `js/${f}`)];
    const source = files.map((file) => fs.readFileSync(new URL(file, root), "utf8")).join("\n");
    const asked = [...source.matchAll(/(?<!#)(?:text|word|put|note|hintText)\((?:this\.\w+, )?"([a-z]+(?:\.[a-zA-Z-]+)*)"/g), ...source.matchAll(/data-(?:word|label)="([^"]+)"/g)].map((m) => m[1]);
    for (const key of asked) assert.ok(Object.hasOwn(locales.en, key), key);
    const built = /^(scene|back|say|sub|outcome|lesson|column|key|preset|param|choice|section|compare|quiz|facet|spine|belief)\./;
    for (const key of Object.keys(locales.en)) assert.ok(built.test(key) || source.includes(`"${key}"`) || source.includes(key), key);
});

test("marks are split off and filled in", () => {
    assert.deepEqual(pieces("a <g>b</g> c < d"), [["a ", ""], ["b", "g"], [" c ", ""], ["<", ""], [" d", ""]]);
    assert.equal(plain("x <p>y</p>"), "x y");
    assert.equal(fill("{a} and {b}", { a: "1" }), "1 and {b}");
});

test("the reader's first language that there is", () => {
    assert.equal(choose(["pt-BR", "de-AT", "en"], ["en", "de"]), "de");
    assert.equal(choose(["xx"], ["en", "de"]), "en");
    assert.equal(choose([], ["en"]), "en");
});
