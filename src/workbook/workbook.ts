import { boxesXml, commentsXml } from "./notes.js";
import { quoted, type Sheet, sheetXml } from "./sheet.js";
import { stylesXml } from "./styles.js";
import { columnLetters, escapedXml, MAIN, RELATIONS, XML } from "./xml.js";
import { type Part, zipped } from "./zip.js";

export interface Workbook {
  readonly title: string;
  readonly author: string;
  /** Time written into the properties and the archive. */
  readonly time: Date;
  /** BCP 47 tag of the language. */
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly sheets: readonly Sheet[];
}

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A workbook (Office Open XML, ISO/IEC 29500) in pieces, its rows written as they come. The same workbook gives
 * the same bytes.
 *
 * A library is not used: ExcelJS 4.4 dates the parts by the clock, gives every comment a box of four lines, and
 * cannot keep a spreadsheet from warning of every number that is text.
 */
export function workbookBytes(workbook: Workbook): AsyncGenerator<Uint8Array> {
  return zipped(parts(workbook), workbook.time);
}

function* parts(workbook: Workbook): Generator<Part> {
  const { sheets, rightToLeft, author } = workbook;
  const one = (name: string, text: string): Part => ({ name, content: [text] });
  yield one("[Content_Types].xml", contentTypes(sheets));
  yield one(
    "_rels/.rels",
    relations([
      ["officeDocument", "xl/workbook.xml"],
      ["core", "docProps/core.xml"],
    ]),
  );
  yield one("docProps/core.xml", properties(workbook));
  yield one("xl/workbook.xml", workbookXml(sheets));
  yield one(
    "xl/_rels/workbook.xml.rels",
    relations([
      ...sheets.map((_, index): Relation => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
      ["styles", "styles.xml"],
    ]),
  );
  yield one("xl/styles.xml", stylesXml(rightToLeft));
  for (const [index, sheet] of sheets.entries()) {
    const number = index + 1;
    yield {
      name: `xl/worksheets/sheet${number}.xml`,
      content: sheetXml(sheet, { rightToLeft, selected: index === 0 }),
    };
    if (sheet.notes.length === 0) continue;
    yield one(`xl/worksheets/_rels/sheet${number}.xml.rels`, noteRelations(number));
    yield { name: `xl/comments${number}.xml`, content: commentsXml(sheet.notes, author) };
    yield { name: `xl/drawings/vmlDrawing${number}.vml`, content: boxesXml(sheet, rightToLeft) };
  }
}

type Relation = readonly [type: keyof typeof TYPES, target: string];
const TYPES = {
  core: `${PACKAGE}/relationships/metadata/core-properties`,
  officeDocument: `${RELATIONS}/officeDocument`,
  worksheet: `${RELATIONS}/worksheet`,
  styles: `${RELATIONS}/styles`,
  vmlDrawing: `${RELATIONS}/vmlDrawing`,
  comments: `${RELATIONS}/comments`,
} as const;

function relations(targets: readonly Relation[]): string {
  const items = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${TYPES[type]}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

/** The sheet names the boxes of its comments as rId1. */
const noteRelations = (number: number): string =>
  relations([
    ["vmlDrawing", `../drawings/vmlDrawing${number}.vml`],
    ["comments", `../comments${number}.xml`],
  ]);

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    part("xl/workbook.xml", `${CONTENT}.sheet.main+xml`),
    part("xl/styles.xml", `${CONTENT}.styles+xml`),
    ...sheets.flatMap(({ notes }, index) => [
      part(`xl/worksheets/sheet${index + 1}.xml`, `${CONTENT}.worksheet+xml`),
      ...(notes.length > 0 ? [part(`xl/comments${index + 1}.xml`, `${CONTENT}.comments+xml`)] : []),
    ]),
    "</Types>",
  ].join("");
}

/** docProps/core.xml (ISO/IEC 29500-2, 11). */
function properties({ title, author, time, language }: Workbook): string {
  const moment = `${time.toISOString().slice(0, 19)}Z`;
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapedXml(title)}</dc:title><dc:creator>${escapedXml(author)}</dc:creator><cp:lastModifiedBy>${escapedXml(author)}</cp:lastModifiedBy>${date("created")}${date("modified")}<dc:language>${language}</dc:language></cp:coreProperties>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.map(
    ({ name }, index) => `<sheet name="${escapedXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const defined = sheets.flatMap((sheet, index) => definedNames(sheet, index));
  const list = defined.length > 0 ? `<definedNames>${defined.join("")}</definedNames>` : "";
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${names.join("")}</sheets>${list}</workbook>`;
}

/** The hidden name of what is filtered, and the rows repeated in print (18.2.5); a spreadsheet wants them sorted. */
function definedNames({ name, titles, widths, lastRow }: Sheet, index: number): string[] {
  if (titles === null) return [];
  const sheet = escapedXml(quoted(name));
  const area = `$A$${titles}:$${columnLetters(widths.length - 1)}$${lastRow}`;
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!${area}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$${titles}:$${titles}</definedName>`,
  ];
}
