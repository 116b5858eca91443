import { defineTable, type TableInput } from "../../src/define.js";
import { text } from "../../src/i18n/text.js";
import { type ColumnSpec, type Line, rowsOf, titled } from "../../src/tables/columns.js";
import { flagCodes, LEFT_OUT } from "../../src/tables/comparability.js";
import { createFootnotes, type Footnotes } from "../../src/tables/footnotes.js";
import { type Headline, headlines, latestByCountry } from "../../src/tables/headlines.js";
import { allSeries } from "../../src/tables/measured.js";
import { notesOf } from "../../src/tables/notes.js";
import { countryOrder } from "../../src/tables/order.js";

const COLUMNS: readonly ColumnSpec[] = [
  { id: "INDICATOR", type: "text" },
  { id: "SERIES", type: "text", role: "dimension" },
  { id: "SERIES_NAME", type: "text" },
  { id: "RANK", type: "integer", role: "measure" },
  { id: "REF_AREA", type: "integer", role: "dimension" },
  { id: "AREA_NAME", type: "text" },
  { id: "TIME_PERIOD", type: "integer", role: "dimension" },
  { id: "UNIT_MEASURE", type: "text" },
  { id: "OBS_VALUE", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "OBS_STATUS", type: "text" },
  { id: "COMPARABILITY", type: "text" },
  { id: "FOOTNOTES", type: "text" },
  { id: "DECIMALS", type: "integer" },
];

/**
 * Lines of one series: highest value first, equal unrounded values share a rank (1, 2, 2, 4). In the strict
 * form, what is not comparable comes last, without value or rank.
 */
function rankedLines(
  figures: readonly Headline[],
  place: ReadonlyMap<number, number>,
  input: TableInput,
  footnotes: Footnotes,
): Line[] {
  const byName = (a: Headline, b: Headline) =>
    (place.get(a.record.area) ?? 0) - (place.get(b.record.area) ?? 0);
  const isLeftOut = ({ flags }: Headline) => input.strict === true && flags.length > 0;
  const ranked = figures
    .filter((figure) => !isLeftOut(figure))
    .sort((a, b) => b.value - a.value || byName(a, b));
  const rankOf = new Map<number, number>();
  ranked.forEach(({ value }, index) => {
    if (!rankOf.has(value)) rankOf.set(value, index + 1);
  });
  return [
    ...ranked.map((figure) => ({
      ...lineOf(figure, input, footnotes),
      RANK: rankOf.get(figure.value) ?? null,
    })),
    ...figures
      .filter(isLeftOut)
      .sort(byName)
      .map((figure) => ({ ...lineOf(figure, input, footnotes), ...LEFT_OUT })),
  ];
}

function lineOf(
  { record, indicator, series, value, estimate, flags }: Headline,
  input: TableInput,
  footnotes: Footnotes,
): Line {
  return {
    INDICATOR: indicator.id,
    SERIES: series.code,
    SERIES_NAME: series.name[input.language],
    REF_AREA: record.area,
    AREA_NAME: input.areaName(record.area),
    TIME_PERIOD: record.period,
    UNIT_MEASURE: series.unit,
    OBS_VALUE: value,
    OBS_STATUS: estimate === null && "status" in record ? record.status : "E",
    COMPARABILITY: flagCodes(flags),
    FOOTNOTES: estimate && flags.length === 0 ? null : footnotes.markOf(record, flags),
    DECIMALS: series.decimals,
  };
}

/** The latest figure of every country for every headline series, highest first. */
export default defineTable({
  id: "country-ranking",
  build(input) {
    const figures = headlines(input);
    const place = countryOrder(
      figures.map(({ record }) => record.area),
      input,
    );
    const bySeries = new Map<string, Headline[]>();
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
        ...notesOf(input, { indicators, own: ["ranking"], values: true, flags: true, estimates: true }),
        ...footnotes.notes(),
      ],
      language: input.language,
      vintage: input.vintage,
    };
  },
});
