// Everything else that can be set: the solver's table, with its own ranges.
import { html, openDialog } from "./dom.js";
import { parseNumber } from "../model/format.js";

/** Not for a pull of one bubble on the screen. */
const HIDDEN = /^(pressure\.|room\.|bubble\.(equation|initial_velocity|firing|strength)|joint\.(pocket|rim)|traction\.(force|table)|gas\.initial_pressure|listener\.kind)/;

/** What a field or a choice can set. */
const SETTABLE = ["number", "optional", "flag", "choice"];

/** The rows of the table that can be set here. @param {import("../model/synovia.js").Parameter[]} table */
export const settable = (table) => table.filter((p) => p.kinds.includes("joint") && SETTABLE.includes(p.type) && !HIDDEN.test(p.key));

export class More {
    /** @param {import("./app.js").App} app @param {HTMLDialogElement} dialog */
    constructor(app, dialog) { Object.assign(this, { app, dialog }); }

    open() {
        const { app } = this, { language } = app, box = openDialog(this.dialog, language.text("more.title"), language.text("close"));
        box.append(html("p", { textContent: language.text("more.note") }));
        let section = "", grid;
        for (const parameter of settable(app.table)) {
            const name = parameter.key.split(".")[0];
            if (name !== section) {
                section = name;
                grid = html("div", { className: "params" });
                box.append(html("h3", { textContent: language.has(`section.${name}`) ? language.text(`section.${name}`) : name }), grid);
            }
            grid.append(...this.#row(parameter));
        }
    }

    #row(parameter) {
        const { app } = this, id = `more-${parameter.key}`, label = html("label", { htmlFor: id, textContent: app.nameOf(parameter.key) });
        if (!app.language.has(`param.${parameter.key}`)) label.lang = "en";
        const control = parameter.type === "choice" || parameter.type === "flag" ? this.#choice(parameter, id) : this.#number(parameter, id);
        return [label, control.input, html("span", { textContent: parameter.unit.replace(/ /g, "\u00a0").replace(/(?<=[a-z])\d/g, (c) => "²³"[c - 2] ?? c) }), control.wrong];
    }

    #choice(parameter, id) {
        const { app } = this, flag = parameter.type === "flag", names = flag ? ["true", "false"] : parameter.choices;
        const input = html("select", { id }, ...names.map((name) => html("option", { value: name, textContent: app.language.has(`choice.${name}`) ? app.language.text(`choice.${name}`) : name })));
        input.value = String(app.values()[parameter.key]);
        input.addEventListener("change", () => app.setValue(parameter.key, flag ? input.value === "true" : input.value));
        return { input, wrong: html("span", { hidden: true }) };
    }

    #number(parameter, id) {
        const { app } = this, input = html("input", { type: "text", id, inputMode: "decimal", autocomplete: "off" }), wrong = html("span", { className: "wrong", hidden: true, id: `${id}-wrong` });
        const value = app.values()[parameter.key];
        input.value = value === null ? "" : written(value);
        input.addEventListener("change", () => {
            const optional = parameter.type === "optional" && input.value.trim() === "", number = parseNumber(input.value);
            const good = optional || (number !== null && number >= parameter.min && number <= parameter.max);
            wrong.hidden = good;
            input.setAttribute("aria-invalid", String(!good));
            if (good) return app.setValue(parameter.key, optional ? null : number);
            input.setAttribute("aria-describedby", wrong.id);
            wrong.textContent = app.language.text("lever.wrong", { low: app.format.general(parameter.min), high: `${app.format.general(parameter.max)}\u00a0${parameter.unit}` });
        });
        return { input, wrong };
    }
}

/** As it can be typed again: with a power of ten where the plain number would be long. */
function written(value) {
    const plain = String(Number(value.toPrecision(12)));
    return plain.length <= 7 ? plain : value.toExponential(11).replace(/\.?0+e/, "e").replace("e+", "e");
}
