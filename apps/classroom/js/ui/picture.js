// What is on the screen as a PNG: its drawings with the styles of the page written into them, its lists, and the sentence on
// top.

const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-size", "font-weight", "font-family", "paint-order", "vector-effect", "visibility", "display", "letter-spacing"];

/** A copy of a drawing that needs no style sheet. @param {SVGSVGElement} drawing */
function frozen(drawing) {
    const copy = drawing.cloneNode(true), from = drawing.querySelectorAll("*"), to = copy.querySelectorAll("*");
    from.forEach((element, i) => {
        const style = getComputedStyle(element);
        to[i].setAttribute("style", STYLES.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";"));
    });
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    return copy;
}

const load = (source) => new Promise((resolve, reject) => {
    const image = new Image();
    Object.assign(image, { onload: () => resolve(image), onerror: reject, src: source });
});

/** Writes the words of the lists in `box` where they stand. @param {CanvasRenderingContext2D} paint */
function writeLists(paint, box, origin) {
    paint.textBaseline = "middle";
    for (const element of box.querySelectorAll("li span, p.side")) {
        const style = getComputedStyle(element), walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), range = document.createRange();
        Object.assign(paint, { font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`, fillStyle: style.color });
        for (let text = walk.nextNode(); text; text = walk.nextNode())
            for (const { 0: word, index } of text.data.matchAll(/[^ ]+/g)) {
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                const { x, y, width, height } = range.getBoundingClientRect();
                if (width) paint.fillText(word, x - origin.x, y - origin.y + height / 2);
            }
    }
}

/** @param {HTMLElement} stage @param {string} sentence @returns {Promise<Blob>} */
export async function picture(stage, sentence) {
    const box = stage.getBoundingClientRect(), head = 60, scale = 2, body = getComputedStyle(document.body);
    const canvas = Object.assign(document.createElement("canvas"), { width: scale * box.width, height: scale * (box.height + head) });
    const paint = canvas.getContext("2d");
    paint.scale(scale, scale);
    paint.fillStyle = body.backgroundColor;
    paint.fillRect(0, 0, box.width, box.height + head);
    paint.fillStyle = body.color;
    paint.font = `20px ${body.fontFamily}`;
    paint.fillText(sentence, 16, 38, box.width - 32);
    for (const drawing of stage.querySelectorAll("svg[role=img]")) {
        const place = drawing.getBoundingClientRect();
        if (!place.width || !place.height) continue;
        const copy = frozen(drawing);
        copy.setAttribute("width", place.width);
        copy.setAttribute("height", place.height);
        const image = await load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`);
        paint.drawImage(image, place.x - box.x, place.y - box.y + head, place.width, place.height);
    }
    writeLists(paint, stage, { x: box.x, y: box.y - head });
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
