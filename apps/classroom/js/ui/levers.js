// The four levers, and the buttons under them. Ranges come from the solver's table, narrowed to what a class needs.
import { slowMotion } from "../model/clock.js";
import { parseNumber } from "../model/format.js";

/** `per`: what the field shows, in units of the key's; low and high as the key's. */
export const LEVERS = [
    { key: "traction.rise_time_s", name: "lever.time", unit: "s", per: 1, low: 0.03, high: 3, log: true, ends: ["lever.fast", "lever.slow"] },
    { key: "traction.distance_m", name: "lever.distance", unit: "mm", per: 1e-3, low: 1e-3, high: 12e-3, log: false, ends: ["1", "12"] },
    { key: "fluid.zero_shear_viscosity_pa_s", name: "lever.fluid", unit: "Pa·s", per: 1, low: 0.01, high: 100, log: true, ends: ["lever.thin", "lever.thick"] },
    { key: "bubble.nucleus_radius_m", name: "lever.nucleus", unit: "µm", per: 1e-6, low: 1e-7, high: 1e-5, log: true, ends: ["lever.small", "lever.large"] },
];

const STEPS = 200;

/** Place on the bar, 0 to 1. */
export function toShare({ low, high, log }, value) {
    const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return Math.min(1, Math.max(0, share));
}

/** Value at a place, rounded to two digits so that a class can note it. */
export function toValue({ low, high, log, per }, share) {
    const value = log ? low * (high / low) ** share : low + share * (high - low);
    return Number((Number((value / per).toPrecision(2)) * per).toPrecision(12));
}

export class Levers {
    /** @param {import("./app.js").App} app @param {HTMLElement} root */
    constructor(app, root) {
        this.app = app;
        this.root = root;
    }

    /** Builds them in the language of the page. */
    build() {
        const { app } = this, word = (key) => app.language.text(key);
        this.rows = LEVERS.map((lever) => new Lever(app, lever));
        const button = (key, classes, action) => {
            const b = document.createElement("button");
            Object.assign(b, { type: "button", className: classes, textContent: word(key) });
            b.addEventListener("click", action);
            return b;
        };
        this.keep = button("pull.keep", "btn", () => app.keep());
        this.slowly = button("pull.slowly", "btn", () => app.run && app.look(slowMotion(app.run)));
        const buttons = document.createElement("div");
        buttons.className = "row";
        buttons.append(button("pull.pull", "btn go", () => app.pull()), this.slowly, this.keep, button("pull.more", "btn", () => app.more.open()));
        this.root.replaceChildren(...this.rows.map((row) => row.node), buttons);
        this.render();
    }

    render() {
        for (const row of this.rows) row.render();
        this.keep.hidden = this.slowly.hidden = !(this.app.pulled && this.app.run);
    }
}

class Lever {
    constructor(app, lever) {
        Object.assign(this, { app, lever });
        const word = (key) => (app.language.has(key) ? app.language.text(key) : key), id = `lever-${lever.key}`;
        const element = (name, properties) => Object.assign(document.createElement(name), properties);
        this.bar = element("input", { type: "range", id, min: "0", max: String(STEPS), step: "1" });
        this.field = element("input", { type: "text", inputMode: "decimal", autocomplete: "off", id: `${id}-number` });
        this.field.setAttribute("aria-label", `${word(lever.name)}, ${lever.unit}`);
        this.wrong = element("span", { className: "wrong", id: `${id}-wrong`, hidden: true });
        const label = element("label", { htmlFor: id, textContent: word(lever.name) });
        const field = element("span", { className: "field" });
        field.append(this.field, element("span", { textContent: lever.unit }));
        this.node = element("div", { className: "lever" });
        this.node.append(label, field, this.bar, element("span", { className: "low", textContent: word(lever.ends[0]) }), element("span", { className: "high", textContent: word(lever.ends[1]) }), this.wrong);
        this.bar.addEventListener("input", () => this.#slide(Number(this.bar.value) / STEPS));
        this.bar.addEventListener("keydown", (e) => this.#key(e));
        this.field.addEventListener("change", () => this.#type());
    }

    #slide(share) {
        this.app.setValue(this.lever.key, toValue(this.lever, share));
    }

    /** Page keys are coarse, Shift is fine; the browser does the rest. */
    #key(e) {
        const way = { PageUp: 20, PageDown: -20 }[e.code] ?? (e.shiftKey ? { ArrowRight: 0.25, ArrowUp: 0.25, ArrowLeft: -0.25, ArrowDown: -0.25 }[e.code] : undefined);
        if (way === undefined) return;
        e.preventDefault();
        this.#slide(Math.min(1, Math.max(0, toShare(this.lever, this.#value()) + way / STEPS)));
    }

    #value() { return this.app.state.values[this.lever.key] ?? this.app.presets[this.app.state.preset].values[this.lever.key] ?? this.app.values()[this.lever.key]; }

    /** A typed number may go to the ends of what the solver allows. */
    #type() {
        const { app, lever } = this, number = parseNumber(this.field.value), row = app.table.find((p) => p.key === lever.key);
        const value = number === null ? NaN : number * lever.per, good = value >= row.min && value <= row.max;
        this.field.setAttribute("aria-invalid", String(!good));
        this.wrong.hidden = good;
        if (good) {
            this.field.removeAttribute("aria-describedby");
            app.setValue(lever.key, Number(value.toPrecision(12)));
            return;
        }
        this.field.setAttribute("aria-describedby", this.wrong.id);
        const text = (x) => app.format.general(x / lever.per);
        this.wrong.textContent = app.language.text("lever.wrong", { low: text(row.min), high: `${text(row.max)}\u00a0${lever.unit}` });
        app.voice.announce(this.wrong.textContent);
    }

    render() {
        const { app, lever } = this, value = this.#value(), share = toShare(lever, value);
        this.bar.value = String(Math.round(share * STEPS));
        this.bar.style.setProperty("--at", `${100 * share}%`);
        const text = app.format.general(Number((value / lever.per).toPrecision(4)));
        this.bar.setAttribute("aria-valuetext", `${text}\u00a0${lever.unit}`);
        if (document.activeElement !== this.field || this.field.getAttribute("aria-invalid") !== "true") {
            this.field.value = text;
            this.field.setAttribute("aria-invalid", "false");
            this.wrong.hidden = true;
        }
    }
}
