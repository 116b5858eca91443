import type { FastifyInstance, FastifyReply } from "fastify";
import { seriesByCode } from "../../../../indicators/index.js";
import { dimensionsOf, sameKey } from "../../../keys.js";
import type { ComparedLineage, Lineage } from "../../../run/lineage/types.js";
import { forEverybody, isSame } from "../../../serve/api/lineage.js";
import { breakdown } from "../../../tables/breakdown.js";
import { DIMENSIONS, type Key, type Language } from "../../../types.js";
import { Refusal, STAFF } from "../../access.js";
import type { Given } from "../../given.js";
import { type Html, html } from "../../html.js";
import { openLabour } from "../../labour/labour.js";
import type { FigureQuestion } from "../../labour/tasks.js";
import { languageOf } from "../../language.js";
import { type Say, sayIn, sendPage } from "../../page.js";
import type { Edition, Editions } from "../../published/editions.js";
import { lineagePath, shownValue } from "../../published/figures.js";
import { lineageFacts } from "./lineage-facts.js";
import { countryTable, originOf } from "./lineage-parts.js";
import type { Asked, Route, Shown } from "./lineage-shown.js";
import { editionLine, OPEN } from "./parts.js";

/** A question without an answer, by which a release is opened. */
const NOTHING: FigureQuestion = {
  measure: "value",
  key: { series: "", area: 0, period: 0, dimensions: {} },
};

/** Where a figure comes from, to be reached from every figure. */
export function lineagePages(app: FastifyInstance, given: Given, editions: Editions): void {
  const labour = openLabour(given);
  app.addHook("onClose", () => labour.close());
  // Estimates are made again before anybody asks; where there is no thread for it, whoever asks first waits.
  if (given.places)
    editions.whenNew(({ name }) => {
      labour.lineage({ release: name, question: NOTHING }).catch((error) => app.log.error(error));
    });
  app.get<Route>("/:language/lineage/:area/:series/:period", OPEN, async (request, reply) => {
    const edition = await editions.named(request.query.release || undefined);
    const question = questionIn(request);
    const seesAll = maySeeAll(request, question.key.area);
    if (!seesAll) requirePublished(edition, question);
    const found = await labour.lineage({ release: edition.name, question });
    if (!found) throw new Refusal(404, "not-there");
    return lineagePage(request, reply, edition, found, seesAll);
  });
}

function questionIn({ params, query }: Asked): FigureQuestion {
  const entry = seriesByCode.get(params.series.toUpperCase());
  const [area, period] = [Number(params.area), Number(params.period)];
  if (!entry || !Number.isInteger(area) || !Number.isInteger(period)) throw new Refusal(404, "not-there");
  const codes = DIMENSIONS.flatMap((id) => (query[id] ? [[id, query[id]] as const] : []));
  const key = {
    series: entry.series.code,
    area,
    period,
    dimensions: dimensionsOf(Object.fromEntries(codes)),
  };
  return { measure: query.measure === "parity" || query.measure === "gap" ? query.measure : "value", key };
}

/** Staff see whatever is on file, a focal point what is on file of its country; all others what is published. */
const maySeeAll = ({ who }: Asked, area: number): boolean =>
  who !== null && (STAFF.includes(who.account.role) || who.account.area === area);

/** @throws Refusal where the release has no such figure, whatever the store has */
function requirePublished(edition: Edition, { measure, key }: FigureQuestion): void {
  const wanted =
    measure === "value"
      ? [key]
      : ["F", "M"].map((SEX) => ({ ...key, dimensions: dimensionsOf({ ...key.dimensions, SEX }) }));
  const figures = edition.figures(key.series, key.area);
  if (!wanted.every((one) => figures.some((figure) => sameKey(figure, one))))
    throw new Refusal(404, "not-there");
}

function lineagePage(
  request: Asked,
  reply: FastifyReply,
  edition: Edition,
  found: Lineage | ComparedLineage,
  seesAll: boolean,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const body = html`${editionLine(edition, language)}${
    "measure" in found
      ? comparedBody(found, edition, language, say)
      : figureBody(seesAll ? found : forEverybody(found), { request, edition, language, say, seesAll })
  }`;
  return sendPage(request, reply, { title: titleOf(found.key, edition, language), body });
}

function titleOf({ series, area, period, dimensions }: Key, edition: Edition, language: Language): string {
  const name = seriesByCode.get(series)?.series.name[language] ?? series;
  const words = Object.keys(dimensions).length > 0 ? [String(breakdown(dimensions, language).BREAKDOWN)] : [];
  return [name, ...words, edition.environment.areas.areaName(area, language), String(period)].join(" – ");
}

function figureBody(found: Lineage, shown: Shown): Html {
  const { edition, say } = shown;
  const published = edition.figures(found.key.series, found.key.area).find((one) => sameKey(one, found.key));
  if (published && !isSame(published.OBS_VALUE, found.value))
    return html`<p class="notice warning">${say("lineage.other-program")}</p>`;
  const [part] = found.parts;
  return html`${lineageFacts(found, shown)}${found.group ? countryTable(found, shown) : part && originOf(part, shown)}`;
}

function comparedBody(found: ComparedLineage, edition: Edition, language: Language, say: Say): Html {
  const { measure, women, men } = found;
  const row = (id: string, { key, value, status }: Lineage) =>
    html`<dt>${say(`lineage.${id}`)}</dt><dd><a href="${lineagePath(language, key, { release: edition.name })}"><bdi dir="ltr">${shownValue(key.series, value, status, language)}</bdi></a></dd>`;
  const value = found.value === null ? ".." : found.value.toFixed(measure === "parity" ? 2 : 1);
  return html`<dl class="facts"><dt>${say(`lineage.${measure}`)}</dt><dd><bdi dir="ltr">${value}</bdi></dd>${row("women", women)}${row("men", men)}</dl>`;
}
