import { type GenderParity, genderParity } from "../../src/aggregate/parity.js";
import { defineTable, type TableInput } from "../../src/define.js";
import { text } from "../../src/i18n/text.js";
import { compareText, dimensionKey } from "../../src/keys.js";
import { breakdown } from "../../src/tables/breakdown.js";
import { type ColumnSpec, type Line, rowsOf, titled } from "../../src/tables/columns.js";
import { type Measured, withIndicator } from "../../src/tables/measured.js";
import { notesOf } from "../../src/tables/notes.js";
import { groupOrder, inTurn } from "../../src/tables/order.js";
import type { Aggregate, Key, Language } from "../../src/types.js";

const COLUMNS: readonly ColumnSpec[] = [
  { id: "GROUP", type: "integer", role: "dimension" },
  { id: "GROUP_NAME", type: "text" },
  { id: "INDICATOR", type: "text" },
  { id: "SERIES", type: "text", role: "dimension" },
  { id: "SERIES_NAME", type: "text" },
  { id: "TIME_PERIOD", type: "integer", role: "dimension" },
  { id: "SEX", type: "text", role: "dimension" },
  { id: "URBANISATION", type: "text", role: "dimension" },
  { id: "BREAKDOWN", type: "text" },
  { id: "MEASURE", type: "text", role: "dimension" },
  { id: "UNIT_MEASURE", type: "text" },
  { id: "OBS_VALUE", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "OBS_STATUS", type: "text" },
  { id: "REPORTED_VALUE", type: "number", decimalsIn: "DECIMALS" },
  { id: "LOW", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "HIGH", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "DECIMALS", type: "integer" },
  { id: "WEIGHT_REPORTED", type: "number", decimals: 3 },
  { id: "WEIGHT_USED", type: "number", decimals: 3 },
  { id: "WEIGHT_STAND_IN", type: "number", decimals: 3 },
  { id: "COUNTRIES", type: "integer", role: "measure" },
  { id: "COUNTRIES_REPORTED", type: "integer", role: "measure" },
  { id: "COUNTRIES_ESTIMATED", type: "integer", role: "measure" },
];

const SHOWN = new Set(["SEX", "URBANISATION"]);
/**
 * Totals and breakdowns by sex and by urban or rural area; not ages, levels or speeds. Where no country of
 * a group has a figure there is nothing to show, not even how thin the coverage is.
 */
const isShown = ({ dimensions, countriesReported, countriesEstimated }: Aggregate): boolean =>
  countriesReported + countriesEstimated > 0 &&
  Object.entries(dimensions).every(([id, code]) => code === "_T" || SHOWN.has(id));

const MEASURES = ["VALUE", "PARITY_SCORE", "GAP"];

/** A line and the aggregate it is ordered by. */
type Placed = Measured & { readonly record: Aggregate; readonly line: Line };

function valueLine({ record, indicator, series }: Omit<Placed, "line">, input: TableInput): Line {
  return {
    GROUP: record.area,
    GROUP_NAME: input.areaName(record.area),
    INDICATOR: indicator.id,
    SERIES: series.code,
    SERIES_NAME: series.name[input.language],
    TIME_PERIOD: record.period,
    ...breakdown(record.dimensions, input.language),
    MEASURE: "VALUE",
    UNIT_MEASURE: series.unit,
    OBS_VALUE: record.value,
    OBS_STATUS: record.status,
    REPORTED_VALUE: record.reportedValue,
    LOW: record.low,
    HIGH: record.high,
    DECIMALS: series.decimals,
    WEIGHT_REPORTED: record.weightCovered,
    WEIGHT_USED: record.weightUsed,
    WEIGHT_STAND_IN: record.weightStandIn,
    COUNTRIES: record.countries,
    COUNTRIES_REPORTED: record.countriesReported,
    COUNTRIES_ESTIMATED: record.countriesEstimated,
  };
}

const keyText = ({ series, area, period, dimensions }: Key): string =>
  `${series}/${area}/${period}/${dimensionKey(dimensions)}`;

/** From the strongest to the weakest. */
const STATUSES = ["A", "E", "U", "O"];

/** What a comparison of two values keeps of their coverage: the weaker of the two. */
const weaker = (women: Aggregate, men: Aggregate): Line => ({
  OBS_STATUS: STATUSES.indexOf(women.status) < STATUSES.indexOf(men.status) ? men.status : women.status,
  WEIGHT_REPORTED: Math.min(women.weightCovered, men.weightCovered),
  WEIGHT_USED: Math.min(women.weightUsed, men.weightUsed),
  WEIGHT_STAND_IN: Math.max(women.weightStandIn, men.weightStandIn),
  COUNTRIES_REPORTED: Math.min(women.countriesReported, men.countriesReported),
  COUNTRIES_ESTIMATED: Math.max(women.countriesEstimated, men.countriesEstimated),
});

/** The two lines that compare women with men, laid beside the line of the women they start from. */
function comparisons(
  women: Placed,
  { score, gap }: GenderParity,
  men: Aggregate,
  language: Language,
): Placed[] {
  const line = {
    ...women.line,
    ...weaker(women.record, men),
    SEX: "_Z",
    REPORTED_VALUE: null,
    LOW: null,
    HIGH: null,
  };
  const named = (id: string) => ({ MEASURE: id, BREAKDOWN: text("tables", language, `measure.${id}`) });
  return [
    { ...line, ...named("PARITY_SCORE"), UNIT_MEASURE: "RO", OBS_VALUE: score, DECIMALS: 2 },
    { ...line, ...named("GAP"), UNIT_MEASURE: "PP", OBS_VALUE: gap },
  ].map((compared) => ({ ...women, line: compared }));
}

/** Parity and gap of percentages, from unrounded values; a ratio of counts would say nothing about parity. */
function comparedLines(values: readonly Placed[], language: Language): Placed[] {
  const percentages = values.filter(({ series }) => series.unit === "PT");
  const byKey = new Map(percentages.map((entry) => [keyText(entry.record), entry]));
  return genderParity(percentages.map(({ record }) => record)).flatMap((parity) => {
    const of = (SEX: string) => byKey.get(keyText({ ...parity, dimensions: { ...parity.dimensions, SEX } }));
    const [women, men] = [of("F"), of("M")];
    return women && men ? comparisons(women, parity, men.record, language) : [];
  });
}

/** World, regions and other groups by year: every value with the coverage it rests on. */
export default defineTable({
  id: "facts-and-figures",
  build(input) {
    const values = withIndicator(input.aggregates.filter(isShown)).map((entry) => ({
      ...entry,
      line: valueLine(entry, input),
    }));
    const place = groupOrder(input.groups);
    const groupPlace = (area: number) => place.get(area) ?? place.size;
    const placed = [...values, ...comparedLines(values, input.language)].sort(
      inTurn<Placed>(
        (a, b) => groupPlace(a.record.area) - groupPlace(b.record.area) || a.record.area - b.record.area,
        (a, b) => a.rank - b.rank || a.record.period - b.record.period,
        (a, b) => MEASURES.indexOf(String(a.line.MEASURE)) - MEASURES.indexOf(String(b.line.MEASURE)),
        (a, b) => compareText(dimensionKey(a.record.dimensions), dimensionKey(b.record.dimensions)),
      ),
    );
    const indicators = [...new Set(placed.map(({ indicator }) => indicator))];
    return {
      id: "facts-and-figures",
      title: text("tables", input.language, "facts-and-figures.title"),
      columns: titled(COLUMNS, input.language),
      rows: rowsOf(
        COLUMNS,
        placed.map(({ line }) => line),
      ),
      notes: notesOf(input, {
        ...{ indicators, own: ["parity", "stand-in"], values: true, estimates: true },
        ...{ aggregates: true, groups: true },
      }),
      language: input.language,
      vintage: input.vintage,
    };
  },
});
