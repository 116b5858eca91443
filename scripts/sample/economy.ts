/** Invented stocks of a country: people by sex and area, households, schools … Nothing here is a fact but the total. */
import { seededRandom } from "./random.js";
import { type Profile, round } from "./row.js";

/** Share of women in the population. */
export const FEMALE_SHARE = 0.503;

/** Schools of each level, as a share of all schools. */
export const SCHOOL_SHARES = { ISCED11_1: 0.62, ISCED11_2: 0.24, ISCED11_3: 0.14 } as const;
export type SchoolLevel = keyof typeof SCHOOL_SHARES;

/** A fixed trait of the country between two bounds. */
function trait({ iso3 }: Profile, name: string, low: number, high: number): number {
  return low + (high - low) * seededRandom(`${iso3} ${name}`)();
}

export const populationIn = (profile: Profile, year: number): number => profile.population.get(year) ?? 0;

export const urbanShare = (profile: Profile): number =>
  round(0.28 + 0.5 * profile.internet + trait(profile, "urban", -0.06, 0.06), 3);

export const households = (profile: Profile, year: number): number =>
  Math.round(populationIn(profile, year) / (5.4 - 2.6 * profile.internet));

export const schools = (profile: Profile, year: number): number =>
  Math.round(populationIn(profile, year) / trait(profile, "schools", 1_300, 2_400));

export const businesses = (profile: Profile, year: number): number =>
  Math.round(populationIn(profile, year) * trait(profile, "businesses", 0.008, 0.03));

export const workforce = (profile: Profile, year: number): number =>
  Math.round(populationIn(profile, year) * trait(profile, "workforce", 0.15, 0.35));

/** In US dollars. */
export const valueAdded = (profile: Profile, year: number): number =>
  Math.round(populationIn(profile, year) * (900 + 38_000 * profile.internet ** 2.5) * 1.03 ** (year - 2015));

export const learners = (profile: Profile, year: number): number =>
  Math.round(populationIn(profile, year) * 0.19);

/** In tonnes, from kilograms per inhabitant that grow by 3 % a year. */
export function ewaste(profile: Profile, year: number): number {
  const kilograms = (1 + 19 * profile.internet ** 1.6) * 1.03 ** (year - 2015);
  return Math.round((populationIn(profile, year) * kilograms) / 1_000);
}
