// What is heard: one gain for the whole page, so that loud and soft can be compared, and a guard against loud surprises.
import { soft } from "../model/files.js";

/** Full scale per pascal: a knuckle's pop of 0.6 Pa peaks at 0.55. */
export const GAIN = 0.9;

/** Breaks of the sound card that are no chance any more. */
const BREAKS = 3;

const GUARD = Float32Array.from({ length: 2049 }, (_, i) => soft((i / 1024 - 1) * 4));

export class Speaker {
    /** @param {string} workletSource */
    constructor(workletSource) {
        this.workletSource = workletSource;
        this.context = null;
        this.loudness = 1;
        this.silent = false;
        this.state = "off";
        this.underruns = 0;
        this.hint = 0; // as soon as the sound card can: "interactive" takes 10 to 30 ms more
        this.onChange = () => {};
    }

    get rate() { return this.context?.sampleRate ?? 48000; }

    /** Opens the sound card, which browsers allow only after a click or a key. @param {import("./engine.js").Engine} engine */
    async open(engine) {
        if (this.context || this.state === "none") return this.#resume();
        try {
            this.context = new AudioContext({ latencyHint: this.hint });
            this.#build();
            this.#resume();
            await this.#connect(engine);
        } catch {
            this.state = "none"; // no sound card, or no permission: the page goes on without
        }
        this.onChange();
    }

    /**
     * Between two pulls: a card that breaks off on its shortest way, as browsers that count it say, gets a longer one.
     * @param {import("./engine.js").Engine} engine
     */
    async relax(engine) {
        if (this.hint !== 0 || !(this.context?.playbackStats?.underrunEvents > BREAKS)) return;
        this.hint = "interactive";
        const { context } = this;
        context.onstatechange = null;
        this.context = null;
        await context.close();
        await this.open(engine);
    }

    #build() {
        this.gain = new GainNode(this.context, { gain: 0 });
        const guard = new WaveShaperNode(this.context, { curve: GUARD });
        const quarter = new GainNode(this.context, { gain: 0.25 }); // the curve covers -4 to 4
        this.gain.connect(quarter).connect(guard).connect(this.context.destination);
        this.context.onstatechange = () => this.#look();
        this.#apply();
    }

    async #connect(engine) {
        await this.context.audioWorklet.addModule(`data:text/javascript;base64,${btoa(this.workletSource)}`);
        const node = new AudioWorkletNode(this.context, "live-sound", { numberOfInputs: 0, outputChannelCount: [1] });
        const { port1, port2 } = new MessageChannel();
        node.port.onmessage = () => ++this.underruns;
        node.port.postMessage({ worker: port1, bite: this.context.baseLatency || 0 }, [port1]);
        node.connect(this.gain);
        this.live = node;
        engine.worker.postMessage({ op: "connect", port: port2 }, [port2]);
    }

    #resume() {
        if (this.context?.state === "suspended") this.context.resume().catch(() => {});
        this.#look();
    }

    #look() {
        const before = this.state;
        if (before !== "none") this.state = this.context?.state === "running" ? "on" : "off";
        if (this.state !== before) this.onChange();
    }

    #apply() {
        if (this.gain) this.gain.gain.value = this.silent ? 0 : GAIN * this.loudness;
    }

    /** @param {boolean} silent */
    mute(silent) {
        this.silent = silent;
        this.#apply();
    }

    /** @param {number} loudness 0 to 1 */
    setLoudness(loudness) {
        this.loudness = loudness;
        this.#apply();
    }

    stop() {
        this.source?.stop();
        this.source = null;
    }

    /** Plays a run's sound from t on [s], `slower` times as slow. @param {import("../model/run.js").Run} run */
    play(run, t, slower = 1) {
        this.stop();
        const { samples, rate, start } = run.sound;
        if (this.state !== "on" || !samples.length || t - start >= samples.length / rate) return;
        const buffer = new AudioBuffer({ length: samples.length, sampleRate: rate });
        buffer.copyToChannel(samples, 0);
        this.source = new AudioBufferSourceNode(this.context, { buffer, playbackRate: 1 / slower });
        this.source.connect(this.gain);
        this.source.start(0, Math.max(0, t - start));
    }
}
