import { defineTable, type TableInput } from "../../src/define.js";
import { text } from "../../src/i18n/text.js";
import { compareText, dimensionKey } from "../../src/keys.js";
import { breakdown } from "../../src/tables/breakdown.js";
import { type ColumnSpec, type Line, rowsOf, titled } from "../../src/tables/columns.js";
import { createComparability, type Flag, flagCodes, LEFT_OUT } from "../../src/tables/comparability.js";
import { type CountryFigure, countryFigures } from "../../src/tables/countries.js";
import { createFootnotes, type Footnotes } from "../../src/tables/footnotes.js";
import { notesOf } from "../../src/tables/notes.js";
import { countryOrder, inTurn } from "../../src/tables/order.js";
import { DIMENSIONS } from "../../src/types.js";

const COLUMNS: readonly ColumnSpec[] = [
  { id: "REF_AREA", type: "integer", role: "dimension" },
  { id: "AREA_NAME", type: "text" },
  { id: "INDICATOR", type: "text" },
  { id: "SERIES", type: "text", role: "dimension" },
  { id: "SERIES_NAME", type: "text" },
  { id: "TIME_PERIOD", type: "integer", role: "dimension" },
  ...DIMENSIONS.map((id): ColumnSpec => ({ id, type: "text", role: "dimension" })),
  { id: "BREAKDOWN", type: "text" },
  { id: "UNIT_MEASURE", type: "text" },
  { id: "OBS_VALUE", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "OBS_STATUS", type: "text" },
  { id: "COMPARABILITY", type: "text" },
  { id: "FOOTNOTES", type: "text" },
  { id: "NATURE", type: "text" },
  { id: "LOW", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "HIGH", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "DECIMALS", type: "integer" },
  { id: "AGE_SCOPE", type: "text" },
  { id: "METHOD", type: "text" },
  { id: "SOURCE_DETAIL", type: "text" },
];

/** Columns that differ between what a country reported and what the agency estimated. */
function origin({ record, estimate }: CountryFigure): Line {
  if (estimate) {
    return {
      OBS_STATUS: "E",
      NATURE: "E",
      LOW: estimate.low,
      HIGH: estimate.high,
      METHOD: estimate.method,
      SOURCE_DETAIL: estimate.donors.join("; "),
    };
  }
  return "submission" in record
    ? {
        OBS_STATUS: record.status,
        NATURE: record.nature,
        AGE_SCOPE: record.ageScope,
        SOURCE_DETAIL: record.source,
      }
    : {};
}

function line(figure: CountryFigure, flags: readonly Flag[], input: TableInput, footnotes: Footnotes): Line {
  const { record, indicator, series, value } = figure;
  return {
    REF_AREA: record.area,
    AREA_NAME: input.areaName(record.area),
    INDICATOR: indicator.id,
    SERIES: series.code,
    SERIES_NAME: series.name[input.language],
    TIME_PERIOD: record.period,
    ...breakdown(record.dimensions, input.language),
    UNIT_MEASURE: series.unit,
    OBS_VALUE: value,
    DECIMALS: series.decimals,
    COMPARABILITY: flagCodes(flags),
    FOOTNOTES: figure.estimate ? null : footnotes.markOf(record, flags),
    ...origin(figure),
    ...(input.strict && flags.length > 0 ? LEFT_OUT : {}),
  };
}

/** The seven global indicators by country: what countries reported, and published estimates marked E. */
export default defineTable({
  id: "sdg-country",
  build(input) {
    const figures = countryFigures(input).filter(({ indicator }) => indicator.framework === "global");
    const place = countryOrder(
      figures.map(({ record }) => record.area),
      input,
    );
    figures.sort(
      inTurn<CountryFigure>(
        (a, b) => (place.get(a.record.area) ?? 0) - (place.get(b.record.area) ?? 0) || a.rank - b.rank,
        (a, b) => a.record.period - b.record.period,
        (a, b) => compareText(dimensionKey(a.record.dimensions), dimensionKey(b.record.dimensions)),
      ),
    );
    const indicators = [...new Set(figures.map(({ indicator }) => indicator))];
    const footnotes = createFootnotes(input);
    const flagsOf = createComparability(figures);
    return {
      id: "sdg-country",
      title: text("tables", input.language, "sdg-country.title"),
      columns: titled(COLUMNS, input.language),
      rows: rowsOf(
        COLUMNS,
        figures.map((figure) => line(figure, flagsOf(figure), input, footnotes)),
      ),
      notes: [
        ...notesOf(input, { indicators, values: true, flags: true, estimates: true }),
        ...footnotes.notes(),
      ],
      language: input.language,
      vintage: input.vintage,
    };
  },
});
