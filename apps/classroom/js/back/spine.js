// The spine from behind with its facet joints: width is how far one opened, colour how low its pressure fell, hatching that
// it is pressed together, a star that it popped.
import { svg, set, label, line, star } from "../draw/svg.js";
import { FACET_X, FACET_Y, LEVEL_HEIGHT, SPINE, SPINE_SIZE } from "./spine_shape.js";
import { liquidColour } from "../draw/liquid.js";

export const VERTEBRAE = ["T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1"];
export const LEVELS = VERTEBRAE.slice(0, 8).map((v, i) => `${v}-${VERTEBRAE[i + 1]}`);

/** Width of a closed facet and of one that opened by a millimetre [units]. */
const CLOSED = 3, PER_MM = 9;

export class Spine {
    /** @param {SVGSVGElement} root @param {(level: number) => void} onChoose */
    constructor(root, onChoose) {
        this.root = root;
        set(root, { viewBox: `0 0 ${SPINE_SIZE.join(" ")}`, preserveAspectRatio: "xMidYMid" });
        this.target = svg("circle", { class: "target", r: 12.5 });
        this.facets = svg("g", {});
        this.names = VERTEBRAE.map((name, i) => label(115, 38 + i * LEVEL_HEIGHT + (i === 8 ? 0 : 0), name, "t12 b bl", "middle"));
        const rows = LEVELS.map((_, i) => {
            const row = svg("rect", { class: "hit", x: 0, y: 31 + i * LEVEL_HEIGHT, width: SPINE_SIZE[0], height: LEVEL_HEIGHT });
            row.addEventListener("click", () => onChoose(i));
            return row;
        });
        const mirrored = (d, classes) => svg("path", { d, class: classes, transform: `translate(${SPINE_SIZE[0]}) scale(-1 1)` });
        const shapes = SPINE.flatMap(([classes, d, both]) => (both ? [line(d, classes), mirrored(d, classes)] : [line(d, classes)]));
        root.replaceChildren(...shapes, this.target, ...this.names, this.facets, ...rows);
    }

    /** @param {any[]} facets of a report; empty before a run @param {number} target level @param {boolean} thrust */
    show(facets, target, thrust) {
        set(this.target, { cx: 115, cy: 34 + target * LEVEL_HEIGHT, visibility: thrust ? "visible" : "hidden" });
        this.names.forEach((name, i) => name.classList.toggle("aim", thrust && i === target));
        const all = facets.length ? facets : LEVELS.flatMap((level) => ["left", "right"].map((side) => ({ level, side, max_gap_m: 0, min_pressure_pa: 100300, reason: "" })));
        this.facets.replaceChildren(...all.flatMap((f) => this.#facet(f)));
    }

    #facet(facet) {
        const i = LEVELS.indexOf(facet.level), left = facet.side === "left", x = left ? FACET_X[i] : SPINE_SIZE[0] - FACET_X[i], y = FACET_Y + i * LEVEL_HEIGHT;
        const closed = facet.reason === "closed_side", width = CLOSED + (closed ? 0 : PER_MM * 1e3 * facet.max_gap_m), tilt = left ? 5 : -5;
        const picture = slit(x, y, width, closed, closed ? undefined : facet.min_pressure_pa);
        set(picture, { transform: `rotate(${tilt} ${x} ${y})` });
        const parts = [line(`M${left ? 0 : SPINE_SIZE[0]} ${y}H${left ? x - width / 2 - 16 : x + width / 2 + 16}`, "hair"), picture];
        if (facet.popped) parts.push(svg("path", { class: "star", d: star(left ? x - width / 2 - 13 : x + width / 2 + 13, y, 11) }));
        return parts;
    }
}

/** A facet joint edge on, around (x, y): hatched where it is pressed together, of the colour of its pressure [Pa]. */
export function slit(x, y, width, closed = false, pressure = -7e4) {
    const opening = svg("rect", { class: closed ? "facet closed" : "facet", x: x - width / 2, y: y - 13.5, width, height: 27, rx: Math.min(width / 2, 3.5) });
    if (!closed) opening.style.setProperty("--lc", liquidColour(pressure));
    return svg("g", {}, opening, ...(closed ? [line(`M${x - 1.5} ${y - 8}l3-4M${x - 1.5} ${y - 2}l3-4M${x - 1.5} ${y + 4}l3-4M${x - 1.5} ${y + 10}l3-4`, "hatch")] : []));
}
