import { defineExporter } from "../define.js";
import { shownCells } from "../tables/cell.js";
import type { Column, Language, Table } from "../types.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Text made safe to stand between tags and in quoted attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

// No vertical rules, horizontal ones only for frame and heads: UN Editorial Manual, "Tables".
const STYLE = `body{font:16px/1.5 sans-serif;margin:1rem;color:#111;background:#fff}
.scroll{overflow-x:auto}
table{border-collapse:collapse;border-block:2px solid}
caption{text-align:start;font-weight:bold;padding-block:.5rem}
th,td{padding:.25rem .5rem;text-align:start;vertical-align:top}
thead th{border-block-end:1px solid}
tbody th{font-weight:normal}
.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
@media print{body{margin:0;font-size:9pt}.scroll{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}}`;

/** Column whose cell names the row for a screen reader: the first of text, or else the first. */
const stubOf = (columns: readonly Column[]): number =>
  Math.max(
    0,
    columns.findIndex(({ type }) => type === "text"),
  );

/** Columns a person reads: what only tells how to round the others is left out. */
function shownColumns(columns: readonly Column[]): { column: Column; index: number }[] {
  const helpers = new Set(columns.map(({ decimalsIn }) => decimalsIn));
  return columns.map((column, index) => ({ column, index })).filter(({ column }) => !helpers.has(column.id));
}

function head({ language, title, columns }: Table): string {
  const heads = shownColumns(columns)
    .map(({ column }) => column)
    .map(
      (column) =>
        `<th scope="col"${column.type === "text" ? "" : ' class="n"'}>${escaped(column.title)}</th>`,
    );
  return `<!doctype html>
<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<div class="scroll" role="region" tabindex="0" aria-labelledby="caption">
<table>
<caption id="caption">${escaped(title)}</caption>
<thead>
<tr>${heads.join("")}</tr>
</thead>
<tbody>
`;
}

/**
 * Text takes the direction of its first letter and numbers keep theirs: in an Arabic page the code 5.b.1
 * would otherwise read b.1.5, and a sign would move behind its number.
 */
function cell(text: string, column: Column, isStub: boolean, language: Language): string {
  const shown = language === "ar" && column.type === "text" ? `<bdi>${escaped(text)}</bdi>` : escaped(text);
  if (isStub) return `<th scope="row">${shown}</th>`;
  return column.type === "text" ? `<td>${shown}</td>` : `<td class="n"><bdi dir="ltr">${shown}</bdi></td>`;
}

/** One page that needs nothing else: accessible table, notes, direction of the language, style for print. */
export default defineExporter({
  id: "html",
  extension: "html",
  mediaType: "text/html; charset=utf-8",
  headRow: 1,
  *write(table) {
    const cells = shownCells(table);
    const stub = stubOf(table.columns);
    const columns = shownColumns(table.columns);
    yield head(table);
    for (const row of table.rows) {
      const shown = cells(row);
      const line = columns.map(({ column, index }) =>
        cell(shown[index] ?? "", column, index === stub, table.language),
      );
      yield `<tr>${line.join("")}</tr>\n`;
    }
    const notes = table.notes.map((note) => `<li>${escaped(note)}</li>\n`).join("");
    yield `</tbody>\n</table>\n</div>\n<ul>\n${notes}</ul>\n</main>\n</body>\n</html>\n`;
  },
});
