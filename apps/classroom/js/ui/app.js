// The application's state and what can be done to it; the parts of the page draw from here.
import { Format } from "../model/format.js";
import { Language } from "../model/i18n.js";
import { GrowingRun } from "../model/growing.js";
import { Run } from "../model/run.js";
import { slowMotion } from "../model/clock.js";

/** A run lasts at least this much longer than the pull [s], so that its end is seen. */
const AFTER = 0.25;

/** A solver so far behind its time under a hand [s] gets every other frame of the picture's for so long [ms]. */
const BEHIND = 0.01, SPARING = 10e3;

export const START = { preset: "knuckle", values: {}, language: "en", unit: "kPa", projector: false, view: "finger", lesson: 1, joint: 1, pull: 1 };

export class App {
    /**
     * @param {{engine: import("../sound/engine.js").Engine, speaker: import("../sound/speaker.js").Speaker, locales: any,
     *   table: import("../model/synovia.js").Parameter[], presets: Record<string, any>}} parts
     */
    constructor({ engine, speaker, locales, table, presets }) {
        Object.assign(this, { engine, speaker, locales, table, presets });
        this.state = { ...START, values: {}, stage: "open" };
        this.run = this.ghost = this.live = this.latest = this.performing = this.bubble = this.prediction = this.trouble = null;
        this.sparingUntil = 0;
        this.pulled = false;
        this.attempt = 0; // at a pull by itself, of which the latest counts
        engine.onLook = (looks, behind) => this.#look(looks, behind);
        engine.onPulled = (result) => this.#pulled(result);
        engine.onFailed = (error) => this.#failed(error);
    }

    // What is set

    get language() { return (this.words ??= new Language(this.locales, this.state.language)); }
    get format() { return (this.numbers ??= new Format(this.state.language, this.state.unit)); }

    /** Every value of the scenario on the screen. */
    values() {
        const defaults = Object.fromEntries(this.table.map((p) => [p.key, p.default]));
        return { ...defaults, ...this.scenario().values };
    }

    /** What is asked of the solver: preset, levers, enough time, and the bubble of an earlier pop. */
    scenario() {
        const preset = this.presets[this.state.preset], values = { ...preset.values, ...this.state.values };
        const bubble = this.bubbleRadius();
        if (bubble) Object.assign(values, { "bubble.nucleus_radius_m": bubble, "bubble.stabilised": false });
        if (!("simulation.duration_s" in this.state.values)) {
            const rise = values["traction.rise_time_s"] ?? 0.15, release = values["traction.release_time_s"];
            const pull = typeof release === "number" ? release + (values["traction.release_ramp_s"] ?? rise) : rise;
            values["simulation.duration_s"] = Math.max(values["simulation.duration_s"] ?? 0.4, pull + AFTER);
        }
        return { kind: preset.kind, values, chance: { joint: this.state.joint, pull: this.state.pull } };
    }

    /** Is the joint's gap divided into pockets? */
    get divided() {
        const values = this.values();
        return values["joint.pockets"] > 1 || values["joint.pockets_drawn"];
    }

    // A pull that has just begun knows neither how its gap is divided nor where its nucleus lets go: the run before it does.

    /** The parts of the area that the pockets have, as far as they are drawn. */
    shares() { return [this.live, this.latest].find((run) => run?.divided)?.shares ?? [1]; }

    restingPockets({ pressure, radius, volume }) { return this.shares().map((share) => ({ share, pressure, radius, volume })); }

    threshold() {
        if (this.state.stage === "replay") return this.run.report.threshold_pa;
        return [this.live, this.latest].find((run) => Number.isFinite(run?.report.threshold_pa))?.report.threshold_pa ?? -119e3;
    }
    distance() { return this.values()["traction.distance_m"]; }
    wall() { return (performance.timeOrigin + performance.now()) / 1e3; }

    /** Radius of what the last pop left, after the rest on the clock [m]; null: nothing left. */
    bubbleRadius() {
        if (!this.bubble) return null;
        const [, radius] = this.bubble.residuals[this.bubble.rest];
        return radius > 0 ? radius : null;
    }

    /** The joint before a pull. */
    resting() {
        const v = this.values(), radius = v["bubble.nucleus_radius_m"];
        return { time: 0, gap: v["joint.resting_gap_m"], gapRate: 0, pressure: v["joint.resting_pressure_pa"], radius, volume: (4 / 3) * Math.PI * radius ** 3, sound: 0 };
    }

    /** The run and the moment on the screen; `until`: how much of its curve. */
    shown() {
        if (this.live) return { run: this.live, t: this.live.end, until: this.live.end };
        if (this.performing) return { run: this.performing.run, t: this.performing.t, until: this.performing.t };
        if (this.state.stage === "replay") return { run: this.run, t: this.replay.clock.time, until: this.replay.clock.time };
        return { run: this.pulled ? this.run : null, t: 0, until: this.run?.end ?? 0 };
    }

    /** Where the hand is; of a joint that follows it late, where it has been dragged by now. */
    handNow() {
        if (this.live) return this.live.late && this.handle.dragging ? this.handle.position : this.live.handNow;
        const { run, t } = this.shown();
        return run ? run.hand(t) : 0;
    }

    /** Is the back on the screen, by itself or in a lesson? */
    showsBack() { return this.state.view === "back" || (this.state.view === "lessons" && this.lessons.plan.spine === true); }

    /** What can be taken home: the run on the screen, the box it is drawn in, and what to call it. */
    exhibit() {
        if (this.showsBack()) return { run: this.back.run, box: document.querySelector(".facets"), name: "back" };
        return { run: this.run, box: document.querySelector(".stage"), name: this.state.preset };
    }

    // What can be done

    /** @param {Partial<typeof START>} change */
    set(change) {
        const { all, ...known } = change;
        Object.assign(this.state, known);
        this.words = this.numbers = undefined;
        this.onSet(change);
        this.stage.layout();
        this.draw();
    }

    /** @param {string} key @param {any} value */
    setValue(key, value) {
        const preset = this.presets[this.state.preset].values[key];
        if (value === preset) delete this.state.values[key];
        else this.state.values[key] = value;
        this.onSet({ values: true });
        return this.recompute(true);
    }

    /** Ends what plays or is pulled: it belongs to a joint that is no longer on the screen. */
    #halt() {
        if (this.live) this.engine.tell("stop");
        this.live = this.performing = null;
        this.attempt += 1;
        this.handle.forget();
        this.speaker.stop();
    }

    /** Another joint, or the same one afresh. */
    setPreset(preset, values = {}) {
        this.#halt();
        Object.assign(this, { bubble: null, run: null, pulled: false });
        this.set({ preset, values: { ...values }, joint: 1, pull: 1, stage: this.state.stage === "open" ? "open" : "pull" });
        return this.recompute(false);
    }

    /** Another joint of chance, or another pull of it. @param {import("../model/synovia.js").Chance} chance */
    drawLots(chance) {
        this.#halt();
        Object.assign(this, { run: null, pulled: false });
        this.set({ ...chance, stage: "pull" });
        return this.recompute(false);
    }

    /** @param {number} index of the rest clock's stops */
    setRest(index) {
        this.#halt();
        this.bubble.rest = index;
        Object.assign(this, { run: null, pulled: false });
        this.onSet({ rest: true });
        return this.recompute(false);
    }

    /** Runs what is set; `show`: as the run on the screen, once there has been a pull; `rests`: for a pull in earnest. */
    async recompute(show, rests = false) {
        try {
            const run = await this.engine.run(this.scenario(), this.speaker.rate, rests);
            if (!run) return null;
            Object.assign(this, { latest: run, trouble: null });
            this.chance.render();
            if (show && this.pulled && !this.live && !this.performing) this.#showRun(run);
            this.stage.layout();
            this.draw();
            this.voice.settle();
            return run;
        } catch (error) {
            this.#refused(error);
            return null;
        }
    }

    #showRun(run) {
        this.run = run;
        if (this.state.stage === "replay") this.replay.open(this.replay.clock.factor);
    }

    /** Pulls as the levers say, with sound. */
    async pull() {
        if (this.live || this.performing) return;
        const attempt = ++this.attempt, run = await this.recompute(false, true);
        if (!run || this.live || attempt !== this.attempt) return;
        this.speaker.play(run, 0);
        if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.finish(run);
        this.performing = { run, t: 0, since: performance.now() };
        this.set({ stage: "pull" });
        this.animate();
    }

    /** The hand takes hold: the joint runs along from now on. */
    takeHold() {
        if (this.live) return;
        this.performing = null;
        this.speaker.stop();
        const scenario = this.scenario();
        this.live = new GrowingRun({ kind: scenario.kind, values: this.values() });
        this.onSet({ live: true });
        const { live } = this;
        live.underruns = this.speaker.underruns;
        this.engine.ask("begin", { scenario, rate: this.speaker.rate }).then((begun) => live.begun(begun), (error) => {
            this.live = null;
            this.handle.forget();
            this.#refused(error);
        });
        if (this.state.stage === "replay") this.set({ stage: "pull" });
    }

    /** @param {{wall: number, x: number}[]} points @param {boolean} [last] */
    moveHand(points, last = false) {
        if (this.live) this.engine.tell("hand", { points, released: last ? points[points.length - 1].wall : undefined });
    }

    #look(looks, behind) {
        if (!this.live) return;
        if (behind > BEHIND) this.sparingUntil = performance.now() + SPARING;
        const before = this.live.popped, torn = this.live.tears.length;
        for (const look of looks) this.live.append(look);
        if (this.live.popped && !before) {
            this.stage.scene.pop();
            this.voice.announce(this.language.text("live.pop"));
            this.handle.popped();
        } else if (this.live.tears.length > torn) this.stage.scene.pop();
        this.requestDraw();
    }

    #pulled(result) {
        const live = this.live;
        this.live = null;
        this.handle.forget();
        this.speaker.relax(this.engine);
        if (!live || !result) return this.set({});
        const { block, way } = result.hand, hand = (t) => way[Math.min(way.length - 1, Math.max(0, Math.round(t / block) - 1))] ?? 0;
        this.finish(new Run({ ...result, scenario: live.scenario, hand }));
        if (live.late && this.speaker.underruns > live.underruns) this.note(this.language.text("note.behind"));
    }

    /** A pull is over. @param {Run} run */
    finish(run) {
        Object.assign(this, { run, pulled: true, performing: null });
        if (run.report.outcome === "popped" && run.residuals.length) this.bubble = { residuals: run.residuals, rest: 0 };
        if (run.popped) this.look(slowMotion(run));
        else this.set({ stage: "pull" });
        this.onFinish(run);
        this.recompute(false);
        this.voice.settle();
    }

    /** The run again, slowly. @param {number} factor */
    look(factor) {
        this.replay.open(factor);
        this.set({ stage: "replay" });
        this.replay.render();
    }

    /** Back to the handle. */
    again() {
        Object.assign(this, { run: null, pulled: false });
        this.speaker.stop();
        this.set({ stage: "pull" });
        this.voice.settle();
    }

    #refused(error) {
        this.trouble = error.problems ? error.problems.map((p) => this.language.text("refused.one", { name: this.nameOf(p.key), message: p.message })).join("\n") : error.message;
        this.draw();
        this.voice.settle();
    }

    #failed(error) {
        this.live = this.performing = null;
        this.handle.forget();
        this.note(this.language.text("note.failed", { message: error.message }));
        this.set({});
    }

    /** A parameter in the reader's language. @param {string} key */
    nameOf(key) {
        const own = `param.${key}`, row = this.table.find((p) => p.key === key);
        return this.language.has(own) ? this.language.text(own) : (row?.text ?? key);
    }

    // Drawing

    draw() {
        this.stage.show();
        this.voice.render();
    }

    /** With the next frame; with the one after it while the solver needs the processor more. */
    requestDraw() {
        const draw = () => ((this.frame = undefined), this.draw());
        this.frame ??= requestAnimationFrame(performance.now() < this.sparingUntil ? () => requestAnimationFrame(draw) : draw);
    }

    /** Keeps drawing while something plays. */
    animate() {
        requestAnimationFrame(() => {
            if (this.performing) this.#perform();
            else if (this.state.stage === "replay") {
                this.replay.clock.tick();
                this.replay.render();
                if (!this.replay.clock.playing) this.voice.settle();
            }
            this.draw();
            if (this.performing || this.replay.clock.playing) this.animate();
        });
    }

    #perform() {
        const p = this.performing, t = (performance.now() - p.since) / 1e3;
        const bursts = p.run.divided ? p.run.tears.map(({ time }) => time) : [p.run.nucleation];
        if (p.run.popped && bursts.some((time) => p.t < time && t >= time)) this.stage.scene.pop();
        p.t = Math.min(t, p.run.end);
        if (t >= p.run.end) this.finish(p.run);
    }
}
