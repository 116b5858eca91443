import { absoluteValue } from "../../estimate/absolute-value.js";
import { groupBy, sameKey } from "../../keys.js";
import type { Doubt } from "../../settle/state.js";
import type { SubmissionRecord } from "../../store/store.js";
import type { Key, StoredObservation } from "../../types.js";
import type { Known } from "./known.js";
import type { FigureFinding, LineagePart, Report } from "./types.js";

/** What is on file about one country's figure. */
export type Evidence = Pick<LineagePart, "reports" | "estimates" | "findings">;

/**
 * Tells what is on file about the figures of one key, country by country.
 * @param codes the series itself, and the count a rate is made of
 */
export function evidenceFor(known: Known, key: Key, codes: readonly string[]): (area: number) => Evidence {
  // Looked through once, not for each of two hundred countries.
  const isAsked = ({ series }: Key) => codes.includes(series);
  const observations = groupBy(known.observations(key).filter(isAsked), areaOf);
  const estimates = groupBy(known.estimates(key).filter(isAsked), areaOf);
  const doubts = codes.flatMap((series) =>
    known.doubts(series).filter((doubt) => isAbout(doubt, { ...key, series })),
  );
  return (area) => {
    const reported = observations.get(area) ?? [];
    const own = doubts.filter(({ finding }) => finding.key?.area === area);
    return {
      reports: reported.map((one) => report(one, known.submissions)),
      estimates: (estimates.get(area) ?? []).map(({ area: _, period, dimensions, ...rest }) => rest),
      findings: own.filter((doubt) => matters(doubt, reported)).map(figureFinding),
    };
  };
}

const areaOf = ({ area }: Key): number => area;

function isAbout({ finding }: Doubt, key: Key): boolean {
  return finding.key !== null && sameKey({ ...finding.key, area: key.area }, key);
}

/** Findings of the file the figure in force came in, and the error that keeps a newer or the only one out. */
function matters({ finding, state }: Doubt, reported: readonly StoredObservation[]): boolean {
  if (reported.some(({ submission }) => submission === finding.submission)) return true;
  const isHeldBack = finding.severity === "error" && state !== "corrected";
  return isHeldBack && reported.every(({ vintage }) => vintage < finding.vintage);
}

function report(observation: StoredObservation, submissions: ReadonlyMap<string, SubmissionRecord>): Report {
  const { series, status, nature, ageScope, source, comment, submission, vintage, line } = observation;
  const { filename = "", receivedAt = "", receivedFrom = "" } = submissions.get(submission) ?? {};
  return {
    ...{ series, value: absoluteValue(observation), status, nature, ageScope, source, comment },
    ...{ submission, vintage, line, filename, receivedAt, receivedFrom },
  };
}

function figureFinding({ finding, state, said }: Doubt): FigureFinding {
  const { id, rule, severity, value, line, submission, filename } = finding;
  const words = said.filter((one) => one.value === value);
  return {
    ...{ id, rule, severity, state, value, line, submission, filename },
    said: words.map(({ kind, text, public: isPublic, by, at }) => ({ kind, text, public: isPublic, by, at })),
  };
}
