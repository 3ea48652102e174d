// A lesson as a sheet of paper: the same steps, with lines to write on.
import { html, button, openDialog } from "../ui/dom.js";
import { LESSONS, rowName } from "./plan.js";

/** @param {import("../ui/app.js").App} app @param {number} number from 1 */
export function openSheet(app, number) {
    const { language } = app, plan = LESSONS[number - 1], word = (key) => language.text(key), own = (key) => word(`lesson.${number}.${key}`);
    const box = openDialog(document.getElementById("sheet"), `${number}. ${own("title")}`, word("close"));
    const lines = (n) => Array.from({ length: n }, () => html("div", { className: "lines" }));
    const head = html("tr", {}, html("th", { scope: "col", textContent: own("what") }), ...plan.columns.map((c) => html("th", { scope: "col", textContent: word(`column.${c}`) })));
    const rows = plan.rows.map((row) => html("tr", {}, html("th", { scope: "row", textContent: rowName(row, app.format, word) }), ...plan.columns.map(() => html("td", { textContent: "\u00a0" }))));
    const sheet = html("div", { className: "worksheet" },
        html("p", { className: "blanks" }, ...["sheet.name", "sheet.date"].map((key) => html("span", { textContent: word(key) }))),
        html("h3", { textContent: word("lesson.question") }), html("p", { textContent: own("question") }),
        html("h3", { textContent: word("lesson.prediction") }), html("p", { className: "options" }, ...plan.options.map((o) => html("span", {}, html("i"), own(`option.${o}`)))), html("p", { textContent: word("sheet.because") }), ...lines(2),
        html("h3", { textContent: word("lesson.experiment") }), html("p", { textContent: own("experiment") }), html("table", {}, html("thead", {}, head), html("tbody", {}, ...rows)),
        html("h3", { textContent: word("sheet.explain") }), ...lines(3),
        html("div", { className: "after" }, html("h3", { textContent: word("sheet.after") }), html("p", { textContent: own("evidence") }), html("p", {}, html("b", { textContent: `${word("lesson.unknown")} ` }), own("unknown"))));
    box.append(sheet, html("div", { className: "row noprint" }, button(word("sheet.print"), "btn go", () => print())));
}
