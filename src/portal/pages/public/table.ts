import type { FastifyReply, FastifyRequest } from "fastify";
import { findIndicator } from "../../../../indicators/index.js";
import { bodyCell, headCell, type PlacedColumn, shownColumns, stubOf } from "../../../export/html-parts.js";
import { questionOf } from "../../../run/lineage/cell.js";
import { shownCells } from "../../../tables/cell.js";
import { nameColumnOf } from "../../../tables/role.js";
import { type Cell, DIMENSIONS, type Language, type Table } from "../../../types.js";
import { choose } from "../../forms.js";
import { Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { type Say, sayIn, sendPage } from "../../page.js";
import { pager, partOf, type Query } from "../../paging.js";
import type { Edition } from "../../published/editions.js";
import { lineagePath } from "../../published/figures.js";
import { type FrozenTable, frozenTable, languagesOf } from "../../published/frozen-table.js";
import { tableDownloads } from "./files.js";
import { columnTitle, editionLine, tableTitle } from "./parts.js";

/** Cells on a page: with links, about 45 KB. */
const CELLS_A_PAGE = 600;
const MOST_ROWS = 100;
/** Characters from which on a column is given room, so that a cell is no tower of single words. */
const LONG = 24;

type Asked = FastifyRequest<{ Params: { id: string }; Querystring: Query }>;

/** A table of a release as it was frozen, a part at a time; every figure leads to where it comes from. */
export async function tablePage(
  request: Asked,
  reply: FastifyReply,
  edition: Edition,
  id: string,
  releases: Html | null,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const say = sayIn(language);
  const there = languagesOf(edition, id);
  const own = there.includes(language) ? language : there[0];
  const shown = own
    ? await frozenPart(edition, id, own, request)
    : html`<p class="notice">${say("table.files-only")}</p>`;
  const other =
    own !== undefined && own !== language && html`<p class="notice info">${say("table.other-language")}</p>`;
  const body = html`${releases}${editionLine(edition, language)}${other}${shown}${tableDownloads(edition, id, language, say)}`;
  return sendPage(request, reply, { title: tableTitle(id, language), body });
}

async function frozenPart(edition: Edition, id: string, own: Language, request: Asked): Promise<Html> {
  const language = languageOf(request);
  const say = sayIn(language);
  const { query } = request;
  const frozen = await frozenTable(edition, id, own);
  const area = /^\d{1,3}$/.test(query.area ?? "") ? Number(query.area) : undefined;
  const indicator = query.indicator || undefined;
  const columns = named(shownColumns(frozen.head.columns));
  const size = Math.min(MOST_ROWS, Math.floor(CELLS_A_PAGE / columns.length));
  const part = partOf(frozen.places({ indicator, area }), query, size);
  const table: Table = { ...frozen.head, rows: await frozen.rows(part.shown) };
  const pages = pager(say, `/${language}/tables/${id}`, { ...query, release: edition.name }, part);
  return html`${choices(edition, id, frozen, query, language, say)}${pages}${tableHtml(table, columns, edition.name, language)}${pages}
<details><summary>${say("notes")}</summary><ul lang="${own}">${table.notes.map((note) => html`<li>${note}</li>`)}</ul></details>`;
}

/** Columns without the codes of what is named beside them; the files have the codes. */
function named(columns: readonly PlacedColumn[]): PlacedColumn[] {
  const ids = new Set(columns.map(({ column }) => column.id));
  const isCode = (id: string) =>
    ids.has(nameColumnOf(id)) || (ids.has("BREAKDOWN") && (DIMENSIONS as readonly string[]).includes(id));
  return columns.filter(({ column }) => !isCode(column.id));
}

function choices(
  edition: Edition,
  id: string,
  { indicators, areas }: FrozenTable,
  { indicator, area }: Query,
  language: Language,
  say: Say,
): Html | null {
  if (indicators.length < 2 && areas.length < 2) return null;
  const all = { value: "", label: say("all") };
  const byIndicator = indicators.map((one) => ({
    value: one,
    label: `${one} ${findIndicator(one)?.name[language] ?? ""}`,
  }));
  const byArea = areas.map((one) => ({
    value: String(one),
    label: edition.environment.areas.areaName(one, language),
  }));
  return html`<form action="/${language}/tables/${id}"><input type="hidden" name="release" value="${edition.name}">
${byIndicator.length > 1 && choose("indicator", columnTitle("INDICATOR_NAME", language), [all, ...byIndicator], indicator)}${byArea.length > 1 && choose("area", columnTitle("AREA_NAME", language), [all, ...byArea], area)}<button>${say("show")}</button></form>`;
}

function tableHtml(
  table: Table,
  columns: readonly PlacedColumn[],
  release: string,
  language: Language,
): Html {
  const shown = table.rows.map(shownCells(table));
  const stub = stubOf(columns);
  const rows = table.rows.map((row, at) => {
    const path = figurePath(table, row, release, language);
    return html`<tr>${columns.map(({ column, index }) => {
      const text = shown[at]?.[index] ?? "";
      if (column.id === "OBS_VALUE" && path && text !== "")
        return html`<td class="n"><a href="${path}"><bdi dir="ltr">${text}</bdi></a></td>`;
      return new Html(bodyCell(text, column, index === stub, table.language));
    })}</tr>`;
  });
  const head = ({ column, index }: PlacedColumn) =>
    shown.some((texts) => (texts[index]?.length ?? 0) > LONG)
      ? html`<th scope="col" class="long">${column.title}</th>`
      : new Html(headCell(column));
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${table.title}" lang="${table.language}"><table><caption>${table.title}</caption>
<thead><tr>${columns.map(head)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Where the figure of a row is explained; null for a heading, a count and a row without a figure. */
function figurePath(
  { columns }: Table,
  row: readonly Cell[],
  release: string,
  language: Language,
): string | null {
  const question = questionOf(Object.fromEntries(columns.map(({ id }, index) => [id, row[index] ?? null])));
  if (!question || question.measure === "count") return null;
  const measure = question.measure === "value" ? {} : { measure: question.measure };
  return lineagePath(language, question.key, { ...measure, release });
}
