// What a divided joint leaves to chance: which joint it is, and how one pull of it goes. The numbers are the command's seeds.
import { html, button } from "./dom.js";

export class ChanceRow {
    /** @param {import("./app.js").App} app @param {HTMLElement} root */
    constructor(app, root) { Object.assign(this, { app, root }); }

    build() {
        const { app } = this, word = (key) => app.language.text(key);
        this.text = html("output", {});
        this.root.replaceChildren(this.text, button(word("chance.pull"), "btn", () => app.drawLots({ joint: app.state.joint, pull: app.state.pull + 1 }).then(() => app.pull())),
            button(word("chance.joint"), "btn", () => app.drawLots({ joint: app.state.joint + 1, pull: 1 })));
        this.render();
    }

    render() {
        const { app } = this, { joint, pull, stage } = app.state;
        this.root.hidden = !(app.divided && stage === "pull");
        if (this.root.hidden) return;
        this.text.textContent = app.language.text("chance.what", { joint: String(joint), pull: String(pull), pockets: String(app.shares().length) });
    }
}
