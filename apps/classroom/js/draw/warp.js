// Bends a path: the skin over a joint follows the bone.

/** The numbers of a path with absolute M, L and C only, and what stands between them. @param {string} d */
export function parse(d) {
    const numbers = [], words = [];
    let at = 0;
    for (const match of d.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)) {
        words.push(d.slice(at, match.index));
        numbers.push(Number(match[0]));
        at = match.index + match[0].length;
    }
    return { numbers, words, tail: d.slice(at) };
}

/**
 * The path with every point moved by `move`.
 * @param {ReturnType<typeof parse>} path @param {(x: number, y: number) => [number, number]} move
 */
export function warp({ numbers, words, tail }, move) {
    let d = "";
    for (let i = 0; i < numbers.length; i += 2) {
        const [x, y] = move(numbers[i], numbers[i + 1]);
        d += `${words[i] || " "}${x.toFixed(1)} ${y.toFixed(1)}`;
    }
    return d + tail;
}

/** 0 below a, 1 above b, smooth between. */
export function smooth(x, a, b) {
    const s = Math.min(1, Math.max(0, (x - a) / (b - a)));
    return s * s * (3 - 2 * s);
}
