// Where the hand is: as a lever says, and as a pointer says it in hops.

/** The quintic ramp of the solver, 0 to 1 in `rise` seconds. @param {number} t @param {number} rise */
export function minimumJerk(t, rise) {
    const s = Math.min(1, Math.max(0, t / rise));
    return s * s * s * (10 + s * (6 * s - 15));
}

/** Way of the hand [m] of a scenario that pulls by itself. @param {Record<string, any>} values */
export function leverHand(values) {
    const rise = values["traction.rise_time_s"], release = values["traction.release_time_s"], ramp = values["traction.release_ramp_s"] ?? rise;
    const way = values["traction.kind"] === "force" ? 0 : values["traction.distance_m"];
    return (t) => {
        const back = typeof release === "number" ? minimumJerk(t - release, ramp) : 0;
        return way * (minimumJerk(t, rise) - back);
    };
}

/** Longer without a point is a pause [s]; a hand that starts from rest has moved less by its first point [m]. */
const PAUSE = 0.03, SMALL = 3e-4;

/** Time between two points of a pointer that moves [s]. */
const SAMPLE = 0.01;

/**
 * The path of a pointer: points in time, joined by cubics whose slopes keep the path monotone between points (the mean
 * of the two chords, at most three times the smaller; 0 at a turn), so that the hand never passes where it was not.
 */
export class PointerPath {
    /** @type {{t: number, x: number}[]} */
    points = [];

    /**
     * A point not later than the last one is dropped. A small step after a pause is a hand that rested until just now:
     * it is told apart from points that came late, between which the hand moved all the time.
     * @param {number} t [s] @param {number} x [m]
     */
    add(t, x) {
        const last = this.newest;
        if (last && t <= last.t) return;
        if (last && t - last.t > PAUSE && Math.abs(x - last.x) < SMALL) this.points.push({ t: t - SAMPLE, x: last.x });
        this.points.push({ t, x });
    }

    get newest() { return this.points[this.points.length - 1]; }

    /** Forgets what lies before the two points around t. @param {number} t */
    forget(t) {
        let keep = 0;
        while (keep + 2 < this.points.length && this.points[keep + 2].t < t) ++keep;
        this.points.splice(0, keep);
    }

    /** @param {number} t [s] @returns {{x: number, v: number}} [m], [m/s]; it rests before the first and after the last */
    at(t) {
        const p = this.points;
        if (!p.length) return { x: 0, v: 0 };
        const i = p.findIndex((point) => point.t > t);
        if (i < 0) return { x: p[p.length - 1].x, v: 0 };
        if (i === 0) return { x: p[0].x, v: 0 };
        return this.#piece(i - 1, t);
    }

    #piece(i, t) {
        const { t: t0, x: x0 } = this.points[i], { t: t1, x: x1 } = this.points[i + 1];
        const h = t1 - t0, s = (t - t0) / h, v0 = this.#slope(i), v1 = this.#slope(i + 1);
        const c2 = 3 * (x1 - x0) - h * (2 * v0 + v1), c3 = h * (v0 + v1) - 2 * (x1 - x0);
        return { x: x0 + s * (h * v0 + s * (c2 + s * c3)), v: (h * v0 + s * (2 * c2 + 3 * s * c3)) / h };
    }

    #chord(i) {
        const a = this.points[i], b = this.points[i + 1];
        return a && b ? (b.x - a.x) / (b.t - a.t) : 0;
    }

    #slope(i) {
        const before = this.#chord(i - 1), after = this.#chord(i);
        if (before * after <= 0) return 0;
        const mean = 0.5 * (before + after), most = 3 * Math.min(Math.abs(before), Math.abs(after));
        return Math.sign(mean) * Math.min(Math.abs(mean), most);
    }
}

/**
 * Follows a path that is still being drawn, a little behind it. Points that come too late must not become leaps of the
 * hand: the follower waits where the path ends, then goes on at the hand's own pace, at most half as fast again until
 * it has caught up.
 */
export class Follower {
    /** @param {PointerPath} path @param {number} delay [s] */
    constructor(path, delay) {
        Object.assign(this, { path, delay, time: -delay });
    }

    /** @param {number} t time of the joint [s] @param {number} dt since the last step [s] @returns {{x: number, v: number}} */
    step(t, dt) {
        this.#skipRest(t - this.delay);
        const before = this.time, wanted = Math.min(t - this.delay, before + 1.5 * dt);
        this.time = Math.max(before, Math.min(wanted, this.path.newest.t));
        this.path.forget(this.time);
        const { x, v } = this.path.at(this.time);
        return { x, v: (v * (this.time - before)) / dt };
    }

    /** Where the hand rested there is nothing to catch up with. */
    #skipRest(target) {
        const { points } = this.path;
        for (let i = 0; i + 1 < points.length; ++i) {
            const rests = points[i].x === points[i + 1].x && points[i].t <= this.time && points[i + 1].t > this.time;
            if (rests) this.time = Math.max(this.time, Math.min(points[i + 1].t, target));
        }
    }
}
