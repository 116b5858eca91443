import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { text } from "../../i18n/text.js";
import { type Reading, SEVERITIES } from "../../report/report.js";
import { readParts, sayIn as sayReportIn } from "../../report/say.js";
import { submissionReport } from "../../run/submission-report.js";
import type { Doubt } from "../../settle/state.js";
import type { SubmissionRecord } from "../../store/store.js";
import type { Language, ReadSheet, Severity } from "../../types.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { countText, timeText } from "../numbers.js";
import { type Say, sayIn, sendPage } from "../page.js";
import { type Part, pager, partOf, type Query } from "../paging.js";
import { AT_DESK, type Country, countryOf, doubtsAt } from "./country.js";
import { doubtItem } from "./doubt.js";
import { REPORT_FILES } from "./report-files.js";
import { submissionOf, submissionPath } from "./sent.js";

/** Findings on one page. */
const ON_A_PAGE = 15;

type Asked = FastifyRequest<{ Params: { receipt: string }; Querystring: Query }>;

/** One file that was sent: how it was read, and what was found, the gravest first. */
export function submissionPages(app: FastifyInstance, given: Given): void {
  app.get<{ Params: { receipt: string }; Querystring: Query }>(
    "/:language/country/:area/submissions/:receipt",
    AT_DESK,
    (request, reply) => submissionPage(given, request, reply),
  );
}

async function submissionPage(given: Given, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request);
  const say = sayIn(language);
  const country = countryOf(given, request);
  const submission = submissionOf(given, country, request.params.receipt);
  const { reading } = await submissionReport(given.environment, submission, language);
  const doubts = doubtsAt(given, country.m49).filter(({ finding }) => finding.submission === submission.id);
  const body = html`${request.query.again !== undefined && html`<p class="notice warning" role="status">${say("submission.again")}</p>`}
${aboutFile(submission, language, say)}
${files(submissionPath(country, submission.id), say)}
${reading && aboutReading(reading, language)}
${findings(given, request, country, submission, doubts)}`;
  return sendPage(request, reply, {
    title: say("submission.title", { file: submission.filename }),
    body,
  });
}

function aboutFile(submission: SubmissionRecord, language: Language, say: Say): Html {
  const label = (id: string) => text("report", language, id);
  const { id, receivedAt, receivedFrom, bytes } = submission;
  return html`<dl class="facts"><dt>${label("file.receipt")}</dt><dd><code><bdi>${id}</bdi></code></dd>
<dt>${say("submission.received")}</dt><dd>${timeText(receivedAt, language)}</dd>
<dt>${say("submission.from")}</dt><dd><bdi>${receivedFrom}</bdi></dd>
<dt>${label("file.bytes")}</dt><dd>${countText(bytes, language)}</dd></dl>`;
}

function files(path: string, say: Say): Html {
  const links = Object.keys(REPORT_FILES).map(
    (name) => html`<li><a href="${path}/${name}" download>${say(`submission.file.${name}`)}</a></li>`,
  );
  return html`<nav aria-label="${say("submission.files")}" class="noprint"><ul>${links}</ul></nav>`;
}

function aboutReading(reading: Reading, language: Language): Html {
  const say = sayReportIn(language);
  const parts = readParts(reading, say).map(
    ({ name, value, how }) =>
      html`<dt>${name}</dt><dd><bdi>${value}</bdi>${how !== null && html` (${how})`}</dd>\n`,
  );
  const counts = (["lines", "figures", "held"] as const).map(
    (id) => html`<dt>${say(`reading.${id}`)}</dt><dd>${countText(reading[id], language)}</dd>\n`,
  );
  const ignored = reading.ignored.length > 0 ? reading.ignored.join(" · ") : say("none");
  return html`<details><summary>${say("reading.heading")}</summary>
<dl class="facts">${parts}${counts}<dt>${say("reading.ignored")}</dt><dd><bdi>${ignored}</bdi></dd></dl>
<p>${say("reading.wrong")}</p></details>`;
}

/** The findings of one severity at a time, with links to the others. */
function findings(
  given: Given,
  request: Asked,
  country: Country,
  submission: SubmissionRecord,
  doubts: readonly Doubt[],
): Html {
  const language = languageOf(request);
  const say = sayReportIn(language);
  const bySeverity = (severity: Severity) => doubts.filter(({ finding }) => finding.severity === severity);
  const counts = SEVERITIES.map((severity) => ({ severity, count: bySeverity(severity).length }));
  const chosen =
    SEVERITIES.find((one) => one === request.query.kind) ?? counts.find(({ count }) => count > 0)?.severity;
  if (chosen === undefined) return html`<p class="notice good">${say("verdict.clean")}</p>`;
  const path = submissionPath(country, submission.id);
  const tabs = counts.map(
    ({ severity, count }) =>
      html`<li class="${severity}"><a href="${path}?kind=${severity}"${severity === chosen && html` aria-current="true"`}>${say(`count.${severity}`, { count })}</a></li>`,
  );
  const own = bySeverity(chosen);
  const part = partOf(own, withPageOf(own, request.query), ON_A_PAGE);
  const { sheets = [] } = JSON.parse(submission.dialect) as { readonly sheets?: readonly ReadSheet[] };
  return html`<h2 id="findings">${say(`group.${chosen}`)}</h2>
<nav aria-label="${say("finding.severity")}"><ul>${tabs}</ul></nav>
<p>${say(`lead.${chosen}`)}</p>
<ol class="cards" start="${(part.page - 1) * ON_A_PAGE + 1}">${part.shown.map((doubt) =>
    doubtItem(given, request, country, doubt, sheets),
  )}</ol>
${pages(request, path, chosen, part)}`;
}

/** Whoever has answered a finding comes back to the page that it is on. */
function withPageOf(doubts: readonly Doubt[], query: Query): Query {
  const place = doubts.findIndex(({ finding }) => String(finding.id) === query.finding);
  return place < 0 ? query : { page: String(Math.floor(place / ON_A_PAGE) + 1) };
}

const pages = (request: Asked, path: string, kind: Severity, part: Part<Doubt>): Html | null =>
  pager(sayIn(languageOf(request)), path, { kind }, part);
