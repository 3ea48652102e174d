// The pressure in the gap while the bone is pulled: a large number, the column, and the curve beside it on one axis.
import { svg, set, label, line, scale, curve, round, room, star, typeScale } from "./svg.js";
import { PressureAxis, SCALE, beyondScale, onScale } from "./reference.js";
import { ticks } from "../model/format.js";

/** Ends of the time axis that are tried in turn [s]. */
const ENDS = [0.08, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.5, 2, 3, 4, 6, 8, 10, 15, 20, 30, 40, 60, 120];

export class PressurePanel {
    /** @param {SVGSVGElement} root */
    constructor(root) {
        this.root = root;
        this.axis = new PressureAxis();
        this.time = svg("g", {});
        this.value = label(0, 0, "", "t40 b num presst");
        this.state = label(0, 0, "", "t15 presst", "end");
        this.title = label(0, 18, "", "t15 b presst");
        this.ghost = line("", "ghostc");
        this.curve = line("", "pc");
        this.dot = svg("circle", { class: "pdot", r: 6 });
        this.guide = line("", "pmark");
        this.burst = svg("path", { class: "star" });
        this.beyond = svg("g", {});
        root.replaceChildren(this.title, this.value, this.state, this.axis.node, this.time, this.ghost, this.curve, this.guide, this.dot, this.beyond, this.burst);
    }

    /** @param {boolean} narrow column only @param {object} look */
    layout(narrow, { lines, format, words }) {
        const { width, height } = room(this.root);
        Object.assign(this, { width, height, narrow, format, words });
        const top = narrow ? 40 : 86, bottom = height - (narrow ? 8 : 40);
        const Y = scale(SCALE[1], SCALE[0], top, bottom);
        const numbers = 9 + 36 * typeScale(), x = narrow ? numbers : Math.max(52, numbers), columnWidth = narrow ? 18 : 38;
        this.plot = { left: x + columnWidth + 6, right: narrow ? x + columnWidth + 7 : width - 4, Y, bottom };
        this.axis.layout({ x, width: columnWidth, top, bottom, right: this.plot.right, Y, narrow }, lines, format, narrow ? words.short : words.long);
        this.title.textContent = narrow ? "" : words.title;
        set(this.title, { x: 0, y: 18 * typeScale() });
        set(this.value, { x: narrow ? width : 0, y: narrow ? 24 : 62, class: `${narrow ? "t18" : "t40"} b num presst`, "text-anchor": narrow ? "end" : "start" });
        set(this.state, { x: width - 4, y: 62 });
        for (const part of [this.time, this.ghost, this.curve, this.guide, this.dot, this.beyond, this.burst, this.state]) set(part, { visibility: narrow ? "hidden" : "visible" });
    }

    /**
     * @param {import("../model/run.js").Run|null} run @param {number} t [s] @param {number} pressure now [Pa]
     * @param {import("../model/run.js").Run|null} ghost, `until`: how far the curve goes [s]
     */
    show(run, t, pressure, ghost, until = t) {
        this.axis.show(pressure);
        this.value.textContent = this.format.pressure(pressure);
        this.state.textContent = pressure < 0 ? this.words.tension : "";
        if (this.narrow) return;
        const end = ENDS.find((e) => e >= Math.max(until, 0.08) - 1e-9) ?? until;
        this.#timeAxis(end);
        const { left, right, Y } = this.plot, X = scale(0, end, left, right);
        set(this.curve, { d: run ? curve(run, "pressure", 0, until, X, this.#within) : "" });
        set(this.ghost, { d: ghost ? curve(ghost, "pressure", 0, Math.min(end, ghost.end), X, this.#within) : "" });
        const x = round(X(t)), y = round(this.#within(pressure));
        set(this.dot, { cx: x, cy: y });
        set(this.guide, { d: `M${left - 6} ${y}H${x}` });
        this.beyond.replaceChildren(...(run && until > 0 ? beyondScale(run, 0, until, X, Y, this.format) : []));
        const popped = run?.popped && run.nucleation <= until;
        set(this.burst, { d: popped ? star(X(run.nucleation), Y(run.report.threshold_pa), 10) : "" });
    }

    #within = (p) => this.plot.Y(onScale(p));

    #timeAxis(end) {
        if (this.shownEnd === end && this.shownWidth === this.width && this.shownHeight === this.height) return;
        Object.assign(this, { shownEnd: end, shownWidth: this.width, shownHeight: this.height });
        const { left, right, bottom } = this.plot, X = scale(0, end, left, right), seconds = end > 2;
        const parts = [line(`M${left} ${bottom}H${right}`, "axis")], { list } = ticks(0, end, 4);
        const every = divisor(list.length - 1, Math.ceil((70 * (list.length - 1)) / (right - left))); // a label takes 70 units
        for (const [i, t] of list.entries()) {
            if (i % every) continue;
            const last = t === list[list.length - 1], number = this.format.general(seconds ? t : t * 1e3);
            parts.push(line(`M${round(X(t))} ${bottom}v5`, "axis"));
            parts.push(label(Math.min(X(t), right), bottom + 19, last ? `${number}\u00a0${seconds ? "s" : "ms"}` : number, "t13 num i2", last && X(t) > right - 30 ? "end" : "middle"));
        }
        this.time.replaceChildren(...parts);
    }
}

/** The least divisor of n that is not less than `least`. */
function divisor(n, least) {
    let d = Math.min(n, Math.max(1, least));
    while (n % d) ++d;
    return d;
}
