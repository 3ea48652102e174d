// The worker: owns the solver, answers requests in order, and keeps a live pull going.
// esbuild puts emscripten's factory in front as `createSynovia`.
import { Synovia, Refused } from "./model/synovia.js";
import { LivePull } from "./sound/live_pull.js";
import { minimumJerk } from "./model/hand.js";

/** Rests after which the remaining bubble is asked for [s]: the stops of the page's rest clock. */
const RESTS = [0, 1, 2, 5, 10, 20, 40, 60, 90, 120, 180, 240, 300, 360].map((minutes) => 60 * minutes);

/** More steps than any run of the levers needs; what needs more ends with a sentence. */
const STEP_LIMIT = 120_000;

const wall = () => (performance.timeOrigin + performance.now()) / 1e3;

let synovia = null, pull = null, timer = 0, toWorklet = null;

const answers = {
    async open({ wasm }) {
        synovia = new Synovia(await createSynovia({ wasmBinary: wasm, print() {}, printErr() {} }));
        return { joint: synovia.table("joint"), bubble: synovia.table("bubble") };
    },
    connect({ port }) {
        toWorklet = port;
        port.onmessage = () => tick();
    },
    run({ scenario, rate, longestGap, rests }) {
        synovia.load(scenario);
        const report = synovia.simulate(STEP_LIMIT), rows = synovia.curve(longestGap), pocketRows = synovia.pocketRows(rows);
        const start = -0.005, samples = isSilent(report) ? new Float32Array(0) : synovia.render(rate, start, report.end_time_s - start);
        return { report, rows, pocketRows, sound: { rate, start, samples }, residuals: rests ? residuals(report) : [], values: synovia.values() };
    },
    /** The run's numbers only, for tests and the table of values. */
    values({ scenario }) {
        synovia.load(scenario);
        return synovia.values();
    },
    /** Pulls that nobody sees, so that the first one that somebody sees finds everything compiled and optimised. */
    rehearse({ scenario, rate }) {
        for (let i = 0; i < 2; ++i) rehearse(scenario, rate);
    },
    begin({ scenario, rate }) {
        synovia.load(scenario);
        const values = synovia.values();
        pull = new LivePull(synovia, rate, (samples) => toWorklet?.postMessage(samples), several(values));
        toWorklet?.postMessage({ begin: { ahead: pull.ahead } });
        return { values, late: pull.late };
    },
    hand({ points, released }) {
        for (const { wall: t, x } of points) pull?.move(t, x);
        if (released !== undefined) pull?.release(released);
        if (!timer) follow();
    },
    stop() { finish(); },
};

const several = (values) => (values["joint.pocket_weights"] ?? []).length > 1;

const isSilent = (report) => report.nucleation_time_s === null && report.peak_pressure_pa < 1e-6;

/** The page's rest clock is that of one bubble: pockets begin every pull at rest. */
const residuals = (report) =>
    report.outcome === "popped" && synovia.pockets() === 1 ? synovia.residuals(RESTS) : [];

function rehearse(scenario, rate) {
    synovia.load(scenario);
    const rehearsal = new LivePull(synovia, rate, () => {}), { "traction.distance_m": way } = synovia.values();
    for (let t = 0; t < 0.15; t += 0.005) {
        rehearsal.move(t, way * minimumJerk(t, 0.15));
        rehearsal.tick(t);
    }
}

/** Computes what is due, and again when the next block is: a steady clock would be up to its own step late. */
function follow() {
    tick();
    if (pull && pull.due !== null) timer = setTimeout(follow, Math.max(0, Math.ceil(1e3 * (pull.due - wall()))));
}

function tick() {
    if (!pull) return;
    try {
        const behind = pull.behind(wall()), looks = pull.tick(wall());
        if (looks.length) postMessage({ look: looks, behind });
        if (pull.over) finish();
    } catch (error) {
        stopClock();
        postMessage({ failed: error.message });
    }
}

function stopClock() {
    clearTimeout(timer);
    timer = 0;
    toWorklet?.postMessage({ end: true });
    pull = null;
}

function finish() {
    if (!pull) return;
    const ended = pull;
    stopClock(); // first of all: what is left of the sound is no longer waited for
    const result = ended.report ? ended.result() : null;
    if (result) result.residuals = residuals(result.report);
    postMessage({ pulled: result });
}

onmessage = async ({ data }) => {
    const { id, op, ...request } = data;
    try {
        const result = await answers[op](request);
        if (id) postMessage({ id, result });
    } catch (error) {
        postMessage({ id, error: error.message, problems: error instanceof Refused ? error.problems : undefined });
    }
};
