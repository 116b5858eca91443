import type { Column, Language } from "../types.js";

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

/** Text isolated by FSI and PDI (U+2068, U+2069), or else a code: Latin letters, digits and what joins them. */
const LEFT_TO_RIGHT = /\u2068([^\u2069]*)\u2069|[A-Za-z][\w.:/+-]*\w|[A-Za-z]/g;

/** A sentence as HTML. In Arabic, codes and what the file holds keep a direction of their own. */
export function prose(sentence: string, language: Language): string {
  if (language !== "ar") return escaped(sentence);
  let html = "";
  let end = 0;
  for (const match of sentence.matchAll(LEFT_TO_RIGHT)) {
    html += `${escaped(sentence.slice(end, match.index))}<bdi>${escaped(match[1] ?? match[0])}</bdi>`;
    end = match.index + match[0].length;
  }
  return html + escaped(sentence.slice(end));
}

export const directionOf = (language: Language): "rtl" | "ltr" => (language === "ar" ? "rtl" : "ltr");

/** A column and its place in a row. */
export interface PlacedColumn {
  readonly column: Column;
  readonly index: number;
}

/** Columns a person reads: what only tells how to round the others is left out. */
export function shownColumns(columns: readonly Column[]): PlacedColumn[] {
  const helpers = new Set(columns.map(({ decimalsIn }) => decimalsIn));
  return columns.map((column, index) => ({ column, index })).filter(({ column }) => !helpers.has(column.id));
}

/** Place of the column whose cell names the row for a screen reader: the first of text, or else the first. */
export function stubOf(columns: readonly PlacedColumn[]): number {
  return (columns.find(({ column }) => column.type === "text") ?? columns[0])?.index ?? 0;
}

/** Head of a column. */
export const headCell = ({ type, title }: Column): string =>
  `<th scope="col"${type === "text" ? "" : ' class="n"'}>${escaped(title)}</th>`;

/**
 * Text takes the direction of its first letter and numbers keep theirs: in an Arabic page the code 5.b.1
 * would otherwise read b.1.5, and a sign would move behind its number.
 */
export function bodyCell(text: string, column: Column, isStub: boolean, language: Language): string {
  const shown = language === "ar" && column.type === "text" ? `<bdi>${escaped(text)}</bdi>` : escaped(text);
  if (isStub) return `<th scope="row">${shown}</th>`;
  return column.type === "text" ? `<td>${shown}</td>` : `<td class="n"><bdi dir="ltr">${shown}</bdi></td>`;
}
