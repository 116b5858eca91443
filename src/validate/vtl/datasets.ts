/**
 * The datasets that exported rules are about, and what the script derives from them. Names of components are
 * SDMX concept ids; TIME_PERIOD is a year and an integer, so that years can be subtracted.
 */
import { DIMENSIONS } from "../../types.js";

export interface VtlComponent {
  readonly name: string;
  readonly type: "String" | "Integer" | "Number";
  readonly role: "Identifier" | "Measure" | "Attribute";
}

export interface VtlDataset {
  readonly name: string;
  readonly about: string;
  readonly components: readonly VtlComponent[];
}

const identifier = (name: string): VtlComponent => ({
  name,
  type: name === "TIME_PERIOD" ? "Integer" : "String",
  role: "Identifier",
});
const measure = (name: string): VtlComponent => ({ name, type: "Number", role: "Measure" });
const attribute = (name: string, type: VtlComponent["type"] = "String"): VtlComponent => ({
  name,
  type,
  role: "Attribute",
});

/** What a history is the history of: all identifiers but the year. */
export const HISTORY = ["SERIES", "REF_AREA", ...DIMENSIONS];

/** What tells figures apart. */
export const FIGURE_IDENTIFIERS = ["SERIES", "REF_AREA", "TIME_PERIOD", ...DIMENSIONS];

const FIGURE_COMPONENTS: readonly VtlComponent[] = [
  ...FIGURE_IDENTIFIERS.map(identifier),
  ...["OBS_VALUE", "NUMERATOR", "DENOMINATOR"].map(measure),
  attribute("UNIT_MEASURE"),
  attribute("UNIT_MULT", "Integer"),
  attribute("DECIMALS", "Integer"),
  ...["OBS_STATUS", "AGE_SCOPE", "COMMENT_OBS"].map((name) => attribute(name)),
];

export const DATASETS: readonly VtlDataset[] = [
  { name: "DS_1", about: "the figures to be judged; absent codes are _T", components: FIGURE_COMPONENTS },
  {
    name: "DS_0",
    about: "the figures accepted before, of the same structure",
    components: FIGURE_COMPONENTS,
  },
  {
    name: "DS_REF",
    about: "denominators: POPULATION, HOUSEHOLDS …",
    components: [
      ...["REFERENCE", "REF_AREA", "TIME_PERIOD", ...DIMENSIONS].map(identifier),
      measure("REF_VALUE"),
    ],
  },
];

/** Scalar: the year in which the figures are judged. */
export const CURRENT_YEAR = "CURRENT_YEAR";

/**
 * What every rule may use: FIGURES and PREVIOUS, the figures of DS_1 and DS_0 that have a value. FIGURE and
 * BEFORE are the value with its multiplier applied, SLACK what rounding alone can have moved it by: half a
 * unit in the last decimal that was written (DECIMALS), and a little for binary fractions.
 */
export const PRELUDE: readonly string[] = [derived("FIGURES", "DS_1", "FIGURE", "SLACK"), previous()];

function derived(name: string, from: string, figure: string, slack: string): string {
  return [
    `${name} := ${from}[filter not isnull(OBS_VALUE)]`,
    `  [calc measure ${figure} := OBS_VALUE * power(10, UNIT_MULT),`,
    `    measure ${slack} := (0.5 * power(10, -1 * DECIMALS) + 0.000000001) * power(10, UNIT_MULT),`,
    "    measure YEAR := TIME_PERIOD]",
  ].join("\n");
}

function previous(): string {
  return `${derived("PREVIOUS", "DS_0", "BEFORE", "BEFORE_SLACK")}[keep BEFORE, BEFORE_SLACK, YEAR]`;
}
