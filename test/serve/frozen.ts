/** Releases made by hand, and a service of them, for one test. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { loadAreas, loadGroups } from "../../src/reference/areas.js";
import { createApp } from "../../src/serve/app.js";
import type { Marked } from "../../src/serve/published/build.js";
import { createKeeper, type Keeper } from "../../src/serve/published/keeper.js";
import { type SdmxService, sdmxService } from "../../src/serve/service.js";

/** `[series, area, year, value]`, and other columns of the data files by name. */
export type Row = readonly [
  string,
  number,
  number,
  number | null,
  Readonly<Record<string, string | number>>?,
];

export interface Figures {
  readonly countries?: readonly Row[];
  readonly aggregates?: readonly Row[];
}

const KEYS = ["SEX", "AGE", "URBANISATION", "EDUCATION_LEV", "COMPOSITE_BREAKDOWN"];
const COUNTRY = ["OBS_STATUS", "UNIT_MEASURE", "NATURE", "COMMENT", "SOURCE_DETAIL", "AGE_SCOPE"];
const MORE = ["NUMERATOR", "DENOMINATOR", "METHOD", "LOW", "HIGH", "DONORS"];
const GROUP = ["OBS_STATUS", "LOW", "HIGH", "WEIGHT_COVERED", "WEIGHT_USED", "COUNTRIES"];
const COUNTED = ["COUNTRIES_REPORTED", "COUNTRIES_ESTIMATED"];

const USUAL: Readonly<Record<string, string | number>> = {
  ...Object.fromEntries(KEYS.map((id) => [id, "_T"])),
  ...{ OBS_STATUS: "A", UNIT_MEASURE: "PT", NATURE: "C" },
};

function csv(rows: readonly Row[], columns: readonly string[]): string {
  const heads = ["SERIES", "REF_AREA", "TIME_PERIOD", ...KEYS, "OBS_VALUE", ...columns];
  const lines = rows.map(([series, area, year, value, more = {}]) => {
    const cells = { ...USUAL, ...more } as Record<string, string | number>;
    const of = (ids: readonly string[]) => ids.map((id) => cells[id] ?? "");
    return [series, area, year, ...of(KEYS), value ?? "", ...of(columns)]
      .map((cell) => `"${cell}"`)
      .join(",");
  });
  return `${[heads.join(","), ...lines].join("\n")}\n`;
}

export interface Bench {
  readonly app: FastifyInstance;
  readonly keeper: Keeper;
  readonly folder: string;
  /** Freezes figures as a release, which is seen at the next `refresh`. */
  release(name: string, at: string, figures: Figures): void;
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** @param changes what of the service is otherwise than usual */
export async function openBench(changes: Partial<SdmxService> = {}): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-serve-"));
  const releases: Marked[] = [];
  const keeper = createKeeper({
    path: join(folder, "published.db"),
    releases: () => [...releases],
    folderOf: (name) => join(folder, name),
  });
  const lists = { areas: loadAreas("data/reference"), groups: loadGroups("data/reference") };
  const app = await createApp({ sdmx: { ...sdmxService(lists, keeper.current, "test"), ...changes } });
  return {
    app,
    keeper,
    folder,
    release: (name, at, figures) => releases.push(freeze(folder, name, at, figures)),
    get: (url, headers = {}) => app.inject({ method: "GET", url, headers }),
    close: async () => {
      await app.close();
      keeper.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function freeze(
  folder: string,
  name: string,
  at: string,
  { countries = [], aggregates = [] }: Figures,
): Marked {
  const files = {
    "data/countries.csv": csv(countries, [...COUNTRY, ...MORE]),
    "data/aggregates.csv": csv(aggregates, [...GROUP, ...COUNTED]),
  };
  mkdirSync(join(folder, name, "data"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, name, path), text);
  const listed = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: text.length,
    sha256: sha256(text),
  }));
  const manifest = JSON.stringify({ name, files: listed });
  writeFileSync(join(folder, name, "manifest.json"), manifest);
  return { name, at, manifest: sha256(manifest) };
}

/** A key of the data structure with these codes; every other part empty, or the filling. */
export function key(codes: Readonly<Record<string, string>>, filling = ""): string {
  const dimensions =
    "FREQ REPORTING_TYPE SERIES REF_AREA SEX AGE URBANISATION INCOME_WEALTH_QUANTILE EDUCATION_LEV OCCUPATION CUST_BREAKDOWN COMPOSITE_BREAKDOWN DISABILITY_STATUS ACTIVITY PRODUCT";
  return dimensions
    .split(" ")
    .map((id) => codes[id] ?? filling)
    .join(".");
}
