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

/** One line a value: the real total population first, then what is invented. */
export function denominatorRows(profile: Profile): (string | number)[][] {
  const line = (series: string, year: number, codes: Codes, value: number, origin: readonly string[]) => [
    series,
    profile.iso3,
    year,
    codes.SEX ?? "_T",
    "_T",
    codes.URBANISATION ?? "_T",
    codes.EDUCATION_LEV ?? "_T",
    value,
    ...origin,
  ];
  return [...profile.population.keys()].flatMap((year) => [
    line("POPULATION", year, {}, populationIn(profile, year), WORLD_BANK),
    ...invented(profile, year).flatMap(([series, values]) =>
      values.map(([codes, value]) => line(series, year, codes, value, INVENTED)),
    ),
  ]);
}
