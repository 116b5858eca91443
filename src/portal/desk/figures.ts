import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { unitName } from "../../charts/data.js";
import { absoluteValue } from "../../estimate/absolute-value.js";
import { text } from "../../i18n/text.js";
import { dimensionKey } from "../../keys.js";
import type { Version } from "../../run/release/triangle.js";
import { breakdown } from "../../tables/breakdown.js";
import { absent } from "../../tables/cell.js";
import type { Language } from "../../types.js";
import { choose } from "../forms.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { exactText, figureText } from "../numbers.js";
import { sayIn, sendPage } from "../page.js";
import type { Query } from "../paging.js";
import { AT_DESK, type Country, countryOf } from "./country.js";
import { endEstimates } from "./estimates.js";
import { type Choice, choiceOf, type Year, yearsOf } from "./history.js";
import { editPath } from "./paths.js";
import { submissionPath } from "./sent.js";

type Asked = FastifyRequest<{ Querystring: Query }>;

/** All that a country ever handed in of one series, and what the agency fills its gaps with. */
export function figuresPages(app: FastifyInstance, given: Given): void {
  app.addHook("onClose", () => endEstimates(given));
  app.get<{ Querystring: Query }>("/:language/country/:area/figures", AT_DESK, (request, reply) =>
    figuresPage(given, request, reply),
  );
}

function figuresPage(given: Given, request: Asked, reply: FastifyReply): FastifyReply {
  const say = sayIn(languageOf(request));
  const country = countryOf(given, request);
  const choice = choiceOf(given, country, request.query);
  const title = say("figures.title", { country: country.title });
  if (!choice) return sendPage(request, reply, { title, body: html`<p>${say("desk.nothing-sent")}</p>` });
  const { years, estimating } = yearsOf(given, country, choice);
  const body = html`${chooser(country, choice, languageOf(request))}
${chart(country, choice, years, languageOf(request))}
${estimating && html`<p class="notice info" role="status">${say("figures.estimating")}</p>`}
${table(country, choice, years, languageOf(request))}`;
  return sendPage(request, reply, { title, body });
}

const wordsOf = (dimensions: Choice["dimensions"], language: Language): string =>
  String(breakdown(dimensions, language).BREAKDOWN);

function chooser(
  { path }: Country,
  { all, series, breakdowns, dimensions }: Choice,
  language: Language,
): Html {
  const say = sayIn(language);
  const names = all.map(({ indicator, series: { code, name } }) => ({
    value: code,
    label: `${indicator.id} ${name[language]}`,
  }));
  const parts = breakdowns.map((one) => ({ value: dimensionKey(one), label: wordsOf(one, language) }));
  return html`<form method="get" action="${path}/figures">
${choose("series", text("tables", language, "column.SERIES_NAME"), names, series.code)}
${choose("breakdown", text("tables", language, "column.BREAKDOWN"), parts, dimensionKey(dimensions))}
<button>${say("figures.show")}</button></form>`;
}

function chart(
  { path }: Country,
  { series, dimensions }: Choice,
  years: readonly Year[],
  language: Language,
): Html | null {
  const isEmpty = years.every(({ inForce, estimate }) => (inForce?.value ?? estimate?.value) === undefined);
  if (isEmpty) return null;
  const query = new URLSearchParams({ series: series.code, breakdown: dimensionKey(dimensions) });
  const alt = sayIn(language)("figures.chart", { series: series.name[language] });
  return html`<figure><img src="${path}/figures/chart.svg?${query.toString()}" alt="${alt}" width="684" height="520" loading="lazy"></figure>`;
}

function table(country: Country, choice: Choice, years: readonly Year[], language: Language): Html {
  const { series, indicator, dimensions } = choice;
  const say = sayIn(language);
  const column = (id: string) => text("tables", language, `column.${id}`);
  const caption = `${series.name[language]} (${unitName(series.unit, language)}) · ${wordsOf(dimensions, language)}`;
  const rows = years.map((year) => yearRow(country, choice, year, language));
  return html`${indicator.estimation !== "published" && html`<p>${say("figures.no-estimates")}</p>`}
<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr><th scope="col">${column("TIME_PERIOD")}</th><th scope="col" class="n">${say("figures.in-force")}</th><th scope="col">${column("OBS_STATUS")}</th><th scope="col" class="n">${say("figures.estimate")}</th><th scope="col">${say("figures.versions")}</th><th scope="col">${say("edit")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function yearRow(country: Country, { series, dimensions }: Choice, year: Year, language: Language): Html {
  const { period, inForce, estimate } = year;
  const value = inForce ? absoluteValue(inForce) : null;
  const shown = value === null ? absent(inForce?.status ?? null) : exactText(value, language);
  const decimals = (number: number) => figureText(number, series.decimals, language);
  const filled =
    estimate &&
    html`${decimals(estimate.value)} <small>(${decimals(estimate.low)}–${decimals(estimate.high)}; <bdi>${estimate.method}</bdi>)</small>`;
  const edit = editPath(country, { series: series.code, period, dimensions });
  const say = sayIn(language);
  return html`<tr><th scope="row">${period}</th><td class="n">${shown}</td><td>${inForce?.status}</td><td class="n">${filled}</td><td>${versionList(country, year.versions, language)}</td><td><a href="${edit}">${say("edit")} <bdi>${period}</bdi></a></td></tr>
`;
}

function versionList(country: Country, versions: readonly Version[], language: Language): Html {
  const items = versions.map(({ value, status, asOf, filename, submission, line }) => {
    const shown = value === null ? absent(status) : exactText(value, language);
    return html`<li>${shown} (${status}) · ${asOf.slice(0, 10)} · <a href="${submissionPath(country, submission)}"><bdi>${filename}</bdi></a> · ${sayIn(language)("figures.line", { line })}</li>`;
  });
  return html`<ol>${items}</ol>`;
}
