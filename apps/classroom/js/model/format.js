// Numbers as a class reads them: a true minus, a no-break space before the unit, the language's decimal mark.

export const PRESSURE_UNITS = {
    kPa: { pascal: 1e3, digits: 0, step: 50 },
    atm: { pascal: 101325, digits: 2, step: 0.5 },
    mmHg: { pascal: 133.322368, digits: 0, step: 250 },
};

const NBSP = "\u00a0";

export class Format {
    /** @param {string} language @param {keyof typeof PRESSURE_UNITS} unit */
    constructor(language, unit = "kPa") {
        this.language = language;
        this.unit = unit;
    }

    /** @param {number} x @param {number} digits after the decimal mark */
    fixed(x, digits) {
        const text = Math.abs(x).toFixed(digits);
        const mark = this.language === "en" ? "." : ",";
        const negative = x < 0 && Number(text) !== 0;
        return (negative ? "\u2212" : "") + text.replace(".", mark);
    }

    /** @param {number} x @param {number} digits in all */
    significant(x, digits = 2) {
        if (x === 0 || !Number.isFinite(x)) return this.fixed(0, 0);
        const places = digits - 1 - Math.floor(Math.log10(Math.abs(Number(x.toPrecision(digits)))));
        return places >= 0 ? this.fixed(x, Math.min(places, 20)) : this.fixed(Number(x.toPrecision(digits)), 0);
    }

    /** With its sign, as pressures are read here. @param {number} pa */
    pressureNumber(pa) {
        const { pascal, digits } = PRESSURE_UNITS[this.unit];
        const text = this.fixed(pa / pascal, digits);
        return /[1-9]/.test(text) && pa > 0 ? `+${text}` : text;
    }

    /** @param {number} pa */
    pressure(pa) { return this.pressureNumber(pa) + NBSP + this.unit; }

    /** A difference of pressure, without sign. @param {number} pa */
    pressureStep(pa) {
        const { pascal, digits } = PRESSURE_UNITS[this.unit];
        return this.fixed(Math.abs(pa) / pascal, digits) + NBSP + this.unit;
    }

    /** @param {number} m */
    gap(m) { return this.fixed(m * 1e3, 2) + NBSP + "mm"; }

    /** Any length, in the prefix that suits it. @param {number} m */
    length(m) {
        if (m >= 1e-3) return this.significant(m * 1e3, 2) + NBSP + "mm";
        if (m >= 1e-4) return this.fixed(m * 1e3, 2) + NBSP + "mm";
        return this.significant(m * 1e6, 2) + NBSP + "µm";
    }

    /** Any time, in the prefix that suits it. @param {number} s */
    time(s) {
        if (s >= 0.1) return this.significant(s, 2) + NBSP + "s";
        if (s >= 1e-4) return this.significant(s * 1e3, 2) + NBSP + "ms";
        return this.significant(s * 1e6, 2) + NBSP + "µs";
    }

    /** A number with any SI unit, by thousands. @param {number} x @param {string} unit */
    quantity(x, unit) {
        if (!unit) return this.significant(x, 4);
        const plain = /^(m|s|Pa|N|Hz|N\/m)$/.test(unit);
        const prefixes = plain && x !== 0 && unit !== "kg" ? ["n", "µ", "m", "", "k", "M"] : [""];
        const power = plain && x !== 0 ? Math.min(2, Math.max(-3, Math.floor(Math.log10(Math.abs(x)) / 3 + 1e-9))) : 0;
        const prefix = prefixes.length > 1 ? prefixes[power + 3] : "";
        return this.general(x / 1000 ** (prefixes.length > 1 ? power : 0)) + NBSP + prefix + unit;
    }

    /** Four digits, with a power of ten where they would not show. @param {number} x */
    general(x) {
        if (x === 0) return "0";
        const power = Math.floor(Math.log10(Math.abs(x)));
        if (power >= -3 && power < 5) return this.fixed(x, Math.max(0, 3 - power)).replace(/([.,]\d*?)0+$/, "$1").replace(/[.,]$/, "");
        const mantissa = this.fixed(x / 10 ** power, 3).replace(/([.,]\d*?)0+$/, "$1").replace(/[.,]$/, "");
        return `${mantissa}·10${[...String(power)].map((c) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)] ?? "⁻").join("")}`;
    }
}

/** A number typed by hand, "," or "." as its decimal mark; null if it is none. @param {string} text */
export function parseNumber(text) {
    const plain = text.trim().replace(/\u2212/g, "-").replace(",", ".");
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** Ticks at "round" distances. @param {number} low @param {number} high @param {number} about how many */
export function ticks(low, high, about = 5) {
    const raw = (high - low) / about, power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw * (1 - 1e-9)) ?? 10 * power;
    const first = Math.ceil(low / step - 1e-9) + 0, list = [];
    for (let k = first; k * step <= high + 1e-9 * step; ++k) list.push(k * step);
    return { step, list };
}
