import { findIndicator, seriesByCode } from "../../indicators/index.js";
import { dimensionsOf } from "../keys.js";
import type { Key } from "../types.js";
import type { Environment } from "./environment.js";
import type { Question } from "./lineage/cell.js";
import { countryLineage } from "./lineage/country.js";
import { groupLineage } from "./lineage/group.js";
import { type Known, knownIn } from "./lineage/known.js";
import type { ComparedLineage, Lineage } from "./lineage/types.js";

/** Follows figures of one vintage back to the files. */
export interface Lineages {
  /** Of a group or a country; undefined when there is no such figure. The series may be named by an alias. */
  of(key: Key): Lineage | undefined;
  /** Of the difference between women and men, in a key without SEX; undefined unless there are figures of both. */
  compared(key: Key, measure: ComparedLineage["measure"]): ComparedLineage | undefined;
  /** What a row or cell of a table rests on: one explanation, or of a count one for each figure counted. */
  answer(question: Question): (Lineage | ComparedLineage)[];
}

/**
 * Opens a vintage once to ask about many figures: estimates are made again, which takes some seconds.
 * @returns undefined when nothing has been taken
 */
export function openLineages(environment: Environment): Lineages | undefined {
  const known = knownIn(environment);
  if (!known) return undefined;
  const of = (asked: Key) => {
    const entry = seriesByCode.get(asked.series);
    if (!entry) return undefined;
    const key = { ...asked, series: entry.series.code };
    const group = environment.groups.get(key.area);
    return group ? groupLineage(environment, known, key, group) : countryLineage(known, key);
  };
  const compared = (key: Key, measure: ComparedLineage["measure"]) => compare(of, key, measure);
  return { of, compared, answer: (question) => answer(known, of, compared, question).filter((one) => !!one) };
}

function answer(
  known: Known,
  of: Lineages["of"],
  compared: Lineages["compared"],
  question: Question,
): (Lineage | ComparedLineage | undefined)[] {
  if (question.measure === "value") return [of(question.key)];
  if (question.measure !== "count") return [compared(question.key, question.measure)];
  const { area, indicator, period } = question;
  const codes = new Set(findIndicator(indicator)?.series.map(({ code }) => code));
  return known.reported(area, codes, period).map(of);
}

/** One figure; undefined when there is none. */
export function lineage(environment: Environment, key: Key): Lineage | undefined {
  return openLineages(environment)?.of(key);
}

function compare(
  of: Lineages["of"],
  key: Key,
  measure: ComparedLineage["measure"],
): ComparedLineage | undefined {
  const sex = (SEX: string) => of({ ...key, dimensions: dimensionsOf({ ...key.dimensions, SEX }) });
  const [women, men] = [sex("F"), sex("M")];
  if (!women || !men) return undefined;
  return {
    ...{ measure, key: { ...key, series: women.key.series }, vintage: women.vintage },
    value: comparedValue(women.value, men.value, measure),
    formula: measure === "parity" ? "value of women / value of men" : "value of men − value of women",
    ...{ women, men },
  };
}

function comparedValue(
  women: number | null,
  men: number | null,
  measure: ComparedLineage["measure"],
): number | null {
  if (women === null || men === null) return null;
  if (measure === "gap") return men - women;
  return men === 0 ? null : women / men;
}
