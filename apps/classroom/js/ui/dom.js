// Small help with HTML elements.

/** @param {string} name @param {Record<string, any>} [properties] @param {...(Node|string)} children */
export function html(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
}

/** A button that does something. */
export const button = (text, classes, action) => {
    const b = html("button", { type: "button", className: classes, textContent: text });
    b.addEventListener("click", action);
    return b;
};

/** Opens a dialog with a title and a way out, and gives the element to fill. @param {HTMLDialogElement} dialog */
export function openDialog(dialog, title, close) {
    dialog.replaceChildren(button(close, "btn close noprint", () => dialog.close()), html("h2", { id: `${dialog.id}-title`, textContent: title }));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    return dialog;
}
