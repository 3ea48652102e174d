// A round face divided into bands, one for each pocket, with the pockets' shares of its area: edge on and face on alike. How
// a real gap is divided nobody knows.

/** Area above height y of the unit disc, as a part of it; y grows downward. @param {number} y -1 to 1 */
const above = (y) => (Math.PI - Math.acos(y) + y * Math.sqrt(1 - y * y)) / Math.PI;

/** The height above which this part of the unit disc lies. @param {number} part 0 to 1 */
function heightOf(part) {
    let low = -1, high = 1;
    for (let i = 0; i < 40; ++i) {
        const middle = (low + high) / 2;
        if (above(middle) < part) low = middle;
        else high = middle;
    }
    return (low + high) / 2;
}

/** @param {number[]} shares sum 1 @returns {{from: number, to: number, middle: number}[]} heights in the unit disc */
export function bands(shares) {
    let sum = 0, from = -1;
    return shares.map((share, k) => {
        sum += share;
        const to = k === shares.length - 1 ? 1 : heightOf(Math.min(1, sum)), band = { from, to, middle: (from + to) / 2 };
        from = to;
        return band;
    });
}

/** How much of its band a cavity of this volume covers, in length: its area is the square. @param {number} area of the pocket [m2] */
export const extent = (volume, area, gap) => Math.sqrt(Math.min(1, volume / (gap * area)));

/**
 * Outline of a band, shrunk about its middle: convex, so it stays inside. @param {{from: number, to: number,
 * middle: number}} band @param {number} scale 0 to 1 @returns {[number, number][]} points in the unit disc
 */
export function outline({ from, to, middle }, scale = 1) {
    const n = 16, a = Math.asin(from), b = Math.asin(to), right = Array.from({ length: n + 1 }, (_, i) => {
        const angle = a + ((b - a) * i) / n;
        return [Math.cos(angle), Math.sin(angle)];
    });
    const whole = [...right, ...right.map(([x, y]) => [-x, y]).reverse()];
    return whole.map(([x, y]) => [x * scale, middle + (y - middle) * scale]);
}
