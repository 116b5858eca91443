import { seriesByCode } from "../../../../indicators/index.js";
import type { FigureVersion } from "../../../serve/published/published.js";
import { type ColumnSpec, type Line, rowsOf, titled } from "../../../tables/columns.js";
import { notesOf } from "../../../tables/notes.js";
import type { Language, Table } from "../../../types.js";
import { chartInput, recordsOf } from "../../published/chart-input.js";
import type { Edition } from "../../published/editions.js";
import { totalsOf } from "../../published/figures.js";
import type { Choice } from "./choice.js";

const COLUMNS: readonly ColumnSpec[] = [
  { id: "SERIES", type: "text", role: "dimension" },
  { id: "SERIES_NAME", type: "text" },
  { id: "REF_AREA", type: "integer", role: "dimension" },
  { id: "AREA_NAME", type: "text" },
  { id: "TIME_PERIOD", type: "integer", role: "dimension" },
  { id: "UNIT_MEASURE", type: "text" },
  { id: "OBS_VALUE", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "OBS_STATUS", type: "text" },
  { id: "LOW", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "HIGH", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "DECIMALS", type: "integer" },
];

/** The years of one series and area. */
export interface ChosenRow {
  readonly series: string;
  readonly area: number;
  readonly figures: readonly FigureVersion[];
}

/** Published totals of what was chosen: of each series all areas, in the order chosen. Areas without any are left out. */
export function chosenRows(edition: Edition, { series, areas, from, to }: Choice): ChosenRow[] {
  const isAsked = ({ period }: FigureVersion) => period >= (from ?? period) && period <= (to ?? period);
  return series.flatMap((code) =>
    areas.flatMap((area) => {
      const figures = totalsOf(edition.figures(code, area)).filter(isAsked);
      return figures.length > 0 ? [{ series: code, area, figures }] : [];
    }),
  );
}

/** What was chosen as a table that can leave in every format. */
export function ownTable(edition: Edition, title: string, choice: Choice, language: Language): Table {
  const rows = chosenRows(edition, choice);
  const countries = rows.filter(({ area }) => !edition.isGroup(area)).flatMap(({ figures }) => figures);
  const input = {
    ...chartInput(edition, language, { series: "", areas: [], countries: false }),
    ...recordsOf(countries),
  };
  const indicators = choice.series.flatMap((code) => seriesByCode.get(code)?.indicator ?? []);
  return {
    id: "own-table",
    title,
    columns: titled(COLUMNS, language),
    rows: rowsOf(
      COLUMNS,
      rows.flatMap((row) => row.figures.map((figure) => lineOf(figure, edition, language))),
    ),
    notes: notesOf(input, {
      ...{ indicators: [...new Set(indicators)], values: true, estimates: true },
      ...{ aggregates: countries.length < rows.length, groups: true },
    }),
    language,
    vintage: input.vintage,
  };
}

function lineOf(figure: FigureVersion, { environment }: Edition, language: Language): Line {
  const series = seriesByCode.get(figure.series)?.series;
  return {
    SERIES: figure.series,
    SERIES_NAME: series?.name[language] ?? null,
    REF_AREA: figure.area,
    AREA_NAME: environment.areas.areaName(figure.area, language),
    TIME_PERIOD: figure.period,
    UNIT_MEASURE: figure.UNIT_MEASURE ?? series?.unit ?? null,
    OBS_VALUE: figure.OBS_VALUE,
    OBS_STATUS: figure.OBS_STATUS,
    LOW: figure.LOW,
    HIGH: figure.HIGH,
    DECIMALS: series?.decimals ?? 1,
  };
}
