// The link that brings back what is on the screen: only what differs from the start, after the page's address as #...

/**
 * @typedef {{preset: string, values: Record<string, any>, language: string, unit: string, projector: boolean,
 *   view: string, lesson: number, joint: number, pull: number}} Shared
 */

const PLAIN = { language: "lang", unit: "unit", projector: "projector", view: "view", lesson: "lesson", joint: "joint", pull: "pull" };

/** @param {Shared} now @param {Shared} start @returns {string} without "#"; empty when nothing differs */
export function encode(now, start) {
    const link = new URLSearchParams();
    if (now.preset !== start.preset) link.set("preset", now.preset);
    for (const [name, key] of Object.entries(PLAIN))
        if (now[name] !== start[name]) link.set(key, String(Number(now[name]) || now[name]));
    for (const [key, value] of Object.entries(now.values)) link.set(key, value === null ? "none" : String(value));
    return link.toString();
}

/**
 * Reads a link. What is unknown or impossible is left out and named in `broken`.
 * @param {string} hash with or without "#"
 * @param {Shared} start @param {import("./synovia.js").Parameter[]} table
 * @param {{presets: string[], languages: string[], units: string[], views: string[], lessons: number}} known
 * @returns {{shared: Shared, broken: string[]}}
 */
export function decode(hash, start, table, known) {
    const shared = { ...start, values: {} }, broken = [];
    const oneOf = (name, list) => (text) => (list.includes(text) ? ((shared[name] = text), true) : false);
    const lesson = (text) => /^[1-9]$/.test(text) && Number(text) <= known.lessons && ((shared.lesson = Number(text)), true);
    const draw = (name) => (text) => /^[1-9]\d{0,5}$/.test(text) && ((shared[name] = Number(text)), true);
    const plain = {
        preset: oneOf("preset", known.presets), lang: oneOf("language", known.languages), unit: oneOf("unit", known.units),
        view: oneOf("view", known.views), lesson, joint: draw("joint"), pull: draw("pull"), projector: (text) => text === "1" && (shared.projector = true),
    };
    for (const [key, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
        const parameter = table.find((p) => p.key === key);
        const value = parameter ? readValue(parameter, text) : undefined;
        if (value !== undefined) shared.values[key] = value;
        else if (!(Object.hasOwn(plain, key) && plain[key](text))) broken.push(`${key}=${text}`.slice(0, 80));
    }
    return { shared, broken };
}

/** The value of a parameter from its text; undefined if it is none. */
function readValue(parameter, text) {
    switch (parameter.type) {
        case "flag": return text === "true" ? true : text === "false" ? false : undefined;
        case "choice": return parameter.choices.includes(text) ? text : undefined;
        case "text": case "numbers": case "levels": return undefined; // a path on somebody's disk, and what no lever sets
        default: return readNumber(parameter, text);
    }
}

function readNumber(parameter, text) {
    if (parameter.type === "optional" && text === "none") return null;
    const value = text.trim() === "" ? NaN : Number(text);
    return value >= parameter.min && value <= parameter.max ? value : undefined;
}
