import type { Severity } from "../types.js";
import { displayWidth } from "../workbook/notes.js";
import type { Link, Sheet, SheetCell, SheetRow } from "../workbook/sheet.js";
import type { Style } from "../workbook/styles.js";
import { address } from "../workbook/xml.js";
import {
  countBySeverity,
  type FileReport,
  type Reading,
  SEVERITIES,
  shortRuleSet,
  total,
  words,
} from "./report.js";
import { areaText, checkTime, MARKS, readParts, type Say, verdict } from "./say.js";
import type { Placed } from "./xlsx-data.js";
import type { Layout } from "./xlsx-layout.js";

/** Widths of the list's columns in characters; facts have their names in the first two, values in the others. */
const WIDTHS = [14, 10, 18, 20, 28, 50, 50, 20];
const NAME_COLUMNS = 2;
const LINE_HEIGHT = 15;

type Line = Omit<SheetRow, "number"> & { readonly parts?: "whole" | "name and value" };

const cell = (value: string | number, style: Style): SheetCell => ({ value, style });
const width = (columns: readonly number[]) => columns.reduce((sum, one) => sum + one, 0);

/** A merged cell is not fitted to its text by a spreadsheet. */
const height = (text: string, columns: readonly number[]) =>
  LINE_HEIGHT * Math.max(1, Math.ceil(displayWidth(text) / width(columns)));

function sentence(text: string, style: Style = "prose"): Line {
  const size = style === "title" ? LINE_HEIGHT * 1.5 : height(text, WIDTHS);
  return { height: size, cells: [cell(text, style)], parts: "whole" };
}

function fact(name: string, value: string | number, style: Style, nameStyle: Style = "label"): Line {
  const tall = Math.max(
    height(String(value), WIDTHS.slice(NAME_COLUMNS)),
    height(name, WIDTHS.slice(0, NAME_COLUMNS)),
  );
  return { height: tall, cells: [cell(name, nameStyle), null, cell(value, style)], parts: "name and value" };
}

const GAP: Line = { cells: [] };

/** What was checked, how it was read, what to do, and every finding with a link to its cell. */
export function findingsSheet(
  report: FileReport,
  findings: readonly Placed[],
  layout: Layout | null,
  say: Say,
): Sheet {
  const above = [...about(report, findings.length, layout, say), GAP];
  const titles = above.length + 1;
  const list = findings.map((one) => listRow(report, one, layout, say));
  const lines = list.length > 0 ? [...above, listTitles(say), ...list] : above;
  const rows = lines.map((line, index) => ({ ...line, number: index + 1 }));
  return {
    name: say("sheet.findings"),
    rows,
    widths: WIDTHS,
    titles: list.length > 0 ? titles : null,
    frozen: false,
    lastRow: rows.length,
    merged: rows.flatMap(({ parts, number: row }) => (parts ? mergedParts(parts, row) : [])),
    notes: [],
    links: layout ? links(findings, layout, titles, say("sheet.data")) : [],
  };
}

function mergedParts(parts: NonNullable<Line["parts"]>, row: number): Sheet["merged"] {
  const to = WIDTHS.length - 1;
  if (parts === "whole") return [{ row, from: 0, to }];
  return [
    { row, from: 0, to: NAME_COLUMNS - 1 },
    { row, from: NAME_COLUMNS, to },
  ];
}

function about(report: FileReport, shown: number, layout: Layout | null, say: Say): Line[] {
  const { filename, receipt, bytes, reading } = report;
  const counts = countBySeverity(report);
  const all = total(report);
  const sheet = say("sheet.data");
  return [
    sentence(say("title", { file: filename }), "title"),
    sentence(verdict(report, say), "label"),
    ...(layout ? [sentence(say(layout.excerpt ? "sheet.excerpt" : "sheet.howTo", { sheet }))] : []),
    ...(shown < all ? [sentence(say("cut", { listed: shown, total: all }))] : []),
    GAP,
    ...SEVERITIES.map((severity) => fact(kind(severity, say), counts[severity], "count", severity)),
    GAP,
    sentence(say("file.heading"), "label"),
    fact(say("file.name"), filename, "code"),
    fact(say("file.area"), areaText(report, say), "prose"),
    fact(say("file.receipt"), receipt, "code"),
    fact(say("file.bytes"), bytes, "count"),
    fact(say("file.checkedAt"), checkTime(report), "code"),
    fact(say("file.ruleSet"), shortRuleSet(report), "code"),
    ...(reading ? aboutReading(reading, say) : []),
  ];
}

function aboutReading(reading: Reading, say: Say): Line[] {
  const { lines, figures, held, ignored } = reading;
  return [
    GAP,
    sentence(say("reading.heading"), "label"),
    ...readParts(reading, say).map(({ name, value, how }) =>
      fact(name, how === null ? value : `${value} (${how})`, "prose"),
    ),
    fact(say("reading.lines"), lines, "count"),
    fact(say("reading.figures"), figures, "count"),
    fact(say("reading.held"), held, "count"),
    fact(say("reading.ignored"), ignored.length > 0 ? ignored.join(" · ") : say("none"), "code"),
    sentence(say("reading.wrong")),
  ];
}

/** A severity by sign and name. Its cell looks as the marked cells do, and so explains them. */
const kind = (severity: Severity, say: Say): string => `${MARKS[severity]} ${say(`severity.${severity}`)}`;

const COLUMNS = ["severity", "line", "column", "cell", "title", "problem", "remedy"] as const;

function listTitles(say: Say): Line {
  const names = [...COLUMNS.map((id) => say(`finding.${id}`)), say("summary.rule")];
  return { cells: names.map((name) => cell(name, "header")) };
}

function listRow(report: FileReport, { finding, place }: Placed, layout: Layout | null, say: Say): Line {
  const { rule, severity, line, column } = finding;
  const { title, problem, remedy, place: whole } = words(report, finding);
  const named = place && layout?.titles.cells[place.column]?.trim() === column;
  return {
    cells: [
      cell(kind(severity, say), severity),
      line > 0 ? cell(line, place ? "link" : "line") : cell(whole, place ? "link" : "prose"),
      cell(column, "code"),
      cell(named ? (layout.kept.get(place.line)?.cells[place.column] ?? "") : "", "code"),
      cell(title, "prose"),
      cell(problem, "prose"),
      cell(remedy, "prose"),
      cell(rule, "code"),
    ],
  };
}

function links(findings: readonly Placed[], layout: Layout, titles: number, sheet: string): Link[] {
  return findings.flatMap(({ place }, index) => {
    if (!place) return [];
    const to = address(place.column + (layout.excerpt ? 1 : 0), layout.rowOf(place.line));
    return [{ row: titles + 1 + index, column: 1, sheet, to }];
  });
}
