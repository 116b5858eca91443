import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Progress, progressOf } from "../../settle/deadlines.js";
import type { Doubt } from "../../settle/state.js";
import type { SubmissionRecord } from "../../store/store.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { countText, timeText } from "../numbers.js";
import { type Say, sayIn, sendPage } from "../page.js";
import { pager, partOf, type Query } from "../paging.js";
import { AT_DESK, type Country, countryOf, doubtsAt } from "./country.js";
import { findingWords, severityLabel, stateLabel } from "./findings.js";
import { sentBy, submissionPath } from "./sent.js";

const FILES_ON_A_PAGE = 10;
/** Findings named one by one; their file's page has all. */
const NAMED = 8;

type Asked = FastifyRequest<{ Querystring: Query }>;

/** The first page of a country: what is to be done, what was sent, and where to go. */
export function homePages(app: FastifyInstance, given: Given): void {
  app.get<{ Querystring: Query }>("/:language/country/:area", AT_DESK, (request, reply) =>
    homePage(given, request, reply),
  );
}

function homePage(given: Given, request: Asked, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const country = countryOf(given, request);
  const waiting = doubtsAt(given, country.m49).filter(isWaiting);
  const body = html`${ways(country, say)}
<h2>${say("desk.to-do")}</h2>
${deadlines(given, request, country)}
${toDo(given, request, country, waiting)}
<h2>${say("desk.sent")}</h2>
${sent(request, country, sentBy(given, country), waiting)}`;
  return sendPage(request, reply, { title: country.title, body });
}

/** What a country still has to answer: errors not corrected, and warnings neither explained nor corrected. */
function isWaiting({ finding, state, newest }: Doubt): boolean {
  return newest && finding.severity !== "info" && (state === "open" || state === "refused");
}

function ways({ path }: Country, say: Say): Html {
  const to = (where: string, title: string) => html`<li><a href="${path}/${where}">${say(title)}</a></li>`;
  return html`<nav aria-label="${say("desk.ways")}"><ul>${to("upload", "upload")}${to("templates", "templates")}${to("figures", "figures")}${to("published", "published")}</ul></nav>`;
}

function deadlines({ environment, now }: Given, request: Asked, country: Country): Html {
  const { store } = environment;
  const notices = store.notices({ area: country.m49 });
  const all = progressOf([], store.submissions(), notices, now());
  const say = sayIn(languageOf(request));
  const items = all.filter(({ due }) => due !== null).map((one) => deadline(one, say));
  return items.length > 0 ? html`<ul>${items}</ul>` : html`<p>${say("desk.no-deadline")}</p>`;
}

function deadline({ collection, due, daysLeft }: Progress, say: Say): Html {
  const days = daysLeft ?? 0;
  const left = days < 0 ? say("desk.overdue", { days: -days }) : say("desk.days-left", { days });
  return html`<li>${say("desk.due", { collection, day: due })} <strong>${left}</strong></li>`;
}

function toDo(given: Given, request: Asked, country: Country, waiting: readonly Doubt[]): Html {
  const language = languageOf(request);
  const say = sayIn(language);
  if (waiting.length === 0) return html`<p class="notice good">${say("desk.nothing-to-do")}</p>`;
  const count = (of: (doubt: Doubt) => boolean) => countText(waiting.filter(of).length, language);
  const refused = waiting.filter(({ state }) => state === "refused");
  // An explanation that was not accepted has been waited for longest.
  const first = [...refused, ...waiting.filter(({ state }) => state !== "refused")].slice(0, NAMED);
  return html`<dl class="facts"><dt>${say("desk.errors")}</dt><dd>${count(({ finding }) => finding.severity === "error")}</dd>
<dt>${say("desk.warnings")}</dt><dd>${count(({ finding, state }) => finding.severity === "warning" && state === "open")}</dd>
<dt>${say("desk.refused")}</dt><dd>${count(({ state }) => state === "refused")}</dd></dl>
<ul class="cards">${first.map((doubt) => waitingItem(given, request, country, doubt))}</ul>`;
}

function waitingItem({ environment }: Given, request: Asked, country: Country, doubt: Doubt): Html {
  const language = languageOf(request);
  const { finding, state } = doubt;
  const { title, place } = findingWords(environment, language, finding);
  const { id, submission, severity, filename } = finding;
  const href = `${submissionPath(country, submission)}?kind=${severity}&finding=${id}#f${id}`;
  return html`<li class="${severity}">${severityLabel(finding, language)} · <a href="${href}">${title}</a><br>
<bdi>${filename}</bdi> · ${place}${state === "refused" && html` – <strong>${stateLabel(state, language)}</strong>`}</li>
`;
}

function sent(
  request: Asked,
  country: Country,
  submissions: readonly SubmissionRecord[],
  waiting: readonly Doubt[],
): Html {
  const language = languageOf(request);
  const say = sayIn(language);
  if (submissions.length === 0) return html`<p>${say("desk.nothing-sent")}</p>`;
  const part = partOf(submissions, request.query, FILES_ON_A_PAGE);
  const rows = part.shown.map((one) => sentRow(one, country, waiting, request));
  const heads = ["desk.file", "submission.received", "desk.figures", "desk.state", "desk.receipt"];
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${say("desk.sent")}"><table><thead><tr>${heads.map(
    (id) => html`<th scope="col"${id === "desk.figures" && html` class="n"`}>${say(id)}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>
${pager(say, country.path, {}, part)}`;
}

function sentRow(
  { id, filename, receivedAt, observations }: SubmissionRecord,
  country: Country,
  waiting: readonly Doubt[],
  request: Asked,
): Html {
  const language = languageOf(request);
  const say = sayIn(language);
  const own = waiting.filter(({ finding }) => finding.submission === id);
  const errors = own.filter(({ finding }) => finding.severity === "error").length;
  const state = errors > 0 ? "to-correct" : own.length > 0 ? "to-explain" : "done";
  return html`<tr><th scope="row"><a href="${submissionPath(country, id)}"><bdi>${filename}</bdi></a></th><td>${timeText(receivedAt, language)}</td><td class="n">${countText(observations, language)}</td><td>${say(`desk.state.${state}`, { count: own.length })}</td><td><code>${id.slice(0, 12)}…</code></td></tr>
`;
}
