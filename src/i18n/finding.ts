import type { Finding, Language, Params, ReadSheet } from "../types.js";
import { has, outline, text } from "./text.js";

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

/**
 * Says in one of the six languages what a finding is about, what is asked for, and where.
 *
 * @param sheets those of a workbook that were read; where there are several, the place names sheet and row too
 */
export function describeFinding(
  finding: Described,
  language: Language,
  areaName: AreaName,
  sheets: readonly ReadSheet[] = [],
): FindingText {
  const { rule } = finding;
  const params = withAreaNames(finding, language, areaName);
  const say = (id: string) => said(language, id, params);
  return {
    title: say(`${rule}.title`),
    problem: say(problemId(finding)),
    remedy: say(remedyId(finding)),
    place: place(finding, language, sheets),
  };
}

/**
 * Findings are kept for ever, and messages change: one of an earlier version may lack what a message is
 * filled with today, or be of a rule that is no more. It is shown with "…", or by its id.
 */
function said(language: Language, id: string, params: Params): string {
  if (!has("findings", language, id)) return id;
  try {
    return text("findings", language, id, params);
  } catch (error) {
    if ((error as { code?: string }).code !== "MISSING_VALUE") throw error;
    return outline("findings", language, id);
  }
}

/** A message cannot test a parameter for being empty or "∞", so each case has a message of its own. */
function problemId({ rule, params }: Described): string {
  if (rule === "within-range" && params.maximum === "∞") return `${rule}.problem.open`;
  if (LISTING.has(rule) && params.expected) return `${rule}.problem.listed`;
  return `${rule}.problem`;
}

function remedyId({ rule, params }: Described): string {
  return rule === "file-missing-column" && params.unread ? `${rule}.remedy.unread` : `${rule}.remedy`;
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

function place({ line, column }: Described, language: Language, sheets: readonly ReadSheet[]): string {
  const sheet = sheets.length > 1 ? sheets.filter(({ firstLine }) => firstLine <= line).at(-1) : undefined;
  if (sheet) {
    const params = { line, column, sheet: sheet.name, row: line - sheet.firstLine + 1 };
    return text("findings", language, column === "" ? "place.sheet-line" : "place.sheet-cell", params);
  }
  const id = line > 0 ? (column === "" ? "line" : "cell") : column === "" ? "file" : "column";
  return text("findings", language, `place.${id}`, { line, column });
}
