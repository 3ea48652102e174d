// Time under control: play, pause, step, back, at a fifth thousandth of its pace or at its own.
import { html } from "./dom.js";
import { Clock, FACTORS, SLOWEST_HEARD, factorWords, windowOf } from "../model/clock.js";

const byId = (id) => document.getElementById(id);

export class Replay {
    /** @param {import("./app.js").App} app */
    constructor(app) {
        this.app = app;
        this.clock = new Clock(() => performance.now() / 1e3);
        this.play = byId("play");
        this.seekBar = byId("seek");
        this.play.addEventListener("click", () => this.toggle());
        byId("step").addEventListener("click", () => this.#move(() => this.clock.step(1)));
        byId("rewind").addEventListener("click", () => this.#move(() => this.clock.seek(this.clock.window[0])));
        byId("crack").addEventListener("click", () => app.speaker.play(app.run, app.run.nucleation - 0.01));
        this.seekBar.addEventListener("input", () => {
            const [from, to] = this.clock.window;
            this.seek(from + (to - from) * (this.seekBar.value / 1000));
        });
        byId("factors").append(...FACTORS.map((factor) => {
            const button = document.createElement("button");
            Object.assign(button, { type: "button", textContent: factor === 1 ? "1" : `1/${factor}` });
            button.addEventListener("click", () => this.setFactor(factor));
            return button;
        }));
    }

    /** Opens the run that the application has now. @param {number} factor @param {number} [time] */
    open(factor, time) {
        this.clock.factor = factor;
        const window = windowOf(this.app.run, factor, this.app.ghost?.end);
        this.clock.open(window, time ?? (this.app.run.nucleation ?? window[0]));
        this.app.speaker.stop();
    }

    setFactor(factor) {
        this.open(factor, this.clock.time);
        this.app.stage.layout();
        this.app.draw();
        this.render();
        this.app.voice.settle();
    }

    toggle() {
        const { app, clock } = this;
        if (clock.playing) this.#move(() => clock.pause());
        else if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.#move(() => (clock.time >= clock.window[1] ? clock.seek(clock.window[0]) : clock.step(1)));
        else {
            clock.play();
            if (clock.factor <= SLOWEST_HEARD) app.speaker.play(app.run, clock.time, clock.factor);
            this.render();
            app.animate();
        }
    }

    /** @param {number} t [s] */
    seek(t) { this.#move(() => (this.clock.pause(), this.clock.seek(t))); }

    #move(change) {
        change();
        this.app.speaker.stop();
        this.app.draw();
        this.render();
        this.app.voice.settle();
    }

    /** Buttons, bar and words. */
    render() {
        const { clock, app } = this, [from, to] = clock.window, { language, format } = app, long = to - from > 0.05;
        const ms = (t) => format.fixed(t * 1e3, long ? 0 : to - from > 5e-3 ? 1 : 2);
        this.play.setAttribute("aria-pressed", String(clock.playing));
        this.play.setAttribute("aria-label", language.text(clock.playing ? "time.pause" : "time.play"));
        byId("from").textContent = ms(from);
        byId("to").textContent = `${ms(to)}\u00a0ms`;
        const share = to > from ? (clock.time - from) / (to - from) : 0;
        this.seekBar.value = String(Math.round(1000 * share));
        this.seekBar.style.setProperty("--at", `${100 * share}%`);
        this.seekBar.setAttribute("aria-valuetext", `${ms(clock.time)}\u00a0ms`);
        [...byId("factors").children].forEach((button, i) => button.setAttribute("aria-pressed", String(FACTORS[i] === clock.factor)));
        const [there, here] = factorWords(clock.factor).map((text) => text.replace(".", language.name === "en" ? "." : ",").replace(" ", "\u00a0"));
        const tooLow = clock.factor > SLOWEST_HEARD && app.run?.popped;
        byId("factor").replaceChildren(`${language.text("time.factor", { there, here })} `, ...(tooLow ? [html("span", { textContent: language.text("time.toolow") })] : []));
        byId("crack").hidden = !tooLow;
    }
}
