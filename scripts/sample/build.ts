/**
 * Builds data/sample from a directory with real submissions (submissions/XXX.csv) and reference/population.csv.
 * The same input gives the same bytes.
 *
 *     node dist/scripts/sample/build.js [../shared/data]
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { loadAreas } from "../../src/reference/areas.js";
import { DENOMINATOR_COLUMNS, inventedRows, populationRows } from "./denominators.js";
import { FAULTS } from "./faults.js";
import { readme } from "./readme.js";
import { FIRST_YEAR, LAST_YEAR, type Profile, REAL, type SampleRow } from "./row.js";
import { CANONICAL, SHAPES, writeFile } from "./shapes.js";
import { syntheticRows } from "./synthetic.js";

const OUTPUT = "data/sample";
const REFERENCE = "data/reference";

/**
 * Large and small, rich and poor, of each ITU region; small islands and landlocked countries among them. Two regions,
 * CIS and Northern Africa, have enough countries and people here to be published: CIS not without Russia, where three
 * in five of its people live.
 */
const COUNTRIES = [
  "ARM",
  "KAZ",
  "KGZ",
  "UZB",
  "RUS",
  "EGY",
  "MAR",
  "TUN",
  "DZA",
  "SAU",
  "BRA",
  "MEX",
  "CRI",
  "JAM",
  "IND",
  "IDN",
  "THA",
  "FJI",
  "CHE",
  "PRT",
  "GEO",
  "KEN",
  "RWA",
  "SEN",
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

/** Total population by ISO alpha-3 code and year, one year more at both ends; the World Bank's groups are left out. */
function readPopulation(directory: string): Map<string, Map<number, number>> {
  const known = new Set(loadAreas(REFERENCE).list.map(({ iso3 }) => iso3));
  const population = new Map<string, Map<number, number>>();
  for (const row of readCsv(join(directory, "reference", "population.csv"))) {
    const iso3 = row["Country Code"] ?? "";
    const year = Number(row.Year);
    if (!known.has(iso3) || row.Value === "" || year < FIRST_YEAR - 1 || year > LAST_YEAR + 1) continue;
    const years = population.get(iso3) ?? new Map<number, number>();
    population.set(iso3, years.set(year, Number(row.Value)));
  }
  return population;
}

/** Files of countries that are no longer in the collection. */
function removeOthers(): void {
  for (const name of readdirSync(OUTPUT)) {
    if (/^[A-Z]{3}\.csv$/.test(name) && !COUNTRIES.includes(name.slice(0, 3))) rmSync(join(OUTPUT, name));
  }
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
  const lineOf = ({ what, row }: { what: string; row: SampleRow }): number => {
    const index = result.indexOf(row);
    if (index < 0) throw new Error(`A later fault of ${iso3} undoes this one: ${what}.`);
    return index + 2; // The header is line 1.
  };
  return { rows: result, faults: marks.map((mark) => `line ${lineOf(mark)}: ${mark.what}`) };
}

function build(directory: string): void {
  mkdirSync(OUTPUT, { recursive: true });
  removeOthers();
  const population = readPopulation(directory);
  const denominators = populationRows(population);
  const faults = new Map<string, string[]>();
  for (const iso3 of COUNTRIES) {
    const real = realRows(directory, iso3);
    const profile: Profile = {
      iso3,
      internet: internetUse(real),
      population: population.get(iso3) ?? new Map(),
    };
    const sample = withFaults([...real, ...syntheticRows(profile)], iso3);
    if (sample.faults.length > 0) faults.set(iso3, sample.faults);
    writeFileSync(join(OUTPUT, `${iso3}.csv`), writeFile(sample.rows, SHAPES[iso3] ?? CANONICAL));
    denominators.push(...inventedRows(profile));
  }
  writeFileSync(join(OUTPUT, "denominators.csv"), stringify([DENOMINATOR_COLUMNS, ...denominators]));
  writeFileSync(join(OUTPUT, "README.md"), readme(COUNTRIES, faults, population.size));
}

build(process.argv[2] ?? "../shared/data");
