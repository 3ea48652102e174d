// Packages from npm, which the build keeps outside the source tree: SYNOVIA_NODE is the folder that holds node_modules.
import { createRequire } from "node:module";
import path from "node:path";

/** Where the packages are. */
export const folder = path.resolve(process.env.SYNOVIA_NODE ?? ".");

export const load = createRequire(path.join(folder, "package.json"));
