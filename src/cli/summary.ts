import { indicators } from "../../indicators/index.js";
import type { Environment } from "../run/environment.js";
import type { PipelineReport } from "../run/pipeline.js";
import type { Computed, PublishReport } from "../run/publish.js";
import type { TakeReport } from "../run/take.js";
import { round } from "../tables/round.js";
import type { Language } from "../types.js";
import { severityOf } from "../validate/severity.js";
import { columns, findingText, storedFindingText, thousands } from "./print.js";

/** Findings spelled out in a summary; `ictsdg findings` has them all. */
const WORST = 8;

/** What a statistician wants to know after a run, on one screen. */
export function summary(report: PipelineReport, environment: Environment, language: Language): string {
  return [
    takenText(report),
    findingsText(report.takes, environment, language),
    publicationText(report.publication, environment, language),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

type Taken = Extract<TakeReport, { outcome: "taken" }>;

function takenText({ takes, referenceAdded }: PipelineReport): string {
  const taken = takes.filter((take): take is Taken => take.outcome === "taken");
  const again = takes.filter((take) => take.outcome === "already-taken").length;
  const lines = taken.reduce((sum, take) => sum + take.lines, 0);
  const parts = [
    `Submissions: ${takes.length} in the inbox, ${taken.length} taken (${thousands(lines)} lines)`,
    ...(again > 0 ? [`${again} already taken before, not taken twice`] : []),
    ...(takes.some((take) => take.outcome === "refused")
      ? [`${takes.filter((take) => take.outcome === "refused").length} refused`]
      : []),
  ];
  return `${parts.join(", ")}.${referenceAdded > 0 ? `\nReference values: ${thousands(referenceAdded)} added.` : ""}`;
}

function findingsText(takes: readonly TakeReport[], environment: Environment, language: Language): string {
  const refused = takes.flatMap((take) =>
    take.outcome === "refused"
      ? [findingText(take.finding, language, environment, take.submission.filename)]
      : [],
  );
  const counts = takes.flatMap((take) => (take.outcome === "taken" ? take.counts : []));
  if (counts.length === 0) return refused.join("\n");
  const byRule = new Map<string, number>();
  for (const { rule, fail } of counts) if (fail > 0) byRule.set(rule, (byRule.get(rule) ?? 0) + fail);
  const rows = [...byRule]
    .map(([rule, count]) => [severityOf(rule), `  ${rule}`, count] as const)
    .sort((a, b) => order(a[0]) - order(b[0]) || b[2] - a[2]);
  const total = (severity: string) => rows.reduce((sum, row) => sum + (row[0] === severity ? row[2] : 0), 0);
  const heading = `Findings: ${total("error")} errors (figures held back until corrected), ${total("warning")} warnings (to explain or correct), ${total("info")} notes.`;
  const table =
    rows.length > 0
      ? columns(
          ["  rule", "severity", "found"],
          rows.map(([severity, rule, count]) => [rule, severity, count]),
        )
      : "";
  const worst = environment.store
    .findings({ severity: "error", limit: WORST })
    .map((finding) => storedFindingText(finding, language, environment));
  const rest = total("error") > worst.length ? ["  … `ictsdg findings` has the rest."] : [];
  return [heading, table, ...(worst.length > 0 ? ["", "The worst:", ...worst, ...rest] : []), ...refused]
    .filter((part, i) => part !== "" || i > 1)
    .join("\n");
}

function order(severity: string): number {
  return ["error", "warning", "info"].indexOf(severity);
}

function publicationText(publication: PublishReport, environment: Environment, language: Language): string {
  if (publication.outcome === "nothing-to-publish")
    return "Nothing to publish: the store holds no submissions.";
  if (publication.outcome === "unchanged") {
    return `Tables: unchanged since vintage ${publication.vintage.id} (${publication.vintage.asOf}); up to date in ${publication.out}.`;
  }
  const rows = publication.tables.map((table) => [`  ${table.id}`, table.language, table.rows.length]);
  return [
    coverageText(publication.computed, environment, language),
    "",
    `Tables of vintage ${publication.computed.vintage.id} (${publication.computed.vintage.asOf}), ${publication.files.length} files in ${publication.out}:`,
    columns(["  table", "language", "rows"], rows),
  ].join("\n");
}

/** How much of the world the newest aggregate of each series rests on. */
function coverageText(
  { observations, estimates, aggregates }: Computed,
  environment: Environment,
  language: Language,
): string {
  const world = aggregates.filter((one) => one.area === 1 && Object.keys(one.dimensions).length === 0);
  const rows = indicators.flatMap((indicator) =>
    indicator.series.flatMap((series) => {
      const years = world.filter((one) => one.series === series.code);
      const newest = years.filter((one) => one.value !== null).at(-1) ?? years.at(-1);
      if (!newest) return [];
      const value = newest.value === null ? ".." : String(round(newest.value, series.decimals));
      return [
        [
          `  ${series.code}`,
          newest.period,
          value,
          newest.status,
          percent(newest.weightCovered),
          percent(newest.weightUsed),
          `${newest.countriesReported} of ${newest.countries}`,
        ],
      ];
    }),
  );
  const areas = new Set(observations.map((one) => one.area)).size;
  return [
    `Coverage: ${thousands(observations.length)} figures of ${areas} countries and areas, ${thousands(estimates.length)} estimates, ${thousands(aggregates.length)} aggregates.`,
    `${environment.areas.areaName(1, language)}, newest year of each series ('..': too thin to publish):`,
    columns(["  series", "year", "value", "status", "reported", "used", "countries"], rows),
  ].join("\n");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
