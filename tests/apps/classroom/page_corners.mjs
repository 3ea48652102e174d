// Every corner of every lever, and both ends of everything else: a result or a sentence, and a page that still answers.
import { Checks, openChromium } from "./browser.mjs";

/** The page must paint again within this while the solver works [ms]. Not a speed: a frozen page takes seconds. */
const PATIENCE = 3000;

const checks = new Checks(), { browser, open } = await openChromium(), tab = await open();
await tab.ready();

/** Sets values, waits for the answer, and says what the page says. */
const ask = (values, preset = "knuckle") => tab.evaluate(async ({ values, preset, patience }) => {
    const app = synovia;
    app.pulled = false;
    let last = performance.now(), longest = 0, watching = true;
    const watch = () => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        if (watching) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    app.setPreset(preset, values);
    let run = null;
    do run = await app.recompute(false);
    while (!run && !app.trouble); // a later one took its place
    watching = false;
    if (!run) return { trouble: app.trouble, frozen: longest > patience };
    Object.assign(app, { run, pulled: true });
    app.set({ stage: "pull" });
    app.look(1000);
    const text = document.getElementById("big").textContent, svg = document.querySelector("#curves-picture").outerHTML + document.querySelector("#scene-picture").outerHTML;
    app.again();
    return { outcome: run.report.outcome, finite: run.rows.every(Number.isFinite) && run.sound.samples.every(Number.isFinite), rows: run.length, text, bad: /NaN|Infinity|undefined/.test(svg + text), frozen: longest > patience };
}, { values, preset, patience: PATIENCE });

function judge(answer, what) {
    const good = !answer.frozen && (answer.trouble ? answer.trouble.length > 10 && !/NaN|undefined|Infinity/.test(answer.trouble) : answer.finite && !answer.bad && answer.text.length > 10);
    if (!good) checks.check(false, `${what}: ${JSON.stringify(answer)}`);
    return good;
}

const levers = [["traction.rise_time_s", [0.03, 3]], ["traction.distance_m", [1e-3, 12e-3]], ["fluid.zero_shear_viscosity_pa_s", [0.01, 100]], ["bubble.nucleus_radius_m", [1e-7, 1e-5]]];
let good = 0, all = 0;
for (let corner = 0; corner < 16; ++corner) {
    const values = Object.fromEntries(levers.map(([key, ends], i) => [key, ends[(corner >> i) & 1]]));
    for (const preset of await tab.evaluate(() => Object.keys(synovia.presets).filter((name) => synovia.presets[name].shown)))
        (all += 1), (good += judge(await ask(values, preset), `${preset} corner ${corner}`));
}
checks.check(good === all, `${good} of ${all} corners of the levers end in a result or a sentence`);

const table = await tab.evaluate(() => synovia.table.filter((p) => p.kinds.includes("joint") && (p.type === "number" || p.type === "optional") && p.key !== "simulation.duration_s").map(({ key, min, max }) => ({ key, min, max })));
[good, all] = [0, 0];
for (const { key, min, max } of table)
    for (const value of [min, max]) (all += 1), (good += judge(await ask({ [key]: value }), `${key} = ${value}`));
checks.check(good === all, `${good} of ${all} ends of everything else too`);
checks.check(tab.complaints.length === 0, `no complaint ${tab.complaints.slice(0, 3)}`);
await browser.close();
checks.end();
