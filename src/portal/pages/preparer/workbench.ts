import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit } from "../../../accounts/audit.js";
import { findExporter } from "../../../export/index.js";
import { RELEASERS, Refusal } from "../../access.js";
import type { Given } from "../../given.js";
import { html } from "../../html.js";
import { languageOf } from "../../language.js";
import { sayIn, sendPage } from "../../page.js";
import { chartFigure } from "../../published/charts.js";
import type { Edition, Editions } from "../../published/editions.js";
import { editionLine } from "../public/parts.js";
import { type Choice, choiceIn } from "./choice.js";
import { type Form, one } from "./choices.js";
import { ownTable } from "./own-table.js";
import { choiceForm, chosenTable, downloads, savedList, saveForm } from "./workbench-parts.js";

const PREPARERS = { config: { access: RELEASERS } } as const;
const NAME = /^\S.{0,79}$/u;

/** Tables of one's own: chosen, seen with their chart at once, taken along in every format, and kept under a name. */
export function workbenchPages(app: FastifyInstance, given: Given, editions: Editions): void {
  app.get<{ Querystring: Form }>("/:language/workbench", PREPARERS, async (request, reply) =>
    workbench(given, request, reply, await editions.named(one(request.query, "release") || undefined)),
  );
  app.get<{ Params: { format: string }; Querystring: Form }>(
    "/:language/workbench/table/:format",
    PREPARERS,
    async (request, reply) => {
      const edition = await editions.named(one(request.query, "release") || undefined);
      return download(request, reply, edition);
    },
  );
  app.post<{ Body: Form }>("/:language/workbench", PREPARERS, (request, reply) =>
    save(given, request, reply),
  );
}

async function workbench(
  given: Given,
  request: FastifyRequest<{ Querystring: Form }>,
  reply: FastifyReply,
  edition: Edition,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const say = sayIn(language);
  const saved = given.environment.store.definitions();
  const name = one(request.query, "open");
  const opened = saved.find((definition) => definition.name === name);
  const choice = opened ? (JSON.parse(opened.content) as Choice) : choiceIn(request.query);
  const title = opened?.name ?? say("nav.workbench");
  const isChosen = choice.series.length > 0 && choice.areas.length > 0;
  const chart = isChosen ? await chartFor(edition, choice, request) : null;
  const body = html`${editionLine(edition, language)}${savedList(saved, language, say)}
${isChosen && html`${chart}${chosenTable(edition, choice, request.query, language, say)}${downloads(edition, choice, title, language, say)}${saveForm(choice, title, opened, request, say)}`}
${choiceForm(edition, choice, language, say, !isChosen)}`;
  return sendPage(request, reply, { title, body });
}

function chartFor(edition: Edition, { series, areas, from, to, chart }: Choice, request: FastifyRequest) {
  const [first = ""] = series;
  const years = { from: from ?? undefined, to: to ?? undefined };
  return chartFigure(edition, languageOf(request), {
    kind: chart,
    series: first,
    areas: areas.slice(0, 20),
    ...years,
  });
}

function download(
  request: FastifyRequest<{ Params: { format: string }; Querystring: Form }>,
  reply: FastifyReply,
  edition: Edition,
): FastifyReply {
  const language = languageOf(request);
  const exporter = findExporter(request.params.format);
  const choice = choiceIn(request.query);
  if (!exporter || choice.series.length === 0) throw new Refusal(404, "not-there");
  const title = one(request.query, "title").slice(0, 80) || sayIn(language)("nav.workbench");
  const pieces = exporter.write(ownTable(edition, title, choice, language));
  return reply
    .type(exporter.mediaType)
    .header("content-disposition", `attachment; filename="table-${language}.${exporter.extension}"`)
    .send(Readable.from(pieces, { objectMode: false }));
}

function save(
  { environment, accounts, now }: Given,
  request: FastifyRequest<{ Body: Form }>,
  reply: FastifyReply,
): FastifyReply {
  const form = request.body ?? {};
  const name = one(form, "name").trim();
  const choice = choiceIn(form);
  if (!NAME.test(name) || choice.series.length === 0) throw new Refusal(422, "not-understood");
  const [at, by] = [now().toISOString(), request.who?.account.email ?? "nobody"];
  const { version } = environment.store.saveDefinition({ name, content: JSON.stringify(choice), by, at });
  audit(accounts, { at, actor: by, action: "table-saved", object: name, details: { version } });
  return reply.redirect(`/${languageOf(request)}/workbench?${new URLSearchParams({ open: name })}`, 303);
}
