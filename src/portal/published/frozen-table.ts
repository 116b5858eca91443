import { createReadStream, existsSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { PLACES } from "../../run/release/build.js";
import type { Cell, Language, Table } from "../../types.js";
import type { Edition } from "./editions.js";

/** Where a row is in the file, and what it can be chosen by. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly indicator: string;
  readonly area: number;
}

/** A table of a release as it was frozen, read a few rows at a time. */
export interface FrozenTable {
  /** Everything but the rows. */
  readonly head: Omit<Table, "rows">;
  /** Indicators and areas that its rows can be chosen by, in the order of the table. */
  readonly indicators: readonly string[];
  readonly areas: readonly number[];
  /** Places of the rows of an indicator and area, or of all. */
  places(choice: {
    readonly indicator?: string | undefined;
    readonly area?: number | undefined;
  }): readonly Place[];
  rows(places: readonly Place[]): Promise<(readonly Cell[])[]>;
}

const opened = new WeakMap<Edition, Map<string, Promise<FrozenTable>>>();

/** Languages in which a release has a table that can be read on a page. */
export function languagesOf({ manifest, folder }: Edition, table: string): Language[] {
  return manifest.contents.languages.filter((language) => existsSync(pathOf(folder, table, language)));
}

const pathOf = (folder: string, table: string, language: Language): string =>
  join(folder, PLACES.tables, language, `${table}.json`);

/** Opens a table that the release has in this language. What was opened once stays so. */
export function frozenTable(edition: Edition, table: string, language: Language): Promise<FrozenTable> {
  const known = opened.get(edition) ?? new Map<string, Promise<FrozenTable>>();
  opened.set(edition, known);
  const path = pathOf(edition.folder, table, language);
  const found = known.get(path) ?? read(path);
  known.set(path, found);
  return found;
}

/** In the format `json` a row is a line of its own, so that a table of any length can be read from anywhere. */
async function read(path: string): Promise<FrozenTable> {
  let text = "";
  let head: FrozenTable["head"] | null = null;
  const places: Place[] = [];
  for await (const { line, start, end } of linesOf(path)) {
    if (head) {
      const cells = cellsIn(line);
      if (cells) places.push({ start, end, ...codesIn(head, cells) });
    } else if (/^ {2}"rows": \[/.test(line)) head = JSON.parse(`${text}  "rows": []}`) as Table;
    else text += `${line}\n`;
  }
  if (!head) throw new Error(`${path} is no table in the format json.`);
  const distinct = <T>(values: readonly T[]) => [...new Set(values)];
  return {
    head,
    indicators: distinct(places.map(({ indicator }) => indicator)).filter((id) => id !== ""),
    areas: distinct(places.map(({ area }) => area)).filter((area) => area !== 0),
    places: ({ indicator, area }) =>
      places.filter(
        (one) => one.indicator === (indicator ?? one.indicator) && one.area === (area ?? one.area),
      ),
    rows: (wanted) => rowsAt(path, wanted),
  };
}

const cellsIn = (line: string): Cell[] | null =>
  line.startsWith("    [") ? (JSON.parse(line.trim().replace(/,$/, "")) as Cell[]) : null;

function codesIn(
  { columns }: FrozenTable["head"],
  cells: readonly Cell[],
): Pick<Place, "indicator" | "area"> {
  const cell = (id: string) => cells[columns.findIndex((column) => column.id === id)] ?? null;
  return { indicator: String(cell("INDICATOR") ?? ""), area: Number(cell("GROUP") ?? cell("REF_AREA") ?? 0) };
}

async function rowsAt(path: string, places: readonly Place[]): Promise<(readonly Cell[])[]> {
  const file = await open(path);
  try {
    const rows: Cell[][] = [];
    for (const { start, end } of places) rows.push(cellsIn(await textAt(file, start, end)) ?? []);
    return rows;
  } finally {
    await file.close();
  }
}

async function textAt(file: FileHandle, start: number, end: number): Promise<string> {
  const { buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer.toString("utf8");
}

/** Lines with their places in bytes. */
async function* linesOf(path: string): AsyncGenerator<{ line: string; start: number; end: number }> {
  let rest = Buffer.alloc(0);
  let at = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, piece]);
    let from = 0;
    for (let to = rest.indexOf(10); to >= 0; to = rest.indexOf(10, from)) {
      yield { line: rest.toString("utf8", from, to), start: at + from, end: at + to };
      from = to + 1;
    }
    at += from;
    rest = rest.subarray(from);
  }
  yield { line: rest.toString("utf8"), start: at, end: at + rest.length };
}
