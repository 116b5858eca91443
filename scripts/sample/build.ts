/**
 * Builds data/sample from a directory with real submissions (submissions/XXX.csv) and reference/population.csv.
 * The same input gives the same bytes.
 *
 *     node dist/scripts/sample/build.js [../shared/data]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { DENOMINATOR_COLUMNS, denominatorRows } from "./denominators.js";
import { FAULTS } from "./faults.js";
import { readme } from "./readme.js";
import { FIRST_YEAR, LAST_YEAR, type Profile, REAL, type SampleRow } from "./row.js";
import { CANONICAL, SHAPES, writeFile } from "./shapes.js";
import { syntheticRows } from "./synthetic.js";

const OUTPUT = "data/sample";

/** Of each ITU region, large and small, rich and poor; small islands and landlocked countries among them. */
const COUNTRIES = [
  "KEN",
  "RWA",
  "SEN",
  "ZAF",
  "BRA",
  "CRI",
  "JAM",
  "MEX",
  "URY",
  "EGY",
  "JOR",
  "MAR",
  "SAU",
  "FJI",
  "IDN",
  "IND",
  "THA",
  "CHE",
  "GEO",
  "PRT",
  "TUR",
  "ARM",
  "KAZ",
  "UZB",
];

type Line = Readonly<Record<string, string>>;

function readCsv(path: string): Line[] {
  return parse(readFileSync(path), { columns: true, bom: true });
}

/** Real figures of the ten years; cells that are not ours are dropped. */
function realRows(directory: string, iso3: string): SampleRow[] {
  return readCsv(join(directory, "submissions", `${iso3}.csv`))
    .filter(({ TIME_PERIOD }) => Number(TIME_PERIOD) >= FIRST_YEAR && Number(TIME_PERIOD) <= LAST_YEAR)
    .map((row) => ({ ...row, SOURCE_DETAIL: REAL }));
}

/** Internet use nearest to 2015, kept off 0 and 1 so that its logit exists. */
function internetUse(rows: readonly SampleRow[]): number {
  const distance = (row: SampleRow): number => Math.abs(Number(row.TIME_PERIOD) - 2015);
  const totals = rows.filter(({ SERIES, SEX }) => SERIES === "IT_USE_II99" && SEX === "_T");
  const nearest = totals.sort((a, b) => distance(a) - distance(b))[0];
  return Math.min(0.95, Math.max(0.05, Number(nearest?.OBS_VALUE ?? 40) / 100));
}

function populationOf(rows: readonly Line[], iso3: string): Map<number, number> {
  const years = rows
    .filter((row) => row["Country Code"] === iso3)
    .map((row): [number, number] => [Number(row.Year), Number(row.Value)])
    .filter(([year]) => year >= FIRST_YEAR - 1 && year <= LAST_YEAR + 1);
  return new Map(years);
}

function withFaults(
  rows: readonly SampleRow[],
  iso3: string,
): { rows: readonly SampleRow[]; faults: string[] } {
  const marks: { what: string; row: SampleRow }[] = [];
  const result = (FAULTS[iso3] ?? []).reduce<readonly SampleRow[]>((before, { what, apply }) => {
    const after = apply(before);
    const known = new Set(before);
    marks.push(...after.filter((row) => !known.has(row)).map((row) => ({ what, row })));
    return after;
  }, rows);
  // The header is line 1.
  return { rows: result, faults: marks.map(({ what, row }) => `line ${result.indexOf(row) + 2}: ${what}`) };
}

function build(directory: string): void {
  mkdirSync(OUTPUT, { recursive: true });
  const population = readCsv(join(directory, "reference", "population.csv"));
  const denominators: (string | number)[][] = [];
  const faults = new Map<string, string[]>();
  for (const iso3 of COUNTRIES) {
    const real = realRows(directory, iso3);
    const profile: Profile = {
      iso3,
      internet: internetUse(real),
      population: populationOf(population, iso3),
    };
    const sample = withFaults([...real, ...syntheticRows(profile)], iso3);
    if (sample.faults.length > 0) faults.set(iso3, sample.faults);
    writeFileSync(join(OUTPUT, `${iso3}.csv`), writeFile(sample.rows, SHAPES[iso3] ?? CANONICAL));
    denominators.push(...denominatorRows(profile));
  }
  writeFileSync(join(OUTPUT, "denominators.csv"), stringify([DENOMINATOR_COLUMNS, ...denominators]));
  writeFileSync(join(OUTPUT, "README.md"), readme(COUNTRIES, faults));
}

build(process.argv[2] ?? "../shared/data");
