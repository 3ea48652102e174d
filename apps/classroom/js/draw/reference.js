// The one scale of pressure: its lines, its column, its pointer.
import { svg, set, label, line, round } from "./svg.js";
import { PRESSURE_UNITS } from "../model/format.js";

/** From below the tension of the usual nucleus to above the atmosphere [Pa]. */
export const SCALE = [-145e3, 112e3];

/** Nearest pressure on the scale. @param {number} p [Pa] */
export const onScale = (p) => Math.max(SCALE[0], Math.min(SCALE[1], p));

/**
 * Where a curve leaves the scale: an arrow at its furthest moment, with the pressure there.
 * @param {import("../model/run.js").Run} run @param {number} from @param {number} to [s]
 * @param {(t: number) => number} X @param {(p: number) => number} Y @param {import("../model/format.js").Format} format
 */
export function beyondScale(run, from, to, X, Y, format) {
    if (!run.length) return [];
    const [low, high] = run.extremes("pressure", from, to), parts = [];
    for (const [t, p, up] of [[...high, 1], [...low, -1]]) {
        if (onScale(p) === p) continue;
        const x = X(t), y = Y(onScale(p)), right = x > X(to) - 70;
        parts.push(svg("path", { class: "ptri", d: `M${round(x)} ${round(y - up * 13)}l7 ${up * 10}h-14z` }));
        parts.push(label(x + (right ? -12 : 12), y - up * 9 + 4, format.pressure(p), "t13 b num presst halo", right ? "end" : "start"));
    }
    return parts;
}

/** Column and reference lines of one pressure axis. */
export class PressureAxis {
    constructor() {
        this.node = svg("g", {});
        this.fill = svg("rect", { class: "pfill" });
        this.pointer = svg("path", { class: "ptri" });
    }

    /**
     * @param {{x: number, width: number, top: number, bottom: number, right: number, Y: (p: number) => number}} place
     * @param {{atmosphere: number, vapour: number, threshold: number}} lines [Pa]
     * @param {import("../model/format.js").Format} format
     * @param {{atmosphere: string, vapour: string, zero: string, threshold: string}} words
     */
    layout(place, lines, format, words) {
        this.place = place;
        const { x, width, top, bottom, right, Y } = place, zero = Y(0);
        const parts = [
            svg("rect", { class: "tube", x, y: top, width, height: bottom - top, rx: 4 }),
            svg("rect", { class: "tens", x: x + 1, y: zero, width: width - 2, height: bottom - zero - 1 }),
        ];
        if (right > x + width + 40) parts.push(svg("rect", { class: "tens2", x: x + width + 6, y: zero, width: right - x - width - 6, height: bottom - zero }));
        parts.push(this.fill, ...this.#ticks(format), ...this.#lines(lines, format, words), this.pointer);
        this.node.replaceChildren(...parts);
    }

    #ticks(format) {
        const { pascal, step } = PRESSURE_UNITS[format.unit], { x, Y, top, bottom } = this.place, list = [];
        for (let k = Math.ceil(SCALE[0] / pascal / step); k * step * pascal <= SCALE[1]; ++k) {
            const p = k * step * pascal, y = Y(p);
            if (y < top || y > bottom) continue;
            const sign = k > 0 ? "+" : "";
            list.push(line(`M${x - 5} ${round(y)}h5`, "tick"));
            list.push(label(x - 9, y + 4.5, sign + format.fixed(k * step, step < 1 ? 1 : 0), "t13 num i2", "end"));
        }
        return list;
    }

    #lines({ atmosphere, vapour, threshold }, format, words) {
        const { x, right, Y, bottom, narrow } = this.place, list = [];
        const mark = (p, kind, text, dy, classes) => {
            const y = Y(p);
            list.push(line(`M${x - 5} ${round(y)}H${round(right)}`, `ref ${kind}`));
            if (text) list.push(label(narrow ? right + 4 : right, narrow ? y + 4.5 + narrowShift(kind, p) : y + dy, text, `t13 halo ${classes}`, narrow ? "start" : "end"));
        };
        mark(atmosphere, "atm", words.atmosphere, 15, "i2");
        mark(vapour, "vap", words.vapour, -6, "i2");
        mark(0, "zero", words.zero, 16, "b ink");
        if (threshold > SCALE[0] && threshold < 0) mark(threshold, "thr", words.threshold, Y(threshold) > bottom - 20 ? -6 : 16, "b presst");
        return list;
    }

    /** @param {number} pressure [Pa] */
    show(pressure) {
        const { x, width, Y } = this.place, p = onScale(pressure), zero = Y(0), y = Y(p);
        set(this.fill, { x: round(x + 0.3 * width), width: round(0.4 * width), y: round(Math.min(y, zero)), height: round(Math.abs(y - zero)) });
        set(this.pointer, { d: `M${x + width - 1} ${round(y)}l9-6v12z` });
    }
}

/** Out of the way of a neighbour; a threshold close below vacuum is the pockets'. */
const narrowShift = (kind, p) => ({ vap: -8, zero: 8, thr: p > -40e3 ? 12 : 0 })[kind] ?? 0;

