import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Environment } from "../../../run/environment.js";
import { collatorOf } from "../../../tables/order.js";
import type { Language } from "../../../types.js";
import { Refusal } from "../../access.js";
import type { Given } from "../../given.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { sayIn, sendPage } from "../../page.js";
import type { Query } from "../../paging.js";
import type { Editions } from "../../published/editions.js";
import { areaPage } from "./area.js";
import { OPEN, searchForm } from "./parts.js";

/** Countries and groups, and a profile of each. */
export function areaPages(app: FastifyInstance, given: Given, editions: Editions): void {
  app.get("/:language/areas", OPEN, (request, reply) => listPage(given.environment, request, reply));
  app.get<{ Params: { code: string }; Querystring: Query }>(
    "/:language/areas/:code",
    OPEN,
    async (request, reply) => {
      const { areas, groups } = given.environment;
      const { code } = request.params;
      const area = groups.findGroup(code) ?? areas.findArea(code);
      if (area === undefined) throw new Refusal(404, "not-there");
      if (String(area) !== code) return reply.redirect(`/${languageOf(request)}/areas/${area}`, 301);
      return areaPage(given.environment, request, reply, area, await editions.newest());
    },
  );
}

function listPage(
  { areas, groups }: Environment,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const kinds = [...new Set(groups.list.map(({ kind }) => kind))];
  const link = (code: number): Html =>
    html`<li><a href="/${language}/areas/${code}">${areas.areaName(code, language)}</a></li>`;
  const section = (kind: string) =>
    html`<h3>${say(`kind.${kind}`)}</h3><ul class="columns">${groups.list.filter((one) => one.kind === kind).map(({ code }) => link(code))}</ul>`;
  const body = html`${searchForm(language, say)}
<h2 id="groups">${say("areas.groups")}</h2>${kinds.map(section)}
<h2 id="countries">${say("areas.countries")}</h2><ul class="columns">${inOrder(areas, language).map(link)}</ul>`;
  return sendPage(request, reply, { title: say("nav.areas"), body });
}

/** Countries and areas in the alphabetical order of the language. */
function inOrder({ list, areaName }: Environment["areas"], language: Language): number[] {
  const collator = collatorOf(language);
  return list
    .map(({ m49 }) => m49)
    .sort((a, b) => collator.compare(areaName(a, language), areaName(b, language)) || a - b);
}
