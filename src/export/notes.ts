import { defineExporter } from "../define.js";
import { notesBesideCsv } from "./formula.js";

/** What a CSV of the table cannot hold: its title, what each column is, and its notes, as plain text. */
export default defineExporter({
  id: "notes",
  extension: "txt",
  mediaType: "text/plain; charset=utf-8",
  headRow: null,
  *write(table) {
    const { title, columns } = table;
    yield `\ufeff${title}\n\n`;
    for (const column of columns) yield `${column.id}: ${column.title}\n`;
    yield "\n";
    for (const note of notesBesideCsv(table)) yield `${note}\n`;
  },
});
