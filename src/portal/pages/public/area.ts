import type { FastifyReply, FastifyRequest } from "fastify";
import { indicators, type SeriesOfIndicator, seriesByCode } from "../../../../indicators/index.js";
import { unitName } from "../../../charts/data.js";
import type { Environment } from "../../../run/environment.js";
import type { Language } from "../../../types.js";
import { choose } from "../../forms.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { type Say, sayIn, sendPage } from "../../page.js";
import type { Query } from "../../paging.js";
import { chartFigure } from "../../published/charts.js";
import type { Edition } from "../../published/editions.js";
import { newestCell, newestOf, totalsOf, type Valued } from "../../published/figures.js";
import { columnTitle, editionLine, wideTable } from "./parts.js";

type Asked = FastifyRequest<{ Params: { code: string }; Querystring: Query }>;
const WORLD = 1;

/** A series of which an area has a published value. */
interface Profiled extends SeriesOfIndicator {
  readonly newest: Valued;
  readonly years: number;
}

/** The profile of a country or group: what it is, its newest values, and one series drawn. */
export async function areaPage(
  environment: Environment,
  request: Asked,
  reply: FastifyReply,
  area: number,
  edition: Edition | undefined,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const say = sayIn(language);
  const profiled = edition ? profileOf(edition, area) : [];
  const values =
    edition &&
    html`<h2>${say("area.values")}</h2>${editionLine(edition, language)}${
      profiled.length === 0
        ? html`<p>${say("area.nothing")}</p>`
        : html`${await chart(edition, area, profiled, request.query, language, say)}${table(profiled, edition, language, say)}`
    }`;
  const body = html`${facts(environment, area, language, say)}${values}${members(environment, area, language, say)}`;
  return sendPage(request, reply, { title: environment.areas.areaName(area, language), body });
}

function facts({ areas, groups }: Environment, code: number, language: Language, say: Say): Html {
  const area = areas.get(code);
  const group = groups.get(code);
  return html`<dl class="facts"><dt>${say("area.m49")}</dt><dd>${String(code).padStart(3, "0")}</dd>
${area && html`<dt>${say("area.iso")}</dt><dd>${area.iso3}, ${area.iso2}</dd>`}
${group && html`<dt>${say("area.kind")}</dt><dd>${say(`kind.${group.kind}`)}${group.alias && html` (<bdi>${group.alias}</bdi>)`}</dd>`}
${area && html`<dt>${say("area.groups")}</dt><dd>${joined(groups.groupsOf(code, newestYear(groups.groupsOf, code)), areas, language)}</dd>`}</dl>`;
}

/** Links, with the comma of the language between them. */
function joined(codes: readonly number[], { areaName }: Environment["areas"], language: Language): Html {
  const comma = language === "ar" ? "، " : language === "zh" ? "、" : ", ";
  return html`${codes.map((code, at) => html`${at > 0 && comma}<a href="/${language}/areas/${code}">${areaName(code, language)}</a>`)}`;
}

/** The newest year for which the lists tell anything of an area or group: lists without an end hold for all years. */
const newestYear = (of: (code: number, year: number) => readonly number[], code: number): number => {
  for (let year = 2100; year > 1990; year--) if (of(code, year).length > 0) return year;
  return 2100;
};

function members({ areas, groups }: Environment, code: number, language: Language, say: Say): Html | null {
  if (!groups.get(code)) return null;
  const list = groups.membersOf(code, newestYear(groups.membersOf, code));
  return html`<h2>${say("area.members", { count: list.length })}</h2><p>${joined(list, areas, language)}</p>`;
}

function profileOf(edition: Edition, area: number): Profiled[] {
  return indicators.flatMap(({ series }) =>
    series.flatMap(({ code }) => {
      const figures = edition.figures(code, area);
      const newest = newestOf(figures);
      const entry = seriesByCode.get(code);
      return newest && entry ? [{ ...entry, newest, years: totalsOf(figures).length }] : [];
    }),
  );
}

async function chart(
  edition: Edition,
  area: number,
  profiled: readonly Profiled[],
  { series: asked }: Query,
  language: Language,
  say: Say,
): Promise<Html> {
  const drawn = profiled.find(({ series }) => series.code === asked) ?? longest(profiled);
  const { groups } = edition.environment;
  const region = groups
    .groupsOf(area, drawn?.newest.period ?? 0)
    .filter((code) => groups.get(code)?.kind === "itu-region");
  const areas = [...new Set([area, ...region, WORLD])];
  const choices = profiled.map(({ series }) => ({ value: series.code, label: series.name[language] }));
  return html`<form action="/${language}/areas/${area}">${choose("series", say("area.draw"), choices, drawn?.series.code)}<button>${say("show")}</button></form>
${drawn && (await chartFigure(edition, language, { kind: "line", series: drawn.series.code, areas }))}`;
}

/** The series with most years, which has most to show; the first among equals. */
const longest = (profiled: readonly Profiled[]): Profiled | undefined =>
  profiled.reduce<Profiled | undefined>(
    (best, one) => (one.years > (best?.years ?? 0) ? one : best),
    undefined,
  );

function table(profiled: readonly Profiled[], edition: Edition, language: Language, say: Say): Html {
  const head = html`<tr><th scope="col">${columnTitle("INDICATOR_NAME", language)}</th><th scope="col">${columnTitle("SERIES_NAME", language)}</th><th scope="col">${columnTitle("UNIT_MEASURE", language)}</th><th scope="col" class="n">${say("newest")}</th></tr>`;
  const rows = profiled.map(
    ({ indicator, series, newest }) =>
      html`<tr><td><a href="/${language}/indicators/${indicator.id}">${indicator.id}</a></td><th scope="row">${series.name[language]}</th><td>${unitName(series.unit, language)}</td>${newestCell(newest, language, edition.name)}</tr>`,
  );
  return html`${wideTable(say("area.newest"), head, rows)}<p class="hint">${say("figures.legend")}</p>`;
}
