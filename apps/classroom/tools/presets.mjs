// The shipped presets for the page: what each sets, flat, with what it extends already applied.
import fs from "node:fs";
import path from "node:path";
import { load } from "./modules.mjs";

const { parse } = load("smol-toml");

/** Sections to "section.key"; lists and plain values stay. */
function flat(table, prefix = "") {
    return Object.entries(table).flatMap(([key, value]) =>
        value !== null && typeof value === "object" && !Array.isArray(value) ? flat(value, `${prefix}${key}.`) : [[prefix + key, value]]);
}

/** @param {string} folder @param {string} name @returns {{kind: string, values: Record<string, any>, title: string}} */
function readPreset(folder, name) {
    const { schema, kind, extends: base, about, ...sections } = parse(fs.readFileSync(path.join(folder, `${name}.toml`), "utf8"));
    if (schema !== 1) throw new Error(`${name}.toml: schema ${schema} is not known here`);
    const under = base ? readPreset(folder, base) : { kind, values: {} };
    return { kind: under.kind ?? kind, values: { ...under.values, ...Object.fromEntries(flat(sections)) }, title: about?.title ?? name };
}

/** The page shows a hand that pulls; slow pulls are its lever, second pulls its rest clock. */
function shown({ kind, values }) {
    const pulled = kind === "joint" && (values["traction.kind"] ?? "pull") === "pull" && !(values["traction.rise_time_s"] > 0.5);
    return pulled && values["bubble.stabilised"] !== false;
}

/** @param {string} folder */
export function readPresets(folder) {
    const names = fs.readdirSync(folder).filter((file) => file.endsWith(".toml")).map((file) => path.basename(file, ".toml")).sort();
    return Object.fromEntries(names.map((name) => {
        const preset = readPreset(folder, name);
        return [name, { ...preset, shown: shown(preset) }];
    }));
}
