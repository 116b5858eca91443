import { posix } from "node:path";
import type { Archive } from "./archive.js";
import { damaged, UnreadableFile } from "./errors.js";
import type { Limits } from "./limits.js";
import { type NumberFormat, numberFormats } from "./xlsx-formats.js";
import { sharedStrings } from "./xlsx-strings.js";
import { readXml } from "./xml.js";

export interface Worksheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What the cells of a workbook refer to, and the sheets they are in. */
export interface Workbook {
  /** Worksheets in the order of their tabs, without sheets that hold a chart only. */
  readonly sheets: readonly Worksheet[];
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
  readonly macros: boolean;
}

interface Relation {
  readonly id: string;
  /** The last word of the type, which is the same in transitional and strict files. */
  readonly type: string;
  readonly part: string;
}

/**
 * Reads what a workbook is made of (ECMA-376 part 1, 18.2). Parts are found by the relations between them,
 * not by their usual names.
 *
 * @throws UnreadableFile when the archive is something other than a workbook or lacks a part
 */
export async function readWorkbook(archive: Archive, limits: Limits): Promise<Workbook> {
  await requireWorkbook(archive);
  const main = (await relations(archive, "")).find(({ type }) => type === "officeDocument")?.part;
  if (!main || !has(archive, main)) throw damaged("_rels/.rels");
  const related = await relations(archive, main);
  const partOf = (type: string) => related.find((one) => one.type === type && has(archive, one.part))?.part;
  const [strings, styles] = [partOf("sharedStrings"), partOf("styles")];
  return {
    ...(await sheetList(archive, main, related)),
    strings: strings ? await sharedStrings(archive, strings, limits) : [],
    formats: styles ? await numberFormats(archive, styles) : [],
    macros: partOf("vbaProject") !== undefined,
  };
}

function has({ names }: Archive, part: string): boolean {
  return names.some((name) => name.toLowerCase() === part.toLowerCase());
}

/** Archives that are something else are told by name, since what to do about them differs. */
async function requireWorkbook(archive: Archive): Promise<void> {
  if (has(archive, "mimetype") && has(archive, "content.xml"))
    throw new UnreadableFile("file-open-document", {});
  if (has(archive, "xl/workbook.bin")) throw new UnreadableFile("file-old-excel", { found: "XLSB" });
  if (has(archive, "word/document.xml")) throw new UnreadableFile("file-binary", { found: "DOCX" });
  if (has(archive, "ppt/presentation.xml")) throw new UnreadableFile("file-binary", { found: "PPTX" });
  if (!has(archive, "[Content_Types].xml") || !has(archive, "_rels/.rels"))
    throw new UnreadableFile("file-binary", { found: "ZIP" });
}

/** What a part (or the package, named "") relates to inside the archive. */
async function relations(archive: Archive, part: string): Promise<readonly Relation[]> {
  const { dir, base } = posix.parse(part);
  const from = posix.join(dir, "_rels", `${base}.rels`);
  if (!has(archive, from)) return [];
  const found: Relation[] = [];
  await readXml(archive.read(from), from, {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External") return;
      const target = posix.resolve("/", dir, Target).slice(1);
      found.push({ id: Id, type: posix.basename(Type), part: target });
    },
  });
  return found;
}

async function sheetList(
  archive: Archive,
  main: string,
  related: readonly Relation[],
): Promise<Pick<Workbook, "sheets" | "from1904">> {
  const sheets: Worksheet[] = [];
  let from1904 = false;
  await readXml(archive.read(main), main, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = /^(1|true|on)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const relation = related.find((one) => one.id === id);
      if (!relation || !has(archive, relation.part)) throw damaged(`${main}: ${attributes.name ?? "sheet"}`);
      const hidden = /hidden$/i.test(attributes.state ?? "");
      if (relation.type === "worksheet")
        sheets.push({ name: attributes.name ?? "", part: relation.part, hidden });
    },
  });
  return { sheets, from1904 };
}
