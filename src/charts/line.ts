import type { TopLevelSpec } from "vega-lite";
import type { TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import { changes, groupPoints, seriesOf, span, unitName, within } from "./data.js";
import { chartNotes } from "./notes.js";
import { directed, isRightToLeft, pageOf } from "./page.js";
import { COLOURS, DASHES, SHAPES } from "./palette.js";
import type { ChartRequest } from "./request.js";

const WIDTH = 620;
/** Room for the numbers of the value axis. */
export const AXIS = 30;

/** Groups of countries over the years, each with the band of its bounds. */
export function line(input: TableInput, request: ChartRequest): TopLevelSpec {
  const { language } = input;
  const { series, indicator } = seriesOf(request.series);
  const points = within(groupPoints(input, series.code, request.groups), request);
  const unit = unitName(series.unit, language);
  const years = span(points);
  const facts = { series: series.name[language], unit, ...years };
  return pageOf({
    language,
    title: series.name[language],
    subtitle: text("tables", language, "chart.subtitle", { unit, period: `${years.from}-${years.to}` }),
    notes: chartNotes(input, [indicator], ["chart.band"]),
    description: text("tables", language, "chart.line.alt", {
      ...facts,
      items: changes(points, series.decimals, language),
    }),
    width: WIDTH,
    margin: isRightToLeft(language) ? 0 : AXIS,
    picture: {
      width: WIDTH,
      height: 320,
      data: {
        name: "values",
        values: points.map((point) => ({ ...point, group: directed(point.group, language) })),
      },
      encoding: { x: YEARS, color: groupScale(points, language) },
      layer: layers(points, language),
    },
  });
}

/** Years from left to right in every language, as ITU's charts have them. */
export const YEARS = {
  field: "year",
  type: "quantitative",
  scale: { nice: false, zero: false },
  axis: { format: "d", title: null, tickMinStep: 1, grid: false },
} as const;

/** The value axis, from zero, so that a small difference does not look large. */
export const VALUES = {
  type: "quantitative",
  scale: { zero: true },
  axis: { title: null, minExtent: AXIS, tickCount: 6, domain: false, ticks: false },
} as const;

const legend = {
  title: null,
  orient: "bottom",
  columns: 1,
  direction: "vertical",
  symbolOpacity: 1,
  symbolStrokeWidth: 0,
} as const;

const names = (points: readonly { readonly group: string }[], language: TableInput["language"]): string[] =>
  [...new Set(points.map(({ group }) => group))].map((name) => directed(name, language));

const scaleOf = (domain: readonly string[], all: readonly unknown[]) => ({
  domain,
  range: domain.map((_, index) => all[index % all.length]),
});

function groupScale(points: readonly { readonly group: string }[], language: TableInput["language"]) {
  return { field: "group", type: "nominal", scale: scaleOf(names(points, language), COLOURS), legend };
}

function layers(points: readonly { readonly group: string }[], language: TableInput["language"]): object[] {
  const domain = names(points, language);
  const by = (all: readonly unknown[]) => ({
    field: "group",
    type: "nominal",
    scale: scaleOf(domain, all),
    legend,
  });
  return [
    {
      mark: { type: "area", opacity: 0.16, aria: false },
      encoding: { y: { field: "low", ...VALUES }, y2: { field: "high" } },
    },
    {
      mark: { type: "line", strokeWidth: 2, aria: false },
      encoding: { y: { field: "value", ...VALUES }, strokeDash: by(DASHES) },
    },
    {
      mark: { type: "point", filled: true, size: 45, opacity: 1, aria: false },
      encoding: { y: { field: "value", ...VALUES }, shape: by(SHAPES) },
    },
  ];
}
