// The stage: lays the drawings out for the room there is and shows one moment of the application's state in all of them.
import { Scene } from "./scene.js";
import { PressurePanel } from "../draw/pressure.js";
import { Curves } from "../draw/curves.js";
import { cavityWidth, eventWords, meanPressure, suction } from "../model/words.js";

/** Less gas than anybody could see [m3]. */
const SPECK = 1e-11;

export class Stage {
    /** @param {import("./app.js").App} app */
    constructor(app) {
        this.app = app;
        this.scene = new Scene(document.getElementById("scene"));
        this.press = document.getElementById("press");
        this.curvesBox = document.getElementById("curves");
        this.panel = new PressurePanel(document.getElementById("press-picture"));
        this.curves = new Curves(document.getElementById("curves-picture"), (t) => app.replay.seek(t));
        this.legend = document.getElementById("legend");
        this.seen = { scene: false, press: false };
        const observer = new ResizeObserver(() => this.layout());
        for (const box of [this.scene.root, this.press, this.curvesBox]) observer.observe(box);
    }

    get narrow() { return innerWidth <= 700; }

    /** Draws everything anew: after a change of size, language, unit, run or window. */
    layout() {
        const { app } = this, { stage } = app.state, word = (key, numbers) => app.language.text(key, numbers);
        Object.assign(document.body.dataset, { stage, view: app.state.view, show: app.showsBack() ? "back" : "finger" });
        const values = app.values();
        this.lines = { atmosphere: values["joint.ambient_pressure_pa"], vapour: values["fluid.vapour_pressure_pa"], threshold: app.threshold() };
        const number = (p) => app.format.pressureNumber(p), name = (key, p) => word(key, { pressure: number(p) }), tears = app.divided;
        const long = { atmosphere: name("line.atmosphere", this.lines.atmosphere), vapour: name("line.vapour", this.lines.vapour), zero: name("line.zero", 0), threshold: name(tears ? "line.tears" : "line.threshold", this.lines.threshold) };
        const short = { atmosphere: word("line.air"), vapour: word("line.boils"), zero: word("line.vacuum"), threshold: word(tears ? "line.cantear" : "line.letsgo") };
        // Asked for here and not at every moment, which it would lay out once more.
        this.seen = { scene: this.scene.root.clientWidth > 0, press: this.press.clientWidth > 0 };
        if (!this.seen.scene) return; // the back is shown instead
        this.scene.layout(stage, this.narrow, { pull: word("open.pull"), name: word(`scene.${stage}`) });
        const panelWords = { long, short, title: word("press.title"), tension: word("press.tension") };
        if (this.seen.press) this.panel.layout(this.narrow, { lines: this.lines, format: app.format, words: panelWords });
        document.getElementById("press-picture").setAttribute("aria-label", word("press.picture"));
        document.getElementById("curves-picture").setAttribute("aria-label", word("curves.picture"));
        if (stage === "replay" && app.run) this.#layoutCurves(long, word);
        this.legend.hidden = !(stage === "replay" && app.ghost);
        this.show();
    }

    #layoutCurves(lines, word) {
        const { app } = this;
        if (!this.curvesBox.clientWidth) return;
        const events = eventWords(app.run).map(({ key, time, numbers }) => ({ word: word(key, numbers), time }));
        const words = { gap: word("curve.gap"), pressure: word("curve.pressure"), radius: word("curve.radius"), sound: word("curve.sound"), lines };
        this.curves.layout(this.narrow, { run: app.run, ghost: app.ghost, window: app.replay.clock.window, events, lines: this.lines, format: app.format, words });
    }

    /** Shows the present moment. */
    show() {
        if (!this.seen.scene) return;
        const { app } = this, { run, t, until } = app.shown(), moving = run && t > 0, moment = moving ? run.at(t) : app.resting(), values = moving ? run.scenario.values : app.values();
        const word = (key, numbers) => app.language.text(key, numbers), { format } = app, hand = app.handNow();
        const distance = app.distance(), faceRadius = values["joint.articular_radius_m"], pockets = app.divided ? (moving ? run.pocketsAt(t) : app.restingPockets(moment)) : null;
        const force = suction(values, pockets ? meanPressure(pockets) : moment.pressure);
        const words = {
            gap: format.gap(moment.gap), suction: word("lens.suction", { force: `${format.significant(force, 2)}\u00a0N` }),
            width: format.length(cavityWidth(moment.volume, moment.gap)), cavity: word("lens.cavity"),
            nucleus: pockets ? word("lens.pockets", { pockets: String(pockets.length) }) : this.narrow ? word("lens.speck") : word("lens.nucleus", { radius: format.length(values["bubble.nucleus_radius_m"]) }),
            cartilage: word("lens.cartilage"), liquid: word("lens.liquid"), capsule: word("lens.capsule"), bone: word("lens.bone"),
            faceOn: moment.volume < SPECK ? word("lens.faceonly") : word("lens.face", { volume: `${format.significant(moment.volume * 1e9, 2)}\u00a0mm³` }),
        };
        this.scene.show(moment, {
            hand, distance, about: { faceRadius, suction: force, words, pockets },
            ruler: app.state.stage === "pull" ? word("pull.ruler", { way: format.fixed(hand * 1e3, 1), all: `${format.fixed(distance * 1e3, 0)}\u00a0mm` }) : "",
        });
        if (app.state.stage === "replay") this.curves.show(t);
        if (this.seen.press) this.panel.show(run, t, moment.pressure, app.ghost, until);
        this.#describeKnob(hand, distance, moment);
    }

    #describeKnob(hand, distance, moment) {
        const { app } = this, { knob } = this.scene, way = app.format.fixed(hand * 1e3, 1);
        knob.setAttribute("aria-label", app.language.text("pull.handle"));
        knob.setAttribute("aria-valuemax", String(Math.round(distance * 1e4) / 10));
        knob.setAttribute("aria-valuenow", String(Math.round(hand * 1e4) / 10));
        knob.setAttribute("aria-valuetext", app.language.text("pull.value", { way: `${way}\u00a0mm`, pressure: app.format.pressure(moment.pressure) }));
    }
}
