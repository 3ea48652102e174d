// The left of the stage: finger, handle, lens, and where each of them stands in the box there is.
import { svg, set, label, line, arrowHead, room, round } from "../draw/svg.js";
import { Finger } from "../draw/finger.js";
import { Lens } from "../draw/lens.js";

/** The handle's whole way, at the most [units of the drawing]. */
const WAY = 200;

/** From the finger's tip to the middle of the handle. */
const KNOB = 34;

export class Scene {
    /** @param {HTMLElement} root */
    constructor(root) {
        this.root = root;
        this.picture = root.querySelector("svg");
        this.knob = root.querySelector("#knob");
        this.ruler = root.querySelector("#ruler");
        this.levers = root.querySelector("#levers"); // a lesson has none
        this.finger = new Finger();
        this.lens = new Lens();
        this.ring = svg("circle", { class: "ring", r: 0, opacity: 0 });
        this.loupe = svg("circle", { class: "loupe" });
        this.callout = line("", "callout");
        this.track = svg("g", {});
        this.still = svg("circle", { class: "stillknob", r: 15 }); // in a replay there is nothing to drag
        this.picture.replaceChildren(this.finger.node, this.track, this.still, this.callout, this.loupe, this.ring, this.lens.node);
    }

    /** @param {"open"|"pull"|"replay"} stage @param {boolean} narrow @param {{pull: string, name: string}} words */
    layout(stage, narrow, words) {
        const { width, height, u } = room(this.picture);
        set(this.picture, { "aria-label": words.name });
        this.u = u;
        this.stage = stage;
        this.lens.node.style.display = stage === "open" ? "none" : "";
        if (stage === "open") this.#open(width, height);
        else if (narrow) this.#narrow(width, stage);
        else if (stage === "pull") this.#pull(width, height);
        else this.#replay(width, height);
        this.knob.style.display = stage === "replay" ? "none" : "";
        this.ruler.style.display = stage === "replay" ? "none" : "";
        this.#track(words, narrow);
        this.#call(narrow);
    }

    #open(width, height) {
        const size = Math.min((0.65 * width) / 1318, (0.62 * height) / 352), reach = Math.min(WAY, 0.16 * width);
        this.finger.layout(round(width - reach - 30 - KNOB - 1010 * size), round(height * 0.46), size);
        this.#reach(width);
    }

    #pull(width, height) {
        const u = Math.min(width / 860, height / 592), levers = this.levers.offsetParent ? 0.41 * width : 90, reach = Math.min(WAY, 0.2 * width);
        const size = Math.min(0.43 * u, (0.86 * width - reach - KNOB) / 1100);
        this.finger.layout(round(width - reach - 20 - KNOB - 1010 * size), round(84 * u), size);
        const radius = Math.min(this.levers.offsetParent ? 190 * u : 0.36 * height, (width - levers - 130) / 2, (height - 190 * u) / 2);
        this.lens.layout(round(radius + 10), round(height - radius - 12), radius, "wide");
        this.#reach(width);
    }

    #replay(width, height) {
        const u = Math.min(width / 430, height / 590);
        this.finger.layout(round(150 * u), round(52 * u), 0.2 * u);
        this.lens.layout(round(186 * u), round(312 * u), 172 * u, "replay");
        this.#reach(width);
    }

    #narrow(width, stage) {
        const radius = Math.min(stage === "replay" ? 98 : 116, (width - 150) / 2);
        this.finger.layout(60, stage === "replay" ? -200 : 40, 0.17);
        this.lens.layout(radius + 6, (stage === "replay" ? 8 : 104) + radius, radius, "narrow");
        this.#reach(width);
    }

    /** The handle waits beyond the finger's tip; what is left of the width is its way. */
    #reach(width) {
        this.rest = round(this.finger.tip + KNOB);
        this.reach = Math.max(30, Math.min(WAY, width - this.rest - 26));
    }

    /** The handle's whole way on the screen [px]. */
    get way() { return this.reach * this.u; }

    /** Where the handle starts and how far it may go. */
    #track(words, narrow) {
        const { x, y } = { x: this.rest, y: this.finger.y }, parts = [];
        if (this.stage === "open") {
            const from = Math.min(x + 40, this.root.clientWidth / this.u - 76);
            if (!narrow) parts.push(label(from + 26, y - 18, words.pull, "t22 b ink", "middle"));
            parts.push(line(`M${from} ${y}h44`, "iarrow"), arrowHead(from + 54, y, 1, 0, 8, "iarrow head"));
        } else if (this.stage === "pull") {
            parts.push(line(`M${x} ${y + 36}h${this.reach}M${x} ${y + 36}v-7M${x + this.reach} ${y + 36}v-7M${x + this.reach / 2} ${y + 36}v-4`, "axis"));
        }
        this.track.replaceChildren(...parts);
        this.still.style.display = this.stage === "replay" && !narrow ? "" : "none";
        this.ruler.style.left = `${round(this.u * (x + this.reach))}px`;
        this.ruler.style.top = `${round(this.u * (y + 40))}px`;
    }

    #call(narrow) {
        const { x, y, size } = this.finger, r = 96 * size, l = this.lens;
        const hidden = this.stage === "open" || (narrow && this.stage === "replay"); // no finger to look at
        this.callout.style.display = this.loupe.style.display = hidden ? "none" : "";
        if (hidden) return;
        set(this.loupe, { cx: x + 10 * size, cy: y, r });
        const touch = (side) => {
            const a = side * 2.4, b = side * 1.05; // from the loupe's flank to the lens's shoulder
            return `M${round(x + 10 * size + r * Math.sin(a - side * 0.9))} ${round(y - r * Math.cos(a - side * 0.9))}L${round(l.x + l.radius * Math.sin(b))} ${round(l.y - l.radius * Math.cos(b))}`;
        };
        set(this.callout, { d: touch(-1) + touch(1) });
    }

    /**
     * @param {{gap: number, pressure: number, volume: number, radius: number}} moment SI
     * @param {{hand: number, distance: number, about: object, ruler: string}} look
     */
    show(moment, { hand, distance, about, ruler }) {
        const share = distance > 0 ? Math.min(1, Math.max(0, hand / distance)) : 0, x = round(this.rest + share * this.reach);
        this.knobX = x;
        this.finger.show(moment, x - 16);
        set(this.still, { cx: x, cy: this.finger.y });
        this.knob.style.transform = `translate(${round(this.u * x)}px, ${round(this.u * this.finger.y)}px)`;
        if (this.ruler.textContent !== ruler) this.ruler.textContent = ruler;
        if (this.stage !== "open") this.lens.show(moment, about);
    }

    /** One ring leaves the knuckle. */
    pop() {
        const { x, y } = this.finger, still = matchMedia("(prefers-reduced-motion: reduce)").matches;
        if (still) return;
        this.ring.style.transition = "none";
        set(this.ring, { cx: x, cy: y, r: 8, opacity: 1 });
        this.ring.getBoundingClientRect(); // the start of the transition
        this.ring.style.transition = "";
        set(this.ring, { r: 150, opacity: 0 });
    }
}
