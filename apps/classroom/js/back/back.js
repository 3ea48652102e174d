// The back: what is done to it, which facets pop, and why the others do not.
import { html, button } from "../ui/dom.js";
import { svg, star } from "../draw/svg.js";
import { Spine, LEVELS, slit } from "./spine.js";
import { THRUST, TWIST, WARNINGS, divided, duration } from "./plan.js";
import { facetSaying, spineSaying } from "./facet_words.js";
import { Quiz } from "./quiz.js";
import { toShare, toValue } from "../ui/levers.js";
import { parseNumber } from "../model/format.js";

const SLIDERS = [
    { key: "spine.rise_time_s", name: "back.time", unit: "s", per: 1, low: 0.05, high: 3, log: true },
    { key: "spine.moment_nm", name: "back.moment", unit: "N·m", per: 1, low: 0, high: 30, log: false, thrust: true },
    { key: "spine.twist_deg", name: "back.angle", unit: "°", per: 1, low: 0, high: 90, log: false, twist: true },
    { key: "spine.guarding", name: "back.guarding", unit: "", per: 1, low: 0, high: 1, log: false },
];

export class Back {
    /** @param {import("../ui/app.js").App} app @param {HTMLElement} root */
    constructor(app, root) {
        Object.assign(this, { app, root, values: { ...THRUST }, run: null, right: false });
        this.spine = new Spine(document.getElementById("spine-picture"), (level) => this.set({ "spine.target": LEVELS[level] }));
        this.controls = root.querySelector(".controls");
        this.rail = root.querySelector(".rail");
        this.lists = { left: root.querySelector(".facet-list.left"), right: root.querySelector(".facet-list.right") };
        this.quiz = new Quiz(app, this, document.getElementById("quiz"));
    }

    get thrust() { return this.values["spine.kind"] !== "twist"; }

    /** @returns {"twist"|"thrust"|"crack"} crack: a thrust on divided gaps */
    get kind() { return !this.thrust ? "twist" : this.values["joint.pockets_drawn"] ? "crack" : "thrust"; }

    /** @param {Record<string, any>} change */
    set(change) {
        Object.assign(this.values, change);
        this.render();
        if (this.run) this.compute();
    }

    /** Runs what is set. @returns {Promise<any>} the run, or null when a later one took its place */
    async compute(sound = false) {
        const { app } = this, values = { ...this.values, "simulation.duration_s": duration(this.values) };
        delete values[this.thrust ? "spine.twist_deg" : "spine.moment_nm"];
        this.root.classList.add("busy");
        try {
            const run = await app.engine.run({ kind: "spine", values }, app.speaker.rate);
            if (!run) return null;
            Object.assign(this, { run, trouble: null });
            if (sound) app.speaker.play(run, Math.max(0, run.report.start_s - 0.05));
            return run;
        } catch (error) {
            this.trouble = error.problems ? error.problems.map((p) => `${app.nameOf(p.key)}: ${p.message}`).join("\n") : error.message;
            return null;
        } finally {
            this.root.classList.remove("busy");
            this.render();
            app.voice.render();
            app.voice.settle();
        }
    }

    /** @returns {import("../model/words.js").Saying} */
    saying() {
        if (this.trouble) return { key: "refused", sub: "refused.sub", numbers: { problems: this.trouble } };
        if (!this.run) return { key: "back.question", sub: this.kind === "crack" ? "back.hintcrack" : "back.hint", numbers: {} };
        if (!this.run.report.facets) return { key: `outcome.${this.run.report.outcome}`, sub: `outcome.${this.run.report.outcome}.sub`, numbers: { end: this.app.format.time(this.run.end) } };
        return spineSaying(this.run.report, this.run.scenario.values);
    }

    build() {
        const { app } = this, word = (key) => app.language.text(key);
        this.controls.replaceChildren(this.#kinds(word), this.#choices(word), ...SLIDERS.map((s) => this.#slider(s, word)), this.#levels(word),
            button(word(this.thrust ? "back.go.thrust" : "back.go.twist"), "btn go", () => this.compute(true)));
        this.rail.replaceChildren(this.#warning(word), button(word("back.beliefs"), "btn", () => this.quiz.open()), this.#key(word));
        this.render();
    }

    #kinds(word) {
        const { app } = this, seg = html("div", { className: "seg kinds" }), kinds = [["twist", TWIST], ["thrust", THRUST], ["crack", divided(app.presets["back-crack"])]];
        seg.setAttribute("role", "group");
        seg.setAttribute("aria-label", word("back.kind"));
        for (const [kind, start] of kinds) {
            const b = button(word(`back.${kind}`), "", () => {
                this.values = { ...start, "spine.side": this.values["spine.side"], "spine.restricted": this.values["spine.restricted"], "spine.hypermobile": this.values["spine.hypermobile"] };
                this.run = null;
                this.build();
                app.voice.render();
            });
            b.setAttribute("aria-pressed", String(kind === this.kind));
            seg.append(b);
        }
        return seg;
    }

    #select(id, text, options, value, action) {
        const select = html("select", { id }, ...options.map(([v, t]) => html("option", { value: v, textContent: t })));
        select.value = value;
        select.addEventListener("change", () => action(select.value));
        return html("div", { className: "pick" }, html("label", { htmlFor: id, textContent: text }), select);
    }

    #choices(word) {
        const sides = ["left", "right"].map((s) => [s, word(`back.side.${s}`)]), levels = LEVELS.map((l) => [l, l]);
        const list = this.thrust ? [this.#select("back-level", word("back.level"), levels, this.values["spine.target"], (v) => this.set({ "spine.target": v }))] : [];
        return html("div", { className: "pair" }, ...list, this.#select("back-side", word("back.side"), sides, this.values["spine.side"], (v) => this.set({ "spine.side": v })));
    }

    #levels(word) {
        const options = [["", word("back.nowhere")], ...LEVELS.map((l) => [l, l])];
        const pick = (key, name) => this.#select(key, word(name), options, this.values[key][0] ?? "", (v) => this.set({ [key]: v ? [v] : [] }));
        return html("div", { className: "pair" }, pick("spine.restricted", "back.restricted"), pick("spine.hypermobile", "back.hypermobile"));
    }

    #slider(slider, word) {
        if ((slider.thrust && !this.thrust) || (slider.twist && this.thrust)) return html("div", { hidden: true });
        const id = `back-${slider.key}`, bar = html("input", { type: "range", id, min: "0", max: "100", step: "1" }), field = html("input", { type: "text", inputMode: "decimal", autocomplete: "off", id: `${id}-number` });
        field.setAttribute("aria-label", `${word(slider.name)} ${slider.unit}`);
        const show = () => {
            const share = toShare(slider, this.values[slider.key]), text = this.app.format.general(Number(this.values[slider.key].toPrecision(3)));
            bar.value = String(Math.round(100 * share));
            bar.style.setProperty("--at", `${100 * share}%`);
            bar.setAttribute("aria-valuetext", `${text}\u00a0${slider.unit}`);
            field.value = text;
            field.setAttribute("aria-invalid", "false");
        };
        bar.addEventListener("input", () => (this.set({ [slider.key]: toValue(slider, bar.value / 100) }), show()));
        field.addEventListener("change", () => {
            const number = parseNumber(field.value), good = number !== null && number * slider.per >= slider.low && number * slider.per <= slider.high;
            if (good) return this.set({ [slider.key]: number * slider.per }), show();
            field.setAttribute("aria-invalid", "true");
            this.app.note(this.app.language.text("lever.wrong", { low: this.app.format.general(slider.low), high: `${this.app.format.general(slider.high)}\u00a0${slider.unit}` }));
        });
        show();
        const unit = html("span", { className: "field" }, field, html("span", { textContent: slider.unit }));
        return html("div", { className: "lever" }, html("label", { htmlFor: id, textContent: word(slider.name) }), unit, bar);
    }

    #warning(word) {
        const list = html("ul", {}, ...WARNINGS.map((w) => html("li", { textContent: word(`back.warning.${w}`) })));
        return html("div", { className: "warn" }, html("h2", { textContent: word("back.warning") }), list, html("p", { textContent: word("back.notadvice") }));
    }

    /** What width, colour, star and hatching mean, drawn as they are drawn. */
    #key(word) {
        const { format } = this.app, entry = (parts, text) => [svg("svg", { viewBox: "0 0 44 35", "aria-hidden": "true" }, ...parts), html("span", { textContent: text })];
        const ends = ["100", "0", "-120"].map((p) => html("span", { textContent: format.pressureNumber(1e3 * Number(p)) }));
        ends[2].append(`\u00a0${format.unit}`);
        return html("div", { className: "key" }, html("h2", { textContent: word("back.key.colour") }), html("div", { className: "bar" }), html("div", { className: "ends" }, ...ends),
            ...entry([slit(12, 17.5, 3), slit(30, 17.5, 13)], word("back.key.width")),
            ...entry([svg("path", { class: "star", d: star(22, 17.5, 11) })], word("back.key.popped")),
            ...entry([slit(22, 17.5, 3, true)], word("facet.closed_side")));
    }

    render() {
        const { app } = this, facets = this.run?.report.facets ?? [], start = this.run?.report.start_s ?? 0;
        this.root.dataset.side = this.values["spine.side"]; // on a telephone there is room for one side
        for (const [id, key] of [["back-level", "spine.target"], ["back-side", "spine.side"]]) {
            const select = document.getElementById(id);
            if (select) select.value = this.values[key];
        }
        this.spine.show(facets, LEVELS.indexOf(this.values["spine.target"]), this.thrust);
        this.spine.root.setAttribute("aria-label", app.language.text("back.picture"));
        for (const side of ["left", "right"]) {
            const rows = LEVELS.map((level) => facets.find((f) => f.level === level && f.side === side) ?? { level, side, reason: "" });
            this.lists[side].replaceChildren(...rows.map((f) => this.#row(f, start)));
            this.lists[side].setAttribute("aria-label", app.language.text(`back.side.${side}`));
        }
    }

    #row(facet, start) {
        const { language, format } = this.app, item = html("li", { className: facet.popped ? "pop" : facet.reason === "closed_side" ? "closed" : "" });
        const head = html("span", { className: "head" }), tail = html("span", { className: "tail" });
        if (facet.reason) {
            const { key, sub, numbers } = facetSaying(facet, start, format);
            language.put(head, key, numbers);
            if (language.has(sub)) language.put(tail, sub, numbers);
        }
        item.append(html("span", { className: "name", textContent: facet.level }), head, tail);
        return item;
    }
}
