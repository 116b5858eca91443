/** Invented figures of thematic indicators and of 4.a.1, some for each questionnaire, coherent with each other. */
import {
  ewaste,
  FEMALE_SHARE,
  households,
  populationIn,
  SCHOOL_SHARES,
  type SchoolLevel,
  urbanShare,
} from "./economy.js";
import { seededRandom } from "./random.js";
import {
  FIRST_YEAR,
  LAST_YEAR,
  type Profile,
  round,
  type SampleColumn,
  type SampleRow,
  SYNTHETIC,
} from "./row.js";

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

const logit = (share: number): number => Math.log(share / (1 - share));
const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

type Cells = Partial<Record<SampleColumn, string | number>>;

function row(
  profile: Profile,
  series: string,
  year: number,
  value: number,
  unit: string,
  more: Cells = {},
): SampleRow {
  const cells: Cells = {
    SERIES: series,
    REF_AREA: profile.iso3,
    TIME_PERIOD: year,
    OBS_VALUE: value,
    UNIT_MEASURE: unit,
    OBS_STATUS: "A",
    SOURCE_DETAIL: SYNTHETIC,
    ...more,
  };
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, String(cell)]));
}

/** Years in which the country did the survey or census: about three in four, so that gaps are there to be filled. */
function surveyed(profile: Profile, survey: string): number[] {
  const random = seededRandom(`${profile.iso3} ${survey} years`);
  return YEARS.filter(() => random() < 0.75);
}

/** A share in per cent on an S-curve through the country's Internet use: `shift` and `slope` in logits. */
function share(profile: Profile, year: number, shift: number, slope = 0.14): number {
  return 100 * logistic(logit(profile.internet) + shift + slope * (year - 2015));
}

function mobileBroadband(profile: Profile): SampleRow[] {
  return YEARS.flatMap((year) => {
    const population = populationIn(profile, year);
    const count = Math.round((population * 1.1 * share(profile, year, 0.4, 0.3)) / 100);
    return [
      row(profile, "ICT_A4N", year, count, "NUMBER"),
      row(profile, "ICT_A4", year, round((100 * count) / population, 2), "PER_100_POP"),
    ];
  });
}

function householdSurvey(profile: Profile): SampleRow[] {
  const urban = urbanShare(profile);
  return surveyed(profile, "households").flatMap((year) => [
    ...householdShares(profile, year, urban, "ICT_HH4", -0.4),
    ...householdShares(profile, year, urban, "ICT_HH6", 0.1),
    ...individualShares(profile, year),
  ]);
}

function householdShares(
  profile: Profile,
  year: number,
  urban: number,
  series: string,
  shift: number,
): SampleRow[] {
  const inTown = share(profile, year, shift + 0.4);
  const outside = share(profile, year, shift - 0.6);
  const total = households(profile, year);
  const owners = Math.round((total * (urban * inTown + (1 - urban) * outside)) / 100);
  const counts = { NUMERATOR: owners, DENOMINATOR: total };
  return [
    row(profile, series, year, round((100 * owners) / total, 1), "PT", counts),
    row(profile, series, year, round(inTown, 1), "PT", { URBANISATION: "U" }),
    row(profile, series, year, round(outside, 1), "PT", { URBANISATION: "R" }),
  ];
}

function individualShares(profile: Profile, year: number): SampleRow[] {
  const women = share(profile, year, -1.3);
  const men = share(profile, year, -1.1);
  const everyone = FEMALE_SHARE * women + (1 - FEMALE_SHARE) * men;
  const scope = { AGE_SCOPE: "15+" };
  return [
    row(profile, "ICT_HH9G", year, round(everyone, 1), "PT", scope),
    row(profile, "ICT_HH9G", year, round(women, 1), "PT", { ...scope, SEX: "F" }),
    row(profile, "ICT_HH9G", year, round(men, 1), "PT", { ...scope, SEX: "M" }),
  ];
}

function businessSurvey(profile: Profile): SampleRow[] {
  return surveyed(profile, "businesses").flatMap((year) => [
    row(profile, "ICT_B3", year, round(share(profile, year, 0.9), 1), "PT"),
    row(profile, "ICT_B5", year, round(share(profile, year, -0.1), 1), "PT"),
  ]);
}

/** Higher levels are better equipped. Internet and computer-assisted lessons stay below the share with computers. */
const LEVEL_SHIFTS: Readonly<Record<SchoolLevel, number>> = {
  ISCED11_1: -0.3,
  ISCED11_2: 0.4,
  ISCED11_3: 0.9,
};

function schoolCensus(profile: Profile): SampleRow[] {
  const levels = Object.keys(SCHOOL_SHARES) as SchoolLevel[];
  return surveyed(profile, "schools").flatMap((year) =>
    levels.flatMap((level) => {
      const at = { EDUCATION_LEV: level };
      const shift = LEVEL_SHIFTS[level];
      return [
        row(profile, "SE_ACS_INTNT", year, round(share(profile, year, shift - 0.2), 1), "PT", at),
        row(profile, "SE_ACS_CMPTR", year, round(share(profile, year, shift + 0.2), 1), "PT", at),
        row(profile, "ICT_ED5", year, round(share(profile, year, shift - 0.5), 1), "PT", at),
      ];
    }),
  );
}

/** Every second year, as the United Nations E-Government Survey. */
function governmentSurvey(profile: Profile): SampleRow[] {
  return YEARS.filter((year) => year % 2 === 0).map((year) =>
    row(profile, "ICT_EG1", year, round(share(profile, year, 0.2, 0.08) / 100, 4), "IX"),
  );
}

function wasteReport(profile: Profile): SampleRow[] {
  return YEARS.flatMap((year) => {
    const tonnes = ewaste(profile, year);
    const recycled = Math.round((tonnes * share(profile, year, -1.9, 0.1)) / 100);
    return [
      row(profile, "ICT_EW2N", year, tonnes, "T"),
      row(profile, "ICT_EW2", year, round((1_000 * tonnes) / populationIn(profile, year), 2), "KG_PER_POP"),
      row(profile, "ICT_EW4N", year, recycled, "T"),
      row(profile, "ICT_EW4", year, round((100 * recycled) / tonnes, 1), "PT"),
    ];
  });
}

/** All invented rows of a country, by questionnaire. */
export function syntheticRows(profile: Profile): SampleRow[] {
  return [
    ...mobileBroadband(profile),
    ...householdSurvey(profile),
    ...businessSurvey(profile),
    ...schoolCensus(profile),
    ...governmentSurvey(profile),
    ...wasteReport(profile),
  ];
}
