import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { findIndicator, indicators } from "../../../indicators/index.js";
import { audit } from "../../accounts/audit.js";
import { isDay } from "../../dates.js";
import type { Progress } from "../../settle/deadlines.js";
import type { Language } from "../../types.js";
import { Refusal, SETTLERS } from "../access.js";
import {
  ALL,
  collectedAreas,
  collectionsOf,
  NOTHING,
  progress,
  type Status,
  statusesOf,
} from "../collection/status.js";
import { choose, field, indicatorChoices } from "../forms.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { countText } from "../numbers.js";
import { csrfField, type Say, sayIn, sendPage } from "../page.js";
import { pager, partOf, type Query } from "../paging.js";

const STAFF_ONLY = { config: { access: SETTLERS } } as const;
/** Countries on one page. */
const SHOWN = 60;

type Form = Readonly<Record<string, string | undefined>>;

/** How far the collection is, country by country, and a deadline for all of them. */
export function collectionPages(app: FastifyInstance, given: Given): void {
  app.get<{ Querystring: Query }>("/:language/collection", STAFF_ONLY, (request, reply) =>
    statusPage(given, request, reply),
  );
  app.post<{ Body: Form }>("/:language/collection/deadline", STAFF_ONLY, (request, reply) => {
    setDeadline(given, request, collectedAreas(given), request.body ?? {});
    return reply.redirect(`/${languageOf(request)}/collection`, 303);
  });
}

/**
 * Sets the day by which areas are to answer.
 * @throws Refusal when the form names no day or collection
 */
export function setDeadline(
  { accounts, environment, now }: Given,
  { who }: Pick<FastifyRequest, "who">,
  areas: readonly number[],
  { due = "", collection = "" }: Form,
): void {
  if (!isDay(due) || collection === "" || areas.length === 0) throw new Refusal(422, "no-day");
  const by = who?.account.email ?? "";
  const at = now().toISOString();
  for (const area of areas)
    environment.store.notify({ kind: "deadline", area, collection, due, text: "", by, at });
  const object = areas.length === 1 ? String(areas[0]) : "*";
  audit(accounts, {
    at,
    actor: by,
    action: "deadline-set",
    object,
    details: { collection, due, areas: areas.length },
  });
}

/** The form that sets a deadline. */
export function deadlineForm(given: Given, request: FastifyRequest, action: string, say: Say): Html {
  const collections = collectionsOf(given).map((value) => ({ value, label: value }));
  return html`<form method="post" action="${action}">${csrfField(request)}
${choose("collection", say("collection.name"), collections)}
${field({ name: "due", label: say("collection.due"), type: "date", hint: say("collection.due-hint"), required: true })}
<button>${say("collection.set")}</button></form>`;
}

function statusPage(
  given: Given,
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const { areaName } = given.environment.areas;
  const indicator = findIndicator(request.query.indicator ?? "");
  const earliest = new Map<number, Progress>();
  for (const one of progress(given)) if (!earliest.has(one.area)) earliest.set(one.area, one);
  const statuses = statusesOf(given);
  const areas = collectedAreas(given)
    .map((area) => ({ area, name: areaName(area, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  const part = partOf(areas, request.query, SHOWN);
  const rows = part.shown.map(({ area, name }) => {
    const status = statuses.get(area)?.get(indicator?.id ?? ALL) ?? NOTHING;
    return html`<tr><th scope="row"><a href="/${language}/collection/${area}">${name}</a></th>${statusCells(status, language)}${dueCells(earliest.get(area), say, language)}</tr>\n`;
  });
  const choices = indicatorChoices(indicators, language);
  const body = html`<form method="get" action="/${language}/collection">
${choose("indicator", say("filter.indicator"), [{ value: "", label: say("collection.all") }, ...choices], indicator?.id ?? "")}
<button>${say("filter.show")}</button></form>
<div class="scroll" tabindex="0" role="region" aria-label="${say("nav.collection")}"><table><thead><tr><th scope="col">${say("account.area")}</th>${statusHeads(say)}<th scope="col">${say("collection.due")}</th><th scope="col" class="n">${say("collection.reminders")}</th></tr></thead><tbody>${rows}</tbody></table></div>
${pager(say, `/${language}/collection`, request.query, part)}
<h2>${say("collection.set-all")}</h2><p>${say("collection.set-all-what", { count: areas.length })}</p>
${areas.length > 0 && deadlineForm(given, request, `/${language}/collection/deadline`, say)}`;
  return sendPage(request, reply, { title: say("nav.collection"), body });
}

const COLUMNS = ["files", "figures", "newest", "errors", "warnings", "explained"] as const;

export const statusHeads = (say: Say): Html[] =>
  COLUMNS.map((id) => html`<th scope="col" class="n">${say(`collection.${id}`)}</th>`);

export const statusCells = (status: Status, language: Language): Html[] =>
  COLUMNS.map((id) => {
    const value = status[id];
    // A year is not written with a thousands separator.
    return html`<td class="n">${value === null ? "–" : id === "newest" ? value : countText(value, language)}</td>`;
  });

function dueCells(one: Progress | undefined, say: Say, language: Language): Html {
  return html`<td>${one ? dueWords(one, say) : "–"}</td><td class="n">${countText(one?.reminders ?? 0, language)}</td>`;
}

/** The day and how far off it is. */
export function dueWords({ due, daysLeft }: Progress, say: Say): Html {
  if (due === null || daysLeft === null) return html`–`;
  const late = daysLeft < 0;
  return html`<bdi>${due}</bdi> <span class="mark ${late ? "error" : ""}">${late && "✗"}</span>${say(late ? "collection.overdue" : "collection.left", { days: Math.abs(daysLeft) })}`;
}
