import { type FiguresOf, figuresBySeries } from "../aggregate/figures.js";
import type { AggregateInput } from "../aggregate/input.js";
import { type Membership, membershipByYear } from "../aggregate/membership.js";
import { type Part, partsOf } from "../aggregate/parts.js";
import { denominatorOf } from "../aggregate/slices.js";
import { weightsFrom } from "../aggregate/weights.js";
import type { Series } from "../define.js";
import { dimensionKey } from "../keys.js";
import type { Dimensions, Key } from "../types.js";

/** One group in one series, breakdown and year. */
export interface Standing {
  readonly group: number;
  /** Σ weight of every member that has one, whether or not it has a figure. */
  readonly weight: number;
  /** Σ weight and Σ amount of the members with a figure, as `combine` adds them up. */
  readonly used: number;
  readonly amount: number;
  /** How many members have a figure. */
  readonly reporting: number;
  /** Those members one by one, by area, where totals are not enough (median); else empty. */
  readonly parts: readonly Part[];
}

/** A country among the groups it is in, for one series, breakdown and year. */
export interface Place {
  readonly standings: readonly Standing[];
  /** Undefined where the country has no reference value to be weighted with. */
  readonly weight: number | undefined;
  /** Its part as the accepted figures give it; undefined without an accepted figure. */
  readonly own: Part | undefined;
}

export interface Standings {
  placeOf(series: Series, key: Key): Place;
  /** The figure accepted for this series, country, year and breakdown, in the series' unit. */
  accepted(key: Key): number | undefined;
}

interface Composed {
  readonly id: string;
  readonly parts: ReadonlyMap<number, Part>;
  standingsOf(area: number): readonly Standing[];
}

/**
 * Looks up how groups stand. The totals of a series, breakdown and year are added up when first asked for, and
 * kept until another one is asked about: ask about the figures of one together.
 */
export function standingsFrom({
  observations,
  estimates,
  weight,
  groups,
}: Pick<AggregateInput, "observations" | "estimates" | "weight" | "groups">): Standings {
  const figuresOf = remember(figuresBySeries(observations, estimates));
  const weightsOf = weightsFrom(weight);
  const membershipIn = membershipByYear(groups);
  const figuresAt = (series: string, period: number, dimensions: Dimensions) =>
    figuresOf(series).get(dimensionKey(dimensions))?.byPeriod.get(period) ?? NOBODY;
  let last: Composed | undefined;

  function compose(id: string, series: Series, { period, dimensions }: Key): Composed {
    const { aggregation } = series;
    const membership = membershipIn(period);
    const denominator = denominatorOf(series);
    const parts = partsOf({
      aggregation,
      areas: membership.areas,
      figures: figuresAt(series.code, period, dimensions),
      counts: aggregation.method === "ratio" ? figuresAt(aggregation.count, period, dimensions) : NOBODY,
      weights: denominator && weightsOf(denominator, period, dimensions, membership.areas).byArea,
    });
    return { id, parts, standingsOf: standingsByArea(membership, parts, aggregation.method === "median") };
  }

  return {
    placeOf(series, key) {
      const id = sliceId({ ...key, series: series.code });
      const composed = last?.id === id ? last : compose(id, series, key);
      last = composed;
      const { parts, standingsOf } = composed;
      const { area } = key;
      const part = parts.get(area);
      return {
        standings: standingsOf(area),
        weight: part?.weight,
        own: part?.figure ? part : undefined,
      };
    },
    accepted: ({ series, area, period, dimensions }) =>
      figuresAt(series, period, dimensions).get(area)?.value,
  };
}

/** One string for each series, year and breakdown. */
export function sliceId({ series, period, dimensions }: Omit<Key, "area">): string {
  return `${series} ${period} ${dimensionKey(dimensions)}`;
}

const NOBODY = new Map<never, never>();

function remember(figuresOf: FiguresOf): FiguresOf {
  const known = new Map<string, ReturnType<FiguresOf>>();
  return (series) => {
    const figures = known.get(series) ?? figuresOf(series);
    known.set(series, figures);
    return figures;
  };
}

/** The groups of an area, each added up when it is first asked for. */
function standingsByArea(
  membership: Membership,
  parts: ReadonlyMap<number, Part>,
  oneByOne: boolean,
): (area: number) => readonly Standing[] {
  const { groups } = membership;
  const known: (Standing | undefined)[] = [];
  const standing = (i: number): Standing => {
    const { code, members } = groups[i] as Membership["groups"][number];
    const found = known[i] ?? standingOf(code, members, parts, oneByOne);
    known[i] = found;
    return found;
  };
  const placesOf = placesIn(membership);
  return (area) => (placesOf.get(area) ?? []).map(standing);
}

const places = new WeakMap<Membership, ReadonlyMap<number, readonly number[]>>();

/** Area → the places of its groups in the list, worked out once for each year. */
function placesIn(membership: Membership): ReadonlyMap<number, readonly number[]> {
  const known = places.get(membership);
  if (known) return known;
  const found = new Map<number, number[]>(membership.areas.map((area) => [area, []]));
  membership.groups.forEach(({ members }, i) => {
    for (const area of members) found.get(area)?.push(i);
  });
  places.set(membership, found);
  return found;
}

function standingOf(
  group: number,
  members: readonly number[],
  parts: ReadonlyMap<number, Part>,
  oneByOne: boolean,
): Standing {
  let [weight, used, amount, reporting] = [0, 0, 0, 0];
  const listed: Part[] = [];
  for (const area of members) {
    const part = parts.get(area);
    if (!part) continue;
    weight += part.weight;
    if (!part.figure) continue;
    used += part.weight;
    amount += part.figure.amount;
    reporting += 1;
    if (oneByOne) listed.push(part);
  }
  return { group, weight, used, amount, reporting, parts: listed };
}
