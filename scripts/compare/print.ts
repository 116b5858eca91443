import { groupBy } from "../../src/keys.js";
import type { Comparison } from "./comparison.js";
import { CAUSES, type Cause, COVERED, causeOf, gapOf, isCount, statisticsOf } from "./statistics.js";

type NameOf = (group: number) => string;
type Line = readonly (string | number)[];

/** From here on a difference is looked into: points of a rate, per cent of a count. */
const LARGE = 1;

const two = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : "–");
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const unitOf = (series: string) => (isCount(series) ? "%" : "points");
const COLUMNS = ["published", "ours too", "mean size of d", "mean d", "largest d", "where"];

/** Every published value, ours beside it, tab-separated. */
export function listing(rows: readonly Comparison[], name: NameOf): string {
  const heads =
    "series group name year breakdown published ours without-estimates difference reported used cause";
  const lines = rows.map((row) => {
    const gap = gapOf(row);
    return [
      ...[row.series, row.group, name(row.group), row.year, row.breakdown || "total", row.published],
      ...[row.ours?.toFixed(2) ?? "..", row.unfilled?.toFixed(2) ?? "..", gap === null ? "" : two(gap)],
      ...[percent(row.reported), percent(row.used), isLarge(row) ? causeOf(row) : ""],
    ].join("\t");
  });
  return [heads.replaceAll(" ", "\t"), ...lines].join("\n");
}

function isLarge(row: Comparison): boolean {
  const gap = gapOf(row);
  return gap === null || Math.abs(gap) > LARGE;
}

/** Summaries by indicator, by indicator and group, and by indicator and year, as text or Markdown tables. */
export function summaries(rows: readonly Comparison[], name: NameOf, markdown: boolean): string {
  const table = markdown ? markdownTable : textTable;
  const covered = rows.filter(({ used }) => used >= COVERED);
  const by = (some: readonly Comparison[], label: (row: Comparison) => string) =>
    [...groupBy(some, label)].map(([label, own]) => [label, ...statisticsLine(own, name)]);
  const series = (row: Comparison) => `${row.series} (${unitOf(row.series)})`;
  return [
    "Differences d = ours − published, by indicator",
    table(["series", ...COLUMNS], by(rows, series)),
    `The same where ${100 * COVERED} % of the weight has a figure, reported or estimated`,
    table(["series", ...COLUMNS], by(covered, series)),
    `Causes of differences above ${LARGE}, as far as a machine can tell`,
    table(["series", ...CAUSES], causeLines(rows)),
    "By indicator and group",
    table(
      ["series and group", ...COLUMNS],
      by(rows, (row) => `${row.series}, ${name(row.group)} (${row.group})`),
    ),
    "By indicator and year",
    table(
      ["series and year", ...COLUMNS],
      by(sortedByYear(rows), (row) => `${row.series}, ${row.year}`),
    ),
  ].join("\n\n");
}

function sortedByYear(rows: readonly Comparison[]): Comparison[] {
  return [...groupBy(rows, ({ series }) => series).values()].flatMap((own) =>
    own.sort((a, b) => a.year - b.year),
  );
}

function statisticsLine(rows: readonly Comparison[], name: NameOf): Line {
  const { published, compared, meanAbsolute, mean, largest } = statisticsOf(rows);
  const gap = largest && gapOf(largest);
  const where = largest ? `${name(largest.group)}, ${largest.year}` : "–";
  return [published, compared, two(meanAbsolute), two(mean), gap === null ? "–" : two(gap), where];
}

function causeLines(rows: readonly Comparison[]): Line[] {
  return [...groupBy(rows.filter(isLarge), ({ series }) => series)].map(([series, own]) => {
    const count = (cause: Cause) => own.filter((row) => causeOf(row) === cause).length;
    return [series, ...CAUSES.map(count)];
  });
}

function markdownTable(heads: readonly string[], lines: readonly Line[]): string {
  const row = (cells: Line) => `| ${cells.join(" | ")} |`;
  return [row(heads), row(heads.map((_, i) => (i === 0 ? "---" : "---:"))), ...lines.map(row)].join("\n");
}

function textTable(heads: readonly string[], lines: readonly Line[]): string {
  return [heads, ...lines].map((cells) => cells.join("\t")).join("\n");
}
