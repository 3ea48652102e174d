// The page's solver against the native program: the same outcomes, and numbers to the last digits where both use the same
// exp and log (the native C library picks others on processors with FMA; without them it agrees), closely where not.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { Synovia } from "../../../apps/classroom/js/model/synovia.js";
import { COLUMNS } from "../../../apps/classroom/js/model/run.js";
import { readPresets } from "../../../apps/classroom/tools/presets.mjs";
import { Checks, skip } from "./browser.mjs";

const program = process.env.SYNOVIA_PROGRAM, glue = process.env.SYNOVIA_WASM;
if (!fs.existsSync(program)) skip(`no native program at ${program} (cmake --workflow --preset release)`);

const SAME_MATHS = { GLIBC_TUNABLES: "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2" };
const presets = new URL("../../../presets", import.meta.url).pathname;
const STRICT = 1e-11, LOOSE = 2e-4, SOUND = 1e-10 /* the kernel's sines are the libraries' */, RATE = 48000, FADE = 0.02 * RATE;

const native = (environment, ...words) => execFileSync(program, words, { env: { ...process.env, ...environment }, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
const module = await createRequire(import.meta.url)(glue)({ wasmBinary: fs.readFileSync(glue.replace(/js$/, "wasm")) });
const synovia = new Synovia(module), checks = new Checks(), scratch = fs.mkdtempSync(path.join(os.tmpdir(), "synovia-numbers-"));

/** What the page has no use for, or says in its own words and languages. */
const LEFT_OUT = /evaluations|rejected|wall_time|audible|warnings|sentence/;

/**
 * Largest difference of numbers under the same keys, relative, or to what `peaks` has under their key where that is more;
 * times and events too.
 */
function difference(ours, theirs, peaks = {}, key = "") {
    if (typeof theirs === "number") return theirs === ours ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), peaks[key] ?? 1e-12);
    if (theirs === null || typeof theirs === "string") return theirs === ours ? 0 : Infinity;
    return Math.max(0, ...Object.keys(theirs).filter((k) => k in ours || !LEFT_OUT.test(k)).map((k) => (k in ours ? difference(ours[k], theirs[k], peaks, k) : theirs[k] === null ? 0 : Infinity)));
}

/** The largest number under each key of a list of facets: the least of sixteen turns is small, and hangs on the steps. */
const peaksOf = (facets = []) => Object.fromEntries(Object.keys(facets[0] ?? {}).map((key) => [key, Math.max(...facets.map((f) => Math.abs(Number(f[key]))).filter(Number.isFinite))]));

/** What a free bubble's CSV calls otherwise. */
const NAMED = new Map([["liquid_pressure_pa", "gap_pressure_pa"]]);

/** Where a column of the table is among ours: in the rows, or among the pockets' two numbers each. */
function place(name) {
    const [, pocket, what] = /^p(\d+)_(radius_m|pressure_pa)$/.exec(name) ?? [];
    if (pocket) return { pockets: true, column: 2 * (pocket - 1) + (what === "radius_m" ? 0 : 1) };
    return { pockets: false, column: COLUMNS.indexOf(NAMED.get(name) ?? name) };
}

/** Largest difference of two curves, row by row, relative to the largest value of the column. */
function curveDifference(rows, pocketRows, text) {
    const [head, ...lines] = text.trim().split("\n"), table = lines.map((line) => line.split(",").map(Number)), count = rows.length / COLUMNS.length;
    const index = table.map(([time]) => rowAt(rows, time));
    let worst = 0;
    head.split(",").forEach((name, c) => {
        const { pockets, column } = place(name), from = pockets ? pocketRows : rows, width = from.length / count, most = Math.max(...table.map((row) => Math.abs(row[c])), 1e-30);
        table.forEach((row, i) => (worst = Math.max(worst, Math.abs(from[index[i] * width + column] - row[c]) / most)));
    });
    return worst;
}

/** The row at this time; every step of the solver is a row. */
function rowAt(rows, time) {
    const n = COLUMNS.length;
    let low = 0, high = rows.length / n - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (rows[middle * n] < time - 1e-15) low = middle + 1;
        else high = middle;
    }
    return low;
}

/** The samples of a float WAV. */
function readWav(file) {
    const bytes = fs.readFileSync(file), at = bytes.indexOf("data") + 8, count = Math.floor((bytes.length - at) / 4);
    return Float32Array.from({ length: count }, (_, i) => bytes.readFloatLE(at + 4 * i));
}

/** Largest difference up to where the file fades, relative to the peak. */
function soundDifference(ours, theirs) {
    const most = theirs.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
    let worst = 0;
    for (let i = 0; i < theirs.length - FADE; ++i) worst = Math.max(worst, Math.abs(ours[i] - theirs[i]));
    return worst / most;
}

/** The way through the air or the liquid to the listener [s], which the page leaves out. */
const delay = (kind, values) => values["listener.distance_m"] / values[/joint|spine/.test(kind) ? "listener.air_sound_speed_m_s" : "fluid.sound_speed_m_s"];

function compareSound(name, kind, environment, limit, words) {
    const file = path.join(scratch, `${name}.wav`), text = native(environment, "render", name, "-o", file, "--force", "--encoding", "float", "--level", "pa", "--format", "json", ...words);
    const { start_time_s: start, duration_s: duration } = JSON.parse(text).files[0];
    const ours = synovia.render(RATE, start - delay(kind, synovia.values()), duration), off = soundDifference(ours, readWav(file));
    checks.check(off < limit, `${name}: sound, ${off.toExponential(1)} of its peak`);
}

/** The command's words for another joint and another pull of it. */
const seeds = ({ chance }) => (chance ? ["--joint-seed", chance.joint, "--seed", chance.pull].map(String) : []);

/** The same maths: the solver's own functions (solver/elementary.hpp) besides exp and log, hence the same steps. */
function compareStrictly(name, preset) {
    const { report, rows, pocketRows, words } = compare(name, preset, SAME_MATHS, STRICT, SOUND);
    const curve = curveDifference(rows, pocketRows, native(SAME_MATHS, "simulate", name, "--csv", "-", "--quiet", ...words));
    checks.check(curve < STRICT, `${name}: curve of ${report.steps} steps, ${curve.toExponential(1)}`);
}

/**
 * Ordinary maths. Sixteen joints take other steps then, which moves the pops of a back by up to 0.4 us at the usual
 * tolerance, and pockets that tear one after the other are touchier: they are compared at finer ones.
 */
function compareLoosely(name, preset) {
    const tolerance = preset.values["joint.pockets"] ? 1e-9 : preset.kind === "spine" ? 1e-8 : null;
    compare(name, preset, {}, LOOSE, LOOSE, tolerance ? { "simulation.relative_tolerance": tolerance } : {});
}

/** What does not hang on where the steps fall: not late events, not the instant and height of noise below hearing. */
function robust(theirs, ours) {
    const peak = theirs.peak_level_db_spl > 0 ? {} : { peak_pressure_pa: ours.peak_pressure_pa, peak_pressure_time_s: ours.peak_pressure_time_s, peak_level_db_spl: ours.peak_level_db_spl };
    return { ...theirs, ...peak, events: [], steps: ours.steps };
}

function compare(name, preset, environment, limit, soundLimit, finer = {}) {
    const words = [...Object.entries(finer).flatMap(([key, value]) => ["--set", `${key}=${value}`]), ...seeds(preset)];
    synovia.load({ ...preset, values: { ...preset.values, ...finer } });
    const report = synovia.simulate(400_000), rows = synovia.curve(1), pocketRows = synovia.pocketRows(rows), theirs = JSON.parse(native(environment, "simulate", name, "--format", "json", ...words));
    checks.check(report.outcome === theirs.outcome, `${name}: ${theirs.outcome}`);
    const off = environment === SAME_MATHS ? difference(report, theirs) : difference(report, robust(theirs, report), peaksOf(theirs.facets));
    checks.check(off < limit, `${name}: numbers, ${off.toExponential(1)} of ${limit}`);
    if (report.outcome === "popped" && report.peak_level_db_spl > 50) compareSound(name, preset.kind, environment, soundLimit, words);
    return { report, rows, pocketRows, words };
}

const shipped = readPresets(presets);
for (const [name, preset] of Object.entries(shipped)) {
    compareStrictly(name, preset);
    compareLoosely(name, preset);
}
compareStrictly("knuckle-crack", { ...shipped["knuckle-crack"], chance: { joint: 7, pull: 3 } });
fs.rmSync(scratch, { recursive: true });
checks.end();
