/** The records an explanation is made of. Plain data; data/schema/lineage.schema.json describes them as JSON. */
import type { Aggregation, DenominatorId } from "../../define.js";
import type { State } from "../../settle/state.js";
import type {
  Aggregate,
  Estimate,
  Finding,
  Key,
  Settlement,
  StoredObservation,
  Thresholds,
  Vintage,
} from "../../types.js";

export const SOURCES = ["reported", "estimated", "missing"] as const;
export type Source = (typeof SOURCES)[number];

/**
 * Why a figure is what it is. Of a group: no country has a figure; they hold too little of the weight, or are too
 * few, to publish one; they hold enough for a figure of low reliability; estimates hold the greater part; enough
 * was reported. Of a country: an error keeps the figure out until it is corrected; else where it comes from.
 */
export const REASONS = [
  "no-figure",
  "thin-weight",
  "thin-countries",
  "low-coverage",
  "mostly-estimated",
  "sufficient",
  "held-back",
  ...SOURCES,
] as const;
export type Reason = (typeof REASONS)[number];

/** A figure as a country handed it in, and the file it came in. */
export interface Report
  extends Pick<
    StoredObservation,
    "series" | "status" | "nature" | "ageScope" | "source" | "comment" | "submission" | "vintage" | "line"
  > {
  /** Multiplier applied; null where the status says why there is none. */
  readonly value: number | null;
  readonly filename: string;
  readonly receivedAt: string;
  readonly receivedFrom: string;
}

/** A finding about a figure, and what was said of it as it stands. */
export interface FigureFinding extends Pick<Finding, "rule" | "severity" | "line" | "value"> {
  readonly id: number;
  readonly submission: string;
  readonly filename: string;
  readonly state: State;
  readonly said: readonly Pick<Settlement, "kind" | "text" | "public" | "by" | "at">[];
}

/** The reference value a country was weighted with. */
export interface DenominatorUsed {
  readonly series: DenominatorId;
  readonly value: number;
  readonly revision: string;
  readonly source: string;
  /** `own`: of this very breakdown; `total`: of the whole country; `share-of-total`: scaled to the breakdown. */
  readonly basis: "own" | "total" | "share-of-total";
}

/** Years of a membership, both included; null where it is open. */
export interface Spell {
  readonly from: number | null;
  readonly to: number | null;
}

/** One country's part in a figure. */
export interface LineagePart {
  readonly area: number;
  /** In the unit of the figure. */
  readonly value: number | null;
  readonly source: Source;
  readonly weight: number;
  /** Part of the weight used, of a sum part of the sum; 0 to 1. */
  readonly share: number;
  /** What it adds to the figure, in the figure's unit: these add up to it. Null of a median, and where no figure is given. */
  readonly contribution: number | null;
  /** Contribution ÷ figure. */
  readonly shareOfTotal: number | null;
  readonly denominator: DenominatorUsed | null;
  readonly member: Spell | null;
  /** What the country handed in: of a rate made of counts the count too. */
  readonly reports: readonly Report[];
  /** What was filled in, with method, bounds and donors. */
  readonly estimates: readonly Omit<Estimate, "area" | "period" | "dimensions">[];
  readonly findings: readonly FigureFinding[];
}

/** A member of the group that is in no sum, as it has nothing to be weighted with. */
export interface LeftOut {
  readonly area: number;
  readonly reports: readonly Report[];
}

/** A group as it was composed for a figure. */
export interface Composition {
  readonly code: number;
  readonly alias: string;
  readonly kind: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** True when figures of other years have the members of their own year, false when they have these too. */
  readonly byYear: boolean;
  readonly members: number;
}

export type CoverageUsed = Pick<
  Aggregate,
  "weightCovered" | "weightUsed" | "weightStandIn" | "countries" | "countriesReported" | "countriesEstimated"
>;

/** A figure and all that it was made of. */
export interface Lineage {
  readonly key: Key;
  readonly vintage: Vintage;
  readonly value: number | null;
  /** Bounds from the bounds of the estimates; null where only reported figures took part. */
  readonly low: number | null;
  readonly high: number | null;
  /** SDMX CL_OBS_STATUS; `_` where nothing was handed in or filled. */
  readonly status: string;
  readonly reason: Reason;
  readonly method: Aggregation["method"] | "country";
  readonly formula: string;
  readonly group: Composition | null;
  readonly coverage: CoverageUsed | null;
  /** Those an aggregate is published by. */
  readonly thresholds: Thresholds | null;
  /** The same from reported figures alone; null of a country, and where none was reported. */
  readonly withoutEstimates: { readonly value: number | null; readonly reason: Reason } | null;
  readonly parts: readonly LineagePart[];
  readonly leftOut: readonly LeftOut[];
}

/** Women and men compared: a score is women ÷ men, a gap men − women. */
export interface ComparedLineage {
  readonly measure: "parity" | "gap";
  readonly key: Key;
  readonly vintage: Vintage;
  readonly value: number | null;
  readonly formula: string;
  readonly women: Lineage;
  readonly men: Lineage;
}
