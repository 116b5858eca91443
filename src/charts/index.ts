import type { TopLevelSpec } from "vega-lite";
import type { TableInput } from "../define.js";
import { dots } from "./dots.js";
import { heat } from "./heat.js";
import { line } from "./line.js";
import { multiples } from "./multiples.js";
import type { ChartRequest } from "./request.js";
import { slope } from "./slope.js";

/** Draws one chart of a vintage: a Vega-Lite specification with its data inside. Throws NothingToDraw. */
export type Chart = (input: TableInput, request: ChartRequest) => TopLevelSpec;

/** Every kind of chart. A new one is a file in this folder and a line here. */
export const charts: Readonly<Record<string, Chart>> = { line, dots, slope, multiples, heat };
