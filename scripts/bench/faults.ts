/**
 * How good the rules are: puts known faults of twenty kinds into the real submissions, one to a copy of a
 * file, and says which were found, by which rules, and how often rules speak up about the files as they are.
 * `node dist/scripts/bench/faults.js [--data ../shared/data] [--seed 1] [--count 1000] [--json]`
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measure } from "./faults/measure.js";
import { json, report } from "./faults/print.js";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join("..", "shared", "data") },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1000" },
    json: { type: "boolean", default: false },
  },
});
const measured = await measure(values.data, Number(values.count), values.seed);
console.log(values.json ? json(measured) : report(measured));
