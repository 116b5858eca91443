import type { Finding, Language, Params } from "../types.js";
import { text } from "./text.js";

/** A finding in words, ready to be shown to the country. */
export interface FindingText {
  readonly title: string;
  /** What was found and what was expected. */
  readonly problem: string;
  /** What the country is asked to do. */
  readonly remedy: string;
  /** Where in the file, such as "line 12, column OBS_VALUE". */
  readonly place: string;
}

/** What of a finding its words are made of. */
type Described = Pick<Finding, "rule" | "line" | "column" | "params">;
/** Name of an area by its M49 code. */
type AreaName = (m49: number, language: Language) => string;

/** Parameters that are M49 codes, by rule; `expected` is something else in other rules. */
const AREA_PARAMS: Readonly<Record<string, readonly string[]>> = { "foreign-area": ["area", "expected"] };

/** Rules that list what would have been right, where that is short enough to be listed. */
const LISTING: ReadonlySet<string> = new Set(["unknown-series", "unknown-code"]);

/** Says in one of the six languages what a finding is about, what is asked for, and where. */
export function describeFinding(finding: Described, language: Language, areaName: AreaName): FindingText {
  const { rule } = finding;
  const params = withAreaNames(finding, language, areaName);
  return {
    title: text("findings", language, `${rule}.title`, params),
    problem: text("findings", language, problemId(finding), params),
    remedy: text("findings", language, `${rule}.remedy`, params),
    place: place(finding, language),
  };
}

/** A message cannot test a parameter for being empty or "∞", so each case has a message of its own. */
function problemId({ rule, params }: Described): string {
  if (rule === "within-range" && params.maximum === "∞") return `${rule}.problem.open`;
  if (LISTING.has(rule) && params.expected) return `${rule}.problem.listed`;
  return `${rule}.problem`;
}

function withAreaNames({ rule, params }: Described, language: Language, areaName: AreaName): Params {
  const areas = AREA_PARAMS[rule];
  if (!areas) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      areas.includes(name) && typeof value === "number" ? areaName(value, language) : value,
    ]),
  );
}

function place({ line, column }: Described, language: Language): string {
  const id = line > 0 ? (column === "" ? "line" : "cell") : column === "" ? "file" : "column";
  return text("findings", language, `place.${id}`, { line, column });
}
