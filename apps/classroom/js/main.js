// Where the page begins: unpacks the solver, joins the parts, reads the link.
import { inflateSync } from "fflate";
import { App, START } from "./ui/app.js";
import { Stage } from "./ui/stage.js";
import { Handle } from "./ui/handle.js";
import { Replay } from "./ui/replay.js";
import { Voice } from "./ui/voice.js";
import { Levers } from "./ui/levers.js";
import { More } from "./ui/more.js";
import { Menu } from "./ui/menu.js";
import { ChanceRow } from "./ui/chance.js";
import { Rest } from "./ui/rest.js";
import { Notes } from "./ui/notes.js";
import { Back } from "./back/back.js";
import { Lessons } from "./lesson/lessons.js";
import { LESSONS } from "./lesson/plan.js";
import { Engine } from "./sound/engine.js";
import { Speaker } from "./sound/speaker.js";
import { decode, encode } from "./model/share.js";
import { choose } from "./model/i18n.js";
import { button } from "./ui/dom.js";

const byId = (id) => document.getElementById(id);

/** Writes the words that stand in the page itself. */
function writeWords(app) {
    const { language } = app;
    document.documentElement.lang = language.name;
    document.title = language.text("page");
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = language.text(element.dataset.word);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", language.text(element.dataset.label));
    byId("main").setAttribute("aria-label", language.text("title"));
    app.levers.build();
    app.chance.build();
    app.rest.build();
    app.back.build();
    byId("language").value = app.state.language;
}

/** Brings the fixed parts of the page up to the state. */
function render(app) {
    const { state, language } = app;
    document.documentElement.classList.toggle("projector", state.projector);
    byId("projector").setAttribute("aria-pressed", String(state.projector));
    for (const tab of document.querySelectorAll("nav button")) {
        if (tab.dataset.view === state.view) tab.setAttribute("aria-current", "page");
        else tab.removeAttribute("aria-current");
    }
    for (const chip of document.querySelectorAll("[data-predict]")) chip.setAttribute("aria-pressed", String(chip.dataset.predict === app.prediction));
    for (const unit of byId("units").children) unit.setAttribute("aria-pressed", String(unit.textContent === state.unit));
    const sound = app.speaker.state === "none" ? "tool.nosound" : app.speaker.silent ? "tool.soundoff" : "tool.soundon";
    byId("sound").setAttribute("aria-pressed", String(!app.speaker.silent && app.speaker.state !== "none"));
    byId("sound").setAttribute("aria-label", language.text(sound));
    byId("sound").querySelector("span").textContent = language.text(sound);
    app.voice.hintText(...(state.stage === "open" ? ["open.hint"] : app.divided ? ["pull.hint", "pull.late"] : ["pull.hint"]));
    if (app.run) app.replay.render();
    app.levers.render();
    app.chance.render();
    app.rest.render();
    app.lessons.render();
}

/** Keeps the address up to date: what it brings back is all that could be lost. */
function writeLink(app) {
    const link = encode(app.state, { ...START, language: app.startLanguage });
    history.replaceState(null, "", link ? `#${link}` : location.pathname + location.search);
}

function readLink(app) {
    const known = { presets: Object.keys(app.presets).filter((p) => app.presets[p].shown), languages: Object.keys(app.locales), units: ["kPa", "atm", "mmHg"], views: ["finger", "back", "lessons"], lessons: LESSONS.length };
    const { shared, broken } = decode(location.hash, { ...START, language: app.startLanguage }, app.table, known);
    Object.assign(app.state, shared, { stage: location.hash.length > 1 && (shared.view !== "finger" || Object.keys(shared.values).length || shared.preset !== "knuckle") ? "pull" : "open" });
    return broken;
}

function wire(app) {
    byId("sound").addEventListener("click", () => (app.speaker.mute(!app.speaker.silent), render(app)));
    byId("projector").addEventListener("click", () => app.set({ projector: !app.state.projector }));
    byId("menu-open").addEventListener("click", () => app.menu.open());
    byId("again").addEventListener("click", () => (app.again(), byId("knob").focus()));
    byId("language").append(...Object.entries(app.locales).map(([name, words]) => Object.assign(document.createElement("option"), { value: name, textContent: words.name, lang: name })));
    byId("language").addEventListener("change", (e) => app.set({ language: e.target.value }));
    byId("units").append(...["kPa", "atm", "mmHg"].map((unit) => button(unit, "", () => app.set({ unit }))));
    for (const tab of document.querySelectorAll("nav button"))
        tab.addEventListener("click", () => (tab.dataset.view === "lessons" ? app.lessons.open(app.state.lesson) : app.set({ view: tab.dataset.view })));
    for (const chip of document.querySelectorAll("[data-predict]")) chip.addEventListener("click", () => ((app.prediction = chip.dataset.predict), app.set({}), app.voice.settle()));
    addEventListener("keydown", (e) => e.altKey && !e.ctrlKey && !e.metaKey && hotkey(app, e));
    for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => app.speaker.open(app.engine), { capture: true });
    addEventListener("hashchange", () => location.reload());
    document.addEventListener("visibilitychange", () => document.hidden && background(app));
    addEventListener("error", (e) => app.note(app.language.text("note.failed", { message: e.message })));
    addEventListener("unhandledrejection", (e) => app.note(app.language.text("note.failed", { message: e.reason?.message ?? String(e.reason) })));
}

function hotkey(app, e) {
    if (e.code === "KeyK" && app.state.stage === "replay") app.replay.toggle();
    else if (e.code === "KeyR") app.reset();
    else return;
    e.preventDefault();
}

/** A tab that is not seen gets too little time to follow a hand. */
function background(app) {
    app.replay.clock.pause();
    app.speaker.stop();
    if (!app.live) return;
    app.engine.tell("stop");
    app.note(app.language.text("note.background"));
}

function assemble(app) {
    app.stage = new Stage(app);
    app.replay = new Replay(app);
    app.voice = new Voice(app);
    app.handle = new Handle(app, byId("knob"), app.stage.scene);
    app.levers = new Levers(app, byId("levers"));
    app.more = new More(app, byId("more"));
    app.menu = new Menu(app, byId("menu"), byId("table"));
    app.chance = new ChanceRow(app, byId("chance"));
    app.rest = new Rest(app, byId("rest"));
    app.back = new Back(app, byId("back"));
    app.lessons = new Lessons(app, byId("lesson"));
    const notes = new Notes(byId("notes"), () => app.language.text("close"));
    app.note = (text) => notes.say(text);
    app.onFinish = (run) => app.lessons.finished(run);
    app.onSet = (change) => {
        if ("language" in change || change.all) writeWords(app);
        render(app);
        writeLink(app);
    };
    app.keep = () => ((app.ghost = app.run), app.voice.announce(app.language.text("pull.kept")), app.set({}));
    app.reset = () => {
        Object.assign(app, { ghost: null, prediction: null });
        app.setPreset("knuckle");
        app.set({ ...START, values: {}, language: app.state.language, projector: app.state.projector, stage: "open" });
    };
    app.speaker.onChange = () => {
        render(app);
        if (app.speaker.state === "none") app.note(app.language.text("note.nosound"));
    };
}

/** @param {{wasm: string, worker: string, worklet: string, locales: any, presets: any}} parts */
export async function begin({ wasm, worker, worklet, locales, presets }) {
    const packed = Uint8Array.from(atob(wasm), (c) => c.charCodeAt(0)), engine = new Engine(worker, inflateSync(packed)), speaker = new Speaker(worklet);
    let tables;
    try {
        tables = await engine.open();
    } catch (error) {
        return window.synoviaBlocked(`This browser did not let the page compute (${error.message}). Allow WebAssembly, or open the file in another browser.`);
    }
    const app = new App({ engine, speaker, locales, table: tables.joint, presets });
    app.startLanguage = choose(navigator.languages ?? [navigator.language], Object.keys(locales));
    app.state.language = app.startLanguage;
    assemble(app);
    const broken = readLink(app);
    wire(app);
    app.set({ all: true });
    await app.recompute(false);
    engine.tell("rehearse", { scenario: app.scenario(), rate: speaker.rate });
    if (broken.length) app.note(app.language.text("note.link", { parts: broken.join("\n") }));
    window.synovia = app; // for tests and for curious classes
    document.body.dataset.ready = "1";
}
