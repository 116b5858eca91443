import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { REFERENCE_SERIES } from "../../define.js";
import { loadSources } from "../../reference/sources.js";
import type { Language } from "../../types.js";
import { SETTLERS } from "../access.js";
import { choose, field } from "../forms.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { importPages } from "../lists/import.js";
import { countText, timeText } from "../numbers.js";
import { csrfField, type Say, sayIn, sendPage } from "../page.js";
import { pager, partOf, type Query } from "../paging.js";
import { workNotice } from "../work/notice.js";
import { workOf } from "../work/work.js";

const STAFF_ONLY = { config: { access: SETTLERS } } as const;
/** Areas on one page. */
const SHOWN = 100;

/** Reference lists: areas, denominators by revision, and where all of them come from. */
export function listsPages(app: FastifyInstance, given: Given): void {
  importPages(app, given);
  app.get("/:language/lists", STAFF_ONLY, (request, reply) => listsPage(given, request, reply));
  app.get<{ Querystring: Query }>("/:language/lists/areas", STAFF_ONLY, (request, reply) =>
    areasPage(given, request, reply),
  );
}

function listsPage(given: Given, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const { environment } = given;
  const { areas, groups, store } = environment;
  const body = html`${workNotice(workOf(given), "reference", say, language)}
<ul><li><a href="/${language}/lists/areas">${say("lists.areas")}</a>: ${countText(areas.list.length, language)}</li>
<li><a href="/${language}/lists/groups">${say("lists.groups")}</a>: ${countText(groups.list.length, language)}</li></ul>
<h2>${say("lists.denominators")}</h2><p>${say("lists.denominators-what")}</p>
${revisions(store.referenceRevisions(), say, language)}
${importForm(request, say, language)}
<h2>${say("lists.sources")}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${say("lists.sources")}"><table><thead><tr><th scope="col">${say("lists.list")}</th><th scope="col">${say("lists.source")}</th><th scope="col">${say("lists.date")}</th><th scope="col">${say("lists.note")}</th></tr></thead><tbody>${loadSources(
    environment.reference,
  ).map(
    (one) =>
      html`<tr><th scope="row"><bdi>${one.list}</bdi></th><td><bdi>${one.source}</bdi></td><td><bdi>${one.date}</bdi></td><td><bdi>${one.note}</bdi></td></tr>\n`,
  )}</tbody></table></div>`;
  return sendPage(request, reply, { title: say("nav.lists"), body });
}

type Revisions = ReturnType<Given["environment"]["store"]["referenceRevisions"]>;

function revisions(all: Revisions, say: Say, language: Language): Html {
  if (all.length === 0) return html`<p>${say("lists.none")}</p>`;
  const heads = ["series", "revision", "values", "areas-count", "years", "imported"];
  const rows = all.map(
    (one) =>
      html`<tr><th scope="row"><bdi>${one.series}</bdi></th><td><bdi>${one.revision}</bdi></td><td class="n">${countText(one.values, language)}</td><td class="n">${countText(one.areas, language)}</td><td><bdi>${one.from}–${one.to}</bdi></td><td>${timeText(one.importedAt, language)}</td></tr>\n`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say("lists.denominators")}"><table><thead><tr>${heads.map((id) => html`<th scope="col">${say(`lists.${id}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function importForm(request: FastifyRequest, say: Say, language: Language): Html {
  const series = REFERENCE_SERIES.map((value) => ({ value, label: value }));
  return html`<h2>${say("lists.import")}</h2><p>${say("lists.import-what")}</p>
<form method="post" action="/${language}/lists/import" enctype="multipart/form-data">${csrfField(request)}
${choose("series", say("lists.series"), series, "POPULATION", say("lists.series-hint"))}
${field({ name: "revision", label: say("lists.revision"), hint: say("lists.revision-hint"), required: true })}
${field({ name: "source", label: say("lists.source"), hint: say("lists.source-hint"), required: true })}
<div class="field"><label for="file">${say("lists.file")}</label><input id="file" name="file" type="file" accept=".csv,.txt" required></div>
<button class="main">${say("lists.import")}</button></form>`;
}

function areasPage(
  given: Given,
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const part = partOf(given.environment.areas.list, request.query, SHOWN);
  const rows = part.shown.map(
    ({ m49, iso3, iso2, name }) =>
      html`<tr><th scope="row">${name[language]}</th><td class="n">${String(m49).padStart(3, "0")}</td><td>${iso3}</td><td>${iso2}</td></tr>\n`,
  );
  const body = html`<p><a href="/${language}/lists">${say("nav.lists")}</a></p>
<table><thead><tr><th scope="col">${say("account.area")}</th><th scope="col" class="n">M49</th><th scope="col">ISO 3166-1 α-3</th><th scope="col">α-2</th></tr></thead><tbody>${rows}</tbody></table>
${pager(say, `/${language}/lists/areas`, request.query, part)}`;
  return sendPage(request, reply, { title: say("lists.areas"), body });
}
