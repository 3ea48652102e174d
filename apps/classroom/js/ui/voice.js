// The sentence at the top: follows the moment on the screen, and tells screen readers once it has settled.
import { momentSaying, outcomeSaying, compareSaying } from "../model/words.js";
import { plain } from "../model/i18n.js";

/** The announcement waits until the sentence has stood this long [ms]. */
const SETTLE = 400;

export class Voice {
    /** @param {import("./app.js").App} app */
    constructor(app) {
        this.app = app;
        this.big = document.getElementById("big");
        this.sub = document.getElementById("sub");
        this.hint = document.getElementById("hint");
        this.status = document.getElementById("live");
    }

    /** What is to be said now. @returns {import("../model/words.js").Saying} */
    #saying() {
        const { app } = this, { run, t } = app.shown(), { format } = app;
        if (app.showsBack()) return app.back.saying();
        if (app.trouble) return { key: "refused", sub: "refused.sub", numbers: { problems: app.trouble } };
        if (app.state.stage === "open") return app.prediction ? { key: "open.now", sub: "open.why", numbers: {} } : { key: "open.question", sub: "", numbers: {} };
        if (!run) return this.#atRest();
        if (app.state.stage === "replay" && app.ghost && run !== app.ghost && app.replay.clock.factor <= 10) {
            const both = compareSaying(run, app.ghost, format);
            if (both) return both;
        }
        if (app.live || app.state.stage === "replay") return momentSaying(run, t, format);
        return outcomeSaying(run, format);
    }

    #atRest() {
        const { app } = this, moment = app.resting(), bubble = app.bubbleRadius();
        const numbers = { gap: app.format.gap(moment.gap), pressure: app.format.pressure(moment.pressure), residual: app.format.length(bubble ?? 0), all: String(app.shares().length) };
        if (bubble) return { key: "say.restBubble", sub: "sub.restBubble", numbers };
        return { key: "say.rest", sub: app.divided ? "sub.restDivided" : "sub.rest", numbers };
    }

    render() {
        const { language } = this.app, saying = this.#saying();
        language.put(this.big, saying.key, saying.numbers);
        if (saying.sub && language.has(saying.sub)) language.put(this.sub, saying.sub, saying.numbers);
        else this.sub.replaceChildren();
        this.saying = saying;
    }

    hintText(...keys) {
        const { language } = this.app, parts = keys.map((key) => language.text(key)).join(" ").split(/\[(.*?)\]/);
        this.hint.replaceChildren(...parts.map((text, i) => {
            if (i % 2 === 0) return document.createTextNode(text);
            const kbd = document.createElement("kbd");
            kbd.textContent = text;
            return kbd;
        }));
    }

    /** Announces the sentence when nothing has moved for a while. */
    settle() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.announce(), SETTLE);
    }

    announce(text) {
        const { language } = this.app, { key, sub, numbers } = this.saying;
        const said = text ?? [key, sub].filter((k) => k && language.has(k)).map((k) => plain(language.text(k, numbers))).join(" ");
        if (this.status.textContent !== said) this.status.textContent = said;
    }
}
