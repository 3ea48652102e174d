// A gap of several pockets on the page: chosen by link or menu, pulled by hand or by itself, seen and told pocket by pocket.
import { accessible, Checks, exactDrag, misfitsIn, openChromium } from "./browser.mjs";

const checks = new Checks(), check = (good, what) => checks.check(good, what);
const { browser, open } = await openChromium();
const sentence = (tab) => tab.evaluate(() => document.getElementById("big").textContent);

/** What the page has of a divided joint: shares, tears, faces drawn. */
const pockets = (tab) => tab.evaluate(() => ({
    shares: synovia.run.shares, tears: synovia.run.tears, faces: document.querySelectorAll("#scene-picture .pocket").length,
    curves: document.querySelectorAll("#curves-picture .part").length, popped: synovia.run.popped, finite: synovia.run.pocketRows.every(Number.isFinite),
}));

const tab = await open("#preset=knuckle-crack&joint=2&pull=3");
await tab.ready();
check((await tab.textContent("#notes")) === "" && /joint 2, pull 3, 3 pockets/.test(await tab.textContent("#chance")), `a link brings a crack: ${await tab.textContent("#chance output")}`);
check(/3 pockets divide the gap/.test(await tab.textContent("#sub")) && /0\.12 s later/.test(await tab.textContent("#hint")), "and the page says what it is, and that it follows later");
await accessible(tab, "crack at rest", checks);
await tab.evaluate(() => synovia.pull());
await tab.waitForFunction(() => synovia.pulled && !synovia.performing);
const whole = await pockets(tab);
check(whole.popped && whole.tears.length === 3 && whole.finite && whole.faces === 3 && whole.curves === 6, `pulled by itself, ${whole.tears.length} of ${whole.shares.length} pockets tear, all drawn`);
check(/Pocket \d has torn, \d of 3/.test(await sentence(tab)) && /In order: \d/.test(await tab.textContent("#sub")), `${await sentence(tab)} ${await tab.textContent("#sub")}`);
await accessible(tab, "crack", checks);
await tab.click("#again");
await exactDrag(tab, 0.15);
const dragged = await pockets(tab), first = dragged.tears[0]?.time - whole.tears[0].time;
// The pointer is taken to have begun LEAD = 10 ms before its first point, 8 ms into this pull, and the joint follows 20 ms later.
check(dragged.popped && dragged.tears.length === 3 && Math.abs(first - 0.022) < 2e-3, `under the hand too, ${(1e3 * first).toFixed(1)} ms later for the 22 of pointer and page`);
check(await tab.evaluate(() => document.getElementById("rest").hidden && !synovia.bubble), "the rest clock is for one bubble");
await tab.evaluate(() => synovia.menu.open());
check((await tab.locator("#menu-preset option[value$=-crack]").count()) === 6, "all cracks of joints are in the menu");
await tab.evaluate(() => document.querySelector("dialog[open]").close());
await tab.click("#again");
await tab.click('#chance button:has-text("Another pull")');
await tab.waitForFunction(() => synovia.pulled && !synovia.performing);
const other = await pockets(tab);
check(other.shares.join() === whole.shares.join() && other.tears[1].time !== whole.tears[1].time, "another pull of the same joint tears otherwise");
await tab.click("#again");
await tab.click('#chance button:has-text("Another joint")');
await tab.waitForFunction((before) => synovia.shares().join() !== before, whole.shares.join());
check(/joint=3/.test(await tab.evaluate(() => location.hash)), "another joint is divided otherwise, and the link knows");
const held = await tab.evaluate(() => {
    const known = synovia.shares().length;
    synovia.takeHold();
    synovia.set({});
    return [known, synovia.shares().length, Number(document.querySelector("#chance output").textContent.match(/(\d+) pockets/)[1]), document.querySelectorAll("#press-picture .thr").length];
});
check(held[0] > 1 && held[1] === held[0] && held[2] === held[0] && held[3] === 1, `pockets and the line at which they tear are known as soon as the hand takes hold: ${held}`);
await tab.evaluate(() => synovia.engine.tell("stop"));
await tab.waitForFunction(() => !synovia.live);
await tab.evaluate(async () => {
    synovia.takeHold();
    synovia.moveHand([{ wall: synovia.wall(), x: 1e-4 }]);
    while (!synovia.live.length) await new Promise((done) => setTimeout(done, 10));
    synovia.speaker.underruns += 1;
    synovia.engine.tell("stop");
});
await tab.waitForFunction(() => /could not follow your hand/.test(document.getElementById("notes").textContent));
check(true, "a computer that cannot follow is told so, and nothing is lost");
await tab.evaluate(async () => ((synovia.run = await synovia.recompute(false)), synovia.look(100)));
for (const name of await tab.evaluate(() => Object.keys(synovia.locales)))
    for (const [width, height] of [[1366, 768], [1920, 1080], [390, 844]]) {
        await tab.setViewportSize({ width, height });
        const misfits = await misfitsIn(tab, name, [["pull", "finger"], ["replay", "finger"]]);
        check(misfits.length === 0, `${name} fits ${width} pixels, divided ${misfits.slice(0, 4).join("; ")}`);
    }
check(tab.complaints.length === 0, `no complaint ${tab.complaints.slice(0, 3)}`);
await browser.close();
checks.end();
