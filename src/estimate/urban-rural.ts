import type { Series } from "../define.js";
import { dimensionKey, dimensionsOf } from "../keys.js";
import type { Estimate } from "../types.js";
import type { Surroundings } from "./surroundings.js";

/** A figure to start from; of a reported one the bounds are the value itself. Per cent. */
interface Cover {
  readonly area: number;
  readonly period: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Urban and rural population of one country and year. */
interface People {
  readonly urban: number;
  readonly rural: number;
}

const URBAN = dimensionsOf({ URBANISATION: "U" });
const RURAL = dimensionsOf({ URBANISATION: "R" });

/**
 * For series of indicators that are `urbanFirst`: urban and rural coverage from that of all people, for the countries and years that have neither a
 * report nor an estimate of it and whose urban and rural population is known. With the population P = U + R and the
 * total c, as shares:
 *
 *     rural = clamp((c · P − U) / R, 0, 1)        urban = min(1, c · P / U)
 *
 * that is, towns are covered before the country around them, and rural coverage is as low as it can be. It is at most
 * c, were it no lower than in towns; hence the bounds: rural from the formula to c, urban from c to the formula. Where
 * a country reported one of the two, the other is what is left of the total.
 *
 * Source: ITU, Facts and Figures 2021 and 2022, methodology (urban areas taken as covered, rural as the rest); that
 * rural is 0 where fewer than all townspeople are covered, and the bounds, are our own.
 */
export function splitUrbanRural(
  series: Series,
  figures: readonly (Cover & Pick<Estimate, "dimensions">)[],
  { weight }: Surroundings,
): Estimate[] {
  const of = (key: string) =>
    new Map(
      figures
        .filter(({ dimensions }) => dimensionKey(dimensions) === key)
        .map((one) => [`${one.area} ${one.period}`, one]),
    );
  const [urban, rural] = [of(dimensionKey(URBAN)), of(dimensionKey(RURAL))];
  return [...of("")].flatMap(([place, total]) => {
    const people = peopleOf(weight, total);
    const [town, country] = [urban.get(place), rural.get(place)];
    if (!people || (town && country)) return [];
    const made = (dimensions: Estimate["dimensions"], bounds: Pick<Cover, "value" | "low" | "high">) =>
      estimateOf(series, total, dimensions, bounds);
    if (town) return [made(RURAL, rest(total, people, town.value, people.urban, people.rural))];
    if (country) return [made(URBAN, rest(total, people, country.value, people.rural, people.urban))];
    return [made(URBAN, urbanOf(total, people)), made(RURAL, ruralOf(total, people))];
  });
}

function peopleOf(weight: Surroundings["weight"], { area, period }: Cover): People | null {
  const urban = weight("POPULATION", area, period, URBAN);
  const rural = weight("POPULATION", area, period, RURAL);
  return urban !== undefined && rural !== undefined && urban > 0 && rural > 0 ? { urban, rural } : null;
}

const percentage = (share: number): number => 100 * Math.min(Math.max(share, 0), 1);

function urbanAt(total: number, { urban, rural }: People): number {
  return percentage(((total / 100) * (urban + rural)) / urban);
}

function ruralAt(total: number, { urban, rural }: People): number {
  return percentage(((total / 100) * (urban + rural) - urban) / rural);
}

function urbanOf({ value, low, high }: Cover, people: People): Pick<Cover, "value" | "low" | "high"> {
  return { value: urbanAt(value, people), low, high: urbanAt(high, people) };
}

function ruralOf({ value, low, high }: Cover, people: People): Pick<Cover, "value" | "low" | "high"> {
  return { value: ruralAt(value, people), low: ruralAt(low, people), high };
}

/** What the other part covers when `known` per cent of `there` people are, of whom `here` are the rest. */
function rest(
  { value, low, high }: Cover,
  { urban, rural }: People,
  known: number,
  there: number,
  here: number,
): Pick<Cover, "value" | "low" | "high"> {
  const left = (total: number) =>
    percentage(((total / 100) * (urban + rural) - (known / 100) * there) / here);
  return { value: left(value), low: left(low), high: left(high) };
}

function estimateOf(
  series: Series,
  { area, period }: Cover,
  dimensions: Estimate["dimensions"],
  bounds: Pick<Cover, "value" | "low" | "high">,
): Estimate {
  const donors = ["coverage of all people", "urban and rural population"];
  return { series: series.code, area, period, dimensions, ...bounds, method: "urban-rural", donors };
}
