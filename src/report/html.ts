import { escaped, prose } from "../export/html-parts.js";
import type { Finding, Language, Severity } from "../types.js";
import {
  countBySeverity,
  type FileReport,
  type JudgedRule,
  judgedRules,
  listed,
  type Reading,
  type ReportFormat,
  ruleWords,
  SEVERITIES,
  shortRuleSet,
  total,
  words,
} from "./report.js";
import { areaText, checkTime, MARKS, type ReadPart, readParts, type Say, sayIn, verdict } from "./say.js";
import { STYLE } from "./style.js";

const bdi = (code: string): string => `<bdi>${escaped(code)}</bdi>`;
const mark = (severity: Severity): string =>
  `<span class="mark" aria-hidden="true">${MARKS[severity]}</span>`;

/** A list of names and what they stand for; the second of each pair is HTML. */
function facts(pairs: readonly (readonly [name: string, html: string])[]): string {
  return `<dl class="facts">\n${pairs.map(([name, html]) => `<dt>${escaped(name)}</dt><dd>${html}</dd>\n`).join("")}</dl>\n`;
}

function head(report: FileReport, say: Say): string {
  const { language, filename } = report;
  const counts = countBySeverity(report);
  const entries = SEVERITIES.map((severity) => {
    const words = escaped(say(`count.${severity}`, { count: counts[severity] }));
    const linked = report.findings.some((finding) => finding.severity === severity);
    const shown = linked ? `<a href="#${severity}">${words}</a>` : words;
    return `<li class="${severity}">${mark(severity)} ${shown}</li>`;
  });
  return `<!doctype html>
<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(say("title", { file: filename }))}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>${prose(say("title", { file: filename }), language)}</h1>
<p class="verdict">${escaped(verdict(report, say))}</p>
<ul class="counts">${entries.join("")}</ul>
`;
}

function aboutFile(report: FileReport, say: Say): string {
  const { filename, receipt, bytes, checkedAt } = report;
  const about = facts([
    [say("file.name"), bdi(filename)],
    [say("file.area"), escaped(areaText(report, say))],
    [say("file.receipt"), `<code>${bdi(receipt)}</code>`],
    [say("file.bytes"), escaped(say("number", { value: bytes }))],
    [
      say("file.checkedAt"),
      `<time datetime="${escaped(checkedAt)}"><bdi dir="ltr">${escaped(checkTime(report))}</bdi></time>`,
    ],
    [say("file.ruleSet"), `<code>${bdi(shortRuleSet(report))}</code>`],
  ]);
  return `<section aria-labelledby="file">\n<h2 id="file">${escaped(say("file.heading"))}</h2>\n${about}</section>\n`;
}

function read({ name, value, how }: ReadPart): [name: string, html: string] {
  const shown = how === null ? escaped(value) : `${bdi(value)} <span class="how">(${escaped(how)})</span>`;
  return [name, shown];
}

function aboutReading(reading: Reading, say: Say): string {
  const number = (value: number) => escaped(say("number", { value }));
  const { lines, figures, held, ignored } = reading;
  const rows = facts([
    ...readParts(reading, say).map(read),
    [say("reading.lines"), number(lines)],
    [say("reading.figures"), number(figures)],
    [say("reading.held"), number(held)],
    [say("reading.ignored"), ignored.length > 0 ? ignored.map(bdi).join(" · ") : escaped(say("none"))],
  ]);
  const heading = `<h2 id="reading">${escaped(say("reading.heading"))}</h2>`;
  return `<section aria-labelledby="reading">\n${heading}\n${rows}<p>${escaped(say("reading.wrong"))}</p>\n</section>\n`;
}

function item(report: FileReport, finding: Finding, say: Say): string {
  const { language } = report;
  const { severity } = finding;
  const { title, problem, remedy, place } = words(report, finding);
  return `<li class="${severity}">
<h3>${mark(severity)} ${escaped(say(`severity.${severity}`))} · ${prose(title, language)}</h3>
<p class="place">${prose(place, language)}</p>
<dl><dt>${escaped(say("finding.problem"))}</dt><dd>${prose(problem, language)}</dd>
<dt>${escaped(say("finding.remedy"))}</dt><dd>${prose(remedy, language)}</dd></dl>
</li>
`;
}

/** What a severity asks for, and its findings. */
function* group(report: FileReport, severity: Severity, findings: readonly Finding[], say: Say) {
  const all = countBySeverity(report)[severity];
  if (all === 0) return;
  const heading = `<h2 id="${severity}">${escaped(say(`group.${severity}`))}</h2>`;
  yield `<section aria-labelledby="${severity}">\n${heading}\n<p>${escaped(say(`lead.${severity}`))}</p>\n`;
  if (findings.length < all) yield cut(findings.length, all, say);
  yield `<ol class="findings">\n`;
  for (const finding of findings) yield item(report, finding, say);
  yield "</ol>\n</section>\n";
}

const cut = (listed: number, total: number, say: Say): string =>
  `<p class="cut">${escaped(say("cut", { listed, total }))}</p>\n`;

function ruleRow({ rule, severity, ...outcome }: JudgedRule, language: Language, say: Say): string {
  const cells = [outcome.pass, outcome.fail, outcome.notEvaluable].map(
    (value) => `<td class="n">${escaped(say("number", { value }))}</td>`,
  );
  const kind = `<span class="sub ${severity}">${mark(severity)} ${escaped(say(`severity.${severity}`))} · <code>${bdi(rule)}</code></span>`;
  return `<tr><th scope="row">${prose(ruleWords(rule, language).title, language)} ${kind}</th>${cells.join("")}</tr>\n`;
}

function summary(report: FileReport, say: Say): string {
  const heads = ["pass", "fail", "notEvaluable"].map(
    (id) => `<th scope="col" class="n">${escaped(say(`summary.${id}`))}</th>`,
  );
  const rows = judgedRules(report).map((rule) => ruleRow(rule, report.language, say));
  return `<section aria-labelledby="summary">
<h2 id="summary">${escaped(say("summary.heading"))}</h2>
<p>${escaped(say("summary.note"))}</p>
<div class="scroll" role="region" tabindex="0" aria-labelledby="summary">
<table>
<thead><tr><th scope="col">${escaped(say("summary.rule"))}</th>${heads.join("")}</tr></thead>
<tbody>
${rows.join("")}</tbody>
</table>
</div>
</section>
`;
}

/** One page that needs nothing else, for the person who sent the file: what to do first, then how it was read. */
export default {
  id: "html",
  extension: "html",
  mediaType: "text/html; charset=utf-8",
  *write(report) {
    const say = sayIn(report.language);
    const findings = listed(report);
    const all = total(report);
    yield head(report, say);
    if (findings.length < all) yield cut(findings.length, all, say);
    yield aboutFile(report, say);
    if (report.reading) yield aboutReading(report.reading, say);
    for (const severity of SEVERITIES) {
      const own = findings.filter((finding) => finding.severity === severity);
      yield* group(report, severity, own, say);
    }
    if (judgedRules(report).length > 0) yield summary(report, say);
    yield "</main>\n</body>\n</html>\n";
  },
} satisfies ReportFormat;
