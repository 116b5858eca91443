/** Writes the denominators of the sample, in our own long form. */
import {
  businesses,
  ewaste,
  FEMALE_SHARE,
  households,
  learners,
  populationIn,
  SCHOOL_SHARES,
  schools,
  urbanShare,
  valueAdded,
  workforce,
} from "./economy.js";
import type { Profile } from "./row.js";

export const DENOMINATOR_COLUMNS = [
  "SERIES",
  "REF_AREA",
  "TIME_PERIOD",
  "SEX",
  "AGE",
  "URBANISATION",
  "EDUCATION_LEV",
  "OBS_VALUE",
  "REVISION",
  "SOURCE",
];

type Codes = { readonly SEX?: string; readonly URBANISATION?: string; readonly EDUCATION_LEV?: string };

const WORLD_BANK = ["World Bank, series to 2024", "World Bank via datasets/population, CC BY 4.0"];
const INVENTED = ["sample", "SYNTHETIC"];

/** The total and its parts; the last part is what the others leave, so that the parts add up. */
function split(
  total: number,
  shares: readonly (readonly [codes: Codes, share: number])[],
): [Codes, number][] {
  let left = total;
  const parts = shares.map(([codes, share], index): [Codes, number] => {
    const part = index === shares.length - 1 ? left : Math.round(total * share);
    left -= part;
    return [codes, part];
  });
  return parts;
}

const bySchoolLevel = Object.entries(SCHOOL_SHARES).map(
  ([level, share]) => [{ EDUCATION_LEV: level }, share] as const,
);
const bySex = [
  [{ SEX: "F" }, FEMALE_SHARE],
  [{ SEX: "M" }, 1 - FEMALE_SHARE],
] as const;

function invented(profile: Profile, year: number): [series: string, values: [Codes, number][]][] {
  const byArea = [
    [{ URBANISATION: "U" }, urbanShare(profile)],
    [{ URBANISATION: "R" }, 0],
  ] as const;
  const total = (value: number): [Codes, number] => [{}, value];
  const population = populationIn(profile, year);
  const homes = households(profile, year);
  const pupils = learners(profile, year);
  const students = Math.round(pupils * 0.16);
  const teachers = Math.round(pupils / 22);
  const product = valueAdded(profile, year);
  return [
    ["POPULATION", [...split(population, bySex), ...split(population, byArea)]],
    ["HOUSEHOLDS", [total(homes), ...split(homes, byArea)]],
    ["SCHOOLS", [total(schools(profile, year)), ...split(schools(profile, year), bySchoolLevel)]],
    ["BUSINESSES", [total(businesses(profile, year))]],
    ["BUSINESS_WORKFORCE", [total(workforce(profile, year))]],
    ["GROSS_VALUE_ADDED", [total(product)]],
    ["GOODS_EXPORTS", [total(Math.round(product * 0.22))]],
    ["SERVICES_EXPORTS", [total(Math.round(product * 0.07))]],
    ["LEARNERS", [total(pupils), ...split(pupils, bySchoolLevel)]],
    ["POST_SECONDARY_LEARNERS", [total(students), ...split(students, bySex)]],
    ["TEACHERS", [total(teachers), ...split(teachers, bySchoolLevel)]],
    ["EWASTE_GENERATED", [total(ewaste(profile, year))]],
  ];
}

function line(
  series: string,
  iso3: string,
  year: number,
  codes: Codes,
  value: number,
  origin: readonly string[],
): (string | number)[] {
  const { SEX = "_T", URBANISATION = "_T", EDUCATION_LEV = "_T" } = codes;
  return [series, iso3, year, SEX, "_T", URBANISATION, EDUCATION_LEV, value, ...origin];
}

/** The real total population of every area there is one of, so that the world and regions have their true weight. */
export function populationRows(
  population: ReadonlyMap<string, ReadonlyMap<number, number>>,
): (string | number)[][] {
  return [...population].flatMap(([iso3, years]) =>
    [...years].map(([year, value]) => line("POPULATION", iso3, year, {}, value, WORLD_BANK)),
  );
}

/** What is invented for a country of the sample, one line a value. */
export function inventedRows(profile: Profile): (string | number)[][] {
  return [...profile.population.keys()].flatMap((year) =>
    invented(profile, year).flatMap(([series, values]) =>
      values.map(([codes, value]) => line(series, profile.iso3, year, codes, value, INVENTED)),
    ),
  );
}
