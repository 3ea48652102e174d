// Runs before everything else, in the oldest JavaScript: says in plain words what an old or locked browser lacks.
(function () {
    function blocked(text) {
        var note = document.createElement("p");
        note.className = "blocked";
        note.setAttribute("role", "alert");
        note.appendChild(document.createTextNode(text));
        document.body.insertBefore(note, document.body.firstChild);
    }
    window.synoviaBlocked = blocked;
    if (!window.HTMLDialogElement || !window.Worker || !window.ResizeObserver || !window.structuredClone || !Object.hasOwn || !CSS.supports("color", "color-mix(in oklab, red, blue)"))
        blocked("This browser is too old for this page. It needs Firefox 113, Chrome or Edge 111, Safari 16.2, or later.");
    else if (typeof WebAssembly !== "object")
        blocked("This browser blocks WebAssembly, which the page computes with. Allow it, or open the file in another browser.");
    else window.synoviaReady = true;
})();
