// The menu: joints, loudness, what to take home, keys, and what the page is not.
import { html, button, openDialog } from "./dom.js";
import { csv, wav } from "../model/files.js";
import { GAIN } from "../sound/speaker.js";
import { picture } from "./picture.js";
import { eventWords } from "../model/words.js";

export class Menu {
    /** @param {import("./app.js").App} app @param {HTMLDialogElement} dialog @param {HTMLDialogElement} table */
    constructor(app, dialog, table) { Object.assign(this, { app, dialog, table }); }

    open() {
        const { app } = this, word = (key) => app.language.text(key), box = openDialog(this.dialog, word("tool.menu"), word("close"));
        box.append(...this.#joint(word), ...this.#loudness(word), ...this.#look(word), html("h3", { textContent: word("menu.take") }), this.#files(word),
            html("h3", { textContent: word("menu.keys") }), this.#keys(word), html("h3", { textContent: word("menu.about") }), html("p", { textContent: word("menu.model") }));
    }

    #joint(word) {
        const { app } = this, names = Object.keys(app.presets).filter((name) => app.presets[name].shown);
        const name = (preset) => (app.language.has(`preset.${preset}`) ? word(`preset.${preset}`) : app.presets[preset].title);
        const select = html("select", { id: "menu-preset" }, ...names.map((preset) => html("option", { value: preset, textContent: name(preset) })));
        select.value = app.state.preset;
        select.addEventListener("change", () => app.setPreset(select.value));
        return [html("h3", {}, html("label", { htmlFor: "menu-preset", textContent: word("menu.joint") })), html("div", { className: "row" }, select, button(word("menu.reset"), "btn", () => (app.reset(), this.dialog.close())))];
    }

    #loudness(word) {
        const { app } = this, bar = html("input", { type: "range", min: "0", max: "100", step: "1", id: "menu-loudness", value: String(100 * app.speaker.loudness) });
        const paint = () => bar.style.setProperty("--at", `${bar.value}%`);
        bar.addEventListener("input", () => (app.speaker.setLoudness(bar.value / 100), paint()));
        paint();
        return [html("h3", {}, html("label", { htmlFor: "menu-loudness", textContent: word("menu.loudness") })), bar, html("p", { className: "second", textContent: word("menu.onegain") })];
    }

    /** Language, theme and unit, for screens without room for them. */
    #look(word) {
        const { app } = this, languages = html("select", { id: "menu-language" }, ...Object.keys(app.locales).map((l) => html("option", { value: l, textContent: app.locales[l].name, lang: l })));
        languages.value = app.state.language;
        languages.addEventListener("change", () => (app.set({ language: languages.value }), this.open()));
        const units = html("select", { id: "menu-unit" }, ...["kPa", "atm", "mmHg"].map((u) => html("option", { textContent: u })));
        units.value = app.state.unit;
        units.addEventListener("change", () => app.set({ unit: units.value }));
        const theme = button(word("tool.projector"), "btn", () => {
            app.set({ projector: !app.state.projector });
            theme.setAttribute("aria-pressed", String(app.state.projector));
        });
        theme.setAttribute("aria-pressed", String(app.state.projector));
        return [html("h3", { textContent: word("menu.look") }), html("div", { className: "row" }, html("label", { htmlFor: "menu-language", textContent: word("tool.language") }), languages, html("label", { htmlFor: "menu-unit", textContent: word("press.units") }), units, theme)];
    }

    /** A run is that of when the menu was opened, whatever was chosen in it since. */
    #files(word) {
        const { app } = this, { run, name } = app.exhibit(), row = html("div", { className: "row" }), add = (key, action) => row.append(button(word(key), "btn", action));
        add("menu.link", () => this.#copyLink());
        if (run) {
            add("menu.csv", () => save(`synovia-${name}.csv`, new Blob([csv(run)], { type: "text/csv" })));
            add("menu.wav", () => save(`synovia-${name}.wav`, new Blob([wav(run.sound, GAIN)], { type: "audio/wav" })));
            add("menu.table", () => this.openTable(run));
        }
        add("menu.png", () => this.#savePicture());
        if (run) return row;
        return html("div", {}, row, html("p", { className: "second", textContent: word("menu.first") }));
    }

    /** Of what is on the screen by now: a key may have changed it under the menu. */
    async #savePicture() {
        const { app } = this, { box, name } = app.exhibit();
        save(`synovia-${name}.png`, await picture(box, app.voice.big.textContent));
    }

    async #copyLink() {
        const link = location.href, { app } = this;
        try {
            await navigator.clipboard.writeText(link);
            app.note(app.language.text("note.copied"));
        } catch {
            const field = html("input", { type: "text", readOnly: true, value: link, id: "menu-link" });
            field.setAttribute("aria-label", app.language.text("menu.link"));
            field.style.width = "100%";
            this.dialog.append(field);
            field.select();
        }
    }

    #keys(word) {
        const rows = ["arrows", "fine", "end", "home", "play", "reset"].map((key) => html("tr", {}, html("th", { scope: "row", textContent: word(`key.${key}`) }), html("td", { textContent: word(`key.${key}.does`) })));
        return html("table", {}, html("tbody", {}, ...rows));
    }

    /** The run in numbers, for those who do not see the curves. @param {import("../model/run.js").Run} run */
    openTable(run) {
        const { app } = this, { format, language } = app, word = (key) => language.text(key), box = openDialog(this.table, word("menu.table"), word("close"));
        const head = ["table.when", "curve.gap", "curve.pressure", "curve.radius", "curve.sound"].map((key) => html("th", { scope: "col", textContent: word(key) }));
        const moments = [{ word: word("table.start"), time: 0 }, ...eventWords(run).map(({ key, time, numbers }) => ({ word: language.text(key, numbers), time })), { word: word("table.end"), time: run.end }];
        const rows = moments.map(({ word: name, time }) => {
            const m = run.at(time), cells = [format.gap(m.gap), format.pressure(m.pressure), format.length(m.radius), `${format.significant(m.sound, 2)}\u00a0Pa`];
            return html("tr", {}, html("th", { scope: "row", textContent: `${name}, ${format.fixed(time * 1e3, 2)}\u00a0ms` }), ...cells.map((c) => html("td", { className: "num", textContent: c })));
        });
        box.append(html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...rows)));
    }
}

/** @param {string} name @param {Blob} blob */
function save(name, blob) {
    const link = html("a", { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
