// The main frequency of a pop, as a class would name its pitch.

const LOWEST = 100, HIGHEST = 8000, PER_OCTAVE = 48;

/** Power at one frequency, by Goertzel's recursion. */
function power(samples, from, to, radians) {
    const c = 2 * Math.cos(radians);
    let a = 0, b = 0;
    for (let i = from; i < to; ++i) [a, b] = [samples[i] + c * a - b, a];
    return a * a + b * b - c * a * b;
}

/**
 * The strongest frequency from 100 Hz to 8 kHz in the 40 ms after the loudest sample [Hz], null for silence.
 * @param {import("./run.js").Sound} sound
 */
export function pitch({ rate, samples }) {
    const loudest = samples.reduce((best, x, i) => (Math.abs(x) > Math.abs(samples[best]) ? i : best), 0);
    if (!samples.length || samples[loudest] === 0) return null;
    const from = Math.max(0, loudest - Math.round(0.002 * rate)), to = Math.min(samples.length, loudest + Math.round(0.04 * rate));
    let best = null, most = 0;
    for (let i = 0; LOWEST * 2 ** (i / PER_OCTAVE) <= HIGHEST; ++i) {
        const f = LOWEST * 2 ** (i / PER_OCTAVE), p = power(samples, from, to, (2 * Math.PI * f) / rate);
        if (p > most) [best, most] = [f, p];
    }
    return best;
}
