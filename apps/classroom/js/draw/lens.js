// The gap magnified, with the cavity as it lies in a gap: a flat disc between the faces, edge on, and face on beside it.
import { svg, set, line, label, leftward, arrowHead, round } from "./svg.js";
import { parse, warp } from "./warp.js";
import { LENS } from "./anatomy.js";
import { cavityWidth } from "../model/words.js";
import { bands, extent, outline } from "./bands.js";
import { liquidColour } from "./liquid.js";

/** Radius of the drawing, units a millimetre for the knuckle's faces of 6.9 mm, curvature of the faces [1/unit]. */
const R = 190, UNITS = 21, FACE_RADIUS = 6.9e-3, BEND = 0.0014;

let lenses = 0;

export class Lens {
    constructor() {
        const id = `lens${++lenses}`;
        this.soft = svg("rect", { class: "soft", x: -R, y: -R, width: 2 * R, height: 2 * R });
        this.liquid = line("", "liq");
        this.left = svg("g", {}, line(LENS.cartL, "cart"), line(LENS.boneL, "bone"), ...this.#dots(true));
        this.right = svg("g", {}, line(LENS.cartR, "cart"), line(LENS.boneR, "bone"), ...this.#dots(false));
        this.walls = [line("", "capw"), line("", "capw")];
        this.partitions = line("", "pwall");
        this.cavity = line("", "cavity");
        this.nucleus = svg("circle", { class: "nuc", r: 3.2 });
        this.nuclei = svg("g", {});
        const clip = svg("clipPath", { id }, svg("circle", { r: R }));
        const inside = svg("g", { "clip-path": `url(#${id})` }, this.soft, this.liquid, this.left, this.right, ...this.walls, this.partitions, this.cavity, this.nucleus, this.nuclei);
        this.picture = svg("g", {}, clip, svg("circle", { class: "lensbg", r: R }), inside, svg("circle", { class: "lensring", r: R }));
        this.marks = svg("g", {});
        this.node = svg("g", {}, this.picture, this.marks);
        this.paths = { liquid: parse(LENS.liquid), top: parse(LENS.capTop), bottom: parse(LENS.capBottom) };
    }

    #dots(left) {
        const places = LENS.dots.split(" ").map((p) => p.split(",").map(Number));
        const d = places.filter(([x]) => x < 0 === left).map(([x, y]) => `M${x} ${y}h.1`).join("");
        return [line(d, "trab")];
    }

    /** @param {number} x @param {number} y centre @param {number} radius [px] @param {"wide"|"replay"|"narrow"} mode */
    layout(x, y, radius, mode) {
        Object.assign(this, { x, y, radius, mode, zoom: radius / R });
        set(this.picture, { transform: `translate(${x} ${y}) scale(${this.zoom})` });
    }

    /**
     * @param {{gap: number, pressure: number, volume: number, radius: number}} moment
     * @param {{faceRadius: number, suction: number, words: Record<string, string>,
     *   pockets: {share: number, pressure: number, volume: number}[]|null}} about
     */
    show(moment, about) {
        const units = (UNITS * FACE_RADIUS) / about.faceRadius; // a larger joint is drawn smaller
        const half = Math.min((moment.gap * 1e3 * units) / 2, 60);
        set(this.left, { transform: `translate(${-half})` });
        set(this.right, { transform: `translate(${half})` });
        this.#liquid(half, moment.pressure);
        const wide = cavityWidth(moment.volume, moment.gap) * 1e3 * units;
        if (about.pockets) this.#pockets(moment, about, half, about.faceRadius * 1e3 * units);
        else this.#cavity(wide, half);
        this.#marks(moment, about, half, wide, units);
    }

    /** Pockets as bands of the face, `reach` its radius: walls across the gap, nuclei, and cavities that fill their band. */
    #pockets(moment, { pockets, faceRadius }, half, reach) {
        const layout = bands(pockets.map(({ share }) => share)), cavities = [], nuclei = [];
        layout.forEach((band, k) => {
            const { share, volume } = pockets[k], length = extent(volume, share * Math.PI * faceRadius ** 2, moment.gap) * (band.to - band.from) * reach;
            if (length > 5) cavities.push(disc(length / 2, half, band.middle * reach));
            else nuclei.push(svg("circle", { class: "nuc", cx: round(bow(band.middle * reach)), cy: round(band.middle * reach), r: 2.6 }));
        });
        const walls = layout.slice(1).map(({ from }) => `M${round(bow(from * reach) - half)} ${round(from * reach)}h${round(2 * half)}`);
        set(this.partitions, { d: walls.join("") });
        set(this.cavity, { d: cavities.join(""), visibility: "visible" });
        set(this.nucleus, { visibility: "hidden" });
        this.nuclei.replaceChildren(...nuclei);
    }

    #liquid(half, pressure) {
        const pull = Math.max(-1, Math.min(1, (100e3 - pressure) / 220e3)); // the capsule is drawn in under suction
        const move = (x, y) => [x + Math.sign(x) * half, y - Math.sign(y) * 16 * pull * Math.exp(-((x / 90) ** 2))];
        set(this.liquid, { d: warp(this.paths.liquid, move) });
        this.liquid.style.fill = liquidColour(pressure);
        set(this.walls[0], { d: warp(this.paths.top, move) });
        set(this.walls[1], { d: warp(this.paths.bottom, move) });
    }

    #cavity(wide, half) {
        const shown = wide > 7;
        set(this.partitions, { d: "" });
        this.nuclei.replaceChildren();
        set(this.cavity, { d: shown ? disc(wide / 2, half) : "", visibility: shown ? "visible" : "hidden" });
        set(this.nucleus, { visibility: shown ? "hidden" : "visible", r: Math.max(3.2, wide / 2) });
    }

    #marks(moment, about, half, wide, units) {
        const { words } = about, to = (x, y) => [this.x + x * this.zoom, this.y + y * this.zoom], list = [];
        const gapY = Math.min(118, R * 0.62), bend = -BEND * gapY * gapY;
        const [gl, gy] = to(bend - half, gapY), [gr] = to(bend + half, gapY);
        list.push(line(`M${gl - 30} ${gy}H${gl - 6}M${gr + 6} ${gy}H${gr + 30}`, "gapl"), arrowHead(gl - 1, gy, 1, 0, 6, "gapl head"), arrowHead(gr + 1, gy, -1, 0, 6, "gapl head"));
        list.push(label(gr + 36, gy + 5, words.gap, "t15 b num gapt halo"));
        const { pockets } = about;
        if (about.suction > 3 && wide <= 30) list.push(...this.#suction(to, half, words.suction));
        if (wide > 30 && !pockets) list.push(...this.#width(to, half, wide, words));
        else if (wide <= 7) list.push(...this.#nucleus(to, words.nucleus));
        list.push(...this.#names(to, half, words, wide), ...this.#bar(units));
        if (pockets && this.mode !== "narrow") list.push(...this.#facesOn(moment, about, words));
        else if (this.mode === "replay" && wide > 7) list.push(...this.#faceOn(moment, about, words));
        this.marks.replaceChildren(...list);
    }

    #suction(to, half, text) {
        const y = -30, [a, py] = to(-half - 12, y), [b] = to(half + 12, y), from = 70 * this.zoom;
        return [
            line(`M${a - from} ${py}H${a - 8}M${b + from} ${py}H${b + 8}`, "farrow"), arrowHead(a, py, 1, 0, 7, "farrow head"),
            arrowHead(b, py, -1, 0, 7, "farrow head"), leftward(a - 4, py - 12, text, 15, "b presst halo"),
        ];
    }

    #width(to, half, wide, words) {
        const [x, y0] = to(-half - 58, -wide / 2), [, y1] = to(0, wide / 2), middle = (y0 + y1) / 2;
        return [
            line(`M${x} ${y0 + 7}V${y1 - 7}`, "radl"), arrowHead(x, y0, 0, -1, 6, "radl head"), arrowHead(x, y1, 0, 1, 6, "radl head"),
            leftward(x - 8, middle - 2, words.width, 15, "b num radt halo"), leftward(x - 8, middle + 15, words.cavity, 13, "radt halo"),
        ];
    }

    #nucleus(to, text) {
        const [x, y] = to(3, 3), [u, v] = to(44, 28);
        return [line(`M${x} ${y}L${u} ${v}`, "lead"), label(u + 4, v + 9, text, "t14 radt b halo")];
    }

    #names(to, half, words, wide) {
        if (this.mode !== "wide") return [];
        const out = this.x + this.radius + 12, list = [];
        const name = (x, y, text, height) => {
            const [px, py] = to(x, y), at = this.y + height * this.radius;
            list.push(line(`M${out} ${at}L${px} ${py}`, "lead"), svg("circle", { class: "leadd", cx: px, cy: py, r: 2 }), label(out + 5, at + 5, text, "t14 i2"));
        };
        name(half - BEND * 9200 + 14, -96, words.cartilage, -0.57);
        name(-BEND * 4100 + half * 0.2, -64, words.liquid, -0.4);
        name(20 + half, 172, words.capsule, 0.77);
        const [bx, by] = to(-142, 44), [cx, cy] = to(96 + half, -78);
        if (wide <= 30) list.push(label(bx, by, words.bone, "t14 i2"));
        list.push(label(cx, cy, words.bone, "t14 i2"));
        return list;
    }

    #bar(units) {
        const millimetres = units * this.zoom > 8 ? 1 : 5, length = millimetres * units * this.zoom;
        const x = this.x - this.radius, y = this.y + this.radius - 6;
        return [line(`M${x} ${y - 7}v7h${round(length)}v-7`, "scale"), label(x + length + 7, y + 2, `${millimetres}\u00a0mm`, "t13 num ink")];
    }

    /** Every pocket face on: its liquid in the colour of its own pressure, its number beside it. */
    #facesOn(moment, { pockets, faceRadius }, words) {
        const { size, x, y } = this.#face(), layout = bands(pockets.map(({ share }) => share));
        const path = (points) => `M${points.map(([u, v]) => `${round(x + size * u)} ${round(y + size * v)}`).join("L")}Z`, list = [svg("circle", { class: "lensbg", cx: x, cy: y, r: size + 5 })];
        layout.forEach((band, k) => {
            const { share, volume, pressure } = pockets[k], part = extent(volume, share * Math.PI * faceRadius ** 2, moment.gap), liquid = line(path(outline(band)), "pocket");
            liquid.style.fill = liquidColour(pressure);
            list.push(liquid);
            if (part * size > 2) list.push(line(path(outline(band, part)), "cavity"));
            if ((band.to - band.from) * size > 9) list.push(label(x + size + 7, y + size * band.middle + 4, String(k + 1), "t12 num i2"));
        });
        return [...list, label(x, y + size + 20, words.faceOn, "t13 i2", "middle")];
    }

    /** Where the face is shown face on: between the names beside the lens, or below it. */
    #face() {
        if (this.mode === "wide") return { size: this.radius * 0.25, x: this.x + this.radius * 1.36, y: this.y + this.radius * 0.16 };
        return { size: this.radius * 0.28, x: this.x + this.radius * 1.04, y: this.y + this.radius * 1.07 };
    }

    #faceOn(moment, about, words) {
        const { size, x, y } = this.#face();
        const share = Math.min(1, cavityWidth(moment.volume, moment.gap) / 2 / about.faceRadius), liquid = svg("circle", { class: "liq", cx: x, cy: y, r: size - 1 });
        liquid.style.fill = liquidColour(moment.pressure);
        return [
            svg("circle", { class: "lensbg", cx: x, cy: y, r: size + 5 }), svg("circle", { class: "cart", cx: x, cy: y, r: size }),
            liquid, svg("circle", { class: "cavity", cx: x, cy: y, r: round(share * (size - 1)) }),
            label(x, y + size + 20, words.faceOn, "t13 i2", "middle"),
        ];
    }
}

/** Where the middle of the gap lies at height y: the faces are curved. */
const bow = (y) => -BEND * y * y;

/** The edge of a disc of this radius around height `middle`, between two curved faces `half` away from the middle. */
function disc(radius, half, middle = 0) {
    const side = (sign) => Array.from({ length: 25 }, (_, i) => {
        const off = sign * radius * Math.cos((i * Math.PI) / 24), y = middle + off, flat = Math.sqrt(Math.max(0, 1 - (off / radius) ** 2));
        return `${round(bow(y) - sign * Math.max(half - 1, 1.5) * Math.min(1, 1.6 * flat))} ${round(y)}`;
    });
    return `M${[...side(-1), ...side(1)].join("L")}Z`;
}
