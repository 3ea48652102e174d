// Gap, pressure, cavity and sound of a run on one time axis with one cursor, and a kept run in grey.
import { svg, set, label, line, scale, curve, round, room, textWidth, typeScale, unit } from "./svg.js";
import { PressureAxis, SCALE, beyondScale, onScale } from "./reference.js";
import { ticks } from "../model/format.js";

/** Fields from top to bottom: share of the height, classes of curve, dot and text. */
const ROWS = [
    { field: "gap", from: 0.0, to: 0.17, curve: "gc", dot: "gdot", text: "gapt" },
    { field: "pressure", from: 0.22, to: 0.64, curve: "pc", dot: "pdot", text: "presst" },
    { field: "radius", from: 0.69, to: 0.83, curve: "rc", dot: "rdot", text: "radt" },
    { field: "sound", from: 0.87, to: 1.0, curve: "sc", dot: "sdot", text: "sndt" },
];

export class Curves {
    /** @param {SVGSVGElement} root @param {(t: number) => void} onSeek */
    constructor(root, onSeek) {
        this.root = root;
        this.axis = new PressureAxis();
        this.back = svg("g", {});
        this.rows = ROWS.map((row) => ({
            ...row, ghost: line("", "ghostc"), path: line("", row.curve), area: row.field === "sound" ? line("", "sfill") : null,
            parts: svg("g", {}), mark: svg("circle", { class: row.dot, r: 5.5 }), name: label(0, 0, "", `t15 b ${row.text}`), value: label(0, 0, "", `t18 b num ${row.text}`),
        }));
        this.cursor = line("", "cursor");
        this.time = svg("rect", { class: "curbox", rx: 11, height: 22 });
        this.timeText = label(0, 0, "", "t13 b num inv", "middle");
        root.replaceChildren(this.back, this.axis.node, ...this.rows.flatMap((r) => [r.ghost, r.parts, ...(r.area ? [r.area] : []), r.path]), this.cursor,
            ...this.rows.flatMap((r) => [r.mark, r.name, r.value]), this.time, this.timeText);
        const seek = (e) => e.buttons && this.X && onSeek(this.X.back((e.clientX - root.getBoundingClientRect().left) / unit()));
        root.addEventListener("pointerdown", (e) => (root.setPointerCapture(e.pointerId), seek(e)));
        root.addEventListener("pointermove", seek);
    }

    /**
     * @param {boolean} narrow
     * @param {{run: any, ghost: any, window: [number, number], events: {word: string, time: number}[], lines: object,
     *   format: import("../model/format.js").Format, words: any}} look
     */
    layout(narrow, look) {
        const { width, height } = room(this.root);
        Object.assign(this, look, { width, height, narrow });
        const k = typeScale(), left = narrow ? 30 + 36 * k : 214, right = width - 8, bottom = height - 40;
        this.eventRows = narrow ? [18 * k, 32 * k, 46 * k] : [20 * k, 42 * k];
        const top = Math.max(...this.eventRows) + (narrow ? 18 : 10) * k;
        this.plot = { left, right, top, bottom };
        this.X = scale(look.window[0], look.window[1], left, right);
        this.back.replaceChildren(...this.#timeAxis(), ...this.#events());
        for (const row of this.rows) this.#row(row);
    }

    #row(row) {
        const { top, bottom, left, right } = this.plot, [from, to] = this.window, height = bottom - top - 12;
        const high = top + row.from * height, low = top + row.to * height;
        row.Y = row.field === "pressure" ? scale(SCALE[1], SCALE[0], high, low) : scale(...this.#range(row.field).reverse(), high, low);
        const Y = row.field === "pressure" ? (p) => row.Y(onScale(p)) : row.Y;
        row.within = Y;
        const d = curve(this.run, row.field, from, Math.min(to, this.run.end), this.X, Y);
        set(row.path, { d });
        set(row.ghost, { d: this.ghost && this.ghost.end > from ? curve(this.ghost, row.field, from, Math.min(to, this.ghost.end), this.X, Y) : "" });
        row.parts.replaceChildren(...this.#pockets(row, from, Y));
        if (row.area) set(row.area, { d: d && `${d}L${round(this.X(Math.min(to, this.run.end)))} ${round(Y(0))}L${left} ${round(Y(0))}Z` });
        if (row.field === "pressure") {
            this.#pressureAxis(row, high, low);
            this.back.append(...beyondScale(this.run, from, Math.min(to, this.run.end), this.X, row.Y, this.format));
        }
        else this.back.append(...this.#bounds(row, high, low), line(`M${left} ${round(low)}H${right}`, "base"));
        const x = this.narrow ? left + 4 : 0, y = high + (this.narrow ? -3 : row.field === "pressure" ? 16 : 14);
        row.name.textContent = this.words[row.field];
        set(row.name, { x, y, class: `t15 b ${row.text} halo` });
        set(row.value, { x: this.narrow ? right : 0, y: this.narrow ? y : y + 22, class: `${this.narrow ? "t15" : "t18"} b num ${row.text} halo`, "text-anchor": this.narrow ? "end" : "start" });
    }

    /** What every pocket does by itself, of what pockets have. */
    #pockets({ field, curve: classes }, from, Y) {
        const { run } = this, to = Math.min(this.window[1], run.end);
        if (!run.divided || !["pressure", "radius"].includes(field)) return [];
        return run.shares.map((_, k) => line(curve(run.pocket(k), field, from, to, this.X, Y), `${classes} part`));
    }

    #pressureAxis(row, high, low) {
        const { left, right } = this.plot, width = this.narrow ? 14 : 28;
        this.axis.layout({ x: left - width - 6, width, top: high, bottom: low, right, Y: row.Y }, this.lines, this.format, this.words.lines);
    }

    /** Lowest and highest value worth showing, both runs together. */
    #range(field) {
        const [from, to] = this.window, [a, b] = this.run.extent(field, from, to);
        const [c, d] = this.ghost && this.ghost.end > from ? this.ghost.extent(field, from, to) : [a, b];
        const low = Math.min(a, c), high = Math.max(b, d);
        if (field === "sound") {
            const most = Math.max(Math.abs(low), Math.abs(high), 1e-3);
            return [-most, most];
        }
        return [field === "radius" ? 0 : low, Math.max(high, low + 1e-4, field === "radius" ? 1e-4 : 0)];
    }

    #bounds(row, high, low) {
        const [bottom, top] = [row.Y.back(low), row.Y.back(high)], { left } = this.plot, list = [];
        const text = (v, unit) => (row.field === "sound" ? this.#pascal(v) : this.format.fixed(v * 1e3, 1)) + (unit ? `\u00a0${unit}` : "");
        const unit = row.field === "sound" ? "Pa" : "mm";
        list.push(label(left - 9, high + 10, this.narrow ? text(top, "") : text(top, unit), "t12 num i2", "end"));
        list.push(label(left - 9, low + 4, text(bottom, ""), "t12 num i2", "end"));
        return list;
    }

    #pascal(p) { return (p > 0 ? "+" : "") + this.format.significant(p, 2); }

    #timeAxis() {
        const { left, right, bottom } = this.plot, [from, to] = this.window, { list, step } = ticks(from * 1e3, to * 1e3, this.narrow ? 3 : 5);
        this.ticks = [];
        const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), parts = [line(`M${left} ${bottom}H${right}`, "axis")];
        list.forEach((ms, i) => {
            const x = this.X(ms / 1e3), last = i === list.length - 1, number = this.format.fixed(ms, digits);
            parts.push(line(`M${round(x)} ${bottom}v5`, "axis"));
            const text = label(x, bottom + 19, last ? `${number}\u00a0ms` : number, "t13 num i2", x > right - 30 ? "end" : "middle");
            this.ticks.push({ x, text });
            parts.push(text);
        });
        return parts;
    }

    /** Names of events above the curves, in two rows so that neighbours do not touch. */
    #events() {
        const [from, to] = this.window, { bottom } = this.plot, parts = [], heights = this.eventRows, taken = heights.map(() => -Infinity);
        this.events.filter((e) => e.time >= from && e.time <= to).forEach((event) => {
            const x = this.X(event.time), wide = textWidth(event.word, 13.4), beyond = x - 4 + 1.2 * wide > this.width, end = beyond || x > this.width * 0.62;
            // the width is a guess: the widest letters take a fifth more
            const right = Math.max(x + 4, Math.min(this.width - 2, 2 + 1.2 * wide)), left = end ? right - 4 - wide : x - 4;
            const row = taken.findIndex((right) => right < left);
            if (row < 0) return; // no room for its name: the table has it
            taken[row] = left + wide + 8;
            const y = heights[row];
            parts.push(line(`M${round(x)} ${y}V${bottom}`, "evl"), svg("circle", { class: "evd", cx: round(x), cy: y, r: 2.6 }));
            parts.push(label(end ? right : x - 4, y - 6, event.word, "t13 b halo", end ? "end" : "start"));
        });
        return parts;
    }

    /** @param {number} t [s] */
    show(t) {
        const moment = this.run.at(t), x = round(this.X(t)), { top, bottom } = this.plot;
        set(this.cursor, { d: `M${x} ${top - 6}V${bottom}` });
        this.timeText.textContent = `${this.format.fixed(t * 1e3, this.window[1] - this.window[0] > 0.05 ? 1 : 2)}\u00a0ms`;
        const half = 46, centre = Math.min(this.width - half, Math.max(half, x));
        for (const { x: at, text } of this.ticks) set(text, { visibility: Math.abs(at - centre) < 1.5 * half ? "hidden" : "visible" });
        set(this.time, { x: centre - half + 4, y: bottom + 4, width: 2 * half - 8 });
        set(this.timeText, { x: centre, y: bottom + 19.5 });
        this.axis.show(moment.pressure);
        for (const row of this.rows) {
            set(row.mark, { cx: x, cy: round(row.within(moment[row.field])) });
            row.value.textContent = this.#valueText(row.field, moment[row.field]);
        }
    }

    #valueText(field, v) {
        if (field === "pressure") return this.format.pressure(v);
        if (field === "sound") return `${this.#pascal(Math.abs(v) < 5e-4 ? 0 : v)}\u00a0Pa`;
        return field === "gap" ? this.format.gap(v) : this.format.length(v);
    }
}
