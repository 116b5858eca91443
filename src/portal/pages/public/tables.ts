import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../access.js";
import { choose } from "../../forms.js";
import type { Given } from "../../given.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { type Say, sayIn, sendPage } from "../../page.js";
import type { Query } from "../../paging.js";
import type { Edition, Editions } from "../../published/editions.js";
import { editionLine, OPEN, tableTitle } from "./parts.js";
import { tablePage } from "./table.js";

/** The tables of a release, and each of them on pages. */
export function tablePages(app: FastifyInstance, given: Given, editions: Editions): void {
  app.get<{ Querystring: Query }>("/:language/tables", OPEN, async (request, reply) => {
    const edition = await editions.named(request.query.release);
    return listPage(request, reply, edition, releaseForm(given, request, edition, "tables"));
  });
  app.get<{ Params: { id: string }; Querystring: Query }>(
    "/:language/tables/:id",
    OPEN,
    async (request, reply) => {
      const edition = await editions.named(request.query.release);
      const { id } = request.params;
      if (!edition.manifest.contents.tables.includes(id)) throw new Refusal(404, "not-there");
      return tablePage(request, reply, edition, id, releaseForm(given, request, edition, `tables/${id}`));
    },
  );
}

/** Which release to show; nothing while there is one alone. */
function releaseForm(
  { environment }: Given,
  request: FastifyRequest,
  { name }: Edition,
  path: string,
): Html | null {
  const releases = environment.store.releases();
  if (releases.length < 2) return null;
  const language = languageOf(request);
  const say = sayIn(language);
  const choices = releases
    .reverse()
    .map((one) => ({ value: one.name, label: `${one.name} (${one.at.slice(0, 10)})` }));
  return html`<form action="/${language}/${path}">${choose("release", say("release"), choices, name)}<button>${say("show")}</button></form>`;
}

function listPage(
  request: FastifyRequest,
  reply: FastifyReply,
  edition: Edition,
  releases: Html | null,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const named = new URLSearchParams({ release: edition.name });
  const rows = edition.manifest.contents.tables.map(
    (id) =>
      html`<li><a href="/${language}/tables/${id}?${named.toString()}"><strong>${tableTitle(id, language)}</strong></a></li>`,
  );
  const body = html`${releases}${editionLine(edition, language)}<ul class="cards">${rows}</ul>${contentsLine(edition, say)}`;
  return sendPage(request, reply, { title: say("nav.tables"), body });
}

function contentsLine({ manifest }: Edition, say: Say): Html {
  const { formats, languages } = manifest.contents;
  return html`<p>${say("tables.contents", { formats: formats.join(", "), languages: languages.join(", ") })}</p>`;
}
