// The page where less is to be had: old and locked browsers, no loudspeaker, a telephone, no motion.
import { accessible, Checks, exactDrag, openChromium } from "./browser.mjs";

const checks = new Checks(), check = (good, what) => checks.check(good, what);
const { browser, open } = await openChromium();

async function poorBrowsers() {
    const without = async (script, pattern, what) => {
        const tab = await open("", script);
        await tab.waitForSelector(".blocked");
        check(pattern.test(await tab.textContent(".blocked")), `${what}: ${await tab.textContent(".blocked")}`);
        await tab.close();
    };
    await without("delete window.WebAssembly", /WebAssembly/, "WebAssembly is missing");
    await without("delete Object.hasOwn", /too old/, "an old browser");
    await without("CSS.supports = () => false", /too old/, "a browser that cannot mix colours");
    await without("window.Worker = class { constructor() { setTimeout(() => this.onerror({ message: 'CompileError: blocked by policy' })); } postMessage() {} }", /blocked by policy/, "WebAssembly is blocked in the worker");
    const silent = await open("", "window.AudioContext = class { constructor() { throw new DOMException('no', 'NotAllowedError'); } }");
    await silent.ready();
    await silent.click("[data-predict=slow]");
    check(/No sound/.test(await silent.textContent("#notes")), "no loudspeaker is told");
    await exactDrag(silent, 0.15);
    check(await silent.evaluate(() => synovia.run.popped), "and the page goes on without");
    await silent.close();
}

/** A card that breaks off on the shortest way to the ear. */
async function poorCard() {
    const tab = await open("", "Object.defineProperty(AudioContext.prototype, 'playbackStats', { get: () => ({ underrunEvents: 99 }) })");
    await tab.ready();
    await tab.click("[data-predict=slow]");
    await tab.waitForFunction(() => synovia.speaker.live);
    const short = await tab.evaluate(() => synovia.speaker.context.baseLatency);
    await exactDrag(tab, 0.15);
    await tab.waitForFunction(() => synovia.speaker.hint === "interactive" && synovia.speaker.state === "on");
    check((await tab.evaluate(() => synovia.speaker.context.baseLatency)) > short, "a sound card that breaks off gets more time, between two pulls");
    await tab.evaluate(() => synovia.setPreset("knuckle"));
    await exactDrag(tab, 0.15);
    check(await tab.evaluate(() => synovia.run.popped && synovia.speaker.state === "on"), "and sounds on");
    check(tab.complaints.length === 0, `no complaint ${tab.complaints.slice(0, 3)}`);
    await tab.close();
}

async function phoneAndCalm() {
    const phone = await openChromium({ width: 390, height: 844, hasTouch: true, isMobile: true }), tab = await phone.open();
    await tab.ready();
    const small = await tab.evaluate(() => {
        synovia.set({ stage: "pull" });
        return [...document.querySelectorAll("button, select, input, .knob")].filter((e) => e.offsetParent && !e.closest("dialog")).filter((e) => e.getBoundingClientRect().height < 43.5 && e.id !== "menu-open" && !e.closest(".units")).map((e) => `${e.id || e.textContent} ${e.getBoundingClientRect().height}`);
    });
    check(small.length === 0, `targets of 44 pixels on touch ${small.slice(0, 4)}`);
    await accessible(tab, "phone", checks);
    await phone.browser.close();
    const calm = await openChromium({ reducedMotion: "reduce" }), still = await calm.open();
    await still.ready();
    await still.evaluate(() => synovia.pull());
    await still.waitForFunction(() => synovia.state.stage === "replay");
    const before = await still.evaluate(() => synovia.replay.clock.time);
    await still.click("#play");
    check(await still.evaluate((b) => !synovia.replay.clock.playing && synovia.replay.clock.time > b, before), "reduced motion: the replay goes by steps");
    await calm.browser.close();
}

await poorBrowsers();
await poorCard();
await browser.close();
await phoneAndCalm();
checks.end();
