/** ZIP archives made by hand, so that they can lie about what they hold. */
import { deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Bytes of the entry as they stand in the archive, where they are not the content deflated. */
  readonly deflated?: Uint8Array;
  /** Expanded size that the archive declares, where it is not the true one. */
  readonly declared?: number;
  readonly encrypted?: boolean;
}

/** The archive, with local headers, a central directory and its end (APPNOTE 4.3). Checksums are left at 0. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, deflated, declared, encrypted } of entries) {
    const data = deflated ?? deflateRawSync(content);
    const size = declared ?? Buffer.from(content).length;
    const fields = common(Buffer.from(name), data.length, size, encrypted ?? false);
    const local = Buffer.concat([bytes(0x04034b50, 4), fields, Buffer.from(name), data]);
    directory.push(
      Buffer.concat([
        bytes(0x02014b50, 4),
        bytes(20, 2),
        fields,
        Buffer.alloc(10),
        bytes(offset, 4),
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    ...[bytes(0x06054b50, 4), Buffer.alloc(4), bytes(entries.length, 2), bytes(entries.length, 2)],
    ...[bytes(central.length, 4), bytes(offset, 4), Buffer.alloc(2)],
  ]);
  return Buffer.concat([...locals, central, end]);
}

/** What a local header and an entry of the directory have in common: version to length of the extra field. */
function common(name: Buffer, packed: number, size: number, encrypted: boolean): Buffer {
  return Buffer.concat([
    ...[bytes(20, 2), bytes((encrypted ? 1 : 0) | 0x800, 2), bytes(8, 2), Buffer.alloc(4), bytes(0, 4)],
    ...[bytes(packed, 4), bytes(size, 4), bytes(name.length, 2), bytes(0, 2)],
  ]);
}

function bytes(value: number, length: 2 | 4): Buffer {
  const buffer = Buffer.alloc(length);
  buffer.writeUIntLE(value, 0, length);
  return buffer;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** The parts of a workbook whose only sheet, “Data”, has these rows; further parts replace those of the same name. */
export function workbookParts(rows: string, others: readonly ZipEntry[] = []): ZipEntry[] {
  const parts: ZipEntry[] = [
    { name: "[Content_Types].xml", content: `<Types xmlns="${PACKAGE}/content-types"/>` },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    },
  ];
  const replaced = new Set(others.map(({ name }) => name));
  return [...parts.filter(({ name }) => !replaced.has(name)), ...others];
}

/** A row of inline texts and numbers. */
export function row(...cells: readonly (string | number)[]): string {
  const cell = (value: string | number) =>
    typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  return `<row>${cells.map(cell).join("")}</row>`;
}

export const HEADS = row("SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE");
export const FIGURE = row("IT_USE_II99", "KEN", 2020, 29.5);
