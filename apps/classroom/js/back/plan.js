// What is done to the back, and what people say about it. The words are in locales/, under back and belief.
import { LEVELS } from "./spine.js";

export { LEVELS };

/** What the page starts from: the thrust that most texts describe. */
export const THRUST = { "spine.kind": "thrust", "spine.target": "L4-L5", "spine.side": "left", "spine.moment_nm": 14, "spine.rise_time_s": 0.12, "spine.guarding": 0, "spine.restricted": [], "spine.hypermobile": [] };

/** A person who twists to the side, as far and as fast as one does. */
export const TWIST = { ...THRUST, "spine.kind": "twist", "spine.twist_deg": 70, "spine.rise_time_s": 1, "spine.guarding": 0.05 };

/** A thrust on facets whose gaps are divided, as a preset has it. @param {{values: Record<string, any>}} preset */
export const divided = (preset) => ({ ...THRUST, ...preset.values });

/** From where the solver begins to the thrust itself: the preload, 2 s where nothing else is said, and a pause [s]. */
const lead = (values) => (values["spine.preload_time_s"] ?? 2) + 0.05;

/** Long enough for what is done and half a second after it [s]. @param {Record<string, any>} values */
export const duration = (values) => (values["spine.kind"] === "twist" ? 0 : lead(values)) + values["spine.rise_time_s"] + 0.5;

const thrust = (values) => ({ ...THRUST, ...values });
const twist = (values) => ({ ...TWIST, ...values });

/** `truth`: what model and evidence say of it, together; `runs`: what to try, each [word, values]. */
export const BELIEFS = [
    { name: "speed", truth: "no", runs: [["0.12", thrust({})], ["0.36", thrust({ "spine.rise_time_s": 0.36 })], ["1.6", thrust({ "spine.rise_time_s": 1.6 })]] },
    { name: "specific", truth: "half", runs: [["thrust", thrust({})], ["couple", thrust({ "spine.couple": true })]] },
    { name: "stiff", truth: "no", runs: [["twist", twist({ "spine.restricted": ["L4-L5"], "spine.hypermobile": ["L3-L4"] })]] },
    { name: "loose", truth: "no", runs: [["even", twist({})], ["hypermobile", twist({ "spine.hypermobile": ["L3-L4"] })]] },
    { name: "guarding", truth: "half", runs: [["0", thrust({})], ["0.25", thrust({ "spine.guarding": 0.25 })], ["0.5", thrust({ "spine.guarding": 0.5 })]] },
    { name: "ligaments", truth: "half", runs: [["0.5", thrust({ "spine.ligament_scale": 0.5 })], ["1", thrust({})], ["2", thrust({ "spine.ligament_scale": 2 })]] },
];

/** Warning signs: what a doctor should see before anybody cracks anything. */
export const WARNINGS = ["leg", "numb", "constant", "bladder"];
