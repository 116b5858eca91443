import type { Note, Run, Sheet } from "./sheet.js";
import { address, cellText, escapedXml, MAIN, XML } from "./xml.js";

/** commentsN.xml (ISO/IEC 29500-1, 18.7). */
export function* commentsXml(notes: readonly Note[], author: string): Generator<string> {
  yield `${XML}<comments xmlns="${MAIN}"><authors><author>${escapedXml(author)}</author></authors><commentList>`;
  for (const { row, column, runs } of notes)
    yield `<comment ref="${address(column, row)}" authorId="0"><text>${runs.map(runXml).join("")}</text></comment>`;
  yield "</commentList></comments>";
}

function runXml({ text, bold }: Run): string {
  const weight = bold ? "<b/>" : "";
  return `<r><rPr>${weight}<sz val="9"/><rFont val="Tahoma"/><family val="2"/></rPr><t xml:space="preserve">${cellText(text)}</t></r>`;
}

/** Width of a comment's box, and how many Latin letters of 9 points go into one of its lines. */
const BOX = 340;
const LETTERS = 56;
const LINE = 15;
/** A row of the default 15 points, and one character of a column's width, in pixels (18.3.1.13). */
const ROW = 20;
const CHARACTER = 7;
const PADDING = 5;

/**
 * vmlDrawingN.vml: the boxes of the comments, which a spreadsheet wants in VML (ISO/IEC 29500-4, 19.4). Each is
 * large enough for its text, because a box does not scroll.
 */
export function* boxesXml(
  { notes, widths }: Pick<Sheet, "notes" | "widths">,
  rightToLeft: boolean,
): Generator<string> {
  yield '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';
  yield '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
  yield '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  for (const [index, note] of notes.entries()) yield boxXml(note, index, widths, rightToLeft);
  yield "</xml>";
}

function boxXml(note: Note, index: number, widths: readonly number[], rightToLeft: boolean): string {
  const direction = rightToLeft ? ";direction:RTL" : "";
  const align = rightToLeft ? "right" : "left";
  return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto${direction}"><div style="text-align:${align}"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor(note, widths).join(", ")}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${note.row - 1}</x:Row><x:Column>${note.column}</x:Column></x:ClientData></v:shape>`;
}

/** Where a box begins and ends: column, pixels into it, row, pixels into it, twice; all counted from 0. */
function anchor({ row, column, runs }: Note, widths: readonly number[]): number[] {
  let [end, left] = [column + 1, BOX + 15];
  for (let width = pixels(widths[end]); left > width; width = pixels(widths[++end])) left -= width;
  const height = lines(runs.map(({ text }) => text).join("")) * LINE + 10;
  const top = Math.max(0, row - 2);
  return [column + 1, 15, top, 10, end, left, top + Math.floor((10 + height) / ROW), (10 + height) % ROW];
}

const pixels = (width = 8.43): number => Math.round(width * CHARACTER) + PADDING;

/** Lines that a text takes in a box; Chinese signs are twice as wide as Latin letters. */
function lines(text: string): number {
  return text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / LETTERS)), 0);
}

/** Width of a text in Latin letters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += sign >= "\u2e80" ? 2 : 1;
  return width;
}
