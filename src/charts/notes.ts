import type { Indicator, TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import { notesOf } from "../tables/notes.js";

/** Standing notes of a chart: its own, then vintage, list status, designations and source as below a table. */
export function chartNotes(
  input: TableInput,
  indicators: readonly Indicator[],
  own: readonly string[],
): readonly string[] {
  return [
    ...own.map((id) => text("tables", input.language, id)),
    ...notesOf(input, { indicators, values: false }),
  ];
}
