import type { Row } from "../types.js";
import type { Header } from "./header.js";
import type { NoteTally } from "./notes.js";
import { type CellContent, cellContent, yearOf } from "./xlsx-cell.js";
import type { SheetRow } from "./xlsx-sheet.js";
import type { Workbook } from "./xlsx-workbook.js";

/**
 * Turns the rows of a sheet into rows of a submission. Null for a row that shows nothing.
 *
 * @param places where each column of the header stands in the sheet; -1 where the sheet lacks it
 * @param tally told what was read in a way that people should know of
 */
export function rowMaker(
  header: Header,
  places: readonly number[],
  workbook: Workbook,
  { count }: Pick<NoteTally, "count">,
): (row: SheetRow, line: number) => Row | null {
  const { columns, years, names } = header;
  const readColumns = new Set<number>([...Object.values(columns), ...years.map(({ index }) => index)]);
  const headed = new Set(places.filter((_, index) => names[index] !== ""));
  const read = cellReader(header, count);
  return (row, line) => {
    const contents = row.cells.map((cell) => cell && cellContent(cell, workbook));
    if (!contents.some((content) => content && content.text.trim() !== "")) return null;
    const cells: string[] = [];
    const numbers: (number | undefined)[] = [];
    for (const [index, place] of places.entries()) {
      const content = contents[place];
      const { text, number } =
        content && readColumns.has(index) ? read(content, index, line) : { text: content?.text ?? "" };
      cells.push(text);
      if (number !== undefined) numbers[index] = number;
    }
    if (contents.some((content, place) => content && content.text.trim() !== "" && !headed.has(place)))
      count("cells-without-heading", line);
    if (cells.every((text) => text.trim() === "")) return null;
    if (row.hidden) count("hidden-rows", line);
    return { line, cells, numbers };
  };
}

/** What a cell shows; its number only where a figure is looked for. */
type ReadCell = { readonly text: string; readonly number?: number };

function cellReader(
  { names, columns, years }: Header,
  count: NoteTally["count"],
): (content: CellContent, index: number, line: number) => ReadCell {
  const { OBS_VALUE, NUMERATOR, DENOMINATOR } = columns;
  const figures = new Set([OBS_VALUE, NUMERATOR, DENOMINATOR, ...years.map(({ index }) => index)]);
  return (content, index, line) => {
    const column = names[index] ?? "";
    const { kind, text, number, formula } = content;
    if (kind === "not-calculated") count("formula-without-value", line, column, { value: text });
    else if (formula) count("formula-value", line, column);
    const year = index === columns.TIME_PERIOD ? yearOf(content) : null;
    if (year !== null) {
      count("date-as-year", line, column, { value: text, year });
      return { text: year };
    }
    // An M49 code that became a number has lost its zeros.
    if (index === columns.REF_AREA && kind === "number") return { text: text.padStart(3, "0") };
    if (!figures.has(index)) return { text };
    if (kind === "percent") count("percent-format", line, column, { value: text, number });
    // An error is never a missing value, although #N/A typed as text is one.
    if (kind === "error" || kind === "not-calculated") return { text, number: Number.NaN };
    return number === null ? { text } : { text, number };
  };
}
