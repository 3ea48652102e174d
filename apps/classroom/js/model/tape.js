// Numbers that come piece by piece for a minute, kept in a few large arrays: with thousands of small typed ones the sound
// would run dry whenever the browser tidies its memory.

/** Numbers of one reel. */
const REEL = 1 << 16;

export class Tape {
    /** @param {Float32ArrayConstructor | Float64ArrayConstructor} Type of the numbers */
    constructor(Type) { Object.assign(this, { Type, reels: [], length: 0 }); }

    /** @param {Float32Array | Float64Array} piece */
    append(piece) {
        for (let from = 0; from < piece.length;) {
            const at = this.length % REEL, part = piece.subarray(from, from + REEL - at);
            if (at === 0) this.reels.push(new this.Type(REEL));
            this.reels[this.reels.length - 1].set(part, at);
            this.length += part.length;
            from += part.length;
        }
    }

    /** All of them in one array. */
    joined() {
        const all = new this.Type(this.length);
        this.reels.forEach((reel, i) => all.set(reel.subarray(0, this.length - i * REEL), i * REEL));
        return all;
    }
}
