import type { ColumnMapping } from "../intake/header.js";
import { COLUMNS } from "../intake/header.js";
import { columnOf } from "../run/headings.js";
import type { TakeReport } from "../run/take.js";
import { UsageError } from "./context.js";

/** A column by its id, as a person types it. */
export function columnNamed(id: string): ColumnMapping["column"] {
  const column = columnOf(id.trim());
  if (!column) throw new UsageError(`There is no column "${id.trim()}". Known: ${COLUMNS.join(", ")}.`);
  return column;
}

/** What `--map "Taux d'accès=OBS_VALUE"` says. A heading may hold an equals sign, a column id may not. */
export function statedMapping(text: string): ColumnMapping {
  const at = text.lastIndexOf("=");
  const title = text.slice(0, Math.max(at, 0)).trim();
  if (title === "") throw new UsageError(`"${text}" says no meaning of a heading. Write HEADING=COLUMN.`);
  return { title, column: columnNamed(text.slice(at + 1)), confirmedAt: null };
}

/** The columns that were read by a mapping, those of one time of confirmation together; empty when none was. */
export function mappedText(mapped: readonly ColumnMapping[]): string {
  const times = [...new Set(mapped.map(({ confirmedAt }) => confirmedAt))];
  return times
    .map((time) => {
      const pairs = mapped.filter(({ confirmedAt }) => confirmedAt === time);
      const how = time === null ? "as stated" : `as confirmed on ${time.slice(0, 10)}`;
      return `; columns read ${how}: ${pairs.map(({ title, column }) => `${title} = ${column}`).join(", ")}`;
    })
    .join("");
}

/** What the person who mapped, or could have mapped, headings of a file should know; empty when nothing. */
export function mappingHints(report: TakeReport, stated: readonly ColumnMapping[]): string[] {
  if (report.outcome === "already-taken") return [];
  if (report.outcome === "refused")
    return report.finding.rule === "file-missing-column" && report.finding.params.unread
      ? ['    → --map "HEADING=COLUMN" says which column of the file holds it.']
      : [];
  const applied = report.mapped.filter(({ confirmedAt }) => confirmedAt === null);
  return stated
    .filter(({ column }) => !applied.some((one) => one.column === column))
    .map(({ title }) => `No column of ${report.submission.filename} is headed “${title}”.`);
}
