import { seriesByCode } from "../../indicators/index.js";
import { dimensionKey } from "../keys.js";
import type { ComparedLineage, Lineage, LineagePart, Reason, Report } from "../run/lineage/types.js";
import type { Key, Language } from "../types.js";
import { columns, thousands } from "./print.js";
import { saidText, stateText } from "./said.js";
import { wrapped } from "./wrap.js";

type NameOf = (area: number) => string;
const WIDTH = 100;
const NAME_WIDTH = 30;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** A figure to be read by a person: counts in thousands, rates to three decimals. */
function shown(value: number | null): string {
  if (value === null) return "..";
  return Math.abs(value) >= 1000 ? thousands(Math.round(value)) : String(Number(value.toFixed(3)));
}

/** The explanation of one figure, at most 100 columns wide. */
export function lineageText(found: Lineage, language: Language, name: NameOf): string {
  return [
    `${keyText(found.key, name)}: ${found.value ?? ".."}${boundsText(found)}`,
    ...factLines(found, language, name),
    "",
    ...partTable(found, name),
    ...originLines(found, name),
    ...leftOutLines(found, name),
    ...doubtLines(found, language, name),
  ].join("\n");
}

/** Women and men compared: the result, then both figures. */
export function comparedText(found: ComparedLineage, language: Language, name: NameOf): string {
  const title = found.measure === "parity" ? "gender parity score" : "gender gap";
  return [
    `${keyText(found.key, name)}, ${title}: ${found.value ?? ".."}`,
    ...fact("formula", `${found.formula}: ${shown(found.women.value)} and ${shown(found.men.value)}`),
    "",
    lineageText(found.women, language, name),
    "",
    lineageText(found.men, language, name),
  ].join("\n");
}

function keyText({ series, area, period, dimensions }: Key, name: NameOf): string {
  const breakdown = dimensionKey(dimensions).replaceAll(";", ", ").replace(/, $/, "");
  return `${series}${breakdown && ` (${breakdown})`}, ${name(area)}, ${period}`;
}

function boundsText({ low, high }: Lineage): string {
  return low === null || high === null ? "" : ` (${shown(low)} to ${shown(high)})`;
}

const LABEL_WIDTH = 18;

function fact(label: string, words: string): string[] {
  const [first = "", ...rest] = wrapped(words, WIDTH - LABEL_WIDTH - 2);
  const indent = " ".repeat(LABEL_WIDTH + 2);
  return [`  ${label.padEnd(LABEL_WIDTH)}${first}`, ...rest.map((line) => indent + line)];
}

function factLines(found: Lineage, language: Language, name: NameOf): string[] {
  const { group, coverage, withoutEstimates, vintage } = found;
  const { series } = seriesByCode.get(found.key.series) ?? {};
  return [
    ...(series ? fact("series", series.name[language]) : []),
    ...fact("formula", found.formula),
    ...fact("status", `${found.status}: ${reasonText(found.reason, found)}`),
    ...(group ? fact("group", groupText(group, name)) : []),
    ...(coverage ? fact("coverage", coverageText(coverage)) : []),
    ...(withoutEstimates
      ? fact(
          "without estimates",
          `${shown(withoutEstimates.value)} (${reasonText(withoutEstimates.reason, found)})`,
        )
      : []),
    ...(coverage && coverage.weightStandIn > 0 ? fact("weights", standInText(coverage)) : []),
    ...denominatorTexts(found.parts).flatMap((words) => fact("weights", words)),
    ...fact("vintage", `${vintage.id}, as of ${vintage.asOf}`),
  ];
}

function groupText({ code, kind, members, on, byYear }: NonNullable<Lineage["group"]>, name: NameOf): string {
  return `${name(code)}, ${kind}, ${members} members on ${on}${byYear ? "" : ", the same in all years"}`;
}

function reasonText(reason: Reason, { thresholds }: Lineage): string {
  const least = (id: "minimumWeight" | "minimumCountries" | "reliableWeight") =>
    thresholds ? percent(thresholds[id]) : "enough";
  switch (reason) {
    case "no-figure":
      return "no country has a figure";
    case "thin-weight":
      return `no value: the countries with a figure hold less than ${least("minimumWeight")} of the weight`;
    case "thin-countries":
      return `no value: less than ${least("minimumCountries")} of the countries have a figure`;
    case "low-coverage":
      return `low reliability: figures for less than ${least("reliableWeight")} of the weight`;
    case "mostly-estimated":
      return "estimates hold the greater part of the weight used";
    case "sufficient":
      return "reported figures hold the greater part of the weight used";
    case "held-back":
      return "no value: an error keeps the figure out until it is corrected";
    case "reported":
      return "as the country reported it";
    case "estimated":
      return "filled in, as the country reported none";
    case "missing":
      return "the country says that there is none";
  }
}

function coverageText(coverage: NonNullable<Lineage["coverage"]>): string {
  const { weightCovered, weightUsed, countries, countriesReported, countriesEstimated } = coverage;
  return (
    `${percent(weightCovered)} of the weight reported, ${percent(weightUsed)} with estimates; of ` +
    `${countries} countries ${countriesReported} reported and ${countriesEstimated} were estimated`
  );
}

function standInText({ weightStandIn }: NonNullable<Lineage["coverage"]>): string {
  return `for ${percent(weightStandIn)} of the weight the breakdown has none of its own, and totals stand in`;
}

const BASES = {
  own: "",
  total: ", of the whole country",
  "share-of-total": ", of the whole country and scaled to the breakdown",
} as const;

/** Each revision once, with how many countries were weighted with it. */
function denominatorTexts(parts: readonly LineagePart[]): string[] {
  const counts = new Map<string, number>();
  for (const { denominator } of parts) {
    if (!denominator) continue;
    const { series, revision, source, basis } = denominator;
    const words = `${series}, revision ${revision} (${source})${BASES[basis]}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${words}: ${count} countries`);
}

function partTable({ group, parts }: Lineage, name: NameOf): string[] {
  if (!group) return [];
  const rows = parts.map((part) => [
    shortened(name(part.area)),
    shown(part.value),
    part.source,
    part.denominator ? thousands(Math.round(part.weight)) : "1",
    percent(part.share),
    part.contribution === null ? "" : shown(part.contribution),
    part.shareOfTotal === null ? "" : percent(part.shareOfTotal),
  ]);
  return [columns(["country", "value", "from", "weight", "of weight", "adds", "of total"], rows), ""];
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= NAME_WIDTH ? text : `${letters.slice(0, NAME_WIDTH - 1).join("")}…`;
}

/** Of each country the file and line, or the method, that its value comes from. */
function originLines({ parts }: Lineage, name: NameOf): string[] {
  const lines = parts.flatMap((part) => [
    ...part.reports.map((report) => `${name(part.area)}: ${reportText(report)}`),
    ...part.estimates.map(
      ({ series, method, value, low, high, donors }) =>
        `${name(part.area)}: ${series} ${shown(value)} (${shown(low)} to ${shown(high)}) by ${method}` +
        `${donors.length > 0 ? ` from ${donors.join("; ")}` : ""}`,
    ),
  ]);
  return lines.length === 0 ? [] : ["Where values come from:", ...lines.flatMap(listItem)];
}

function reportText(report: Report): string {
  const { series, value, status, nature, source, comment, filename, line, submission } = report;
  const received = `vintage ${report.vintage}, received ${report.receivedAt}`;
  const sender = report.receivedFrom && ` from ${report.receivedFrom}`;
  const said = [source && `source: ${source}`, comment && `comment: ${comment}`].filter(Boolean);
  return [
    `${filename}:${line} (${submission.slice(0, 12)}), ${series} ${shown(value)}, status ${status}`,
    `${nature && `nature ${nature}, `}${received}${sender}`,
    ...said,
  ].join(", ");
}

function listItem(words: string): string[] {
  const [first = "", ...rest] = wrapped(words, WIDTH - 4);
  return [`  ${first}`, ...rest.map((line) => `    ${line}`)];
}

function leftOutLines({ leftOut, key }: Lineage, name: NameOf): string[] {
  if (leftOut.length === 0) return [];
  const words = leftOut.map(({ area, reports }) =>
    reports[0]
      ? `${name(area)} (${shown(reports[0].value)}, ${reports[0].filename}:${reports[0].line})`
      : name(area),
  );
  return ["", `Members without a weight in ${key.period}, not part of it:`, ...listItem(words.join("; "))];
}

/** What was found of the figures, and what was said of it. */
function doubtLines({ parts }: Lineage, language: Language, name: NameOf): string[] {
  const lines = parts.flatMap(({ area, findings }) =>
    findings.flatMap(({ id, rule, severity, state, said, filename, line }) => [
      ...listItem(
        `${name(area)}, #${id} ${rule} (${severity === "info" ? severity : stateText(state, language)}), ${filename}:${line}`,
      ),
      ...said.map((one) => saidText(one, language, "    ")),
    ]),
  );
  return lines.length > 0 ? ["", "Findings:", ...lines] : [];
}
