// A lesson beside the stage: question, prediction, experiment, evidence, one at a time.
import { html, button } from "../ui/dom.js";
import { COLUMNS, LESSONS, STEPS, rowName } from "./plan.js";
import { openSheet } from "./sheet.js";

export class Lessons {
    /** @param {import("../ui/app.js").App} app @param {HTMLElement} root */
    constructor(app, root) {
        Object.assign(this, { app, root });
        this.done = LESSONS.map(() => ({ step: 1, answer: null, rows: [] }));
        this.trying = null;
    }

    get number() { return this.app.state.lesson; }
    get plan() { return LESSONS[this.number - 1]; }
    get progress() { return this.done[this.number - 1]; }

    render() {
        const { app } = this, open = app.state.view === "lessons";
        this.root.hidden = !open;
        if (!open || !this.#changed()) return;
        const focused = this.root.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
        const list = html("ol", {}, ...STEPS.map((step, i) => this.#step(step, i)));
        this.root.replaceChildren(this.#head(), html("h2", { textContent: this.#word("title") }), list, this.#foot());
        if (focused) this.root.querySelector(`[data-focus="${focused}"]`)?.focus({ preventScroll: true });
        this.#reveal(list.querySelector(".now"));
    }

    /** Brings the step that it goes on with into sight, once. */
    #reveal(step) {
        const at = `${this.number} ${this.progress.step}`;
        if (at !== this.at && step) this.root.scrollTop = this.progress.step > 1 ? step.offsetTop - this.root.offsetTop - 16 : 0;
        this.at = at;
    }

    /** Is there something new to show? Building it anew would take a button from under a pointer that is down on it. */
    #changed() {
        const { state } = this.app, { step, answer, rows } = this.progress;
        const look = JSON.stringify([state.language, state.unit, this.number, step, answer, rows.map((run) => run?.end)]);
        const changed = look !== this.look;
        this.look = look;
        return changed;
    }

    #word(key) { return this.app.language.text(`lesson.${this.number}.${key}`); }

    #head() {
        const { language } = this.app, select = html("select", { id: "lesson-choice" }, ...LESSONS.map((_, i) => html("option", { value: String(i + 1), textContent: `${i + 1}. ${language.text(`lesson.${i + 1}.title`)}` })));
        select.value = String(this.number);
        select.dataset.focus = "choice";
        select.setAttribute("aria-label", language.text("lesson.choose"));
        select.addEventListener("change", () => this.open(Number(select.value)));
        return html("p", { className: "count" }, language.text("lesson.count", { number: String(this.number), all: String(LESSONS.length) }), " ", select);
    }

    #step(step, i) {
        const { progress, app } = this, now = progress.step === i, item = html("li", { className: now ? "now" : progress.step > i ? "done" : "next" });
        if (now) item.setAttribute("aria-current", "step");
        item.append(html("h3", { textContent: app.language.text(`lesson.${step}`) }));
        if (step === "question") item.append(html("p", { textContent: this.#word("question") }));
        if (step === "prediction") item.append(this.#options());
        if (step === "experiment") item.append(html("p", { textContent: this.#word("experiment") }), ...(progress.step >= 2 ? [this.#table()] : []));
        if (step === "evidence") item.append(...(progress.step >= 3 ? this.#evidence() : [html("p", { textContent: app.language.text("lesson.evidence.later") })]));
        return item;
    }

    #options() {
        const { progress } = this, group = html("div", { role: "group" });
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", this.app.language.text("lesson.prediction"));
        for (const option of this.plan.options) {
            const chip = button(this.#word(`option.${option}`), "chip", () => this.#predict(option));
            chip.dataset.focus = `option-${option}`;
            chip.setAttribute("aria-pressed", String(progress.answer === option));
            group.append(chip);
        }
        return group;
    }

    #predict(option) {
        Object.assign(this.progress, { answer: option, step: Math.max(2, this.progress.step) });
        this.render();
    }

    #table() {
        const { plan, progress, app } = this, word = (key, n) => app.language.text(key, n);
        const head = html("tr", {}, html("th", { scope: "col", textContent: this.#word("what") }), ...plan.columns.map((c) => html("th", { scope: "col", className: "num", textContent: word(`column.${c}`) })));
        const rows = plan.rows.map((row, i) => {
            const go = button(rowName(row, app.format, word), "btn", () => this.#try(i)), run = progress.rows[i];
            go.dataset.focus = `row-${i}`;
            const cells = plan.columns.map((c) => (run ? html("td", { className: "num", textContent: COLUMNS[c](run, app.format, word) }) : html("td", { className: "num todo", textContent: "·" })));
            return html("tr", {}, html("th", { scope: "row" }, go), ...cells);
        });
        return html("table", {}, html("thead", {}, head), html("tbody", {}, ...rows));
    }

    #evidence() {
        const { progress, app } = this, list = [];
        list.push(html("p", { textContent: this.#word("evidence") }), html("p", {}, html("b", { textContent: `${app.language.text("lesson.unknown")} ` }), this.#word("unknown")));
        if (progress.answer) list.unshift(html("p", { className: "second", textContent: app.language.text("lesson.yours", { answer: this.#word(`option.${progress.answer}`) }) }));
        return list;
    }

    #foot() {
        const { progress, app } = this, row = html("div", { className: "row" }, button(app.language.text("lesson.sheet"), "btn", () => openSheet(app, this.number)));
        const enough = progress.rows.filter(Boolean).length >= 2, next = (text, action) => {
            const b = button(app.language.text(text), "btn go", action);
            b.dataset.focus = "next";
            row.append(b);
        };
        if (progress.step === 2 && enough) next("lesson.toevidence", () => ((progress.step = 3), this.render()));
        if (progress.step === 3 && this.number < LESSONS.length) next("lesson.next", () => this.open(this.number + 1));
        return row;
    }

    /** @param {number} number from 1 */
    open(number) {
        this.trying = null;
        this.app.ghost = null;
        this.app.set({ lesson: number, view: "lessons", stage: "pull" });
        this.app.setPreset("knuckle");
        this.app.levers.render();
    }

    /** Pulls one row of the table; the run before it stays in grey. */
    async #try(i) {
        const { app } = this, row = this.plan.rows[i];
        if (app.live || app.performing) return;
        if (this.plan.spine) return this.#thrust(i, row);
        if (app.run) app.ghost = app.run;
        app.setPreset(row.preset ?? "knuckle", row.values ?? {});
        if (row.stop !== undefined) await this.#rested(row.stop);
        this.trying = { lesson: this.number, row: i };
        await app.pull();
    }

    async #thrust(i, row) {
        const { back } = this.app, progress = this.progress;
        back.values = { ...row.values };
        back.build();
        const run = await back.compute(true);
        if (run?.report.facets) progress.rows[i] = run;
        this.render();
    }

    /** A joint that popped as the preset does, and rested. @param {number|null} stop of the rest clock */
    async #rested(stop) {
        const { app } = this;
        if (stop === null) return;
        const run = await app.engine.run(app.scenario(), app.speaker.rate, true);
        if (run) app.bubble = { residuals: run.residuals, rest: stop };
    }

    /** @param {import("../model/run.js").Run} run */
    finished(run) {
        if (!this.trying) return;
        this.done[this.trying.lesson - 1].rows[this.trying.row] = run;
        this.trying = null;
        this.render();
    }
}
