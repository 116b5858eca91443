import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { groupBy } from "../../keys.js";
import { loadSources, sourcesOfKind } from "../../reference/sources.js";
import { Refusal, SETTLERS } from "../access.js";
import { field } from "../forms.js";
import type { Given } from "../given.js";
import { html } from "../html.js";
import { languageOf } from "../language.js";
import { countText } from "../numbers.js";
import { sayIn, sendPage } from "../page.js";
import { pager, partOf, type Query } from "../paging.js";

const STAFF_ONLY = { config: { access: SETTLERS } } as const;
/** Members on one page. */
const SHOWN = 150;

type Asked = FastifyRequest<{ Querystring: Query }>;

/** Groups of areas and their members, with the years for which they count. */
export function groupsPages(app: FastifyInstance, given: Given): void {
  app.get<{ Querystring: Query }>("/:language/lists/groups", STAFF_ONLY, (request, reply) =>
    groupsPage(given, request, reply),
  );
  app.get<{ Querystring: Query; Params: { code: string } }>(
    "/:language/lists/groups/:code",
    STAFF_ONLY,
    (request, reply) => membersPage(given, request, request.params.code, reply),
  );
}

/** The year asked for; the present one when none is. */
const yearIn = ({ year = "" }: Query, now: Date): number =>
  /^[12]\d{3}$/.test(year) ? Number(year) : now.getUTCFullYear();

function groupsPage(given: Given, request: Asked, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const { groups } = given.environment;
  const year = yearIn(request.query, given.now());
  const kinds = [...groupBy(groups.list, ({ kind }) => kind)].map(
    ([kind, list]) => html`<h2><bdi>${kind}</bdi></h2>
<table><thead><tr><th scope="col">${say("lists.group")}</th><th scope="col" class="n">${say("lists.code")}</th><th scope="col" class="n">${say("lists.members", { year: String(year) })}</th></tr></thead><tbody>${list.map(
      ({ code, alias, name }) =>
        html`<tr><th scope="row"><a href="/${language}/lists/groups/${code}">${name[language]}</a></th><td class="n">${alias !== "" && html`<bdi>${alias}</bdi> · `}${code}</td><td class="n">${countText(groups.membersOf(code, year).length, language)}</td></tr>\n`,
    )}</tbody></table>`,
  );
  const body = html`<p><a href="/${language}/lists">${say("nav.lists")}</a></p>
<form method="get" action="/${language}/lists/groups">${field({ name: "year", label: say("lists.year"), hint: say("lists.year-hint"), type: "number", value: year })}<button>${say("filter.show")}</button></form>
${kinds}`;
  return sendPage(request, reply, { title: say("lists.groups"), body });
}

function membersPage(given: Given, request: Asked, code: string, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const { areas, groups, reference } = given.environment;
  const group = /^\d{1,3}$/.test(code) ? groups.get(Number(code)) : undefined;
  if (!group) throw new Refusal(404, "not-there");
  const members = groups.memberships
    .filter((one) => one.group === group.code)
    .map((one) => ({ ...one, name: areas.areaName(one.area, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, language) || a.from - b.from);
  const part = partOf(members, request.query, SHOWN);
  const rows = part.shown.map(
    ({ name, from, to }) =>
      html`<tr><th scope="row">${name}</th><td>${yearText(from)}</td><td>${yearText(to)}</td></tr>\n`,
  );
  const sources = sourcesOfKind(loadSources(reference), group.kind);
  const body = html`<p><a href="/${language}/lists/groups">${say("lists.groups")}</a></p>
<table><thead><tr><th scope="col">${say("account.area")}</th><th scope="col">${say("lists.from")}</th><th scope="col">${say("lists.to")}</th></tr></thead><tbody>${rows}</tbody></table>
${pager(say, `/${language}/lists/groups/${group.code}`, request.query, part)}
${sources.map(({ source, note }) => html`<p><bdi>${source}</bdi> <bdi>${note}</bdi></p>`)}`;
  return sendPage(request, reply, { title: group.name[language], body });
}

/** Memberships without a year are open on that side. */
const yearText = (year: number): string => (Number.isFinite(year) ? String(year) : "…");
