// The page's side of the worker: requests as promises, of runs only the latest, and the live pull's messages.
import { Run } from "../model/run.js";
import { leverHand } from "../model/hand.js";

export class Engine {
    /** @param {string} workerSource @param {Uint8Array} wasm */
    constructor(workerSource, wasm) {
        this.wasm = wasm;
        this.worker = new Worker(URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" })));
        this.worker.onmessage = ({ data }) => this.#receive(data);
        this.waiting = new Map();
        this.nextId = 1;
        this.busy = false;
        this.pending = null;
        this.onLook = this.onPulled = this.onFailed = () => {};
    }

    /** @returns {Promise<{joint: any[], bubble: any[]}>} tables; rejects where WebAssembly is blocked */
    async open() {
        const broken = new Promise((_, reject) => (this.worker.onerror = (e) => reject(new Error(e.message || "worker"))));
        return Promise.race([this.ask("open", { wasm: this.wasm }), broken]);
    }

    ask(op, request = {}, transfer = []) {
        const id = this.nextId++;
        this.worker.postMessage({ id, op, ...request }, transfer);
        return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    }

    tell(op, request = {}) { this.worker.postMessage({ op, ...request }); }

    /**
     * Runs a scenario; resolves to null when a later one has taken its place. `rests`: also what it leaves behind.
     * @param {import("../model/synovia.js").Scenario} scenario @param {number} rate [Hz]
     * @returns {Promise<Run|null>}
     */
    run(scenario, rate, rests = false) {
        this.pending?.resolve(null);
        return new Promise((resolve, reject) => {
            this.pending = { scenario, rate, rests, resolve, reject };
            this.#next();
        });
    }

    async #next() {
        if (this.busy || !this.pending) return;
        const { scenario, rate, rests, resolve, reject } = this.pending;
        this.pending = null;
        this.busy = true;
        try {
            const parts = await this.ask("run", { scenario, rate, rests, longestGap: 1e-3 });
            resolve(new Run({ ...parts, scenario: { kind: scenario.kind, values: parts.values }, hand: leverHand(parts.values) }));
        } catch (error) {
            reject(error);
        }
        this.busy = false;
        this.#next();
    }

    #receive(data) {
        if (data.look) return this.onLook(data.look, data.behind);
        if ("pulled" in data) return this.onPulled(data.pulled);
        if (data.failed) return this.onFailed(new Error(data.failed));
        const asked = this.waiting.get(data.id);
        this.waiting.delete(data.id);
        if (!asked) return data.error && this.onFailed(new Error(data.error));
        if ("error" in data) asked.reject(Object.assign(new Error(data.error), { problems: data.problems }));
        else asked.resolve(data.result);
    }
}
