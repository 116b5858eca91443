import { text } from "../i18n/text.js";
import type { Language, Params } from "../types.js";
import type { CountryFigure } from "./countries.js";

/** Why a figure cannot be held against others: a code of the column COMPARABILITY and what fills its footnote. */
export interface Flag {
  readonly code: string;
  readonly params?: Params;
}

/**
 * Statuses (SDMX CL_OBS_STATUS) that speak of comparability. A provisional or estimated value measures the
 * same thing, so P, E, I and F stay in the status alone. Choice of our own.
 */
const STATUSES: ReadonlySet<string> = new Set(["B", "D", "W", "U", "N"]);

/** Years that a latest figure may lie behind the newest of its series. Choice of our own. */
export const MAXIMUM_LAG = 5;

const scopeOf = ({ record }: CountryFigure): string => ("ageScope" in record ? record.ageScope : "");

/** The age scope that most countries of each series state, by series; the first in order among equals. */
function ageNorms(figures: readonly CountryFigure[]): ReadonlyMap<string, string> {
  const areas = new Map<string, Map<string, Set<number>>>();
  for (const figure of figures) {
    const scope = scopeOf(figure);
    if (scope === "" || figure.value === null) continue;
    const { code } = figure.series;
    const scopes = areas.get(code) ?? new Map<string, Set<number>>();
    areas.set(code, scopes.set(scope, (scopes.get(scope) ?? new Set()).add(figure.record.area)));
  }
  return new Map([...areas].map(([code, scopes]) => [code, mostStated(scopes)]));
}

function mostStated(scopes: ReadonlyMap<string, ReadonlySet<number>>): string {
  const sorted = [...scopes].sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1));
  return sorted[0]?.[0] ?? "";
}

/** What stands against comparing a figure: definition, break, reliability and age scope. Estimates have no flag. */
export function createComparability(
  figures: readonly CountryFigure[],
): (figure: CountryFigure) => readonly Flag[] {
  const norms = ageNorms(figures);
  return (figure) => {
    const { record, series, value } = figure;
    if (value === null || !("status" in record)) return [];
    const scope = scopeOf(figure);
    const norm = norms.get(series.code) ?? "";
    return [
      ...(STATUSES.has(record.status) ? [{ code: record.status }] : []),
      ...(scope !== "" && scope !== norm ? [{ code: "AGE", params: { scope, norm } }] : []),
    ];
  };
}

/** The flag of a figure from a year too far behind the newest of its series. */
export const lagFlags = (year: number, latest: number): readonly Flag[] =>
  latest - year > MAXIMUM_LAG
    ? [{ code: "YEAR", params: { year: String(year), latest: String(latest) } }]
    : [];

/** A flag in words, as its footnote has it. */
export const flagText = ({ code, params }: Flag, language: Language): string =>
  text("tables", language, `flag.${code}`, params);

/** Codes for the column COMPARABILITY; null where nothing stands against comparing. */
export const flagCodes = (flags: readonly Flag[]): string | null =>
  flags.length > 0 ? flags.map(({ code }) => code).join(", ") : null;

/** What the strict form of a table has in place of a figure that is not comparable; the flag says why. */
export const LEFT_OUT = { OBS_VALUE: null, OBS_STATUS: null } as const;
