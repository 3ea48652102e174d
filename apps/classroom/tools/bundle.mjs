// Joins everything into one HTML file that needs nothing else.
// SYNOVIA_NODE=FOLDER node tools/bundle.mjs SYNOVIA_JS PRESETS_FOLDER OUT_HTML     (the .wasm lies beside SYNOVIA_JS)
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { fileURLToPath } from "node:url";
import { folder, load } from "./modules.mjs";
import { readPresets } from "./presets.mjs";

const { build } = load("esbuild");

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const read = (...parts) => fs.readFileSync(path.join(here, ...parts), "utf8");

const options = { bundle: true, nodePaths: [path.join(folder, "node_modules")], write: false, minify: true, target: ["chrome100", "firefox100", "safari15.4"], charset: "utf8", legalComments: "none", logLevel: "warning" };

async function script(entry, more = {}) {
    const result = await build({ ...options, entryPoints: [path.join(here, "js", entry)], ...more });
    return result.outputFiles[0].text;
}

async function minified(text, loader) {
    const result = await build({ ...options, bundle: false, nodePaths: undefined, stdin: { contents: text, loader } });
    return result.outputFiles[0].text;
}

/** Nothing in a script may look like its end. */
const safe = (text) => text.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--");

const locales = Object.fromEntries(["en", "de", "fr", "es"].filter((l) => fs.existsSync(path.join(here, "locales", `${l}.json`))).map((l) => [l, JSON.parse(read("locales", `${l}.json`))]));

const [glueFile, presetFolder, out] = process.argv.slice(2);
const glue = fs.readFileSync(glueFile, "utf8"), wasm = zlib.deflateRawSync(fs.readFileSync(glueFile.replace(/js$/, "wasm")), { level: 9 }).toString("base64");
const worker = (await minified(glue, "js")) + (await script("worker.js", { format: "iife" }));
const main = await script("main.js", { format: "iife", globalName: "synoviaPage" });
const data = { worker, worklet: await script("sound/worklet.js", { format: "iife" }), locales, presets: readPresets(presetFolder) };
const start = `if(window.synoviaReady)synoviaPage.begin({...${JSON.stringify(data)},wasm:"${wasm}"});`;

const places = { "/*@style*/": await minified(read("style.css"), "css"), "/*@guard*/": await minified(read("js", "guard.js"), "js"), "/*@script*/": safe(main + start) };
let page = read("index.html");
for (const [place, text] of Object.entries(places)) page = page.replace(place, () => text);
fs.mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
fs.writeFileSync(out, page);
console.log(`${out}: ${Math.round(Buffer.byteLength(page) / 1000)} kB`);
