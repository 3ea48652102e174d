// The path of a pointer and who follows it.
import test from "node:test";
import assert from "node:assert/strict";
import { Follower, PointerPath, leverHand, minimumJerk } from "../../../apps/classroom/js/model/hand.js";

const near = (a, b, tolerance) => assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b} within ${tolerance}`);

test("the ramp is the quintic of the solver", () => {
    assert.equal(minimumJerk(-1, 0.15), 0);
    assert.equal(minimumJerk(1, 0.15), 1);
    near(minimumJerk(0.075, 0.15), 0.5, 1e-15);
    near(minimumJerk(0.0375, 0.15), 0.25 ** 3 * (10 - 15 * 0.25 + 6 * 0.0625), 1e-15);
});

test("a lever's hand pulls, holds and lets go", () => {
    const hand = leverHand({ "traction.kind": "pull", "traction.distance_m": 6e-3, "traction.rise_time_s": 0.1, "traction.release_time_s": 0.3 });
    assert.deepEqual([0, 0.05, 0.2, 0.35, 0.5].map((t) => Math.round(hand(t) * 1e6)), [0, 3000, 6000, 3000, 0]);
});

test("between points the path never leaves what lies between them", () => {
    const path = new PointerPath(), xs = [0, 1e-3, 1.1e-3, 5e-3, 5e-3, 2e-3];
    xs.forEach((x, i) => path.add(i * 0.016, x));
    for (let t = 0; t < 0.08; t += 1e-4) {
        const i = Math.floor(t / 0.016), { x } = path.at(t);
        assert.ok(x >= Math.min(xs[i], xs[i + 1]) - 1e-12 && x <= Math.max(xs[i], xs[i + 1]) + 1e-12, `at ${t}`);
    }
});

test("the velocity is the slope of the path", () => {
    const path = new PointerPath();
    for (let i = 0; i <= 10; ++i) path.add(i * 0.016, 6e-3 * minimumJerk(i * 0.016, 0.15));
    for (const t of [0.01, 0.05, 0.09, 0.13]) near(path.at(t).v, (path.at(t + 1e-7).x - path.at(t - 1e-7).x) / 2e-7, 1e-6);
});

test("points out of order are dropped", () => {
    const path = new PointerPath();
    path.add(0, 0); path.add(0.02, 1e-3); path.add(0.02, 9e-3); path.add(0.01, 9e-3);
    assert.equal(path.points.length, 2);
});

const follow = (arrivals, until = 0.6) => {
    const path = new PointerPath(), follower = new Follower(path, 0.02), steps = [];
    path.add(0, 0);
    for (let k = 1; k * 0.005 <= until; ++k) {
        const t = k * 0.005;
        for (const a of arrivals.filter((p) => p.wall > t - 0.025 && p.wall <= t - 0.02)) path.add(a.t, a.x);
        steps.push({ t, ...follower.step(t, 0.005) });
    }
    return steps;
};

test("a hand whose points come in time is followed with the delay and nothing else", () => {
    const points = Array.from({ length: 20 }, (_, i) => ({ t: (i + 1) * 0.008, wall: (i + 1) * 0.008, x: 6e-3 * minimumJerk((i + 1) * 0.008, 0.15) }));
    for (const { t, x } of follow(points.map((p) => ({ ...p, wall: p.t - 0.02 + 0.004 }))))
        if (t > 0.03) near(x, 6e-3 * minimumJerk(t - 0.02, 0.15), 3e-5);
});

test("points that come late do not make the hand leap", () => {
    const slow = Array.from({ length: 60 }, (_, i) => ({ t: (i + 1) * 0.01, x: 6e-3 * minimumJerk((i + 1) * 0.01, 0.6) }));
    const late = slow.map((p) => ({ ...p, wall: p.t > 0.2 && p.t < 0.35 ? 0.35 : p.t })); // 150 ms of silence
    const steps = follow(late, 1.2), fastest = (1.875 * 6e-3) / 0.6;
    for (let i = 1; i < steps.length; ++i) assert.ok((steps[i].x - steps[i - 1].x) / 0.005 < 1.6 * fastest, `at ${steps[i].t}`);
    near(steps[steps.length - 1].x, 6e-3, 1e-9);
});

test("a hand that has rested starts without catching up with its rest", () => {
    const points = [{ t: 0.02, wall: 0.02, x: 1e-3 }, { t: 0.03, wall: 0.03, x: 1.1e-3 }, { t: 0.43, wall: 0.43, x: 1.2e-3 }, { t: 0.44, wall: 0.44, x: 2e-3 }];
    const steps = follow(points), after = steps.find((s) => s.t >= 0.49);
    near(after.x, 2e-3, 1e-9);
});
