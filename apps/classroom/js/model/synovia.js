// The solver's C functions (wasm/api.cpp) as JavaScript. Everything is SI; arrays that come back are copies.

/**
 * One row of the solver's table of parameters.
 * @typedef {{key: string, unit: string, type: "number"|"optional"|"flag"|"choice"|"text"|"levels", min: number, max: number,
 *   kinds: string[], text: string, choices: string[], default: number|boolean|string|string[]|null}} Parameter
 *
 * Values by key, as far as they differ from the defaults of the kind; lists for levels and for a pressure table.
 * @typedef {Record<string, number|boolean|string|null|string[]|number[]>} Values
 *
 * What a scenario leaves to chance is drawn: which joint it is, and how this pull of it goes (the command's seeds).
 * @typedef {{joint: number, pull: number}} Chance
 *
 * @typedef {{kind: string, values: Values, chance?: Chance}} Scenario
 */

/** The solver refused the scenario. */
export class Refused extends Error {
    /** @param {{key: string, message: string}[]} problems */
    constructor(problems) {
        super(problems.map((p) => `${p.key}: ${p.message}`).join("\n"));
        this.problems = problems;
    }
}

export class Synovia {
    /** @param {any} module what emscripten's factory resolves to */
    constructor(module) {
        this.module = module;
        const wrap = (name, result, ...args) => module.cwrap(`syn_${name}`, result, args);
        const text = "string", number = "number";
        this.call = {
            columns: wrap("columns", number), error: wrap("error", text), rows: wrap("rows", number),
            samples: wrap("samples", number), table: wrap("table", text, text), reset: wrap("reset", null, text),
            set: wrap("set", number, text, number, text), addPoint: wrap("add_table_point", null, number, number),
            values: wrap("values", text), problems: wrap("problems", text), simulate: wrap("simulate", number, number),
            draw: wrap("draw", null, number, number), pockets: wrap("pockets", number), pocketRows: wrap("pocket_rows", number),
            report: wrap("report", text), curve: wrap("curve", number, number),
            render: wrap("render", number, number, number, number),
            restBegin: wrap("rest_begin", number), restPass: wrap("rest_pass", number, number), begin: wrap("pull_begin", number, number),
            block: wrap("pull_block_s", number), lag: wrap("pull_lag_s", number),
            advance: wrap("pull_advance", number, number, number),
        };
        this.columns = this.call.columns();
    }

    /** @param {string} kind @returns {Parameter[]} */
    table(kind) { return JSON.parse(this.call.table(kind)); }

    /** Makes this the scenario to run. Throws Refused with everything that is wrong. @param {Scenario} scenario */
    load({ kind, values, chance = { joint: 1, pull: 1 } }) {
        this.call.reset(kind);
        const problems = [];
        for (const [key, value] of Object.entries(values))
            if (!/^pressure\.table_/.test(key) && this.#set(key, value) < 0)
                problems.push({ key, message: this.call.error() });
        this.#setTable(values);
        problems.push(...JSON.parse(this.call.problems()));
        if (problems.length) throw new Refused(problems);
        this.call.draw(chance.joint, chance.pull);
    }

    #set(key, value) {
        if (value === null) return this.call.set(key, 0, "none");
        if (Array.isArray(value)) return this.call.set(key, 0, value.join(" "));
        return this.call.set(key, typeof value === "string" ? 0 : Number(value), String(value));
    }

    #setTable(values) {
        const times = values["pressure.table_time_s"], pressures = values["pressure.table_pressure_pa"];
        if (Array.isArray(times) && Array.isArray(pressures))
            times.forEach((t, i) => this.call.addPoint(t, pressures[i]));
    }

    /** @returns {Values} every value of the loaded scenario */
    values() { return JSON.parse(this.call.values()); }

    /** How many pockets the joint of the last run or block has. */
    pockets() { return this.call.pockets(); }

    /** Simulates the loaded scenario and returns its report. @param {number} stepLimit @returns {any} */
    simulate(stepLimit) {
        this.#check(this.call.simulate(stepLimit));
        return this.report();
    }

    report() { return JSON.parse(this.call.report()); }

    /** The run's rows, `columns` numbers each. @param {number} longestGap between rows [s] */
    curve(longestGap) { return this.#rows(this.call.curve(longestGap)); }

    /** Radius and pressure of every pocket for each of those rows; empty where there is one pocket only. */
    pocketRows(rows) {
        const pockets = this.pockets(), at = this.call.pocketRows() >> 3, count = (rows.length / this.columns) * pockets * 2;
        return pockets > 1 ? this.module.HEAPF64.slice(at, at + count) : new Float64Array(0);
    }

    /** The run's sound [Pa]. @param {number} rate [Hz] @param {number} start [s] @param {number} duration [s] */
    render(rate, start, duration) { return this.#samples(this.#check(this.call.render(rate, start, duration))); }

    /**
     * Radii of what the run leaves in the joint [m] after these rests.
     * @param {number[]} rests increasing, the first 0 [s] @returns {[number, number][]} pairs of rest and radius
     */
    residuals(rests) {
        return rests.map((rest, i) => [rest, i === 0 ? this.call.restBegin() : this.call.restPass(rest - rests[i - 1])]);
    }

    /** Takes hold of the loaded joint. @param {number} rate [Hz] @returns {{block: number, lag: number}} [s] */
    beginPull(rate) {
        this.#check(this.call.begin(rate));
        this.samplesPerBlock = Math.round(this.call.block() * rate);
        return { block: this.call.block(), lag: this.call.lag() };
    }

    /** One block under the hand. @param {number} position at its end [m] @param {number} velocity there [m/s] */
    advancePull(position, velocity) {
        const rows = this.#rows(this.#check(this.call.advance(position, velocity)));
        return { rows, pocketRows: this.pocketRows(rows), samples: this.#samples(this.samplesPerBlock), report: this.report() };
    }

    #check(result) {
        if (result < 0) throw new Error(this.call.error());
        return result;
    }

    // Growth of the memory replaces the views, so they are looked up for every copy.
    #rows(count) {
        const at = this.call.rows() >> 3;
        return this.module.HEAPF64.slice(at, at + count * this.columns);
    }

    #samples(count) {
        const at = this.call.samples() >> 2;
        return this.module.HEAPF32.slice(at, at + count);
    }
}
