// The lessons: what each asks, what is tried, what is read off. The words are in locales/, under lesson.1 and so on.
import { cavityWidth } from "../model/words.js";
import { THRUST } from "../back/plan.js";
import { pitch } from "../model/pitch.js";

const time = (s) => ({ number: s, unit: "s", values: { "traction.rise_time_s": s } });
const nucleus = (um) => ({ number: um, unit: "µm", values: { "bubble.nucleus_radius_m": Number((um * 1e-6).toPrecision(12)) } });
const rest = (name, stop, number = 0, unit = "") => ({ name, stop, number, unit });
const facets = (name, values) => ({ name, values: { ...THRUST, ...values } });
const joint = (preset) => ({ name: `preset.${preset}`, preset });

/**
 * `options`: possible predictions; `rows`: runs to try, each with values, a preset, or a stop of the rest clock;
 * `columns`: what the table shows of each; `spine`: it is about the back.
 */
export const LESSONS = [
    { options: ["fast", "slow", "both"], rows: [time(0.15), time(1), time(0.3)], columns: ["lowest", "gap", "heard"] },
    { options: ["small", "large", "same"], rows: [nucleus(0.3), nucleus(1), nucleus(0.1)], columns: ["threshold", "lowest", "heard"] },
    { options: ["forming", "collapsing", "bones"], rows: [joint("knuckle"), { name: "lesson.letgo", preset: "pull-and-release" }], columns: ["since", "cavity", "heard"] },
    { options: ["yes", "later", "never"], rows: [rest("lesson.once", null), rest("lesson.atonce", 0), rest("", 5, 20, "min"), rest("", 12, 5, "h")], columns: ["left", "lowest", "heard"] },
    { options: ["higher", "lower", "same"], rows: [joint("finger-pip"), joint("knuckle"), joint("knee")], columns: ["face", "pitch", "heard"] },
    { spine: true, options: ["facets", "ligaments", "speed"], rows: [facets("lesson.thrust", {}), facets("lesson.slowthrust", { "spine.rise_time_s": 1.6 }), facets("lesson.stiff", { "spine.restricted": ["L4-L5"] }), facets("lesson.guarded", { "spine.guarding": 0.5 })], columns: ["pops", "opened", "lowestfacet"] },
];

/** What a row is called. */
export const rowName = (row, format, word) => (row.name ? word(row.name) : `${format.general(row.number)}\u00a0${row.unit}`);

/** The facet that the thrust is meant for. */
const target = (run) => run.report.facets.find((f) => f.level === run.scenario.values["spine.target"] && f.side === run.scenario.values["spine.side"]);

/** What the columns show of a run. @type {Record<string, (run: any, format: any, word: any) => string>} */
export const COLUMNS = {
    lowest: (run, format) => format.pressure(run.report.min_gap_pressure_pa),
    threshold: (run, format) => format.pressure(run.report.threshold_pa),
    gap: (run, format) => format.gap(run.at(run.nucleation ?? run.report.min_gap_pressure_time_s).gap),
    heard: (run, format, word) => (run.popped ? `${format.fixed(run.report.peak_level_db_spl, 0)}\u00a0dB` : word("lesson.silent")),
    since: (run, format) => (run.popped ? format.time(run.report.peak_pressure_time_s - run.nucleation) : "–"),
    cavity: (run, format) => (run.nucleation === null ? "–" : format.length(cavityWidth(run.at(run.end).volume, run.at(run.end).gap))),
    left: (run, format) => (run.hadBubble ? format.length(run.scenario.values["bubble.nucleus_radius_m"]) : "–"),
    face: (run, format) => format.length(2 * run.scenario.values["joint.articular_radius_m"]),
    pops: (run) => String(run.report.facets.filter((f) => f.popped).length),
    opened: (run, format) => format.gap(target(run).max_gap_m),
    lowestfacet: (run, format) => format.pressure(target(run).min_pressure_pa),
    pitch: (run, format) => {
        const hertz = run.popped ? pitch(run.sound) : null;
        return hertz === null ? "–" : `${format.general(Number(hertz.toPrecision(2)))}\u00a0Hz`;
    },
};

export const STEPS = ["question", "prediction", "experiment", "evidence"];
