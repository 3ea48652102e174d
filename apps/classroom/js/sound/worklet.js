// Plays the blocks of a live pull as they come. Runs in the sound thread, so it neither computes nor waits.

class LiveSound extends AudioWorkletProcessor {
    constructor() {
        super();
        this.#begin(0);
        this.port.onmessage = ({ data }) => this.#listen(data.worker);
    }

    /** Blocks come through here, before them how many to hold, after them that there will be no more. */
    #listen(port) {
        this.worker = port;
        port.onmessage = ({ data }) => {
            if (data.begin) this.#begin(data.begin.ahead);
            else if (data.end) this.#end();
            else this.#take(data);
        };
    }

    /** A new pull: what an earlier one may have left is not its sound. @param {number} ahead blocks held before the first */
    #begin(ahead) { Object.assign(this, { ahead, queue: [], at: 0, playing: false, ended: false }); }

    #take(block) {
        this.queue.push(block);
        if (this.queue.length >= this.ahead) this.playing = true;
    }

    /** What is left is played, however little, and running dry is no fault any more. */
    #end() {
        this.ended = true;
        this.playing = this.queue.length > 0;
    }

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
        if (!this.ended) this.port.postMessage("dry");
        return 0;
    }
}

registerProcessor("live-sound", LiveSound);
