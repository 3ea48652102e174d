// What to say of a facet joint and of a whole run: a key of the locale and its numbers.

/** @param {any} facet @param {number} start of the thrust [s] @param {import("../model/format.js").Format} format */
export function facetSaying(facet, start, format) {
    const mm = (m) => `${format.fixed(1e3 * m, 2)}\u00a0mm`;
    const numbers = {
        pressure: format.pressure(facet.min_pressure_pa), gap: mm(facet.max_gap_m), needed: mm(facet.fast_opening_needed_m ?? 0),
        gain: mm(facet.largest_gain_m ?? 0), unguarded: mm(facet.unguarded_opening_m ?? 0),
        time: facet.popped ? `${format.fixed(1e3 * (facet.pop_times_s[0] - start), 0)}\u00a0ms` : "",
        level: `${format.fixed(facet.peak_level_db_spl ?? 0, 0)}\u00a0dB`,
    };
    return { key: `facet.${facet.reason}`, sub: `facet.${facet.reason}.sub`, numbers };
}

/**
 * What came of a run of a spine.
 * @param {any} report @param {Record<string, any>} values
 */
export function spineSaying(report, values, word) {
    const popped = report.facets.filter((f) => f.popped).map((f) => f.level), kind = values["spine.kind"];
    const numbers = { list: [...new Set(popped)].join(", "), count: String(popped.length), target: values["spine.target"] };
    if (!popped.length) {
        const reasons = report.facets.map((f) => f.reason), most = ["guarded", "too_slow", "too_little_gap"].find((r) => reasons.includes(r)) ?? "too_slow";
        return { key: "back.none", sub: `back.none.${most}`, numbers };
    }
    const hit = popped.includes(values["spine.target"]), others = popped.some((level) => level !== values["spine.target"]);
    const sub = kind === "twist" ? "back.twisted" : hit && others ? "back.more" : hit ? "back.alone" : "back.missed";
    return { key: popped.length === 1 ? "back.one" : "back.several", sub, numbers };
}
