// What to say about a moment of a run: which sentence, with which numbers. The words themselves are in locales/.

/**
 * A sentence and its second clause, as keys of the locale, and the numbers both take.
 * @typedef {{key: string, sub: string, numbers: Record<string, string>}} Saying
 */

const FAILURES = ["supersonic", "step_limit", "step_underflow", "non_finite"];

/** How long after the nucleus let go the burst is the thing to talk about [s]. */
const BURST = 1.2e-3;

/** Width of the flat cavity that holds this volume in a gap [m]: V = pi r^2 h. */
export function cavityWidth(volume, gap) {
    const radius = Math.cbrt((3 * volume) / (4 * Math.PI));
    return radius < gap / 2 ? 2 * radius : 2 * Math.sqrt(volume / (Math.PI * gap));
}

/** Force that holds the bones together [N]. @param {Record<string, any>} values @param {number} pressure [Pa] */
export function suction(values, pressure) {
    return Math.PI * values["joint.articular_radius_m"] ** 2 * (values["joint.resting_pressure_pa"] - pressure);
}

/** Of pockets together, by their shares of the area [Pa]. @param {{share: number, pressure: number}[]} pockets */
export const meanPressure = (pockets) => pockets.reduce((sum, { share, pressure }) => sum + share * pressure, 0);

/** So many pockets are named in order; the picture and the table have the others. */
const NAMED = 6;

/** Which pocket tore when: "2 (52 ms), 5 (+0.04 ms), ...". @param {import("./run.js").Run} run */
function tearOrder({ tears }, format) {
    const first = tears[0]?.time, list = tears.slice(0, NAMED).map(({ pocket, time }, i) => `${pocket}\u00a0(${i ? `+${format.time(time - first)}` : format.time(time)})`);
    return list.join(", ") + (tears.length > NAMED ? " …" : "");
}

/** A moment of a joint whose gap is divided; `whole`: what to say before the first pocket tears. @param {import("./run.js").Run} run */
function dividedSaying(run, t, whole, numbers, format, say) {
    const torn = run.tears.filter((tear) => tear.time <= t), last = torn[torn.length - 1];
    Object.assign(numbers, { torn: String(torn.length), pocket: String(last?.pocket), order: tearOrder(run, format) });
    if (!last) return say(whole, `${whole}Divided`);
    if (t - last.time > 20 * BURST) return say("torn");
    return say("tear", run.late === undefined ? "tears" : "tear");
}

/**
 * @param {import("./run.js").Run} run @param {number} t [s] @param {import("./format.js").Format} format
 * @returns {Saying}
 */
export function momentSaying(run, t, format) {
    const moment = run.at(t), values = run.scenario.values, threshold = run.report.threshold_pa;
    const numbers = {
        gap: format.gap(moment.gap), pressure: format.pressure(moment.pressure), time: format.time(t),
        short: format.pressureStep(moment.pressure - threshold), threshold: format.pressure(threshold),
        width: format.length(cavityWidth(moment.volume, moment.gap)), force: `${format.significant(suction(values, moment.pressure), 2)}\u00a0N`,
        lowest: format.pressure(run.report.min_gap_pressure_pa), all: String(run.shares.length),
    };
    const say = (key, sub = key) => ({ key: `say.${key}`, sub: `sub.${sub}`, numbers });
    if (run.divided && (moment.gap >= 1.02 * values["joint.resting_gap_m"] || run.tears[0]?.time <= t))
        return dividedSaying(run, t, moment.pressure >= values["fluid.vapour_pressure_pa"] ? "opens" : "tension", numbers, format, say);
    if (run.nucleation !== null && t >= run.nucleation) return run.popped ? afterPop(run, t, numbers, format, say) : say("gives");
    if (moment.gap < values["joint.resting_gap_m"] * 1.02) return say("rest", run.hadBubble ? "restBubble" : run.divided ? "restDivided" : "rest");
    if (run.hadBubble) return say("bubbleGives");
    if (moment.pressure >= values["fluid.vapour_pressure_pa"]) return say("opens");
    const rising = run.at(t + 1e-4).pressure > moment.pressure;
    return rising ? say("easing") : say("tension", moment.pressure > threshold ? "tension" : "past");
}

function afterPop(run, t, numbers, format, say) {
    const since = t - run.nucleation;
    numbers.since = format.time(Math.max(since, 1e-6));
    if (since < 2e-5) return say("letsgo");
    if (since < BURST) return say(since < 3e-4 ? "burst" : "leap");
    if (since < 20 * BURST) return say("ring");
    return say("stays");
}

/** What came of a whole run. @param {import("./run.js").Run} run @param {import("./format.js").Format} format */
export function outcomeSaying(run, format) {
    const { report } = run, values = run.scenario.values;
    const numbers = {
        lowest: format.pressure(report.min_gap_pressure_pa), threshold: format.pressure(report.threshold_pa),
        short: format.pressureStep(report.min_gap_pressure_pa - report.threshold_pa),
        level: `${format.fixed(report.peak_level_db_spl ?? 0, 0)}\u00a0dB`, end: format.time(run.end),
        at: run.nucleation === null ? "" : format.time(run.nucleation),
        gap: format.gap(run.nucleation === null ? run.at(report.min_gap_pressure_time_s).gap : run.at(run.nucleation).gap),
        residual: format.length(values["bubble.nucleus_radius_m"]),
    };
    const say = (key) => ({ key: `outcome.${key}`, sub: `outcome.${key}.sub`, numbers });
    if (FAILURES.includes(report.outcome) || report.outcome === "vanished") return say(report.outcome);
    if (run.divided) return dividedOutcome(run, numbers, format, say);
    if (run.popped) return say("popped");
    if (run.hadBubble) return say("gas");
    if (run.nucleation !== null) return say("faint");
    return report.min_gap_pressure_pa > report.threshold_pa ? say("slow") : say("brief");
}

/** @param {import("./run.js").Run} run of a joint whose gap is divided */
function dividedOutcome(run, numbers, format, say) {
    const { tears } = run, first = tears[0]?.time, last = tears[tears.length - 1]?.time;
    if (!tears.length) return say("whole");
    Object.assign(numbers, { all: String(run.shares.length), torn: String(tears.length), at: format.time(first), spread: format.time(last - first), order: tearOrder(run, format) });
    return say(run.popped ? "cracked" : "softly");
}

/** Two runs, the one kept in grey second. */
export function compareSaying(run, kept, format) {
    if (run.popped === kept.popped) return null;
    const [loud, still] = run.popped ? [run, kept] : [kept, run];
    return {
        key: "compare.one", sub: "compare.one.sub",
        numbers: {
            gap: format.gap(loud.at(loud.nucleation).gap),
            other: format.gap(still.at(still.report.min_gap_pressure_time_s).gap),
            lowest: format.pressure(still.report.min_gap_pressure_pa),
        },
    };
}

/** When the bones part fastest [s]: a pull by hand does not report it. */
function fastest(run) {
    let best = run.index(run.nucleation);
    for (let i = best; i < run.length && run.value(i, "time") < run.nucleation + 0.02; ++i)
        if (run.value(i, "gapRate") > run.value(best, "gapRate")) best = i;
    return run.value(best, "time");
}

/** Events of a run as the class calls them, the first few only. @param {import("./run.js").Run} run */
export function eventWords(run) {
    if (!run.popped) {
        const t = run.report.min_gap_pressure_time_s;
        return t > 0 ? [{ key: "event.lowest", time: t }] : [];
    }
    const first = (kind) => run.report.events.find((e) => e.kind === kind);
    const list = [
        ...(run.divided ? run.tears.map(({ pocket, time }) => ({ key: "event.tear", time, numbers: { pocket: String(pocket) } })) : [{ key: "event.nucleation", time: run.nucleation }]),
        { key: "event.loudest", time: run.report.peak_pressure_time_s },
        { key: "event.shrinks", time: run.divided ? null : first("recontraction")?.time_s },
        { key: "event.separation", time: first("separation")?.time_s ?? fastest(run) },
    ];
    return list.filter((e) => typeof e.time === "number").sort((a, b) => a.time - b.time);
}
