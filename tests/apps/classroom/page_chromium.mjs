// The page as a class uses it, in Chromium, offline and from a file.
import fs from "node:fs";
import { accessible as axe, Checks, drag, exactDrag, misfitsIn, openChromium, page as address } from "./browser.mjs";

const checks = new Checks(), check = (good, what) => checks.check(good, what);
const { browser, context, open } = await openChromium();
const accessible = (tab, what) => axe(tab, what, checks);
const sentence = (tab) => tab.evaluate(() => document.getElementById("big").textContent);
const reset = (tab) => tab.evaluate(() => (synovia.reset(), synovia.recompute(false)));

async function opening(tab) {
    check(/which one pops\?$/.test(await sentence(tab)), "opens on a question");
    check(await tab.evaluate(() => synovia.speaker.context === null), "no sound before somebody acts");
    await tab.click("[data-predict=fast]");
    check((await tab.getAttribute("[data-predict=fast]", "aria-pressed")) === "true", "a prediction is kept");
}

async function drags(tab) {
    await exactDrag(tab, 0.15);
    const fast = await tab.evaluate(() => ({ popped: synovia.run.popped, at: synovia.run.nucleation, stage: synovia.state.stage, threshold: synovia.run.report.threshold_pa, low: synovia.run.report.min_gap_pressure_pa, loud: Math.max(...synovia.run.sound.samples.map(Math.abs)) }));
    // The lever's own pull lets go at 68.3 ms. Here time begins 2 ms before the hand does, which is followed 20 ms late and
    // told in points 8 ms apart.
    check(fast.popped && Math.abs(fast.at - 0.0683 - 0.022) < 0.002, `a fast drag pops where the model says: ${(1e3 * fast.at).toFixed(1)} ms`);
    check(fast.low < fast.threshold && fast.low > fast.threshold - 3e3, `at the tension of the nucleus: ${(fast.low / 1e3).toFixed(1)} kPa`);
    check(fast.loud > 0.2 && fast.loud < 0.7, `with a sound of ${fast.loud.toFixed(2)} Pa`);
    check(fast.stage === "replay", "and the burst is there to be looked at");
    await tab.click("#again");
    check(/bubble/.test(await sentence(tab)), "the bubble of the pop is still there");
    await exactDrag(tab, 0.15);
    check(await tab.evaluate(() => !synovia.run.popped && synovia.run.hadBubble), "so the next pull is silent");
    check(/^Silent: a bubble/.test(await sentence(tab)), "and the page says why");
    await tab.evaluate(() => (document.getElementById("rest-bar").value = 12) && document.getElementById("rest-bar").dispatchEvent(new Event("input")));
    await exactDrag(tab, 0.15);
    check(await tab.evaluate(() => synovia.run.popped), "after five hours by the clock it pops again");
    await reset(tab);
    await exactDrag(tab, 1.2);
    const slow = await tab.evaluate(() => ({ popped: synovia.run.popped, low: synovia.run.report.min_gap_pressure_pa }));
    check(!slow.popped && slow.low < -30e3 && slow.low > -110e3, `a slow drag is silent: ${(slow.low / 1e3).toFixed(0)} kPa`);
    check(/^Silent: liquid had time/.test(await sentence(tab)), "and the page says why");
    const own = await open(); // through the browser's own events
    await own.ready();
    await drag(own, 1, 0.1);
    await own.mouse.up();
    await own.waitForFunction(() => !synovia.live && synovia.pulled);
    check(await own.evaluate(() => synovia.run.length > 100), "the mouse takes hold too");
    await own.close();
}

async function keys(tab) {
    await reset(tab);
    await tab.focus("#knob");
    await tab.keyboard.press("End");
    await tab.waitForFunction(() => !synovia.live && synovia.pulled);
    check(await tab.evaluate(() => synovia.run.popped), "the keys pull too");
    await tab.keyboard.press("Alt+k");
    await tab.waitForFunction(() => synovia.replay.clock.time > synovia.run.nucleation + 1e-4);
    await tab.keyboard.press("Alt+k");
    check(!(await tab.evaluate(() => synovia.replay.clock.playing)), "Alt+K plays and pauses");
    await tab.keyboard.press("Alt+r");
    check((await tab.evaluate(() => synovia.state.stage)) === "open", "Alt+R starts over");
    const reached = await tab.evaluate(() => [...document.querySelectorAll("button, select, input, [role=slider]")].filter((e) => e.offsetParent && (e.tabIndex < 0 || e.disabled)).length);
    check(reached === 0, "nothing is out of the keyboard's reach");
}

async function replays(tab) {
    await reset(tab);
    await tab.evaluate(() => synovia.pull());
    await tab.waitForFunction(() => synovia.state.stage === "replay");
    const expected = { "1": "1 s", "1/10": "0.1 s", "1/100": "10 ms", "1/1000": "1 ms", "1/5000": "0.2 ms" };
    for (const button of await tab.locator("#factors button").all()) {
        await button.click();
        const name = await button.textContent(), said = await tab.textContent("#factor");
        check(said.replace(/\u00a0/g, " ").startsWith(`${expected[name]} in the joint takes 1 s here`), `${name}: ${said}`);
        check((await tab.isVisible("#crack")) === !["1", "1/10"].includes(name), `${name}: too low to hear is said where it is`);
    }
    const before = await tab.evaluate(() => synovia.replay.clock.time);
    await tab.click("#step");
    check((await tab.evaluate(() => synovia.replay.clock.time)) > before, "a step goes on");
    await tab.click("#rewind");
    check(await tab.evaluate(() => synovia.replay.clock.time === synovia.replay.clock.window[0]), "and back");
    const box = await tab.locator("#curves-picture").boundingBox();
    await tab.mouse.click(box.x + 0.7 * box.width, box.y + 0.5 * box.height);
    check(await tab.evaluate(() => synovia.replay.clock.time > synovia.run.nucleation), "a click on a curve goes there");
    await tab.click("#factors button:nth-child(4)");
    await tab.evaluate(() => synovia.replay.seek(synovia.run.nucleation + 4e-4));
    check(/leapt from/.test(await sentence(tab)), `the sentence follows: ${await sentence(tab)}`);
    await tab.waitForFunction(() => /leapt from/.test(document.getElementById("live").textContent));
    check(true, "and is announced once it has settled");
}

async function units(tab) {
    for (const [unit, text] of [["atm", /1\.18/], ["mmHg", /89\d/], ["kPa", /119|120/]]) {
        await tab.evaluate((u) => synovia.set({ unit: u }), unit);
        check(text.test(await tab.textContent("#curves-picture")), `threshold in ${unit}`);
    }
}

/** What the menu's buttons write, of a run of this kind. */
async function files(tab, kind) {
    await tab.click("#menu-open");
    for (const [name, magic] of [["Curve", new RegExp(`^# synovia, ${kind}`)], ["Sound", /^RIFF/], ["Picture", /^\x89PNG/]]) {
        const [download] = await Promise.all([tab.waitForEvent("download"), tab.click(`#menu button:has-text("${name}")`)]);
        const bytes = fs.readFileSync(await download.path());
        check(magic.test(bytes.subarray(0, 16).toString("latin1")) && bytes.length > 5000, `${download.suggestedFilename()}: ${bytes.length} bytes`);
    }
}

async function exports(tab) {
    await files(tab, "joint");
    await tab.click('#menu button:has-text("table")');
    check((await tab.locator("#table tbody tr").count()) >= 4, "the values are there as a table");
    await accessible(tab, "table");
    await tab.evaluate(() => (document.querySelectorAll("dialog[open]").forEach((d) => d.close()), synovia.menu.open()));
    await tab.selectOption("#menu-preset", "knee");
    await tab.click('#menu button:has-text("table")');
    check((await tab.locator("#table tbody tr").count()) >= 3, "the table is there too where another joint has been chosen since");
    await tab.evaluate(() => (document.querySelectorAll("dialog[open]").forEach((d) => d.close()), synovia.set({ view: "back" }), synovia.menu.open(), synovia.reset()));
    const [picture] = await Promise.all([tab.waitForEvent("download"), tab.click('#menu button:has-text("Picture")')]);
    check(/knuckle/.test(picture.suggestedFilename()), "and the picture is of what is on the screen by then");
    await tab.evaluate(() => document.querySelectorAll("dialog[open]").forEach((d) => d.close()));
}

async function links(tab) {
    await tab.evaluate(() => (synovia.reset(), synovia.setValue("traction.rise_time_s", 0.25), synovia.set({ language: "de", unit: "atm", projector: true })));
    const hash = await tab.evaluate(() => location.hash);
    check(decodeURIComponent(hash).split("&").length === 4, `only what differs: ${hash}`);
    const other = await open(hash);
    await other.ready();
    check(await other.evaluate(() => synovia.values()["traction.rise_time_s"] === 0.25 && document.documentElement.lang === "de" && document.documentElement.classList.contains("projector")), "the link brings it back");
    await other.close();
    const broken = await open("#traction.rise_time_s=1e99&preset=nowhere&lang=xx&%E0%A4%A&traction.distance_m=0.005");
    await broken.ready();
    check(/rise_time_s=1e99/.test(await broken.textContent("#notes")) && await broken.evaluate(() => synovia.values()["traction.distance_m"] === 0.005 && synovia.values()["traction.rise_time_s"] === 0.15), "a broken link is told, and what is good of it is used");
    check(broken.complaints.length === 0, `without a complaint ${broken.complaints}`);
    await broken.close();
}

async function badInput(tab) {
    await reset(tab);
    await tab.evaluate(() => synovia.set({ stage: "pull", language: "en", unit: "kPa", projector: false }));
    const field = tab.locator("[id='lever-traction.rise_time_s-number']");
    for (const text of ["1e30", "abc", "-1", ""]) {
        await field.fill(text);
        await field.press("Enter");
        await field.blur();
        check(/A number from/.test(await tab.textContent("#levers")) && (await field.getAttribute("aria-invalid")) === "true", `"${text}" is refused in a sentence`);
    }
    check(await tab.evaluate(() => synovia.values()["traction.rise_time_s"] === 0.15), "and changes nothing");
    await tab.evaluate(() => synovia.setValue("joint.resting_pressure_pa", 2e4).then(() => synovia.setValue("fluid.vapour_pressure_pa", 2e4)).then(() => synovia.setValue("fluid.surface_tension_n_m", 0)));
    check(/cannot be run/.test(await sentence(tab)), `what does not fit together is told: ${await tab.textContent("#sub")}`);
    await reset(tab);
}

async function everyState(tab) {
    const states = {
        opening: () => synovia.reset(), pull: () => synovia.set({ stage: "pull" }),
        replay: async () => {
            let run = null;
            while (!run) run = await synovia.recompute(false); // null: a later one took its place
            Object.assign(synovia, { run, ghost: run, pulled: true });
            synovia.look(1000);
        },
        lesson: () => (synovia.lessons.open(1), synovia.lessons.progress.step = 3, synovia.set({ unit: "kPa" })), menu: () => synovia.menu.open(), more: () => synovia.more.open(),
        quiz: () => ((synovia.back.quiz.state[0].guess = "no"), synovia.back.quiz.open(0)), sheet: () => (synovia.lessons.open(1), [...document.querySelectorAll(".lesson .row button")][0].click()),
    };
    for (const projector of [false, true])
        for (const [name, go] of Object.entries(states)) {
            await tab.evaluate(() => document.querySelectorAll("dialog[open]").forEach((d) => d.close()));
            await tab.evaluate(go);
            await tab.evaluate((p) => synovia.set({ projector: p }), projector);
            await accessible(tab, `${name}${projector ? ", projector" : ""}`);
        }
    await tab.evaluate(() => (document.querySelectorAll("dialog[open]").forEach((d) => d.close()), synovia.lessons.progress.step = 1, synovia.set({ projector: false })));
}

async function languages(tab) {
    await tab.evaluate(async () => {
        while (!(synovia.run = await synovia.recompute(false)));
        synovia.look(1000);
        synovia.back.values = { ...synovia.back.values, ...synovia.presets["back-crack"].values }; // pops of many levels to name
        while (!(await synovia.back.compute()));
    });
    for (const name of await tab.evaluate(() => Object.keys(synovia.locales)))
        for (const [width, height] of [[1366, 768], [1920, 1080], [390, 844]]) {
            await tab.setViewportSize({ width, height });
            const misfits = await misfitsIn(tab, name, [["open", "finger"], ["pull", "finger"], ["replay", "finger"], ["open", "back"], ["pull", "lessons", 1], ["pull", "lessons", 6]]);
            check(misfits.length === 0, `${name} fits ${width} pixels ${misfits.slice(0, 4).join("; ")}`);
            const english = await tab.evaluate(() => {
                synovia.more.open();
                const strangers = [...document.querySelectorAll("#more label[lang=en]")].map((label) => label.textContent);
                document.getElementById("more").close();
                return strangers;
            });
            check(english.length === 0, `${name} has a word for everything that can be set ${english}`);
        }
    await tab.setViewportSize({ width: 1366, height: 768 });
    await tab.evaluate(() => ((synovia.back.run = null), document.querySelector(".controls .seg button:nth-child(2)").click(), synovia.back.render(), synovia.set({ language: "en", view: "finger", projector: false })));
}

async function back(tab) {
    await tab.click("nav [data-view=back]");
    check(/Which joints of the back pop/.test(await sentence(tab)), "the back opens on a question too");
    const run = (values) => tab.evaluate(async (v) => {
        synovia.back.values = { ...synovia.back.values, ...v };
        let run = null;
        while (!run && !synovia.back.trouble) run = await synovia.back.compute();
        return run && { popped: run.report.facets.filter((f) => f.popped).map((f) => `${f.level} ${f.side}`), finite: run.sound.samples.every(Number.isFinite) };
    }, values);
    // solver/README.md, the spine: a thrust of 14 N m on L4 in 0.12 s pops L4-L5 and the joint below, none from 0.36 s on.
    const fast = await run({});
    check(fast.popped.join() === "L4-L5 left,L5-S1 left" && fast.finite, `a fast thrust pops ${fast.popped}`);
    check(/2 facets popped: L4-L5, L5-S1/.test(await sentence(tab)), "and the sentence names them");
    check((await tab.locator(".facet-list.left li.pop").count()) === 2 && /pressed together/.test(await tab.textContent(".facet-list.right")), "every facet says what became of it");
    await accessible(tab, "back");
    await files(tab, "spine");
    await tab.evaluate(() => document.querySelector("dialog[open]").close());
    check((await run({ "spine.rise_time_s": 0.5 })).popped.length === 0 && /Nothing popped/.test(await sentence(tab)), "a slow one pops nothing, and the page says why");
    check((await run({ "spine.rise_time_s": 0.12, "spine.side": "right" })).popped.join() === "L4-L5 right,L5-S1 right", "the mirror image");
    await tab.click('.controls .seg button:has-text("Series")');
    check(/divided into pockets/.test(await tab.textContent("#sub")), "divided facets say what they are");
    const series = await run({ "spine.side": "left" });
    check(series.popped.length === 8 && series.finite, `and crack in a series: ${series.popped}`); // as the preset's own text says
    await tab.click('.controls .seg button:has-text("Thrust")');
    await run({ "spine.side": "right" });
    for (const values of [0, 1, 2, 3, 4, 5, 6, 7].map((i) => ({ "spine.rise_time_s": i & 1 ? 3 : 0.05, "spine.moment_nm": i & 2 ? 30 : 0, "spine.guarding": i & 4 ? 1 : 0 }))) {
        const answer = await run(values);
        check(answer ? answer.finite : (await tab.textContent("#sub")).length > 10, `corner ${JSON.stringify(values)}: ${answer?.popped.length} pops`);
    }
    await tab.click('.rail button:has-text("tested")');
    for (let saying = 0; (await tab.locator("#quiz blockquote").count()) && saying < 6; ++saying) {
        await tab.click("#quiz .chip >> nth=1");
        for (const row of await tab.locator("#quiz tbody tr").all()) {
            await row.locator("button").click();
            await tab.waitForFunction((name) => /\d/.test([...document.querySelectorAll("#quiz tbody tr")].find((r) => r.querySelector("button").textContent === name)?.children[1].textContent), await row.locator("button").textContent());
        }
        check(/true|said/.test(await tab.textContent("#quiz")), `saying ${saying + 1}: ${(await tab.locator("#quiz tbody tr").allTextContents()).join(" / ")}`);
        if (saying === 0) await accessible(tab, "saying");
        if (saying < 5) await tab.click('#quiz button:has-text("Next")');
    }
    await tab.evaluate(() => document.querySelectorAll("dialog[open]").forEach((d) => d.close()));
    await tab.evaluate(() => synovia.set({ view: "finger" }));
}

async function lessons(tab) {
    const count = await tab.evaluate(() => (synovia.lessons.open(1), synovia.lessons.done.length));
    for (let number = 1; number <= count; ++number) {
        await tab.evaluate((n) => synovia.lessons.open(n), number);
        await tab.click("#lesson .chip >> nth=0");
        for (const row of [0, 1]) {
            await tab.locator("#lesson tbody tr").nth(row).locator("button").click();
            await tab.waitForFunction((r) => synovia.lessons.progress.rows[r], row);
        }
        await tab.click("#lesson [data-focus=next]");
        check(/Not known/.test(await tab.textContent("#lesson")), `lesson ${number}: ${(await tab.locator("#lesson tbody tr").allTextContents()).slice(0, 2).join(" / ")}`);
    }
    const opened = await tab.evaluate(() => [0, 1].map((row) => synovia.lessons.done[5].rows[row].report.facets.find((f) => f.level === "L4-L5" && f.side === "left").max_gap_m));
    check(opened[1] > opened[0] && opened[0] > 1e-3, `the slow thrust of lesson 6 opens the joint further: ${opened.map((m) => (1e3 * m).toFixed(2))} mm`);
    await tab.click('#lesson button:has-text("Work sheet")');
    await accessible(tab, "work sheet");
    await tab.evaluate(() => document.querySelectorAll("dialog[open]").forEach((d) => d.close()));
}

/** Starting over, or another joint, while a pull is on its way. */
async function interrupted(tab) {
    for (const [what, begin] of [["computed", () => void synovia.pull()], ["played", () => synovia.pull()], ["dragged", () => (synovia.takeHold(), synovia.moveHand([{ wall: synovia.wall(), x: 1e-3 }]))]]) {
        await reset(tab);
        await tab.evaluate(begin);
        await tab.evaluate(() => synovia.reset());
        await tab.evaluate(() => synovia.engine.ask("values", { scenario: synovia.scenario() })); // the worker has answered all before
        await tab.waitForTimeout(300);
        check(await tab.evaluate(() => synovia.state.stage === "open" && !synovia.live && !synovia.performing && !synovia.run), `a pull that is ${what} ends when the class starts over`);
    }
}

async function background(tab) {
    await reset(tab);
    await tab.evaluate(() => {
        synovia.takeHold();
        synovia.moveHand([{ wall: synovia.wall(), x: 1e-4 }, { wall: synovia.wall() + 0.05, x: 2e-4 }]);
    });
    await tab.waitForFunction(() => synovia.live?.length > 10);
    await tab.evaluate(() => {
        Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        delete document.hidden;
    });
    await tab.waitForFunction(() => !synovia.live);
    check(/background/.test(await tab.textContent("#notes")) && await tab.evaluate(() => synovia.run.length > 10), "a tab in the background ends the pull, says so and keeps it");
}

const size = fs.statSync(new URL(address)).size;
check(size < 700_000, `${Math.round(size / 1000)} kB, under 700`);
const tab = await open();
await tab.ready();
for (const part of [opening, drags, keys, replays, units, exports, links, badInput, everyState, languages, back, lessons, interrupted, background]) {
    console.log(`-- ${part.name}`);
    await part(tab);
}
check(tab.complaints.length === 0, `no complaint ${tab.complaints.slice(0, 3).join(" | ")}`);
check(tab.requests.every((url) => /^(file|blob|data):/.test(url)), "no request left the page");
const answer = await tab.evaluate(() => fetch("https://example.org/").then(() => "reached", (e) => e.name));
check(answer === "TypeError", "and none could: the page's own policy forbids it");
await browser.close();
checks.end();
