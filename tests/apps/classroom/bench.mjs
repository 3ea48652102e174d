// How fast the page is: node tests/apps/classroom/bench.mjs, with the environment of the page's tests. Prints a table.
import os from "node:os";
import { execFileSync } from "node:child_process";
import { exactDrag, openChromium } from "./browser.mjs";

const { browser, open } = await openChromium();
const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const rows = [], note = (what, value) => rows.push([what, value]);

// From the beginning of the navigation, on the page's own clock: a new tab and its remote control take as long again.
const watch = () => new MutationObserver(() => document.body?.dataset.ready && (window.readyAt ??= performance.now())).observe(document, { subtree: true, attributes: true });
const opened = [];
for (let i = 0; i < 5; ++i) {
    const tab = await open("", watch);
    await tab.ready();
    opened.push(await tab.evaluate(() => window.readyAt));
    await tab.close();
}
note("open to first answer, median of 5", `${middle(opened).toFixed(0)} ms`);

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

// The hand's way is known to the last digit, and so is when the model pops under it: from there on it is all the page's. An
// ear behind the page's one gain tells when the pop is handed to the sound card.
const listen = () => tab.evaluate(async () => {
    const { context, gain } = synovia.speaker;
    if (window.heardBy === context) return;
    window.heardBy = context;
    const ear = `registerProcessor("ear", class extends AudioWorkletProcessor {
        process([[x]]) {
            if (x?.some((y) => Math.abs(y) > 0.05)) this.port.postMessage(Date.now());
            return true;
        }
    })`;
    await context.audioWorklet.addModule(`data:text/javascript,${encodeURIComponent(ear)}`);
    const node = new AudioWorkletNode(context, "ear");
    gain.connect(node).connect(context.destination);
    node.port.onmessage = ({ data }) => (window.heard ??= data - performance.timeOrigin - window.due);
});
const late = [], heard = [];
await tab.evaluate(() => synovia.speaker.open(synovia.engine));
for (let i = 0; i < 7; ++i) {
    await listen();
    await tab.evaluate(async () => {
        synovia.reset();
        let run = null;
        while (!run) run = await synovia.recompute(false);
        window.heard = undefined;
        const look = synovia.engine.onLook, model = 1e3 * run.nucleation;
        document.getElementById("knob").addEventListener("pointerdown", (e) => (window.due = e.timeStamp + model), { once: true });
        synovia.engine.onLook = (...looks) => {
            look(...looks);
            if (!synovia.live?.popped) return;
            window.late = performance.now() - window.due;
            synovia.engine.onLook = look;
        };
    });
    await exactDrag(tab, 0.15);
    const ears = await tab.evaluate(() => [window.late, window.heard - window.late]);
    late.push(ears[0]);
    heard.push(ears[1]);
}
const range = (list) => `${middle(list).toFixed(1)}, ${Math.max(...list).toFixed(1)} ms`;
note("pop after the model's own time, median and worst of 7", range(late));
const card = await tab.evaluate(() => ({ ms: (synovia.speaker.context.baseLatency + (synovia.speaker.context.outputLatency || 0)) * 1e3, longer: synovia.speaker.hint !== 0 }));
note("handed to the sound card after that, median and worst of 7", range(heard));
note("the sound card's own delay", `${card.ms.toFixed(0)} ms${card.longer ? ", its longer way, for the shortest broke off" : ""}`);

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
