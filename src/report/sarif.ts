import type { Finding, Severity } from "../types.js";
import {
  type FileReport,
  type JudgedRule,
  judgedRules,
  listed,
  type ReportFormat,
  ruleWords,
  total,
  words,
} from "./report.js";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

function rule({ language }: FileReport, { rule: id, severity, pass, fail, notEvaluable }: JudgedRule) {
  const { title, remedy } = ruleWords(id, language);
  return {
    id,
    shortDescription: { text: title },
    help: { text: remedy },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { pass, fail, notEvaluable },
  };
}

/** A finding about the file as a whole has no region, one about a whole line no column. */
function location({ filename }: FileReport, { line, column }: Finding) {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURIComponent(filename), index: 0 },
      ...(line > 0 ? { region: { startLine: line } } : {}),
    },
    ...(column === "" ? {} : { logicalLocations: [{ name: column, kind: "member" }] }),
  };
}

function result(report: FileReport, finding: Finding, ruleIndex: number) {
  const { title, problem, remedy } = words(report, finding);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: `${title}. ${problem} ${remedy}` },
    locations: [location(report, finding)],
  };
}

/** The check itself: when it was made, and whether the list was cut. */
function invocation(report: FileReport, shown: number) {
  const all = total(report);
  const cut = { level: "warning", message: { text: `${shown} of ${all} findings are listed.` } };
  return {
    executionSuccessful: true,
    endTimeUtc: report.checkedAt,
    ...(shown < all ? { toolExecutionNotifications: [cut] } : {}),
  };
}

function run(report: FileReport) {
  const rules = judgedRules(report);
  const indexes = new Map(rules.map((one, index) => [one.rule, index]));
  const findings = listed(report);
  const { language, filename, receipt, bytes, reading, ruleSet } = report;
  return {
    tool: { driver: { name: "ictsdg", language, rules: rules.map((one) => rule(report, one)) } },
    language,
    invocations: [invocation(report, findings.length)],
    artifacts: [
      {
        location: { uri: encodeURIComponent(filename) },
        roles: ["analysisTarget"],
        length: bytes,
        hashes: { "sha-256": receipt },
        ...(reading?.encoding ? { encoding: reading.encoding } : {}),
      },
    ],
    results: findings.map((finding) => result(report, finding, indexes.get(finding.rule) ?? -1)),
    properties: { ruleSet, reading, listed: findings.length, total: total(report) },
  };
}

/** SARIF 2.1.0 (OASIS), which editors and code-hosting sites show beside the lines of the file. */
export default {
  id: "sarif",
  extension: "sarif",
  mediaType: "application/sarif+json",
  *write(report) {
    const log = {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [run(report)],
    };
    yield `${JSON.stringify(log, null, 2)}\n`;
  },
} satisfies ReportFormat;
