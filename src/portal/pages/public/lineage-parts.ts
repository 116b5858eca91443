import type { Lineage, LineagePart, Report } from "../../../run/lineage/types.js";
import type { Language } from "../../../types.js";
import { type Html, html } from "../../html.js";
import { countText, roughText } from "../../numbers.js";
import type { Say } from "../../page.js";
import { pager, partOf } from "../../paging.js";
import { lineagePath, shownValue } from "../../published/figures.js";
import { shareText } from "./lineage-facts.js";
import type { Shown } from "./lineage-shown.js";
import { columnTitle, wideTable } from "./parts.js";

const COUNTRIES_A_PAGE = 60;

/** The countries of a group, by what each adds; and members that have nothing to be weighted with. */
export function countryTable(found: Lineage, shown: Shown): Html {
  const { edition, language, say, request } = shown;
  const { key, parts, leftOut } = found;
  const { areaName } = edition.environment.areas;
  const part = partOf(parts, request.query, COUNTRIES_A_PAGE);
  const head = html`<tr><th scope="col">${columnTitle("AREA_NAME", language)}</th><th scope="col" class="n">${columnTitle("OBS_VALUE", language)}</th><th scope="col">${say("lineage.from")}</th>${[
    "weight",
    "share",
    "adds",
    "of-total",
  ].map((id) => html`<th scope="col" class="n">${say(`lineage.${id}`)}</th>`)}</tr>`;
  const rows = part.shown.map((one) => partRow(one, found, shown));
  const without = leftOut.map(({ area }) => areaName(area, language));
  const path = lineagePath(language, key).split("?")[0] ?? "";
  return html`${wideTable(say("lineage.countries", { count: parts.length }), head, rows)}${pager(say, path, request.query, part)}
${without.length > 0 && html`<h2>${say("lineage.left-out", { count: without.length })}</h2><p>${without.join(language === "ar" ? "، " : ", ")}</p>`}`;
}

function partRow(part: LineagePart, { key }: Lineage, { edition, language, say }: Shown): Html {
  const { area, value, source, weight, denominator, share, contribution, shareOfTotal } = part;
  const own = { ...key, area };
  const isOpen =
    value !== null &&
    edition.figures(key.series, area).some((one) => one.period === key.period && one.OBS_VALUE !== null);
  const text = html`<bdi dir="ltr">${shownValue(key.series, value, null, language)}</bdi>`;
  const number = (words: string) => html`<td class="n">${words}</td>`;
  return html`<tr><th scope="row">${edition.environment.areas.areaName(area, language)}</th><td class="n">${
    isOpen ? html`<a href="${lineagePath(language, own, { release: edition.name })}">${text}</a>` : text
  }</td><td>${say(`source.${source}`)}${fromWhere(part)}</td>${number(denominator ? countText(weight, language) : "1")}${number(shareText(share, language))}${number(
    contribution === null ? "" : roughText(contribution, language),
  )}${number(shareOfTotal === null ? "" : shareText(shareOfTotal, language))}</tr>`;
}

/** Submission and line, or the method. */
function fromWhere({ source, reports, estimates }: LineagePart): Html | null {
  if (source === "estimated")
    return html` <small><code>${estimates.map(({ method }) => method).join(", ")}</code></small>`;
  if (source === "missing") return null;
  return html` <small>${reports.map(({ submission, line }) => html`<code>${submission.slice(0, 8)}:${line}</code> `)}</small>`;
}

/** What is on file of a country's own figure. */
export function originOf(
  { reports, estimates, findings }: LineagePart,
  { language, say, seesAll }: Shown,
): Html {
  return html`${reports.map((report) => reportFacts(report, language, say, seesAll))}
${estimates.map(
  ({
    series,
    value,
    low,
    high,
    method,
    donors,
  }) => html`<h2>${say("source.estimated")}</h2><dl class="facts"><dt>${say("lineage.method")}</dt><dd><code>${method}</code></dd>
<dt>${columnTitle("OBS_VALUE", language)}</dt><dd><bdi dir="ltr">${shownValue(series, value, null, language)} (${shownValue(series, low, null, language)} – ${shownValue(series, high, null, language)})</bdi></dd>
<dt>${say("lineage.donors")}</dt><dd><bdi>${donors.join("; ")}</bdi></dd></dl>`,
)}
${
  seesAll &&
  findings.length > 0 &&
  html`<h2>${say("lineage.findings")}</h2><ul>${findings.map(({ id, rule }) => html`<li><a href="/${language}/findings/${id}"><code>${rule}</code></a></li>`)}</ul>`
}`;
}

function reportFacts(report: Report, language: Language, say: Say, seesAll: boolean): Html {
  const fact = (title: string, text: string) =>
    text !== "" && html`<dt>${title}</dt><dd><bdi>${text}</bdi></dd>`;
  return html`<h2>${say("source.reported")}</h2><dl class="facts">${fact(columnTitle("NATURE", language), report.nature)}
${fact(columnTitle("AGE_SCOPE", language), report.ageScope)}${fact(columnTitle("SOURCE_DETAIL", language), report.source)}${fact(say("lineage.comment"), report.comment)}
<dt>${say("lineage.submission")}</dt><dd><code>${report.submission}</code></dd>${fact(say("lineage.line"), String(report.line))}${fact(say("lineage.received"), report.receivedAt.slice(0, 10))}
${seesAll && fact(say("lineage.file"), report.filename)}${seesAll && fact(say("lineage.sender"), report.receivedFrom)}</dl>`;
}
