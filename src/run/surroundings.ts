import type { Surroundings } from "../estimate/surroundings.js";
import type { Environment } from "./environment.js";

/** Poorest first, so that the class is the place in the list, from 1. */
const CLASSES = ["LIC", "LMC", "UMC", "HIC"];

/**
 * What estimation may know of countries: their ITU region and income class as of `year`. One year for all
 * figures, as ITU classifies, so that a figure does not change because a class did.
 */
export function surroundingsOf({ areas, groups, denominator }: Environment, year: number): Surroundings {
  const regions = groups.list.filter(({ kind }) => kind === "itu-region").map(({ code }) => code);
  const classes = CLASSES.map((alias) => groups.findGroup(alias));
  const found = new Map<number, { region: number | undefined; income: number | undefined }>();
  const placeOf = (area: number) => {
    const known = found.get(area);
    if (known) return known;
    const memberships = groups.groupsOf(area, year);
    const place = classes.findIndex((code) => code !== undefined && memberships.includes(code));
    const own = {
      region: memberships.find((code) => regions.includes(code)),
      income: place < 0 ? undefined : place + 1,
    };
    found.set(area, own);
    return own;
  };
  return {
    // A country that never reported is given no value: hidden whole, countries are estimated 8 to 17 points
    // off (docs/estimation.md), which is worse for a group than saying how much of it has no figure.
    countries: [],
    areas: areas.list.map(({ m49 }) => m49),
    regionOf: (area) => placeOf(area).region,
    incomeOf: (area) => placeOf(area).income,
    weight: denominator,
    operator: (id, area, period) => denominator(id, area, period, {}),
  };
}
