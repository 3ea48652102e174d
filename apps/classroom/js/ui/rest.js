// The rest clock: how long the joint has rested since it popped, and what is left of its bubble.
import { html, button } from "./dom.js";

export class Rest {
    /** @param {import("./app.js").App} app @param {HTMLElement} root */
    constructor(app, root) { Object.assign(this, { app, root }); }

    build() {
        const { app } = this, word = (key) => app.language.text(key);
        this.bar = html("input", { type: "range", min: "0", step: "1", id: "rest-bar" });
        this.bar.addEventListener("input", () => app.setRest(Number(this.bar.value)));
        this.text = html("output", { htmlFor: "rest-bar" });
        this.root.replaceChildren(html("label", { htmlFor: "rest-bar", textContent: word("rest.clock") }), this.bar, this.text, button(word("rest.fresh"), "btn", () => app.setPreset(app.state.preset, app.state.values)));
        this.render();
    }

    /** @param {number} seconds */
    #duration(seconds) {
        const { format, language } = this.app, minutes = seconds / 60;
        if (minutes === 0) return language.text("rest.now");
        return minutes < 60 ? `${minutes}\u00a0min` : `${format.significant(minutes / 60, 2)}\u00a0h`;
    }

    render() {
        const { app } = this, { bubble, language, format } = app;
        this.root.hidden = !(bubble && app.state.stage === "pull");
        if (!bubble) return;
        const [rest, radius] = bubble.residuals[bubble.rest], last = bubble.residuals.length - 1;
        Object.assign(this.bar, { max: String(last), value: String(bubble.rest) });
        this.bar.style.setProperty("--at", `${(100 * bubble.rest) / last}%`);
        const time = this.#duration(rest), left = radius > 0 ? language.text("rest.left", { radius: format.length(radius) }) : language.text("rest.gone");
        this.bar.setAttribute("aria-valuetext", `${time}, ${left}`);
        this.text.textContent = `${time}: ${left}`;
    }
}
