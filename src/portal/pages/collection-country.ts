import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Progress } from "../../settle/deadlines.js";
import type { Language } from "../../types.js";
import { Refusal, SETTLERS } from "../access.js";
import { type Awaited, awaitedIn, remind, remindersFor } from "../collection/reminders.js";
import { byIndicator, progress } from "../collection/status.js";
import { countryOf, personOf } from "../desk/country.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { countText } from "../numbers.js";
import { csrfField, type Say, sayIn, sendPage } from "../page.js";
import { deadlineForm, dueWords, setDeadline, statusCells, statusHeads } from "./collection.js";

const STAFF_ONLY = { config: { access: SETTLERS } } as const;

type Form = Readonly<Record<string, string | undefined>>;

/** One country in the collection: what came of each indicator, its deadlines, and reminders. */
export function collectionCountryPages(app: FastifyInstance, given: Given): void {
  app.get("/:language/collection/:area", STAFF_ONLY, (request, reply) => countryPage(given, request, reply));
  app.post<{ Body: Form }>("/:language/collection/:area/deadline", STAFF_ONLY, (request, reply) => {
    const { m49 } = countryOf(given, request);
    setDeadline(given, request, [m49], request.body ?? {});
    return reply.redirect(`/${languageOf(request)}/collection/${m49}`, 303);
  });
  app.post<{ Body: Form }>("/:language/collection/:area/reminder", STAFF_ONLY, (request, reply) =>
    sendReminder(given, request, reply),
  );
}

/** What became of a reminder, as an address says it once it was sent. */
const TOLD: ReadonlyMap<string, "good" | "warning"> = new Map([
  ["sent", "good"],
  ["made", "good"],
  ["some", "warning"],
]);

function countryPage(
  given: Given,
  request: FastifyRequest,
  reply: FastifyReply,
  notice?: Html,
  status = 200,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const { m49: area, title } = countryOf(given, request);
  const { told = "" } = request.query as { readonly told?: string };
  const kind = TOLD.get(told);
  const all = progress(given, area);
  const rows = byIndicator(given, area).map(
    (one) =>
      html`<tr><th scope="row"><bdi>${one.indicator.id}</bdi> ${one.indicator.name[language]}</th>${statusCells(one.status, language)}</tr>\n`,
  );
  const body = html`${notice}${kind && html`<p class="notice ${kind}" role="status">${say(`reminder.${told}`)}</p>`}
<p><a href="/${language}/queue?area=${area}">${say("nav.queue")}</a> · <a href="/${language}/country/${area}">${say("collection.desk")}</a></p>
<div class="scroll" tabindex="0" role="region" aria-label="${say("nav.indicators")}"><table><thead><tr><th scope="col">${say("filter.indicator")}</th>${statusHeads(say)}</tr></thead><tbody>${rows}</tbody></table></div>
<h2>${say("collection.deadlines")}</h2>
${all.length > 0 && html`<ul>${all.map((one) => deadlineLine(one, say, language))}</ul>`}
${deadlineForm(given, request, `/${language}/collection/${area}/deadline`, say)}
<h2>${say("collection.reminder")}</h2>
${remindersPart(given, request, awaitedIn(all), say, language)}`;
  return sendPage(request, reply, { title, body, status });
}

function deadlineLine(one: Progress, say: Say, language: Language): Html {
  const { collection, reminders } = one;
  return html`<li><bdi>${collection}</bdi>: ${dueWords(one, say)} · ${say("collection.reminders")}: ${countText(reminders, language)}</li>`;
}

function remindersPart(
  given: Given,
  request: FastifyRequest,
  awaited: readonly Awaited[],
  say: Say,
  language: Language,
): Html {
  if (awaited.length === 0) return html`<p>${say("reminder.none")}</p>`;
  return html`${awaited.map((one) => reminderPart(given, request, one, say, language))}`;
}

function reminderPart(
  given: Given,
  request: FastifyRequest,
  awaited: Awaited,
  say: Say,
  language: Language,
): Html {
  const reminders = remindersFor(given, awaited, personOf(request), language);
  const to = reminders.flatMap((one) => one.to);
  const isSent = given.send !== undefined && to.length > 0;
  return html`<section aria-label="${awaited.collection}">${reminders.map(
    (one) => html`<pre class="letter" lang="${one.language}" dir="auto">${one.text}</pre>`,
  )}
<p>${isSent ? html`${say("reminder.to")} <bdi>${to.join(", ")}</bdi>` : say(given.send ? "reminder.nobody" : "reminder.no-server")}</p>
<form method="post" action="/${language}/collection/${awaited.area}/reminder">${csrfField(request)}<input type="hidden" name="collection" value="${awaited.collection}">
<button class="main">${say(isSent ? "reminder.send" : "reminder.record")}</button></form></section>`;
}

async function sendReminder(
  given: Given,
  request: FastifyRequest<{ Body: Form }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const { m49: area } = countryOf(given, request);
  const awaited = awaitedIn(progress(given, area)).find(
    ({ collection }) => collection === request.body?.collection,
  );
  if (!awaited) throw new Refusal(409, "not-awaited");
  const outcome = await remind(given, awaited, personOf(request), language);
  if (outcome !== "failed") return reply.redirect(`/${language}/collection/${area}?told=${outcome}`, 303);
  const notice = html`<p class="notice error" role="alert">${sayIn(language)("reminder.failed")}</p>`;
  return countryPage(given, request, reply, notice, 502);
}
