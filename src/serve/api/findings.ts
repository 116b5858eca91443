import { exactly, listOf } from "../../json-schema.js";
import { groupBy } from "../../keys.js";
import type { StoredFinding } from "../../store/store.js";
import type { Severity } from "../../types.js";
import { type ApiRoute, type ApiService, jsonAnswer } from "./route.js";

const COUNT = { type: "integer", minimum: 0 };

/** Findings of one country; null for places of files that speak for several. */
interface Counts extends Readonly<Record<Severity, number>> {
  readonly area: number | null;
}

const counts: ApiRoute = {
  path: "/findings",
  summary: "How many findings there are in all submissions, by country and severity",
  parameters: {},
  content: {
    "application/json": listOf(
      exactly({
        area: { type: ["integer", "null"], description: "M49 code" },
        error: COUNT,
        warning: COUNT,
        info: COUNT,
      }),
    ),
  },
  answer: (service, given) => {
    const vintage = service.environment.store.vintage()?.id ?? 0;
    // New submissions come between releases, so that no time of a release says whether an answer still holds.
    return {
      ...jsonAnswer(service, given, `vintage ${vintage}`, () => countsOf(service, vintage)),
      modified: null,
    };
  },
};

const known = new WeakMap<ApiService, { readonly vintage: number; readonly counts: readonly Counts[] }>();

/** Counted once for each vintage: there may be hundreds of thousands. */
function countsOf(service: ApiService, vintage: number): readonly Counts[] {
  const before = known.get(service);
  if (before?.vintage === vintage) return before.counts;
  const byArea = groupBy(service.environment.store.findings(), ({ area }) => area);
  const counted = [...byArea]
    .map(([area, findings]) => ({ area, ...bySeverity(findings) }))
    .sort((a, b) => (a.area ?? 0) - (b.area ?? 0));
  known.set(service, { vintage, counts: counted });
  return counted;
}

function bySeverity(findings: readonly StoredFinding[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  return { error: of("error"), warning: of("warning"), info: of("info") };
}

export const findingRoutes: readonly ApiRoute[] = [counts];
