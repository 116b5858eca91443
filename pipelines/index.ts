import type { Pipeline } from "../src/define.js";
import annualCollection from "./annual-collection.js";
import sample from "./sample.js";

/** Every scheduled pipeline. A new one is a file in this folder and a line here. */
export const pipelines: readonly Pipeline[] = [annualCollection, sample];
