// How fast the page is: node tests/apps/classroom/bench.mjs, with the environment of the page's tests. Prints a table.
import os from "node:os";
import { execFileSync } from "node:child_process";
import { exactDrag, openChromium } from "./browser.mjs";

const { browser, open } = await openChromium();
const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const rows = [], note = (what, value) => rows.push([what, value]);

const opened = [];
for (let i = 0; i < 5; ++i) {
    const began = Date.now(), tab = await open();
    await tab.ready();
    opened.push(Date.now() - began);
    await tab.close();
}
note("open to first answer", `${middle(opened)} ms`);

const tab = await open();
await tab.ready();
note("slider to picture, median of 60", `${(await tab.evaluate(async () => {
    await synovia.recompute(false).then((run) => Object.assign(synovia, { run, pulled: true }));
    synovia.set({ stage: "pull" });
    const bar = document.getElementById("lever-traction.rise_time_s"), times = [];
    for (let i = 0; i < 60; ++i) {
        const before = synovia.run, began = performance.now();
        bar.value = String(60 + i);
        bar.dispatchEvent(new Event("input"));
        while (synovia.run === before && performance.now() < began + 2000) await new Promise((done) => setTimeout(done));
        times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b)[30];
})).toFixed(1)} ms`);

const pulls = [];
for (let i = 0; i < 5; ++i) {
    await tab.evaluate(() => (synovia.reset(), document.getElementById("opening").click()));
    await tab.evaluate(() => {
        synovia.speaker.open(synovia.engine);
        const look = synovia.engine.onLook;
        window.latency = [];
        synovia.engine.onLook = (looks) => {
            const start = performance.timeOrigin / 1e3;
            for (const { time } of looks) window.latency.push(performance.now() / 1e3 - (time - 0.02) - (window.began - start));
            look(looks);
        };
        const move = synovia.moveHand.bind(synovia);
        window.began = 0;
        synovia.moveHand = (points, last) => ((window.began ||= points.find((p) => p.x > 0).wall - 0.01), move(points, last));
    });
    await exactDrag(tab, 0.15);
    pulls.push(middle(await tab.evaluate(() => window.latency)) * 1e3);
    await tab.evaluate(() => delete synovia.moveHand);
}
note("hand to picture, median", `${middle(pulls).toFixed(0)} ms`);
note("of the sound: hand delay, renderer, queue, card", await tab.evaluate(() => `20 + 1.4 + 20 + ${((synovia.speaker.context.baseLatency + (synovia.speaker.context.outputLatency || 0)) * 1e3).toFixed(0)} ms`));

const dry = await tab.evaluate(async () => {
    synovia.reset();
    const before = synovia.speaker.underruns;
    synovia.takeHold();
    for (let k = 0; synovia.live && k < 3500; ++k) {
        synovia.moveHand([{ wall: synovia.wall(), x: 1e-3 * (1 + Math.sin(k / 40)) }]);
        await new Promise((done) => setTimeout(done, 16));
    }
    while (synovia.live) await new Promise((done) => setTimeout(done, 50));
    return { underruns: synovia.speaker.underruns - before, seconds: synovia.run.end };
});
note(`times the sound ran dry in ${dry.seconds.toFixed(0)} s under the hand`, String(dry.underruns));

console.log(`| what | ${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}, ${execFileSync(process.env.CHROMIUM, ["--version"], { encoding: "utf8" }).trim()} |\n|---|---|`);
for (const [what, value] of rows) console.log(`| ${what} | ${value} |`);
await browser.close();
