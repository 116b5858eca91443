import type { Archive } from "./archive.js";
import { readXml } from "./xml.js";

/** What the format of a cell makes of its number. */
export type NumberFormat = "plain" | "percent" | "date";

/** Formats that every spreadsheet program knows by number (ECMA-376 part 1, 18.8.30). */
const DATES: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const PERCENTS: ReadonlySet<number> = new Set([9, 10]);

/** The number format of every cell style of a workbook, by the style's place in the list. */
export async function numberFormats(archive: Archive, part: string): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await readXml(archive.read(part), part, {
    open(name, { numFmtId, formatCode }) {
      if (name === "cellXfs") inCells = true;
      else if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "");
      else if (name === "xf" && inCells) ids.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return ids.map((id) => formatOf(id, codes.get(id)));
}

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return formatOfCode(code);
  if (PERCENTS.has(id)) return "percent";
  return DATES.some(([first, last]) => id >= first && id <= last) ? "date" : "plain";
}

/** Told by the first section; texts, escaped characters, colours and locales aside, but not elapsed time `[h]`. */
function formatOfCode(code: string): NumberFormat {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";")[0] as string;
  if (bare.includes("%")) return "percent";
  return /[ymdhs]/i.test(bare.replace(/general/gi, "")) ? "date" : "plain";
}
