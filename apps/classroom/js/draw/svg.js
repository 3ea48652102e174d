// Small help with SVG: elements, straight scales, curves thinned to what the screen can show.

const NAMESPACE = "http://www.w3.org/2000/svg";

/** @param {string} name @param {Record<string, string|number>} [attributes] @param {...(Node|string)} children */
export function svg(name, attributes = {}, ...children) {
    const element = document.createElementNS(NAMESPACE, name);
    set(element, attributes);
    element.append(...children);
    return element;
}

/** What is so already is left alone: nothing is laid out or painted for it. @param {Element} element @param {Record<string, string|number>} attributes */
export function set(element, attributes) {
    for (const [key, value] of Object.entries(attributes)) if (element.getAttribute(key) !== String(value)) element.setAttribute(key, String(value));
}

/** Text at a place; `anchor` start, middle or end. */
export const label = (x, y, text, classes, anchor = "start") =>
    svg("text", { x: round(x), y: round(y), class: classes, "text-anchor": anchor }, text);

/** Pixels of a unit of the drawings: 1 at a root font of 16 pixels, more on large screens. */
export const unit = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** How much larger than written the type of the drawings is: the projector's. */
export const typeScale = () => parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--k")) || 1;

/** About the width of a text of the drawings, `size` as in its class: t13. */
export const textWidth = (text, size) => 0.6 * size * typeScale() * text.length;

/** A label that ends at x, or further right where it would begin left of the drawing. */
export const leftward = (x, y, text, size, classes) => label(Math.max(x, 2 + textWidth(text, size)), y, text, `t${size} ${classes}`, "end");

/** The room a drawing has, in units; sets its view box to it. @param {SVGSVGElement} root */
export function room(root) {
    const box = root.getBoundingClientRect(), u = unit(), width = round(box.width / u), height = round(box.height / u);
    set(root, { viewBox: `0 0 ${width} ${height}` });
    return { width, height, u };
}

export const line = (d, classes) => svg("path", { d, class: classes });

export const round = (x) => Math.round(x * 10) / 10;

/** A straight map from [a, b] to [u, v], and back with `.back`. */
export function scale(a, b, u, v) {
    const map = (x) => u + ((x - a) / (b - a)) * (v - u);
    map.back = (y) => a + ((y - u) / (v - u)) * (b - a);
    return map;
}

/** A filled arrow head at (x, y) that points along (dx, dy). */
export function arrowHead(x, y, dx, dy, size, classes) {
    const l = Math.hypot(dx, dy) || 1, [a, b] = [(dx / l) * size, (dy / l) * size];
    const points = [[x, y], [x - 1.6 * a - 0.8 * b, y - 1.6 * b + 0.8 * a], [x - 1.6 * a + 0.8 * b, y - 1.6 * b - 0.8 * a]];
    return svg("path", { d: `M${points.map((p) => p.map(round).join(" ")).join("L")}Z`, class: classes });
}

/**
 * The curve of a field as a path: in every column of pixels the first, lowest, highest and last value.
 * @param {import("../model/run.js").Run} run @param {(t: number) => number} X @param {(y: number) => number} Y
 */
export function curve(run, field, from, to, X, Y) {
    if (!run.length) return "";
    const points = [], begin = run.at(from), end = run.at(Math.min(to, run.end));
    let column = null;
    const flush = () => column && points.push(...column.rows());
    const put = (t, y) => {
        const x = Math.round(X(t));
        if (!column || column.x !== x) {
            flush();
            column = new Column(x);
        }
        column.add(X(t), Y(y));
    };
    put(begin.time, begin[field]);
    for (let i = run.index(from) + 1; i < run.length && run.value(i, "time") < to; ++i) put(run.value(i, "time"), run.value(i, field));
    put(end.time, end[field]);
    flush();
    return points.length ? `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}` : "";
}

class Column {
    constructor(x) { this.x = x; }
    add(x, y) {
        this.first ??= [x, y];
        this.last = [x, y];
        if (!this.low || y < this.low[1]) this.low = [x, y];
        if (!this.high || y > this.high[1]) this.high = [x, y];
    }
    rows() { return [...new Set([this.first, this.low, this.high, this.last])].sort((a, b) => a[0] - b[0]); }
}

/** A star with eight points around (x, y): something popped. */
export function star(x, y, r) {
    const points = Array.from({ length: 16 }, (_, i) => {
        const a = (i * Math.PI) / 8, q = i % 2 ? 0.45 * r : r;
        return `${round(x + q * Math.sin(a))} ${round(y - q * Math.cos(a))}`;
    });
    return `M${points.join("L")}Z`;
}
