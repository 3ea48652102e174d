// The handle on the bone: mouse, finger, pen or keys. What it does goes to the live pull as points of a path.

/** Steps of the keys [m], and how long the hand takes for one [s]. */
const STEP = 0.5e-3, FINE = 0.1e-3, COARSE = 2e-3, STEP_TIME = 0.08;

/** The hand that lets go is back after this [s]. */
const HOME_TIME = 0.3;

export class Handle {
    /** @param {import("./app.js").App} app @param {HTMLElement} knob @param {import("./scene.js").Scene} scene */
    constructor(app, knob, scene) {
        Object.assign(this, { app, knob, scene, position: 0, target: 0, dragging: false, keys: false });
        knob.addEventListener("pointerdown", (e) => this.#grab(e));
        knob.addEventListener("pointermove", (e) => this.dragging && this.#drag(e));
        for (const kind of ["pointerup", "pointercancel", "lostpointercapture"]) knob.addEventListener(kind, () => this.dragging && this.letGo());
        knob.addEventListener("keydown", (e) => this.#key(e));
        knob.addEventListener("blur", () => this.keys && this.letGo());
    }

    #grab(e) {
        if (e.button !== 0 || this.dragging) return;
        e.preventDefault();
        this.knob.focus();
        this.knob.setPointerCapture(e.pointerId);
        this.dragging = true;
        this.from = e.clientX;
        this.scale = this.app.distance() / this.scene.way;
        this.app.takeHold();
    }

    #drag(e) {
        const all = e.getCoalescedEvents?.() ?? [], origin = performance.timeOrigin;
        const points = (all.length ? all : [e]).map((p) => ({ wall: (origin + p.timeStamp) / 1e3, x: this.#clamp((p.clientX - this.from) * this.scale) }));
        this.position = this.target = points[points.length - 1].x;
        this.app.moveHand(points);
    }

    #clamp(x) { return Math.min(this.app.distance(), Math.max(0, x)); }

    #key(e) {
        const steps = { ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP, PageUp: COARSE, PageDown: -COARSE };
        if (e.altKey || e.ctrlKey || e.metaKey) return;
        if (e.code in steps) this.#step(Math.sign(steps[e.code]) * (e.shiftKey ? FINE : Math.abs(steps[e.code])), STEP_TIME);
        else if (e.code === "End") this.#step(Infinity, this.app.values()["traction.rise_time_s"]);
        else if (e.code === "Home" || e.code === "Escape") this.letGo();
        else return;
        e.preventDefault();
    }

    #step(way, seconds) {
        if (!this.keys && way < 0) return;
        if (!this.keys) this.app.takeHold();
        this.keys = true;
        const from = this.target;
        this.target = this.#clamp(from + way);
        this.app.moveHand(ramp(this.app.wall(), from, this.target, seconds));
        this.position = this.target;
    }

    letGo() {
        this.app.moveHand(ramp(this.app.wall(), this.position, 0, HOME_TIME), true);
        Object.assign(this, { dragging: false, keys: false, position: 0, target: 0 });
    }

    /** Something popped: a hand on the keys has done its work. */
    popped() {
        if (this.keys) setTimeout(() => this.keys && this.letGo(), 400);
    }

    /** The pull has ended without the hand's doing. */
    forget() { Object.assign(this, { dragging: false, keys: false, position: 0, target: 0 }); }
}

/** Points of a smooth way from a to b that begins now [s], [m]. */
function ramp(wall, a, b, seconds) {
    const n = Math.max(8, Math.round(seconds / 0.01));
    return Array.from({ length: n }, (_, i) => {
        const s = (i + 1) / n;
        return { wall: wall + s * seconds, x: a + (b - a) * s * s * s * (10 + s * (6 * s - 15)) };
    });
}
