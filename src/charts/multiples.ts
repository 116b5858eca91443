import type { TopLevelSpec } from "vega-lite";
import type { TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import { changes, groupPoints, seriesOf, span, unitName, within } from "./data.js";
import { AXIS, VALUES, YEARS } from "./line.js";
import { chartNotes } from "./notes.js";
import { directed, isRightToLeft, pageOf } from "./page.js";
import { COLOURS } from "./palette.js";
import type { ChartRequest } from "./request.js";

const COLUMNS = 3;
const PANEL = { width: 190, height: 120 };
const GAP = 40;

/** One small line with its band for every region, all on the same axes. */
export function multiples(input: TableInput, request: ChartRequest): TopLevelSpec {
  const { language } = input;
  const { series, indicator } = seriesOf(request.series);
  const points = within(groupPoints(input, series.code, request.groups), request);
  const unit = unitName(series.unit, language);
  const years = span(points);
  const names = [...new Set(points.map(({ group }) => group))].map((name) => directed(name, language));
  return pageOf({
    language,
    title: series.name[language],
    subtitle: text("tables", language, "chart.subtitle", { unit, period: `${years.from}-${years.to}` }),
    notes: chartNotes(input, [indicator], ["chart.band"]),
    description: text("tables", language, "chart.multiples.alt", {
      series: series.name[language],
      unit,
      ...years,
      items: changes(points, series.decimals, language),
    }),
    width: COLUMNS * PANEL.width + (COLUMNS - 1) * GAP,
    margin: isRightToLeft(language) ? 0 : AXIS,
    picture: {
      data: { name: "values", values: points.map((p) => ({ ...p, group: directed(p.group, language) })) },
      facet: {
        field: "group",
        type: "nominal",
        sort: names,
        header: {
          title: null,
          labelFontWeight: "bold",
          labelLimit: PANEL.width,
          labelAnchor: isRightToLeft(language) ? "end" : "start",
        },
      },
      columns: COLUMNS,
      spacing: { row: 24, column: GAP / 4 },
      spec: { ...PANEL, encoding: { x: SPARSE_YEARS }, layer: LAYERS },
    },
  });
}

const SPARSE_YEARS = { ...YEARS, axis: { ...YEARS.axis, tickCount: 4 } };

const LAYERS = [
  {
    mark: { type: "area", opacity: 0.2, color: COLOURS[0], aria: false },
    encoding: { y: { field: "low", ...VALUES }, y2: { field: "high" } },
  },
  {
    mark: {
      type: "line",
      strokeWidth: 2,
      color: COLOURS[0],
      aria: false,
      point: { size: 20, color: COLOURS[0] },
    },
    encoding: { y: { field: "value", ...VALUES } },
  },
];
