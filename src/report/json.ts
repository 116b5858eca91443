import type { Finding } from "../types.js";
import {
  countBySeverity,
  type FileReport,
  judgedRules,
  listed,
  markName,
  type Reading,
  type ReportFormat,
  ruleWords,
  total,
  words,
} from "./report.js";

function reading({ delimiter, decimal, ...rest }: Reading) {
  const { encoding, certainty, sheets, stated, mapped, ignored, lines, figures, held } = rest;
  const marks = {
    delimiter: delimiter === null ? null : markName(delimiter),
    decimal: decimal === null ? null : markName(decimal),
  };
  const written = { encoding, encodingCertainty: certainty, ...marks };
  return { ...written, sheets, stated, mappedColumns: mapped, ignoredColumns: ignored, lines, figures, held };
}

function details(report: FileReport, finding: Finding) {
  const { rule, severity, level, line, column, key, params } = finding;
  const place = { line: line === 0 ? null : line, column: column === "" ? null : column };
  return { rule, severity, level, ...place, key, ...words(report, finding), params };
}

/** The report as plain data, as data/schema/report.schema.json describes it. */
function reportData(report: FileReport) {
  const { language, checkedAt, ruleSet, filename, receipt, bytes, area, limit } = report;
  const areaName = area === null ? null : report.areaName(area, language);
  const findings = listed(report);
  return {
    format: "ictsdg-report",
    version: 1,
    language,
    checkedAt,
    ruleSet,
    file: { name: filename, sha256: receipt, bytes, area, areaName },
    outcome: report.reading ? "read" : "refused",
    reading: report.reading && reading(report.reading),
    counts: countBySeverity(report),
    rules: judgedRules(report).map(({ rule, severity, pass, fail, notEvaluable }) => ({
      rule,
      ...ruleWords(rule, language),
      severity,
      pass,
      fail,
      notEvaluable,
    })),
    listing: { listed: findings.length, total: total(report), limit },
    findings: findings.map((finding) => details(report, finding)),
  };
}

/** For programs: rules and parameters beside the words, so that nothing need be read out of a sentence. */
export default {
  id: "json",
  extension: "json",
  mediaType: "application/json",
  *write(report) {
    yield `${JSON.stringify(reportData(report), null, 2)}\n`;
  },
} satisfies ReportFormat;
