import { seriesByCode } from "../../../indicators/index.js";
import { standsBesideCountry } from "../../estimate/policy.js";
import { CLOSED } from "../../tables/countries.js";
import type { Key } from "../../types.js";
import { type Evidence, evidenceFor } from "./evidence.js";
import type { Known } from "./known.js";
import type { Lineage, LineagePart, Reason, Source } from "./types.js";

/**
 * A country's own figure: as reported, or filled in, or why there is none: the country said so, or an error keeps
 * it out. Undefined when nothing was handed in or filled, or filled for aggregates only.
 */
export function countryLineage(known: Known, key: Key): Lineage | undefined {
  const evidence = shownEvidence(known, key);
  const [report] = evidence.reports;
  const isClosed = report !== undefined && report.value === null && CLOSED.has(report.status);
  const [estimate] = isClosed ? [] : evidence.estimates;
  const isHeldBack = !report && evidence.findings.length > 0;
  if (!report && !estimate && !isHeldBack) return undefined;
  const isReported = report !== undefined && report.value !== null;
  const source: Source = isReported ? "reported" : estimate ? "estimated" : "missing";
  const value = isReported ? report.value : (estimate?.value ?? null);
  const filled = source === "estimated" ? estimate : undefined;
  return {
    key,
    vintage: known.vintage,
    value,
    low: filled?.low ?? null,
    high: filled?.high ?? null,
    status: filled ? "E" : (report?.status ?? "_"),
    reason: countryReason(source, isHeldBack),
    method: "country",
    formula: filled?.method ?? (isReported ? "as reported" : "no figure"),
    group: null,
    coverage: null,
    thresholds: null,
    withoutEstimates: null,
    parts: [countryPart(key.area, value, source, evidence)],
    leftOut: [],
  };
}

/** What is on file, without an estimate that is for aggregates only. */
function shownEvidence(known: Known, key: Key): Evidence {
  const evidence = evidenceFor(known, key, [key.series])(key.area);
  const indicator = seriesByCode.get(key.series)?.indicator;
  return indicator && standsBesideCountry(indicator, key.dimensions)
    ? evidence
    : { ...evidence, estimates: [] };
}

function countryReason(source: Source, isHeldBack: boolean): Reason {
  return source === "missing" && isHeldBack ? "held-back" : source;
}

function countryPart(
  area: number,
  value: number | null,
  source: Source,
  evidence: Pick<LineagePart, "reports" | "estimates" | "findings">,
): LineagePart {
  const isKnown = value !== null;
  return {
    ...{ area, value, source, weight: 1, share: isKnown ? 1 : 0 },
    ...{ contribution: value, shareOfTotal: isKnown ? 1 : null, denominator: null, member: null },
    ...evidence,
  };
}
