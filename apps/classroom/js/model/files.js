// What a class takes home: the curve as CSV, the sound as WAV.
import { COLUMNS } from "./run.js";

/** @param {import("./run.js").Run} run @returns {string} the columns of `synovia simulate --csv`, after comments */
export function csv(run) {
    const lines = [`# synovia, ${run.scenario.kind}`];
    for (const [key, value] of Object.entries(run.scenario.values)) lines.push(`# ${key} = ${JSON.stringify(value)}`);
    lines.push(COLUMNS.join(","));
    for (let i = 0; i < run.length; ++i)
        lines.push(Array.from(run.rows.subarray(i * COLUMNS.length, (i + 1) * COLUMNS.length)).join(","));
    return lines.join("\n") + "\n";
}

/**
 * 16-bit mono WAV. @param {import("./run.js").Sound} sound @param {number} gain full scale per pascal
 * @returns {Uint8Array}
 */
export function wav({ rate, samples }, gain) {
    const bytes = new Uint8Array(44 + 2 * samples.length), view = new DataView(bytes.buffer);
    const word = (at, text) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
    word(0, "RIFF"); view.setUint32(4, 36 + 2 * samples.length, true); word(8, "WAVEfmt ");
    view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
    view.setUint32(24, rate, true); view.setUint32(28, 2 * rate, true);
    view.setUint16(32, 2, true); view.setUint16(34, 16, true);
    word(36, "data"); view.setUint32(40, 2 * samples.length, true);
    samples.forEach((x, i) => view.setInt16(44 + 2 * i, Math.round(32767 * soft(x * gain)), true));
    return bytes;
}

/** Linear up to 0.7 of full scale, then bent so that nothing exceeds 1: the page's guard against loud surprises. */
export function soft(x) {
    const knee = 0.7, excess = Math.abs(x) - knee;
    return excess <= 0 ? x : Math.sign(x) * (knee + (1 - knee) * Math.tanh(excess / (1 - knee)));
}
