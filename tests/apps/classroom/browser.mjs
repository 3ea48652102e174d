// A browser with the page in it: offline, from file://, every complaint remembered.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { load } from "../../../apps/classroom/tools/modules.mjs";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required"];

/** A busy machine may take its time; only what never comes is a failure [ms]. */
const PATIENCE = 180_000;

/** For ctest: not tested, and why. */
export function skip(why) {
    console.log(`skipped: ${why}`);
    process.exit(77);
}

export const page = pathToFileURL(path.resolve(process.env.SYNOVIA_PAGE ?? "build/classroom/synovia-classroom.html")).href;

/** @param {{width?: number, height?: number, reducedMotion?: "reduce", locale?: string}} [options] */
export async function openChromium({ width = 1366, height = 768, ...options } = {}) {
    if (!process.env.CHROMIUM || !fs.existsSync(process.env.CHROMIUM)) skip("no Chromium here (Debian: apt install chromium)");
    const { chromium } = load("playwright-core");
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
    const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, locale: "en-US", ...options });
    context.setDefaultTimeout(PATIENCE);
    await context.setOffline(true);
    return { browser, context, open: (hash = "", before) => openTab(context, hash, before) };
}

async function openTab(context, hash, before) {
    const tab = await context.newPage(), complaints = [], requests = [];
    tab.on("pageerror", (e) => complaints.push(e.message));
    tab.on("console", (m) => ["error", "warning"].includes(m.type()) && complaints.push(m.text()));
    tab.on("request", (r) => requests.push(r.url().slice(0, 80)));
    if (before) await tab.addInitScript(before);
    await tab.goto(page + hash);
    return Object.assign(tab, { complaints, requests, ready: () => tab.waitForSelector("body[data-ready]") });
}

/** Drags the handle by `share` of its way in `seconds`, as the ramp of the levers, and stays. */
export async function drag(tab, share, seconds) {
    const box = await tab.locator("#knob").boundingBox(), x = box.x + box.width / 2, y = box.y + box.height / 2;
    const way = await tab.evaluate(() => synovia.stage.scene.way), began = Date.now();
    await tab.mouse.move(x, y);
    await tab.mouse.down();
    for (let s = 0; s < 1;) {
        s = Math.min(1, (Date.now() - began) / 1e3 / seconds);
        await tab.mouse.move(x + share * way * s * s * s * (10 + s * (6 * s - 15)), y);
        await new Promise((done) => setTimeout(done, 6));
    }
}

/**
 * The same pull, but with points whose times are exact and known in time, however busy the machine: events made in the
 * page, ahead of their time.
 * @param {any} tab @param {number} seconds @param {number} hold [s] before letting go
 */
export async function exactDrag(tab, seconds, hold = 0.3) {
    await tab.evaluate(async ({ seconds, hold }) => {
        const knob = document.getElementById("knob"), { handle, stage } = synovia, way = stage.scene.way, start = performance.now();
        handle.knob.setPointerCapture = () => {};
        const send = (type, x, at) => {
            const event = new PointerEvent(type, { bubbles: true, clientX: x, clientY: 0, pointerId: 1, button: 0, buttons: 1 });
            Object.defineProperty(event, "timeStamp", { value: at });
            knob.dispatchEvent(event);
        };
        send("pointerdown", 0, start);
        for (let ms = 8; ms <= 1e3 * seconds + 8; ms += 8) {
            const s = Math.min(1, ms / 1e3 / seconds);
            send("pointermove", way * s * s * s * (10 + s * (6 * s - 15)), start + ms);
        }
        while (performance.now() < start + 1e3 * (seconds + hold)) await new Promise((done) => setTimeout(done, 10));
        send("pointerup", way, performance.now());
    }, { seconds, hold });
    await tab.waitForFunction(() => !synovia.live && synovia.pulled);
}

/** Counts checks; the process fails when one did. */
export class Checks {
    failed = 0;
    check(good, what) {
        console.log(`${good ? "ok  " : "FAIL"} ${what}`);
        if (!good) ++this.failed;
    }
    end() { process.exit(this.failed ? 1 : 0); }
}

/** No finding of axe, WCAG 2.2 A and AA and its good practice. @param {Checks} checks */
export async function accessible(tab, what, checks) {
    const axe = fs.readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
    await tab.evaluate((source) => {
        if (window.axe) return;
        const script = document.createElement("script");
        script.textContent = source;
        document.head.append(script);
    }, axe);
    const found = await tab.evaluate(async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations.map((v) => `${v.id} ${v.nodes[0].target} ${v.nodes[0].any[0]?.message ?? ""}`));
    checks.check(found.length === 0, `axe, ${what}: ${found.length ? found.join(" | ").slice(0, 600) : "nothing"}`);
}

/** What does not fit in a language, in states of [stage, view, lesson], in letters as wide as any system's. */
export const misfitsIn = (tab, language, states) => tab.evaluate(({ language, states }) => {
    const found = new Set(), rect = (e) => e.getBoundingClientRect(), seen = (e) => rect(e).width > 0 && getComputedStyle(e).visibility !== "hidden";
    const look = (where) => {
        if (document.documentElement.scrollWidth > innerWidth) found.add(`${where}: the page is too wide`);
        for (const text of [...document.querySelectorAll("svg[role=img] text")].filter(seen)) {
            const inner = rect(text), outer = rect(text.closest("svg"));
            if (inner.left < outer.left - 3 || inner.right > outer.right + 3 || inner.top < outer.top - 3 || inner.bottom > outer.bottom + 3) found.add(`${where}: "${text.textContent}" leaves its drawing`);
        }
        for (const row of [...document.querySelectorAll(".facet-list li + li")].filter(seen))
            if (rect(row.previousSibling).bottom > rect(row).top + 3) found.add(`${where}: "${row.previousSibling.textContent}" runs into the next`);
        for (const words of [...document.querySelectorAll("#big, #sub, .btn, .chip, .seg button, .lever label")].filter(seen))
            if (words.scrollWidth > words.clientWidth + 1) found.add(`${where}: "${words.textContent}" is wider than its place`);
        for (const dialog of document.querySelectorAll("dialog[open]")) {
            if (dialog.scrollWidth > dialog.clientWidth) found.add(`${where}: ${dialog.id} is too wide`);
            dialog.close();
        }
    };
    document.body.style.fontFamily = '"DejaVu Sans", Verdana, sans-serif';
    for (const projector of [false, true])
        for (const [stage, view, lesson] of states) {
            synovia.set({ language, projector, stage, view, ...(lesson ? { lesson } : {}) });
            if (view === "back") synovia.menu.open();
            if (lesson) document.querySelector(".lesson > .row button").click();
            look(`${stage} ${view}${projector ? ", projector" : ""}`);
        }
    document.body.style.fontFamily = "";
    return [...found];
}, { language, states });
