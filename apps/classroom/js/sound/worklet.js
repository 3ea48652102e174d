// Plays the blocks of a live pull as they come. Runs in the sound thread, so it neither computes nor waits.

/** Blocks over which it looks how many of them wait at the least. */
const LOOK = 50;

/** Blocks that a machine is given at most beyond those asked for: one more whenever the sound has run dry on it. */
const MORE = 4;

/** Sound that may be shortened without anybody hearing it [Pa]: 46 dB below a knuckle's pop, 44 dB SPL at its listener. */
const QUIET = 0.003;

class LiveSound extends AudioWorkletProcessor {
    constructor() {
        super();
        this.more = 0;
        this.#begin(0);
        this.port.onmessage = ({ data }) => this.#listen(data);
    }

    /**
     * Blocks come through `worker`, before them how many to hold, after them that there will be no more.
     * @param {{worker: MessagePort, bite: number}} parts `bite`: what the sound card takes at one go [s]
     */
    #listen({ worker: port, bite }) {
        Object.assign(this, { worker: port, bite });
        port.onmessage = ({ data }) => {
            if (data.begin) this.#begin(data.begin.ahead);
            else if (data.end) this.#end();
            else this.queue.push(data);
        };
    }

    /** A new pull: what an earlier one may have left is not its sound. @param {number} ahead blocks held before the first */
    #begin(ahead) { Object.assign(this, { ahead, queue: [], at: 0, playing: false, ended: false, looked: 0, least: Infinity, spare: 0 }); }

    /** Blocks that wait however much the sound card has just taken. */
    get held() { return this.ahead + this.more; }

    /** The sound begins once the card's first bite will leave as much as shall wait. */
    #start() {
        if (this.queue.length === 0) return;
        const spare = this.queue.length - this.held - Math.round((this.bite * sampleRate) / this.queue[0].length);
        if (spare >= 0) Object.assign(this, { spare, playing: true });
    }

    /** What is left is played, however little, and running dry is no fault any more. */
    #end() {
        this.ended = true;
        this.playing = this.queue.length > 0;
    }

    process(_, [[out]]) {
        if (!this.playing) this.#start();
        for (let i = 0; i < out.length; ++i) out[i] = this.#next();
        return true;
    }

    #next() {
        if (!this.playing) return 0;
        const block = this.queue[0];
        if (!block) return this.#dry();
        const x = block[this.at++];
        if (this.at === block.length) this.#turn();
        return x;
    }

    #turn() {
        this.queue.shift();
        this.at = 0;
        this.worker?.postMessage(0); // the worker computes what is due
        this.#hurry();
    }

    /**
     * A sound card that stood still for a moment would leave the sound behind the hand for good. What waits beyond need goes
     * where nobody hears it: of two quiet blocks the first goes over into the second.
     */
    #hurry() {
        this.least = Math.min(this.least, this.queue.length);
        if (++this.looked === LOOK) Object.assign(this, { spare: this.least - this.held, looked: 0, least: Infinity });
        const [first, second] = this.queue;
        if (this.spare <= 0 || !second || !isQuiet(first) || !isQuiet(second)) return;
        first.forEach((x, i) => (first[i] += (second[i] - x) * ((i + 1) / first.length)));
        this.queue.splice(1, 1);
        --this.spare;
    }

    #dry() {
        this.playing = false;
        if (this.ended) return 0;
        this.more = Math.min(MORE, this.more + 1);
        this.port.postMessage("dry");
        return 0;
    }
}

const isQuiet = (block) => block.every((x) => Math.abs(x) < QUIET);

registerProcessor("live-sound", LiveSound);
