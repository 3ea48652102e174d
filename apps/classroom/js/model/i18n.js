// Sentences of a language: named places for numbers, and marks that colour a quantity wherever it is named.
// "<p>−106 kPa</p>" is a pressure; marks: g gap, p pressure, c cavity, s sound, b strong, i second.

const MARKS = { g: "q-gap", p: "q-press", c: "q-rad", s: "q-snd", b: "", i: "second" };

/** Fills {name}; a place without a number stays as it is, so that it is seen. */
export function fill(template, numbers = {}) {
    return template.replace(/\{(\w+)\}/g, (place, name) => numbers[name] ?? place);
}

/** Splits marked text into [text, mark] pieces; mark "" is plain. @param {string} text */
export function pieces(text) {
    const list = [];
    for (const [, mark, inner, plain] of text.matchAll(/<([a-z])>(.*?)<\/\1>|([^<]+|<)/g))
        list.push(mark ? [inner, mark] : [plain, ""]);
    return list;
}

/** The text without its marks. */
export const plain = (text) => pieces(text).map(([piece]) => piece).join("");

export class Language {
    /** @param {Record<string, Record<string, string>>} locales @param {string} name */
    constructor(locales, name) {
        this.name = name;
        this.words = locales[name];
    }

    /** @param {string} key @param {Record<string, string>} [numbers] */
    text(key, numbers) {
        const template = this.words[key];
        return template === undefined ? key : fill(template, numbers);
    }

    has(key) { return Object.hasOwn(this.words, key); }

    /** Puts marked text into an element. */
    put(element, key, numbers) {
        const nodes = pieces(this.text(key, numbers)).map(([text, mark]) => {
            if (!mark) return document.createTextNode(text);
            const strong = document.createElement(mark === "i" ? "span" : "b");
            strong.className = MARKS[mark];
            strong.textContent = text;
            return strong;
        });
        element.replaceChildren(...nodes);
    }
}

/** The first of the reader's languages that there is, else the first there is. */
export function choose(wanted, there) {
    for (const tag of wanted) {
        const name = tag.toLowerCase().split("-")[0];
        if (there.includes(name)) return name;
    }
    return there[0];
}
