import { FONTS } from "../charts/fonts.js";
import { text } from "../i18n/text.js";
import { shownCells } from "../tables/cell.js";
import type { Column, Language, Table } from "../types.js";
import { directionOf, escaped, headCell, stubOf } from "./html-parts.js";
import { type Section, sectionsOf } from "./pdf-sections.js";

// Horizontal rules only, for frame and heads: UN Editorial Manual, "Tables".
const STYLE = `@page{size:A4 landscape;margin:14mm 12mm 16mm}
body{font-size:7.5pt;line-height:1.35;margin:0;color:#000}
h1{font-size:15pt;margin:0 0 3mm}
h2{font-size:11pt;margin:5mm 0 1mm}
h3{font-size:9pt;margin:4mm 0 1mm}
h1,h2,h3,.facts{break-after:avoid}
p{margin:0 0 2mm}
table{border-collapse:collapse;border-block:1.2pt solid;min-width:60%}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{padding:.5mm 1.2mm;text-align:start;vertical-align:top;overflow-wrap:break-word}
thead th{border-block-end:.6pt solid;vertical-align:bottom}
tbody th{font-weight:normal}
.n{text-align:end;font-variant-numeric:tabular-nums}
[dir=rtl] :is(th,td){text-align:right;unicode-bidi:plaintext}
[dir=rtl] .n{text-align:left;direction:ltr}
.page{break-before:page}
nav ol{font-size:10pt;line-height:1.8;padding:0;list-style:none}
nav a{display:flex;justify-content:space-between;gap:5mm;color:inherit;text-decoration:none}
nav a .number{min-width:3em;text-align:end}
ul{padding-inline-start:4mm}`;

/** Start of a document in the language and direction of its tables. */
function* opening(title: string, language: Language): Generator<string> {
  yield `<!doctype html>\n<html lang="${language}" dir="${directionOf(language)}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<title>${escaped(title)}</title>\n<style>body{font-family:${FONTS[language]}}\n${STYLE}</style>\n</head>\n<body>\n`;
}

/** One table as a page for print. */
export function* tablePage(table: Table): Generator<string> {
  yield* opening(table.title, table.language);
  yield* printed(table, 1, "");
  yield "</body>\n</html>\n";
}

/** Tables of one language as one document with contents; `pages` are the pages the tables begin on, once known. */
export function* packPage(tables: readonly Table[], pages: ReadonlyMap<string, number>): Generator<string> {
  const language = tables[0]?.language ?? "en";
  const title = text("tables", language, "package.title");
  yield* opening(title, language);
  yield `<h1>${escaped(title)}</h1>\n<nav>\n<h2>${escaped(text("tables", language, "contents"))}</h2>\n<ol>\n`;
  for (const { id, title: name } of tables)
    yield `<li><a href="#${id}"><span>${escaped(name)}</span><span class="number">${pages.get(id) ?? ""}</span></a></li>\n`;
  yield "</ol>\n</nav>\n";
  for (const table of tables) yield* printed(table, 2, ' class="page"');
  yield "</body>\n</html>\n";
}

/** A table, its sections and notes, under a heading of this level. */
function* printed(table: Table, level: 1 | 2, attributes: string): Generator<string> {
  const { id, title, notes, language } = table;
  yield `<section id="${id}"${attributes}>\n<h${level}>${escaped(title)}</h${level}>\n`;
  let indicator: string | undefined;
  for (const [index, section] of sectionsOf(table).entries()) {
    const isNext = indicator !== undefined && section.indicator !== indicator;
    yield* printedSection(table, section, `${id}-${index + 1}`, level, isNext);
    indicator = section.indicator;
  }
  yield `<h${level + 1}>${escaped(text("tables", language, "sheet.notes"))}</h${level + 1}>\n<ul>\n`;
  for (const note of notes) yield `<li>${escaped(note)}</li>\n`;
  yield "</ul>\n</section>\n";
}

/** Direction is in the style: every element more is one more in the tags of the PDF, of which a long table has many. */
function cell(shown: string, { type }: Column, isStub: boolean): string {
  if (isStub) return `<th scope="row">${escaped(shown)}</th>`;
  return `<td${type === "text" ? "" : ' class="n"'}>${escaped(shown)}</td>`;
}

/** A section begins a page where it is the first of its indicator. */
function* printedSection(
  table: Table,
  { heading, rows, columns, facts }: Section,
  id: string,
  level: number,
  onNewPage: boolean,
): Generator<string> {
  const cells = shownCells(table);
  const stub = stubOf(columns);
  if (heading !== null)
    yield `<h${level + 1} id="${id}"${onNewPage ? ' class="page"' : ""}>${escaped(heading)}</h${level + 1}>\n`;
  if (facts.length > 0) {
    const first = cells(rows[0] ?? []);
    const said = facts.map(
      ({ column, index }) => `${escaped(column.title)}: <bdi>${escaped(first[index] ?? "")}</bdi>`,
    );
    yield `<p class="facts">${said.join(" · ")}</p>\n`;
  }
  const name = heading === null ? `aria-label="${escaped(table.title)}"` : `aria-labelledby="${id}"`;
  yield `<table ${name}>\n<thead>\n<tr>${columns.map(({ column }) => headCell(column)).join("")}</tr>\n</thead>\n<tbody>\n`;
  for (const row of rows) {
    const shown = cells(row);
    const line = columns.map(({ column, index }) => cell(shown[index] ?? "", column, index === stub));
    yield `<tr>${line.join("")}</tr>\n`;
  }
  yield "</tbody>\n</table>\n";
}
