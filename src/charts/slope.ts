import type { TopLevelSpec } from "vega-lite";
import type { TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import type { Language } from "../types.js";
import {
  changes,
  type GroupPoint,
  groupPoints,
  NothingToDraw,
  said,
  seriesOf,
  span,
  unitName,
  within,
} from "./data.js";
import { chartNotes } from "./notes.js";
import { directed, isRightToLeft, pageOf } from "./page.js";
import { COLOURS, DASHES, INK } from "./palette.js";
import type { ChartRequest } from "./request.js";

const WIDTH = 620;
const HEIGHT = 360;
/** Room for the names on the right, and height of one name. */
const NAMES = 300;
const NAME = 15;

/** Every group in two years: the first and the last asked for, or else of the data. */
export function slope(input: TableInput, request: ChartRequest): TopLevelSpec {
  const { language } = input;
  const { series, indicator } = seriesOf(request.series);
  const all = within(groupPoints(input, series.code, request.groups), request);
  const years = { from: String(request.from ?? span(all).from), to: String(request.to ?? span(all).to) };
  const points = bothYears(all, years);
  const unit = unitName(series.unit, language);
  return pageOf({
    language,
    title: series.name[language],
    subtitle: text("tables", language, "chart.subtitle", { unit, period: `${years.from} / ${years.to}` }),
    notes: chartNotes(input, [indicator], []),
    description: text("tables", language, "chart.slope.alt", {
      series: series.name[language],
      unit,
      ...years,
      items: changes(points, series.decimals, language),
    }),
    width: WIDTH - NAMES,
    margin: isRightToLeft(language) ? NAMES : 0,
    picture: pictureOf(points, years, series.decimals, language),
  });
}

/** A line has two ends: groups without a value in one of the years are not drawn. */
function bothYears(points: readonly GroupPoint[], { from, to }: { from: string; to: string }): GroupPoint[] {
  const ends = points.filter(({ year }) => String(year) === from || String(year) === to);
  const kept = ends.filter(({ group }) => ends.filter((end) => end.group === group).length === 2);
  if (kept.length > 0) return kept;
  throw new NothingToDraw(
    `No group has a value in both ${from} and ${to}.`,
    "Name other years with --from and --to.",
  );
}

function pictureOf(
  points: readonly GroupPoint[],
  { from, to }: { from: string; to: string },
  decimals: number,
  language: Language,
): object {
  const domain = [...new Set(points.map(({ group }) => group))];
  const range = (all: readonly unknown[]) => domain.map((_, index) => all[index % all.length]);
  const by = (all: readonly unknown[]) => ({
    field: "group",
    type: "nominal",
    scale: { domain, range: range(all) },
    legend: null,
  });
  const y = { field: "value", type: "quantitative", scale: { zero: true }, axis: null };
  const label = (year: string, dx: number, align: string) => ({
    transform: [{ filter: `datum.year == ${year}` }],
    mark: { type: "text", align, dx, fontSize: 11, color: INK, baseline: "middle", aria: false },
    encoding: { text: { field: "label" }, y: { ...y, field: "place" }, color: { value: INK } },
  });
  return {
    width: WIDTH - NAMES,
    height: HEIGHT,
    data: { name: "values", values: labelled(points, to, decimals, language) },
    encoding: {
      x: {
        field: "year",
        type: "ordinal",
        scale: { padding: 0.15 },
        axis: {
          title: null,
          labelAngle: 0,
          orient: "top",
          offset: 12,
          labelFontWeight: "bold",
          domain: false,
          ticks: false,
        },
      },
      color: by(COLOURS),
    },
    layer: [
      { mark: { type: "line", strokeWidth: 2, aria: false }, encoding: { y, strokeDash: by(DASHES) } },
      { mark: { type: "point", filled: true, size: 60, opacity: 1, aria: false }, encoding: { y } },
      label(from, -10, "right"),
      label(to, 10, "left"),
    ],
  };
}

/** Labels beside both ends, each at the place where it does not cover another. */
function labelled(points: readonly GroupPoint[], to: string, decimals: number, language: Language): object[] {
  const top = Math.max(...points.map(({ value }) => value), 0);
  const step = (NAME / HEIGHT) * top;
  return [...new Set(points.map(({ year }) => year))].flatMap((year) => {
    let floor = Number.NEGATIVE_INFINITY;
    return points
      .filter((point) => point.year === year)
      .sort((a, b) => a.value - b.value)
      .map((point) => {
        const place = Math.max(point.value, floor + step);
        floor = place;
        const figure = said(point.value, decimals, language);
        const name = directed(point.group, language);
        return { ...point, place, label: String(year) === to ? `${figure}  ${name}` : figure };
      });
  });
}
