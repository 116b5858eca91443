import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../../../types.js";
import type { Given } from "../../given.js";
import { html } from "../../html.js";
import { languageOf } from "../../language.js";
import { sayIn, sendPage } from "../../page.js";
import { pager, partOf, type Query } from "../../paging.js";
import { createSearch, type Found } from "../../search.js";
import { OPEN, searchForm } from "./parts.js";

const LONGEST = 100;
const A_PAGE = 50;

/** Search of indicators, series, countries and groups. */
export function searchPages(app: FastifyInstance, { environment }: Given): void {
  const search = createSearch(environment);
  app.get<{ Querystring: Query }>("/:language/search", OPEN, (request, reply) =>
    searchPage(request, reply, request.query, search((request.query.q ?? "").slice(0, LONGEST))),
  );
}

function searchPage(
  request: FastifyRequest,
  reply: FastifyReply,
  query: Query,
  found: readonly Found[],
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const asked = (query.q ?? "").slice(0, LONGEST);
  const part = partOf(found, query, A_PAGE);
  const rows = part.shown.map(
    (one) =>
      html`<li><a href="${pathOf(one, language)}">${one.name[language]}</a> <span class="hint">${say(`search.${one.kind}`)}, <bdi>${one.code}</bdi></span></li>`,
  );
  const body = html`${searchForm(language, say, asked)}
${asked.trim() !== "" && html`<p role="status">${say("search.found", { count: found.length })}</p>`}
<ul>${rows}</ul>${pager(say, `/${language}/search`, query, part)}`;
  return sendPage(request, reply, { title: say("search"), body });
}

const pathOf = ({ kind, id }: Found, language: Language): string =>
  kind === "indicator" || kind === "series" ? `/${language}/indicators/${id}` : `/${language}/areas/${id}`;
