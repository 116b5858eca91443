import { seriesByCode } from "../../../indicators/index.js";
import { aggregate } from "../../aggregate/aggregate.js";
import { type Contribution, contributions } from "../../aggregate/contributions.js";
import { reportedAlone } from "../../aggregate/coverage.js";
import type { AggregateInput } from "../../aggregate/input.js";
import { composedIn } from "../../aggregate/membership.js";
import { denominatorOf } from "../../aggregate/slices.js";
import type { Series } from "../../define.js";
import { sameKey } from "../../keys.js";
import type { Group } from "../../reference/groups.js";
import type { Aggregate, Key, Thresholds } from "../../types.js";
import type { Environment } from "../environment.js";
import { aggregateInput } from "../publish.js";
import { evidenceFor } from "./evidence.js";
import { formulaOf, pointsOf } from "./formula.js";
import type { Known } from "./known.js";
import { reasonOf } from "./reason.js";
import type { Composition, Lineage, LineagePart, Spell } from "./types.js";

/** Groups, and as of when they are composed. */
type Composing = Pick<Environment, "groups" | "composition">;

/** A group's figure and its countries; undefined when there is no such aggregate. */
export function groupLineage(
  environment: Environment,
  known: Known,
  key: Key,
  group: Group,
): Lineage | undefined {
  const entry = seriesByCode.get(key.series);
  if (!entry) return undefined;
  const { indicator, series } = entry;
  const given = aggregateInput(environment, known.observations(key), known.estimates(key));
  const input: AggregateInput = { ...given, indicators: [indicator] };
  const found = aggregate(input).find((one) => sameKey(one, key));
  if (!found) return undefined;
  const { thresholds } = environment;
  const parts = partsOf(environment, known, input, series, found);
  return {
    key,
    vintage: known.vintage,
    value: found.value,
    low: found.low,
    high: found.high,
    status: found.status,
    reason: reasonOf(found, thresholds),
    method: series.aggregation.method,
    formula: formulaOf(series.aggregation),
    group: compositionOf(environment, group, key.period),
    coverage: coverageOf(found),
    thresholds,
    withoutEstimates: withoutEstimates(found, input, codesOf(series), thresholds),
    parts,
    leftOut: leftOutOf(environment, known, key, parts),
  };
}

/** Null where no country of any group reported. */
function withoutEstimates(
  found: Aggregate,
  { observations }: AggregateInput,
  codes: readonly string[],
  thresholds: Thresholds,
): Lineage["withoutEstimates"] {
  const isReported = observations.some(({ series, value }) => value !== null && codes.includes(series));
  if (!isReported) return null;
  return { value: found.reportedValue, reason: reasonOf(reportedAlone(found), thresholds) };
}

function coverageOf(found: Aggregate): Lineage["coverage"] {
  const { weightCovered, weightUsed, weightStandIn, countries, countriesReported, countriesEstimated } =
    found;
  return { weightCovered, weightUsed, weightStandIn, countries, countriesReported, countriesEstimated };
}

function compositionOf(
  { groups, composition = "by-year" }: Composing,
  { code, alias, kind }: Group,
  period: number,
): Composition {
  const year = composedIn(period, composition);
  const members = groups.membersOf(code, year).length;
  return { ...{ code, alias, kind, on: `${year}-12-31` }, byYear: composition === "by-year", members };
}

/** The series itself, and the count a rate is made of. */
const codesOf = ({ code, aggregation }: Series): readonly string[] =>
  aggregation.method === "ratio" ? [code, aggregation.count] : [code];

/** By what they add, the largest first; of a median by value, so that the middle is in the middle. */
function partsOf(
  composing: Composing,
  known: Known,
  input: AggregateInput,
  series: Series,
  found: Aggregate,
): LineagePart[] {
  const { aggregation } = series;
  const evidence = evidenceFor(known, found, codesOf(series));
  const spells = spellsOf(composing, found);
  const made = contributions(input, found);
  const points = found.value === null ? () => null : pointsOf(aggregation, made);
  const part = (one: Contribution): LineagePart => {
    const contribution = points(one);
    return {
      ...one,
      contribution,
      shareOfTotal: contribution === null || !found.value ? null : contribution / found.value,
      denominator: known.denominatorOf(denominatorOf(series), { ...found, area: one.area }, one.weight),
      member: spells.get(one.area) ?? null,
      ...evidence(one.area),
    };
  };
  const parts = made.map(part);
  if (aggregation.method === "median") return parts.sort((a, b) => height(a) - height(b) || a.area - b.area);
  return parts.sort((a, b) => b.share - a.share || a.area - b.area);
}

const height = ({ value }: LineagePart) => value ?? Number.POSITIVE_INFINITY;

function spellsOf({ groups, composition }: Composing, { area, period }: Key): Map<number, Spell> {
  const year = composedIn(period, composition);
  const finite = (year: number) => (Number.isFinite(year) ? year : null);
  return new Map(
    groups.memberships
      .filter(({ group, from, to }) => group === area && from <= year && year <= to)
      .map(({ area: member, from, to }) => [member, { from: finite(from), to: finite(to) }]),
  );
}

function leftOutOf(
  { groups, composition }: Composing,
  known: Known,
  key: Key,
  parts: readonly LineagePart[],
): Lineage["leftOut"] {
  const inIt = new Set(parts.map(({ area }) => area));
  const evidence = evidenceFor(known, key, [key.series]);
  return groups
    .membersOf(key.area, composedIn(key.period, composition))
    .filter((area) => !inIt.has(area))
    .map((area) => ({ area, reports: evidence(area).reports }));
}
