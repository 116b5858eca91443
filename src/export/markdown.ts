import { defineExporter } from "../define.js";
import { shownCells } from "../tables/cell.js";
import type { Column } from "../types.js";

/** Text that cannot end a cell, start another line or be read as markup. */
const escaped = (text: string): string =>
  text.replace(/[\\|`*_<[\]]/g, "\\$&").replace(/\r\n|\r|\n/g, "<br>");

const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |\n`;
const rule = ({ type }: Column): string => (type === "text" ? "---" : "---:");

/** A GitHub Flavored Markdown table: title, table, notes as a list. */
export default defineExporter({
  id: "markdown",
  extension: "md",
  mediaType: "text/markdown; charset=utf-8",
  headRow: 1,
  *write(table) {
    const cells = shownCells(table);
    yield `# ${escaped(table.title)}\n\n`;
    yield line(table.columns.map(({ title }) => title));
    yield `| ${table.columns.map(rule).join(" | ")} |\n`;
    for (const row of table.rows) yield line(cells(row));
    yield `\n${table.notes.map((note) => `- ${escaped(note)}\n`).join("")}`;
  },
});
