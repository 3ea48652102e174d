// 5,000 random actions, always the same ones, without an error.
import { Checks, openChromium } from "./browser.mjs";

const ACTIONS = 5000;

const checks = new Checks(), { browser, open } = await openChromium(), tab = await open();
await tab.ready();

const done = await tab.evaluate(async (actions) => {
    let seed = 1;
    const random = (n) => (seed = (seed * 48271) % 2147483647) % n, pick = (list) => list[random(list.length)];
    const visible = (e) => e.offsetParent !== null && !e.closest("[hidden]");
    const scope = () => document.querySelector("dialog[open]") ?? document;
    const keys = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "Escape", "Tab"];
    const save = HTMLAnchorElement.prototype.click; // no five hundred downloads
    HTMLAnchorElement.prototype.click = function () { if (!this.download) save.call(this); };
    window.print = () => {};
    let count = 0;
    const words = ["", "0", "-1", "1e999", "abc", "0,3", "NaN", "1e-9", "12", "٣", "<b>"];
    const act = [
        () => pick([...scope().querySelectorAll("button")].filter(visible))?.click(),
        () => {
            const bar = pick([...scope().querySelectorAll("input[type=range]")].filter(visible));
            if (bar) (bar.value = String(random(Number(bar.max) + 1))), bar.dispatchEvent(new Event("input", { bubbles: true }));
        },
        () => {
            const field = pick([...scope().querySelectorAll("input[type=text]")].filter(visible));
            if (field && !field.readOnly) (field.value = pick(words)), field.dispatchEvent(new Event("change", { bubbles: true }));
        },
        () => {
            const select = pick([...scope().querySelectorAll("select")].filter(visible));
            if (select) (select.selectedIndex = random(select.options.length)), select.dispatchEvent(new Event("change", { bubbles: true }));
        },
        () => {
            const target = pick([document.getElementById("knob"), document.activeElement ?? document.body]);
            target.dispatchEvent(new KeyboardEvent("keydown", { code: pick(keys), bubbles: true, cancelable: true, shiftKey: random(3) === 0 }));
        },
        () => {
            const knob = document.getElementById("knob"), x = random(300);
            knob.setPointerCapture = () => {};
            knob.dispatchEvent(new PointerEvent(pick(["pointerdown", "pointermove", "pointermove", "pointermove", "pointerup"]), { bubbles: true, clientX: x, pointerId: 1, button: 0, buttons: 1 }));
        },
        () => dispatchEvent(new KeyboardEvent("keydown", { code: pick(["KeyK", "KeyR"]), altKey: true })),
        () => random(4) === 0 && document.querySelector("dialog[open]")?.close(),
    ];
    while (count < actions) {
        pick(act)();
        count += 1;
        if (count % 5 === 0) await new Promise((done) => setTimeout(done, random(12)));
    }
    document.querySelector("dialog[open]")?.close();
    return count;
}, ACTIONS);
checks.check(done === ACTIONS, `${done} actions`);
checks.check(tab.complaints.length === 0, `no complaint ${tab.complaints.slice(0, 3)}`);
const notes = await tab.evaluate(() => [...document.querySelectorAll(".note p")].map((p) => p.textContent).filter((text) => /wrong|schief|mal/.test(text)));
checks.check(notes.length === 0, `no note of a failure ${notes}`);
checks.check(tab.requests.every((url) => /^(file|blob|data):/.test(url)), "no request left the page");
await tab.evaluate(() => synovia.reset());
await tab.waitForFunction(() => document.getElementById("big").textContent.length > 5);
checks.check((await tab.evaluate(() => synovia.state.stage)) === "open", "and it starts over");
await browser.close();
checks.end();
