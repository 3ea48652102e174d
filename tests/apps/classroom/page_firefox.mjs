// The same page in Firefox, from a file: it computes, pops, sounds and shows.
import fs from "node:fs";
import { load } from "../../../apps/classroom/tools/modules.mjs";
import { Checks, exactDrag, page, skip } from "./browser.mjs";

const { FIREFOX } = process.env;
if (!FIREFOX || !fs.existsSync(FIREFOX)) skip("no Firefox here (Debian: apt install firefox-esr)");

const checks = new Checks(), browser = await load("puppeteer-core").launch({ browser: "firefox", executablePath: FIREFOX, headless: true, extraPrefsFirefox: { "media.autoplay.default": 0 } });
const tab = await browser.newPage(), complaints = [];
await tab.setViewport({ width: 1366, height: 768 });
tab.on("pageerror", (e) => complaints.push(e.message));
await tab.goto(page);
await tab.waitForSelector("body[data-ready]", { timeout: 180_000 });
const same = await tab.evaluate(async () => {
    const run = await synovia.recompute(false);
    return { outcome: run.report.outcome, low: run.report.min_gap_pressure_pa, at: run.nucleation, samples: run.sound.samples.length };
});
checks.check(same.outcome === "popped" && Math.abs(same.low + 119786.8) < 1 && Math.abs(same.at - 0.068291) < 1e-5 && same.samples > 19000, `knuckle: ${JSON.stringify(same)}`);
await tab.click("[data-predict=fast]");
await exactDrag({ evaluate: (f, a) => tab.evaluate(f, a), waitForFunction: (f) => tab.waitForFunction(f, { timeout: 180_000 }) }, 0.15);
checks.check(await tab.evaluate(() => synovia.run.popped && synovia.state.stage === "replay"), "a fast drag pops");
checks.check(await tab.evaluate(() => /NaN|undefined/.test(document.querySelector("#curves-picture").outerHTML)) === false, "and the curves are drawn");
const worklet = await tab.evaluate(() => ({ state: synovia.speaker.state, live: Boolean(synovia.speaker.live) }));
checks.check(worklet.live || worklet.state === "none", `sound: ${JSON.stringify(worklet)}`);
await tab.evaluate(() => synovia.setPreset("knuckle-crack"));
await exactDrag({ evaluate: (f, a) => tab.evaluate(f, a), waitForFunction: (f) => tab.waitForFunction(f, { timeout: 180_000 }) }, 0.15);
const crack = await tab.evaluate(() => ({ popped: synovia.run.popped, torn: synovia.run.tears.length, faces: document.querySelectorAll("#scene-picture .pocket").length }));
checks.check(crack.popped && crack.torn === 5 && crack.faces === 5, `a crack: ${JSON.stringify(crack)}`);
await tab.focus("#play");
await tab.keyboard.press("Enter");
checks.check(await tab.evaluate(() => synovia.replay.clock.playing || synovia.replay.clock.time > 0), "the keyboard plays");
await tab.evaluate(() => synovia.lessons.open(2));
checks.check(/nucleus/i.test(await tab.evaluate(() => document.getElementById("lesson").textContent)), "the lessons open");
checks.check(complaints.length === 0, `no complaint ${complaints.slice(0, 3)}`);
await browser.close();
checks.end();
