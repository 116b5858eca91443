import { defineTable, type TableInput } from "../../src/define.js";
import { text } from "../../src/i18n/text.js";
import { dimensionKey } from "../../src/keys.js";
import { type ColumnSpec, type Line, rowsOf, titled } from "../../src/tables/columns.js";
import { type CountryFigure, countryFigures } from "../../src/tables/countries.js";
import { createFootnotes, type Footnotes } from "../../src/tables/footnotes.js";
import { allSeries } from "../../src/tables/measured.js";
import { notesOf } from "../../src/tables/notes.js";
import { countryOrder } from "../../src/tables/order.js";

const COLUMNS: readonly ColumnSpec[] = [
  { id: "INDICATOR", type: "text" },
  { id: "SERIES", type: "text" },
  { id: "SERIES_NAME", type: "text" },
  { id: "RANK", type: "integer" },
  { id: "REF_AREA", type: "integer" },
  { id: "AREA_NAME", type: "text" },
  { id: "TIME_PERIOD", type: "integer" },
  { id: "UNIT_MEASURE", type: "text" },
  { id: "OBS_VALUE", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "OBS_STATUS", type: "text" },
  { id: "FOOTNOTES", type: "text" },
  { id: "DECIMALS", type: "integer" },
];

interface Ranked extends CountryFigure {
  readonly value: number;
}

/** Totals with a value. Counts are left out: a ranking by them would rank populations. */
const isHeadline = (figure: CountryFigure): figure is Ranked =>
  figure.value !== null &&
  figure.series.aggregation.method !== "sum" &&
  dimensionKey(figure.record.dimensions) === "";

function latestByCountry(figures: readonly Ranked[]): Ranked[] {
  const latest = new Map<number, Ranked>();
  for (const figure of figures) {
    const known = latest.get(figure.record.area);
    if (!known || known.record.period < figure.record.period) latest.set(figure.record.area, figure);
  }
  return [...latest.values()];
}

/** Lines of one series: highest value first, equal unrounded values share a rank (1, 2, 2, 4). */
function rankedLines(
  figures: readonly Ranked[],
  place: ReadonlyMap<number, number>,
  input: TableInput,
  footnotes: Footnotes,
): Line[] {
  const sorted = [...figures].sort(
    (a, b) => b.value - a.value || (place.get(a.record.area) ?? 0) - (place.get(b.record.area) ?? 0),
  );
  const rankOf = new Map<number, number>();
  sorted.forEach(({ value }, index) => {
    if (!rankOf.has(value)) rankOf.set(value, index + 1);
  });
  return sorted.map(({ record, indicator, series, value, estimate }) => ({
    INDICATOR: indicator.id,
    SERIES: series.code,
    SERIES_NAME: series.name[input.language],
    RANK: rankOf.get(value) ?? null,
    REF_AREA: record.area,
    AREA_NAME: input.areaName(record.area),
    TIME_PERIOD: record.period,
    UNIT_MEASURE: series.unit,
    OBS_VALUE: value,
    OBS_STATUS: estimate === null && "status" in record ? record.status : "E",
    FOOTNOTES: estimate ? null : footnotes.markOf(record),
    DECIMALS: series.decimals,
  }));
}

/** The latest figure of every country for every headline series, highest first. */
export default defineTable({
  id: "country-ranking",
  build(input) {
    const figures = countryFigures(input).filter(isHeadline);
    const place = countryOrder(
      figures.map(({ record }) => record.area),
      input,
    );
    const bySeries = new Map<string, Ranked[]>();
    for (const figure of figures) {
      const known = bySeries.get(figure.series.code);
      if (known) known.push(figure);
      else bySeries.set(figure.series.code, [figure]);
    }
    const footnotes = createFootnotes(input);
    const lines = allSeries().flatMap(({ code }) =>
      rankedLines(latestByCountry(bySeries.get(code) ?? []), place, input, footnotes),
    );
    const indicators = [
      ...new Set([...figures].sort((a, b) => a.rank - b.rank).map(({ indicator }) => indicator)),
    ];
    return {
      id: "country-ranking",
      title: text("tables", input.language, "country-ranking.title"),
      columns: titled(COLUMNS, input.language),
      rows: rowsOf(COLUMNS, lines),
      notes: [
        ...notesOf(input, { indicators, own: ["ranking"], values: true, estimates: true }),
        ...footnotes.notes(),
      ],
      language: input.language,
      vintage: input.vintage,
    };
  },
});
