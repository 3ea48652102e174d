// The finger in profile. The bones move by the true gap at the finger's own scale, a few pixels: the lens shows it.
import { svg, set, line } from "./svg.js";
import { parse, warp, smooth } from "./warp.js";
import { liquidColour } from "./liquid.js";
import * as shapes from "./anatomy.js";

/** Units a millimetre in anatomy.js, and the gap it was drawn with [mm]. */
const UNITS = 10, DRAWN_GAP = 0.1, FINGER_AT = 19;

/** The finger tip, and where the strap ends and its cords begin, in units. */
const TIP = 990, STRAP = [[705, -66], [707, 74]];

export class Finger {
    constructor() {
        const part = ([classes, d]) => line(d, classes);
        this.skin = line("", "skin");
        this.liquid = line("", "liq");
        this.capsules = [line("", "capsule"), line("", "capsule")];
        this.still = svg("g", {}, ...shapes.METACARPAL.map(part));
        this.moving = svg("g", {}, ...shapes.FINGER.map(part));
        this.body = svg("g", { class: "finger" }, this.skin, this.liquid, ...this.capsules, this.still, this.moving);
        this.cords = line("", "cord");
        this.node = svg("g", {}, this.body, this.cords);
        this.paths = [shapes.SKIN, shapes.LIQUID, shapes.CAPSULE_TOP, shapes.CAPSULE_BOTTOM].map(parse);
    }

    /** @param {number} x @param {number} y of the gap @param {number} size pixels a unit */
    layout(x, y, size) {
        Object.assign(this, { x, y, size });
        set(this.body, { transform: `translate(${x} ${y}) scale(${size})` });
    }

    /** The finger's tip at rest [px]. */
    get tip() { return this.x + (TIP + FINGER_AT) * this.size; }

    /** @param {{gap: number, pressure: number}} moment SI @param {number} knob x of the handle [px] */
    show({ gap, pressure }, knob) {
        const way = (gap * 1e3 - DRAWN_GAP) * UNITS;
        const stretch = (x, y) => [x + way * smooth(x, -60, 80), y];
        const [skin, liquid, top, bottom] = this.paths.map((path) => warp(path, stretch));
        set(this.skin, { d: skin });
        set(this.liquid, { d: liquid });
        this.liquid.style.fill = liquidColour(pressure);
        [top, bottom].forEach((d, i) => set(this.capsules[i], { d }));
        set(this.moving, { transform: `translate(${FINGER_AT + way})` });
        const cord = ([ux, uy]) => {
            const sx = this.x + (ux + FINGER_AT + way) * this.size, sy = this.y + uy * this.size, reach = knob - sx;
            return `M${sx} ${sy}C${sx + 0.4 * reach} ${sy} ${sx + 0.7 * reach} ${this.y + 0.25 * (sy - this.y)} ${knob} ${this.y}`;
        };
        set(this.cords, { d: STRAP.map(cord).join("") });
    }
}
