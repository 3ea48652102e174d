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
const STRICT = 1e-11, LOOSE = 2e-4, RATE = 48000;

const native = (environment, ...words) => execFileSync(program, words, { env: { ...process.env, ...environment }, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
const module = await createRequire(import.meta.url)(glue)({ wasmBinary: fs.readFileSync(glue.replace(/js$/, "wasm")) });
const synovia = new Synovia(module), checks = new Checks(), scratch = fs.mkdtempSync(path.join(os.tmpdir(), "synovia-numbers-"));

/** Largest difference of numbers under the same keys, relative; times and events too. */
function difference(ours, theirs) {
    if (typeof theirs === "number") return theirs === ours ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-12);
    if (theirs === null || typeof theirs === "string") return theirs === ours ? 0 : Infinity;
    return Math.max(0, ...Object.keys(theirs).filter((k) => k in ours || !/evaluations|rejected|wall_time|audible|warnings|pockets/.test(k)).map((k) => (k in ours ? difference(ours[k], theirs[k]) : theirs[k] === null ? 0 : Infinity)));
}

/** Largest difference of two curves, row by row, relative to the largest value of the column. */
function curveDifference(rows, text) {
    const table = text.trim().split("\n").slice(1).map((line) => line.split(",").map(Number)), n = COLUMNS.length;
    let worst = 0;
    for (let c = 0; c < n; ++c) {
        const most = Math.max(...table.map((row) => Math.abs(row[c])), 1e-30);
        table.forEach((row) => (worst = Math.max(worst, Math.abs(at(rows, row[0], c) - row[c]) / most)));
    }
    return worst;
}

/** Column c of the row at this time; every step of the solver is a row. */
function at(rows, time, c) {
    const n = COLUMNS.length;
    let low = 0, high = rows.length / n - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (rows[middle * n] < time - 1e-15) low = middle + 1;
        else high = middle;
    }
    return rows[low * n + c];
}

/** The samples of a float WAV. */
function readWav(file) {
    const bytes = fs.readFileSync(file), at = bytes.indexOf("data") + 8, count = Math.floor((bytes.length - at) / 4);
    return Float32Array.from({ length: count }, (_, i) => bytes.readFloatLE(at + 4 * i));
}

/** Largest difference in the second after the onset, relative to the peak; the file begins and fades where it likes. */
function soundDifference(ours, theirs) {
    const peak = (x) => x.reduce((best, v, i) => (Math.abs(v) > Math.abs(x[best]) ? i : best), 0), a = peak(ours), b = peak(theirs);
    let worst = 0;
    for (let i = -200; i < 2000 && b + i < theirs.length - 600 && a + i < ours.length; ++i) worst = Math.max(worst, Math.abs((ours[a + i] ?? 0) - (theirs[b + i] ?? 0)));
    return worst / Math.abs(theirs[b]);
}

function compareSound(name, environment, limit, report) {
    const file = path.join(scratch, `${name}.wav`);
    native(environment, "render", name, "-o", file, "--force", "--encoding", "float", "--level", "pa");
    const ours = synovia.render(RATE, -0.005, report.end_time_s + 0.005), off = soundDifference(ours, readWav(file));
    checks.check(off < limit, `${name}: sound, ${off.toExponential(1)} of its peak`);
}

for (const [name, preset] of Object.entries(readPresets("presets"))) {
    if (Object.keys(preset.values).some((key) => /table|\.levels$/.test(key))) continue; // files beside the preset
    synovia.load(preset);
    const report = synovia.simulate(400_000), rows = synovia.curve(1);
    for (const [what, environment, limit, sound] of [["same maths", SAME_MATHS, STRICT, 1e-6], ["ordinary", {}, LOOSE, LOOSE]]) {
        const theirs = JSON.parse(native(environment, "simulate", name, "--format", "json"));
        checks.check(report.outcome === theirs.outcome, `${name}, ${what}: ${theirs.outcome}`);
        const late = what === "ordinary" ? { ...theirs, events: [], steps: report.steps, rhs_evaluations: 0 } : theirs;
        const off = difference(report, late);
        checks.check(off < limit, `${name}, ${what}: numbers, ${off.toExponential(1)}`);
        if (what === "same maths") {
            const curve = curveDifference(rows, native(environment, "simulate", name, "--csv", "-", "--quiet"));
            checks.check(curve < limit, `${name}: curve, ${curve.toExponential(1)}`);
        }
        if (report.outcome === "popped" && report.peak_level_db_spl > 50) compareSound(name, environment, sound, report);
    }
}
fs.rmSync(scratch, { recursive: true });
checks.end();
