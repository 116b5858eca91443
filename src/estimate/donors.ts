import type { Peer } from "../define.js";
import { WIDENED } from "./scale.js";

/** A country that lends its level or its change, in `place` on the scale of `onScale`. */
export interface Donor {
  readonly area: number;
  readonly place: number;
  readonly distance: number;
}

/** A median of fewer says little. */
const FEWEST = 3;

/** How unlike two countries are: 1 for another ITU region, and 1 for each class of income between them. */
export function distance(self: Peer, { region, income }: Peer): number {
  const elsewhere = self.region === undefined || self.region !== region ? 1 : 0;
  const richer = self.income === undefined || income === undefined ? 1 : Math.abs(self.income - income);
  return elsewhere + richer;
}

/** The nearest donors, the lower code first where two are as near; null when there are fewer than three. */
export function nearestDonors(found: Donor[], count: number): readonly Donor[] | null {
  const nearest = found.sort((a, b) => a.distance - b.distance || a.area - b.area).slice(0, count);
  return nearest.length < FEWEST ? null : nearest;
}

/** 95th percentile of Student's t with 1, 2, 3 … degrees of freedom; the last one serves beyond. */
const T95 = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812];

/** The median of the donors, and how far below and above it 90 % of such countries lie. */
export function medianAndSpread(donors: readonly Donor[]): {
  readonly median: number;
  readonly spread: readonly [number, number];
} {
  const places = donors.map(({ place }) => place).sort((a, b) => a - b);
  const middle = places.length >> 1;
  const upper = places[middle] as number;
  const median = places.length % 2 === 1 ? upper : ((places[middle - 1] as number) + upper) / 2;
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  const squares = places.reduce((sum, place) => sum + (place - mean) ** 2, 0);
  const t = T95[Math.min(places.length - 1, T95.length) - 1] as number;
  const reach = WIDENED * t * Math.sqrt((squares / (places.length - 1)) * (1 + 1 / places.length));
  return { median, spread: [-reach, reach] };
}

export const donorNames = (donors: readonly Donor[]): string[] => donors.map(({ area }) => `area ${area}`);
