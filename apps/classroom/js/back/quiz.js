// What people say about the back: the saying, a guess, the experiment, what was found.
import { html, button, openDialog } from "../ui/dom.js";
import { BELIEFS } from "./plan.js";

export class Quiz {
    /** @param {import("../ui/app.js").App} app @param {import("./back.js").Back} back @param {HTMLDialogElement} dialog */
    constructor(app, back, dialog) {
        Object.assign(this, { app, back, dialog });
        this.state = BELIEFS.map(() => ({ guess: null, runs: [] }));
    }

    open(index = 0) {
        this.index = index;
        const { app } = this, word = (key, numbers) => app.language.text(key, numbers), belief = BELIEFS[index], state = this.state[index], own = (key) => word(`belief.${belief.name}.${key}`);
        const box = openDialog(this.dialog, word("quiz.title"), word("close"));
        box.append(html("p", { className: "second", textContent: word("quiz.count", { number: String(index + 1), all: String(BELIEFS.length) }) }),
            html("blockquote", { textContent: own("says") }), this.#guesses(belief, state, word));
        if (state.guess) box.append(this.#experiment(belief, state, word, own));
        if (state.guess && state.runs.filter(Boolean).length === belief.runs.length) box.append(...this.#evidence(belief, state, word, own));
        box.append(this.#turn(word, Boolean(state.guess) && state.runs.filter(Boolean).length === belief.runs.length));
    }

    #guesses(belief, state, word) {
        const row = html("div", { className: "row" });
        row.setAttribute("role", "group");
        row.setAttribute("aria-label", word("lesson.prediction"));
        for (const guess of ["yes", "half", "no"]) {
            const chip = button(word(`quiz.${guess}`), "chip", () => ((state.guess = guess), this.open(this.index)));
            chip.setAttribute("aria-pressed", String(state.guess === guess));
            row.append(chip);
        }
        return row;
    }

    #experiment(belief, state, word, own) {
        const head = ["quiz.run", "quiz.pops", "quiz.where"].map((key) => html("th", { scope: "col", textContent: word(key) }));
        const rows = belief.runs.map(([name, values], i) => {
            const go = button(/^\d/.test(name) ? own("run").replace("{x}", this.app.format.general(Number(name))) : own(`run.${name}`), "btn", () => this.#try(i, values));
            const facets = state.runs[i]?.filter((f) => f.popped);
            const cells = facets ? [String(facets.length), facets.length ? [...new Set(facets.map((f) => f.level))].join(", ") : word("lesson.silent")] : ["·", "·"];
            return html("tr", {}, html("th", { scope: "row" }, go), ...cells.map((c) => html("td", { textContent: c })));
        });
        return html("div", {}, html("h3", { textContent: word("lesson.experiment") }), html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...rows)));
    }

    async #try(i, values) {
        const { back, state, index } = this;
        back.values = { ...values };
        back.run = null;
        back.build();
        const run = await back.compute(true);
        if (run?.report.facets) state[index].runs[i] = run.report.facets;
        if (this.dialog.open && this.index === index) this.open(index);
    }

    #evidence(belief, state, word, own) {
        return [html("h3", { textContent: word("lesson.evidence") }), html("p", {}, html("b", { textContent: word(`quiz.truth.${belief.truth}`) }), ` ${own("evidence")}`)];
    }

    #turn(word, done) {
        const row = html("div", { className: "row turn" });
        if (this.index > 0) row.append(button(word("quiz.before"), "btn", () => this.open(this.index - 1)));
        if (this.index + 1 < BELIEFS.length) row.append(button(word("quiz.after"), done ? "btn go" : "btn", () => this.open(this.index + 1)));
        return row;
    }
}
