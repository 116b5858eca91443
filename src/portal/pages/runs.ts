import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pipelines } from "../../../pipelines/index.js";
import { audit } from "../../accounts/audit.js";
import type { Run, RunStep } from "../../store/store.js";
import type { Language } from "../../types.js";
import { Refusal, SETTLERS } from "../access.js";
import { personOf } from "../desk/country.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { countText, roughText, timeText } from "../numbers.js";
import { csrfField, type Say, sayIn, sendPage } from "../page.js";
import type { Query } from "../paging.js";
import { workNotice } from "../work/notice.js";
import { workOf } from "../work/work.js";

const STAFF_ONLY = { config: { access: SETTLERS } } as const;
/** Runs on one page. */
const SHOWN = 15;
/** Names of a step shown at most, so that a page stays small. */
const NAMES = 30;
/** Characters of a log shown at most. */
const LOG = 3000;

/** Runs of pipelines with what they did, and a button that begins another one. */
export function runsPages(app: FastifyInstance, given: Given): void {
  app.get<{ Querystring: Query }>("/:language/runs", STAFF_ONLY, (request, reply) =>
    runsPage(given, request, reply),
  );
  app.post<{ Body: { pipeline?: string } }>("/:language/runs", STAFF_ONLY, (request, reply) => {
    const id = startable(given).find((one) => one === request.body?.pipeline);
    if (id === undefined) throw new Refusal(422, "not-understood");
    workOf(given).start({ kind: "pipeline", id });
    const entry = { actor: personOf(request).email, action: "run-started", object: id, details: {} };
    audit(given.accounts, { at: given.now().toISOString(), ...entry });
    return reply.redirect(`/${languageOf(request)}/runs`, 303);
  });
}

/** The sample is for trying out: it is offered where it was run before. */
function startable({ environment }: Given): string[] {
  const ran = new Set(environment.store.runs({ limit: 100 }).map(({ pipeline }) => pipeline));
  return pipelines.map(({ id }) => id).filter((id) => id !== "sample" || ran.has(id));
}

function runsPage(
  given: Given,
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const { before = "" } = request.query;
  const from = /^\d{1,15}$/.test(before) ? Number(before) : undefined;
  const found = given.environment.store.runs({ before: from, limit: SHOWN + 1 });
  const shown = found.slice(0, SHOWN);
  const work = workOf(given);
  const isAtWork = work.current()?.kind === "pipeline";
  const buttons = startable(given).map(
    (id) => html`<button name="pipeline" value="${id}">${say("runs.start")} <bdi>${id}</bdi></button>\n`,
  );
  // The newest of the runs without an end is the one at work; the others were cut short.
  const current =
    isAtWork && from === undefined ? shown.find(({ endedAt }) => endedAt === null)?.id : undefined;
  const body = html`${workNotice(work, "pipeline", say, language)}<form method="post" action="/${language}/runs">${csrfField(request)}${buttons}</form>
${shown.length === 0 && html`<p>${say("runs.none")}</p>`}
<ol class="cards" reversed>${shown.map((run) => html`<li class="${run.outcome === "failed" ? "error" : ""}">${runPart(run, run.id === current, say, language)}</li>`)}</ol>
${found.length > SHOWN && html`<p><a rel="next" href="/${language}/runs?before=${shown.at(-1)?.id}">${say("runs.older")}</a></p>`}`;
  return sendPage(request, reply, { title: say("nav.runs"), body });
}

function runPart(run: Run, isCurrent: boolean, say: Say, language: Language): Html {
  const { pipeline, startedAt, endedAt, outcome, steps, log } = run;
  const seconds = endedAt === null ? null : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  const ended = outcome ?? (isCurrent ? "at-work" : "cut-short");
  return html`<strong><bdi>${pipeline}</bdi></strong><br>${timeText(startedAt, language)}<br>
${say(`runs.${ended}`)}${seconds !== null && html` · ${say("runs.seconds", { seconds: roughText(seconds, language) })}`}
${(steps.length > 0 || log !== "") && html`<details><summary>${say("runs.details")}</summary>${steps.map((step) => stepPart(step, say, language))}${log !== "" && html`<pre class="code" tabindex="0" dir="ltr">${log.length > LOG ? `…${log.slice(-LOG)}` : log}</pre>`}</details>`}`;
}

function stepPart({ name, startedAt, endedAt, ...parts }: RunStep, say: Say, language: Language): Html {
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  const list = (["inputs", "outputs", "skipped"] as const).map((part) => {
    const names = parts[part];
    const shown = names.slice(0, NAMES).map((one) => (/^[0-9a-f]{64}$/.test(one) ? one.slice(0, 12) : one));
    return html`<dt>${say(`runs.${part}`)}</dt><dd>${countText(names.length, language)}${shown.length > 0 && html`: <bdi class="code">${shown.join(", ")}${names.length > NAMES && ", …"}</bdi>`}</dd>`;
  });
  return html`<h3>${say(`runs.step.${name}`)} · ${say("runs.seconds", { seconds: roughText(seconds, language) })}</h3><dl class="facts">${list}</dl>`;
}
