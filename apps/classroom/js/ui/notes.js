// Messages that wait until they are read: what went wrong, in plain words, and that nothing is lost.
import { html, button } from "./dom.js";

export class Notes {
    /** @param {HTMLElement} root @param {() => string} close the word on the button */
    constructor(root, close) { Object.assign(this, { root, close }); }

    /** @param {string} text shown once, however often it is said */
    say(text) {
        if ([...this.root.children].some((note) => note.firstChild.textContent === text)) return;
        const note = html("div", { className: "note" }, html("p", { textContent: text }), button(this.close(), "btn", () => note.remove()));
        this.root.append(note);
        while (this.root.children.length > 3) this.root.firstChild.remove();
    }
}
