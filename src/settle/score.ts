import { isAggregated } from "../aggregate/slices.js";
import type { Series } from "../define.js";
import { groupBy } from "../keys.js";
import type { Finding } from "../types.js";
import { type EarlierFigure, type Expected, expectedOf } from "./expected.js";
import { type Influence, influencesOf } from "./influence.js";
import { type Standings, sliceId } from "./standings.js";
import { suspicionOf } from "./suspicion.js";

/** Why a finding has no score. */
export type Unscorable =
  /** It is about a place of a file, a cell that cannot be read, or a figure that is not there. */
  | "no figure"
  | "unknown series"
  /** No aggregate is made of the series, or not in this breakdown. */
  | "no aggregate"
  /** The country was in none of the groups in that year. */
  | "no group"
  | "no weight"
  /** Nothing was expected of the figure, and no other country has one. */
  | "no comparison";

export interface Scored<F extends Finding> {
  readonly finding: F;
  readonly suspicion: number;
  readonly expected: Expected;
  /** On every group of the country, by code. */
  readonly influences: readonly Influence[];
  /** The largest of them; of equal ones the first, so that the world goes before its regions. */
  readonly influence: Influence;
  /** Suspicion × size of that influence. */
  readonly score: number;
}

export interface Unscored<F extends Finding> {
  readonly finding: F;
  readonly score: null;
  readonly why: Unscorable;
}

export type Score<F extends Finding> = Scored<F> | Unscored<F>;

export interface ScoreContext {
  readonly standings: Standings;
  series(code: string): Series | undefined;
  readonly earlier: EarlierFigure;
}

/**
 * The scores of findings, those about one series, breakdown and year together, so that its groups are added up once.
 */
export function scoresOf<F extends Judged>(findings: readonly F[], context: ScoreContext): Score<F>[] {
  const slices = groupBy(findings, ({ key }) => (key ? sliceId(key) : ""));
  return [...slices.values()].flatMap((slice) => slice.map((finding) => scoreOf(finding, context)));
}

type Judged = Finding & { readonly vintage: number };

/** Rules that are placed at a figure and are about others. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set(["vanished-value"]);

/**
 * The score of a finding: how likely the figure is to be wrong, times how far it moves the group it moves most.
 * Percentage points of percentages and per cent of everything else are compared as if they were one unit (own
 * choice). The world and each region count alike, so that a figure that matters to one region is not lost in the
 * world. (Global score as the maximum of local scores: Statistics Sweden, SELEKT.)
 */
export function scoreOf<F extends Judged>(
  finding: F,
  { standings, series: seriesOf, earlier }: ScoreContext,
): Score<F> {
  const unscored = (why: Unscorable): Unscored<F> => ({ finding, score: null, why });
  const { key, value, rule } = finding;
  if (key === null || value === null || ABOUT_OTHERS.has(rule)) return unscored("no figure");
  const series = seriesOf(key.series);
  if (!series) return unscored("unknown series");
  if (!isAggregated(series, key.dimensions)) return unscored("no aggregate");
  const place = standings.placeOf(series, key);
  if (place.standings.length === 0) return unscored("no group");
  if (place.weight === undefined) return unscored("no weight");
  const expected = expectedOf(finding, key, standings.accepted, earlier);
  const influences = influencesOf(series, place, { area: key.area, value, expected: expected.value });
  const influence = largest(influences);
  if (!influence) return unscored("no comparison");
  const suspicion = suspicionOf(finding, series);
  return { finding, suspicion, expected, influences, influence, score: suspicion * influence.size };
}

function largest(influences: readonly Influence[]): Influence | undefined {
  return influences.reduce<Influence | undefined>(
    (most, one) => (most && most.size >= one.size ? most : one),
    undefined,
  );
}
