import { seriesByCode } from "../../indicators/index.js";
import { aggregate } from "../aggregate/aggregate.js";
import { contributions } from "../aggregate/contributions.js";
import type { Aggregation } from "../define.js";
import { sameKey } from "../keys.js";
import { doubtsOf } from "../settle/doubts.js";
import type { Doubt, State } from "../settle/state.js";
import type { Estimate, Finding, Key, Settlement, StoredObservation, Vintage } from "../types.js";
import type { Environment } from "./environment.js";
import { aggregateInput, estimatesOf } from "./publish.js";

/** One country's part in a figure. */
export interface LineagePart {
  readonly area: number;
  readonly value: number | null;
  readonly source: "reported" | "estimated" | "missing";
  readonly weight: number;
  readonly share: number;
  /** The line of the file it came in, when it was reported. */
  readonly origin?: { readonly submission: string; readonly filename: string; readonly line: number };
  /** How it was filled, when it was estimated. */
  readonly method?: string;
  readonly donors?: readonly string[];
  /** Findings about this very figure. */
  readonly findings: readonly FigureFinding[];
}

/** A finding about a figure, and what was said of it as it stands. */
export interface FigureFinding extends Pick<Finding, "rule" | "severity"> {
  readonly id: number;
  readonly state: State;
  readonly said: readonly Pick<Settlement, "kind" | "text" | "public" | "by" | "at">[];
}

export interface Lineage {
  readonly key: Key;
  readonly vintage: Vintage;
  readonly value: number | null;
  readonly status: string;
  readonly formula: string;
  readonly parts: readonly LineagePart[];
}

/** Follows a figure of a group or a country back to the files; undefined when there is no such figure. */
export function lineage(environment: Environment, key: Key, asOf?: string): Lineage | undefined {
  const vintage = environment.store.vintage(asOf);
  const entry = seriesByCode.get(key.series);
  if (!vintage || !entry) return undefined;
  // The count behind a rate belongs to the same indicator.
  const codes = new Set(entry.indicator.series.map(({ code }) => code));
  const all = environment.store.observations(vintage.id);
  const ofIndicator = ({ series }: Key) => codes.has(series);
  const observations = all.filter(ofIndicator);
  const estimates = estimatesOf(environment, vintage, all).filter(ofIndicator);
  const input = { ...aggregateInput(environment, observations, estimates), indicators: [entry.indicator] };
  const doubts = doubtsOf(environment.store, { series: key.series, vintage: vintage.id, asOf });
  const part = partOf(environment, key, observations, estimates, doubts);
  if (!environment.groups.get(key.area)) {
    const own = part({ area: key.area, value: null, source: "missing", weight: 1, share: 1 });
    if (own.value === null && !own.origin) return undefined;
    return {
      key,
      vintage,
      value: own.value,
      status: own.source,
      formula: own.method ?? "as reported",
      parts: [own],
    };
  }
  const found = aggregate(input).find((one) => sameKey(one, key));
  if (!found) return undefined;
  const parts = contributions(input, key)
    .map(part)
    .sort((a, b) => b.share - a.share || a.area - b.area);
  return {
    key,
    vintage,
    value: found.value,
    status: found.status,
    formula: formulaOf(entry.series.aggregation),
    parts,
  };
}

type Bare = Pick<LineagePart, "area" | "value" | "source" | "weight" | "share">;

/** Adds to a country's part the file and line it came from, or the method that filled it. */
function partOf(
  environment: Environment,
  key: Key,
  observations: readonly StoredObservation[],
  estimates: readonly Estimate[],
  doubts: readonly Doubt[],
): (bare: Bare) => LineagePart {
  // Looked through once, not for each of two hundred countries.
  const isAsked = (one: Key) => sameKey({ ...one, area: key.area }, key);
  const reports = new Map(
    observations.filter((one) => one.value !== null && isAsked(one)).map((one) => [one.area, one]),
  );
  const filled = new Map(estimates.filter(isAsked).map((one) => [one.area, one]));
  const asked = doubts.filter(({ finding }) => finding.key && isAsked(finding.key));
  const filenames = new Map(environment.store.submissions().map(({ id, filename }) => [id, filename]));
  return (bare) => {
    const reported = reports.get(bare.area);
    if (reported) {
      const { submission, line } = reported;
      const own = asked.filter(
        ({ finding }) => finding.submission === submission && finding.key?.area === bare.area,
      );
      const value = bare.value ?? (reported.value as number) * 10 ** reported.unitMultiplier;
      return {
        ...bare,
        value,
        source: "reported",
        origin: { submission, filename: filenames.get(submission) ?? "", line },
        findings: own.map(figureFinding),
      };
    }
    const estimate = filled.get(bare.area);
    if (!estimate) return { ...bare, findings: [] };
    return {
      ...bare,
      value: bare.value ?? estimate.value,
      source: "estimated",
      method: estimate.method,
      donors: estimate.donors,
      findings: [],
    };
  };
}

function figureFinding({ finding, state, said }: Doubt): FigureFinding {
  const { id, rule, severity, value } = finding;
  const words = said.filter((one) => one.value === value);
  return {
    ...{ id, rule, severity, state },
    said: words.map(({ kind, text, public: isPublic, by, at }) => ({ kind, text, public: isPublic, by, at })),
  };
}

function formulaOf(aggregation: Aggregation): string {
  switch (aggregation.method) {
    case "weighted-mean":
      return `Σ(${aggregation.weight} · value) / Σ ${aggregation.weight}`;
    case "harmonic-mean":
      return `Σ ${aggregation.weight} / Σ(${aggregation.weight} / value)`;
    case "ratio":
      return `${aggregation.factor} · Σ ${aggregation.count} / Σ ${aggregation.denominator}`;
    case "sum":
      return "Σ value";
    case "median":
      return "median of the countries' values";
    case "none":
      return aggregation.reason;
  }
}
