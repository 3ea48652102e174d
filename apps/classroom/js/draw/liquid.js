// Colour of the liquid at a pressure: pale blue at +100 kPa, orange at -120, the turn at vacuum.

/** @param {number} pressure [Pa] */
export function liquidColour(pressure) {
    const [end, share] = pressure >= 0 ? ["--liq0", pressure / 1e5] : ["--liq1", -pressure / 1.2e5];
    return `color-mix(in oklab, var(${end}) ${Math.round(100 * Math.min(1, share))}%, var(--liqm))`;
}
