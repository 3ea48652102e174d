// Plays the blocks of a live pull as they come. Runs in the sound thread, so it neither computes nor waits.

/** Blocks to hold before the first is played: 20 ms. */
const AHEAD = 4;

class LiveSound extends AudioWorkletProcessor {
    constructor() {
        super();
        this.queue = [];
        this.at = 0;
        this.playing = false;
        this.underruns = 0;
        this.port.onmessage = ({ data }) => {
            if (data.worker) this.#listen(data.worker);
            else if (data.flush) this.#end();
        };
    }

    #listen(port) {
        this.worker = port;
        port.onmessage = ({ data }) => {
            this.queue.push(data);
            if (this.queue.length >= AHEAD) this.playing = true;
        };
    }

    /** No more blocks will come: what is left is played, and running dry is no fault. */
    #end() { this.ending = true; }

    process(_, [[out]]) {
        for (let i = 0; i < out.length; ++i) out[i] = this.#next();
        if (this.playing) this.worker?.postMessage(0); // the worker computes what is due
        return true;
    }

    #next() {
        if (!this.playing) return 0;
        const block = this.queue[0];
        if (!block) return this.#dry();
        const x = block[this.at++];
        if (this.at === block.length) {
            this.queue.shift();
            this.at = 0;
        }
        return x;
    }

    #dry() {
        this.playing = false;
        if (!this.ending) this.port.postMessage({ underruns: ++this.underruns });
        this.ending = false;
        return 0;
    }
}

registerProcessor("live-sound", LiveSound);
