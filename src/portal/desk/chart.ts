import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { NothingToDraw } from "../../charts/data.js";
import { line } from "../../charts/line.js";
import { svgOf } from "../../charts/render.js";
import type { TableInput } from "../../define.js";
import { absoluteValue } from "../../estimate/absolute-value.js";
import { breakdown } from "../../tables/breakdown.js";
import type { Aggregate, Key, Language } from "../../types.js";
import { Refusal } from "../access.js";
import type { Given } from "../given.js";
import { languageOf } from "../language.js";
import { sayIn } from "../page.js";
import type { Query } from "../paging.js";
import { AT_DESK, type Country, countryOf } from "./country.js";
import { type Choice, choiceOf, type Year, yearsOf } from "./history.js";

/** Lines of a chart as groups: their numbers need only differ. */
const LINES = { reported: 1, estimated: 2 } as const;

type Asked = FastifyRequest<{ Querystring: Query }>;

/** The figures of a country in one series as a chart. */
export function chartPages(app: FastifyInstance, given: Given): void {
  app.get<{ Querystring: Query }>("/:language/country/:area/figures/chart.svg", AT_DESK, (request, reply) =>
    sendChart(given, request, reply),
  );
}

async function sendChart(given: Given, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const country = countryOf(given, request);
  const choice = choiceOf(given, country, request.query);
  if (!choice) throw new Refusal(404, "not-there");
  const { years } = yearsOf(given, country, choice);
  const language = languageOf(request);
  try {
    const input = inputOf(given, country, choice, years, language);
    const spec = line(input, { series: choice.series.code, groups: Object.values(LINES) });
    return reply.type("image/svg+xml; charset=utf-8").send(await svgOf(spec, language));
  } catch (error) {
    if (error instanceof NothingToDraw) throw new Refusal(404, "not-there");
    throw error;
  }
}

/** The years as two lines: what the country reported, and what fills its gaps with the bounds of it. */
function inputOf(
  { environment }: Given,
  country: Country,
  { series, dimensions }: Choice,
  years: readonly Year[],
  language: Language,
): TableInput {
  const point = (area: number, period: number, value: number, low: number | null, high: number | null) =>
    lineValue({ series: series.code, area, period, dimensions: {} }, value, low, high);
  const reported = years.flatMap(({ period, inForce }) => {
    const value = inForce ? absoluteValue(inForce) : null;
    return value === null ? [] : [point(LINES.reported, period, value, null, null)];
  });
  const estimated = years.flatMap(({ period, estimate }) =>
    estimate ? [point(LINES.estimated, period, estimate.value, estimate.low, estimate.high)] : [],
  );
  const words = String(breakdown(dimensions, language).BREAKDOWN);
  const say = sayIn(language);
  return {
    ...{ language, observations: [], estimates: [], explanations: [], countries: [], groups: [] },
    vintage: environment.store.vintage() ?? { id: 0, asOf: "" },
    aggregates: [...reported, ...estimated],
    thresholds: environment.thresholds,
    areaName: (line) =>
      `${country.title} · ${words} · ${say(line === LINES.reported ? "figures.reported" : "figures.estimated")}`,
  };
}

const NOT_A_GROUP = {
  ...{ weightCovered: 1, weightUsed: 1, weightStandIn: 0 },
  ...{ countries: 1, countriesReported: 1, countriesEstimated: 0, reportedValue: null, status: "A" },
};

const lineValue = (key: Key, value: number, low: number | null, high: number | null): Aggregate => ({
  ...{ ...key, ...NOT_A_GROUP },
  ...{ value, low, high },
});
