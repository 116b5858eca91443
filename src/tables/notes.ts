import type { Indicator, TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import type { Params, Thresholds } from "../types.js";
import { SYMBOLS } from "./cell.js";
import { MAXIMUM_LAG } from "./comparability.js";
import { round } from "./round.js";

/** Which of the standing notes a table needs. */
export interface NoteNeeds {
  readonly indicators: readonly Indicator[];
  /** Message ids of notes of this table alone, shown first. */
  readonly own?: readonly string[];
  /** True when the table shows figures, so that symbols, statuses and rounding need explaining. */
  readonly values: boolean;
  readonly estimates?: boolean;
  readonly aggregates?: boolean;
  /** True when the table shows groups whose members change. */
  readonly groups?: boolean;
  /** True when figures carry flags of comparability. */
  readonly flags?: boolean;
}

const unique = (values: readonly string[]): string => [...new Set(values)].join(", ");

function compositionNote({ composition = "by-year", language }: TableInput): string {
  if (composition === "by-year") return text("tables", language, "note.composition.by-year");
  return text("tables", language, "note.composition.fixed", { year: composition });
}

const percentages = ({ minimumWeight, minimumCountries, reliableWeight }: Thresholds): Params => ({
  weight: round(100 * minimumWeight, 0),
  countries: round(100 * minimumCountries, 0),
  reliable: round(100 * reliableWeight, 0),
});

/** Marks of made-up figures: test collections carry it at the start of SOURCE_DETAIL. */
const SYNTHETIC = "SYNTHETIC";

/**
 * Notes of a table in the order of the UN Editorial Manual: general notes, then the explanation of symbols
 * and methods, then the source. Texts are in the table's language.
 */
export function notesOf(input: TableInput, needs: NoteNeeds): readonly string[] {
  const note = (id: string, params?: Params) => text("tables", input.language, `note.${id}`, params);
  const synthetic = input.observations.some(({ source }) => source.startsWith(SYNTHETIC));
  const reconstructed = needs.indicators.some(({ listStatus }) => listStatus === "reconstructed");
  return [
    ...(needs.own ?? []).map((id) => note(id)),
    note("vintage", { vintage: input.vintage.id, date: input.vintage.asOf.slice(0, 10) }),
    ...(needs.values ? [note("symbols", SYMBOLS), note("statuses"), note("rounding")] : []),
    ...(needs.flags ? [note("comparability", { lag: MAXIMUM_LAG })] : []),
    ...(needs.flags && input.strict ? [note("strict", { missing: SYMBOLS.missing })] : []),
    ...(needs.estimates ? [note("estimates")] : []),
    ...(needs.aggregates ? [note("coverage", percentages(input.thresholds))] : []),
    ...(needs.groups ? [compositionNote(input)] : []),
    ...(reconstructed ? [note("thematic-list")] : []),
    ...(synthetic ? [note("synthetic")] : []),
    note("designations"),
    note("source", { custodians: unique(needs.indicators.map(({ custodian }) => custodian)) }),
  ];
}
