import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { findIndicator, indicators } from "../../../../indicators/index.js";
import type { Indicator } from "../../../define.js";
import { Refusal } from "../../access.js";
import type { Given } from "../../given.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { sayIn, sendPage } from "../../page.js";
import type { Editions } from "../../published/editions.js";
import { indicatorPage } from "./indicator.js";
import { columnTitle, indicatorLink, OPEN, wideTable } from "./parts.js";

type Query = Readonly<Record<string, string | undefined>>;

/** The indicators, and a page of each. */
export function indicatorPages(app: FastifyInstance, _given: Given, editions: Editions): void {
  app.get("/:language/indicators", OPEN, (request, reply) => listPage(request, reply));
  app.get<{ Params: { id: string }; Querystring: Query }>(
    "/:language/indicators/:id",
    OPEN,
    async (request, reply) => {
      const indicator = findIndicator(request.params.id);
      if (!indicator) throw new Refusal(404, "not-there");
      // Former ids lead on, so that an indicator has one address.
      if (indicator.id !== request.params.id)
        return reply.redirect(`/${languageOf(request)}/indicators/${indicator.id}`, 301);
      return indicatorPage(request, reply, indicator, await editions.newest());
    },
  );
}

function listPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const head = html`<tr><th scope="col">${columnTitle("INDICATOR_NAME", language)}</th><th scope="col">${say("indicator.targets")}</th><th scope="col">${say("indicator.custodian")}</th></tr>`;
  const row = (one: Indicator): Html =>
    html`<tr><th scope="row">${indicatorLink(one, language)}</th><td>${one.targets.join(", ")}</td><td>${one.custodian}</td></tr>`;
  const section = (framework: Indicator["framework"]) =>
    wideTable(
      say(`framework.${framework}`),
      head,
      indicators.filter((one) => one.framework === framework).map(row),
    );
  const body = html`${section("global")}${section("thematic")}<p class="hint">${say("framework.reconstructed")}</p>`;
  return sendPage(request, reply, { title: say("nav.indicators"), body });
}
