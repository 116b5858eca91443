import { defineExporter } from "../define.js";
import { shownCells } from "../tables/cell.js";
import type { Table } from "../types.js";
import { bodyCell, directionOf, escaped, headCell, shownColumns, stubOf } from "./html-parts.js";

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

function head({ language, title, columns }: Table): string {
  const heads = shownColumns(columns).map(({ column }) => headCell(column));
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
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

/** One page that needs nothing else: accessible table, notes, direction of the language, style for print. */
export default defineExporter({
  id: "html",
  extension: "html",
  mediaType: "text/html; charset=utf-8",
  headRow: 1,
  *write(table) {
    const cells = shownCells(table);
    const columns = shownColumns(table.columns);
    const stub = stubOf(columns);
    yield head(table);
    for (const row of table.rows) {
      const shown = cells(row);
      const line = columns.map(({ column, index }) =>
        bodyCell(shown[index] ?? "", column, index === stub, table.language),
      );
      yield `<tr>${line.join("")}</tr>\n`;
    }
    const notes = table.notes.map((note) => `<li>${escaped(note)}</li>\n`).join("");
    yield `</tbody>\n</table>\n</div>\n<ul>\n${notes}</ul>\n</main>\n</body>\n</html>\n`;
  },
});
