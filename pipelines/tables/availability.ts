import { indicators } from "../../indicators/index.js";
import { defineTable, type TableInput } from "../../src/define.js";
import { text } from "../../src/i18n/text.js";
import { type ColumnSpec, type Line, rowsOf, titled } from "../../src/tables/columns.js";
import { withIndicator } from "../../src/tables/measured.js";
import { notesOf } from "../../src/tables/notes.js";
import { countryOrder } from "../../src/tables/order.js";

const STUB: readonly ColumnSpec[] = [
  { id: "REF_AREA", type: "integer", role: "dimension" },
  { id: "AREA_NAME", type: "text" },
  { id: "INDICATOR", type: "text", role: "dimension" },
  { id: "INDICATOR_NAME", type: "text" },
];

/** Every year from the first to the last that any country reported, so that a year without data shows. */
function yearsOf(input: TableInput): string[] {
  const periods = input.observations.filter(({ value }) => value !== null).map(({ period }) => period);
  if (periods.length === 0) return [];
  const first = periods.reduce((a, b) => Math.min(a, b));
  const last = periods.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

const countKey = (area: number, indicator: string, period: number | string): string =>
  `${area}/${indicator}/${period}`;

function reportedCounts(input: TableInput): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { record, indicator } of withIndicator(input.observations)) {
    if (record.value === null) continue;
    const key = countKey(record.area, indicator.id, record.period);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function linesOf(input: TableInput, years: readonly string[]): Line[] {
  const counts = reportedCounts(input);
  const groups = new Set(input.groups.map(({ code }) => code));
  const asked = [...input.countries, ...input.observations.map(({ area }) => area)];
  const countries = countryOrder(
    asked.filter((area) => !groups.has(area)),
    input,
  );
  return [...countries.keys()].flatMap((area) =>
    indicators.map((indicator): Line => {
      const byYear = years.map((year) => counts.get(countKey(area, indicator.id, year)) ?? 0);
      return {
        REF_AREA: area,
        AREA_NAME: input.areaName(area),
        INDICATOR: indicator.id,
        INDICATOR_NAME: indicator.name[input.language],
        COUNT: byYear.reduce((sum, count) => sum + count, 0),
        ...Object.fromEntries(years.map((year, index) => [year, byYear[index] ?? 0])),
      };
    }),
  );
}

/** Reported figures by country, indicator and year; 0 where a country that was asked sent none. */
export default defineTable({
  id: "availability",
  build(input) {
    const years = yearsOf(input);
    const columns: readonly ColumnSpec[] = [
      ...STUB,
      ...years.map((year): ColumnSpec => ({ id: year, title: year, type: "integer", role: "measure" })),
      { id: "COUNT", type: "integer", role: "measure" },
    ];
    return {
      id: "availability",
      title: text("tables", input.language, "availability.title"),
      columns: titled(columns, input.language),
      rows: rowsOf(columns, linesOf(input, years)),
      notes: notesOf(input, { indicators, own: ["availability"], values: false }),
      language: input.language,
      vintage: input.vintage,
    };
  },
});
