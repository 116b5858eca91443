import type { TopLevelSpec } from "vega-lite";
import type { Indicator, TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import { withIndicator } from "../tables/measured.js";
import type { Language } from "../types.js";
import { NothingToDraw, span, within } from "./data.js";
import { chartNotes } from "./notes.js";
import { directed, isRightToLeft, pageOf } from "./page.js";
import { SEQUENTIAL } from "./palette.js";
import type { ChartRequest } from "./request.js";

const CELL = 22;
const NAMES = 300;

interface Cell {
  readonly indicator: Indicator;
  readonly year: number;
  readonly countries: number;
}

/** How many countries reported each indicator in each year; a year without any is an empty cell. */
export function heat(input: TableInput, request: Pick<ChartRequest, "from" | "to">): TopLevelSpec {
  const { language } = input;
  const cells = within(counted(input), request);
  const [first] = cells;
  if (!first) throw new NothingToDraw("No country has reported a value.", "`ictsdg take` first.");
  const most = cells.reduce((best, cell) => (cell.countries > best.countries ? cell : best), first);
  const years = span(cells);
  const indicators = [...new Set(cells.map(({ indicator }) => indicator))];
  return pageOf({
    language,
    title: text("tables", language, "chart.heat.title"),
    subtitle: text("tables", language, "chart.heat.subtitle", years),
    notes: chartNotes(input, indicators, []),
    description: text("tables", language, "chart.heat.alt", {
      ...years,
      most: text("tables", language, "chart.point", {
        name: most.indicator.name[language],
        year: String(most.year),
        value: String(most.countries),
      }),
    }),
    width: CELL * (Number(years.to) - Number(years.from) + 1),
    margin: NAMES,
    picture: pictureOf(cells, indicators, years, language),
  });
}

function counted(input: TableInput): Cell[] {
  const areas = new Map<
    string,
    { indicator: Indicator; year: number; rank: number; reported: Set<number> }
  >();
  const groups = new Set(input.groups.map(({ code }) => code));
  for (const { record, indicator, rank } of withIndicator(input.observations)) {
    if (record.value === null || groups.has(record.area)) continue;
    const key = `${indicator.id} ${record.period}`;
    const cell = areas.get(key) ?? { indicator, year: record.period, rank, reported: new Set<number>() };
    areas.set(key, cell);
    cell.reported.add(record.area);
  }
  return [...areas.values()]
    .sort((a, b) => a.rank - b.rank || a.year - b.year)
    .map(({ indicator, year, reported }) => ({ indicator, year, countries: reported.size }));
}

/** A code reads from the left in a line that runs from the right: 5.b.1 and not b.1.5 (Unicode UAX 9, LRE). */
const leftToRight = (code: string): string => `\u202a${code}\u202c`;

const nameOf = ({ id, name }: Indicator, language: Language): string =>
  directed(`${leftToRight(id)} ${name[language]}`, language);

function pictureOf(
  cells: readonly Cell[],
  indicators: readonly Indicator[],
  { from, to }: { from: string; to: string },
  language: Language,
): object {
  const years = Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  return {
    width: { step: CELL },
    height: { step: CELL },
    data: {
      name: "values",
      values: cells.map(({ indicator, year, countries }) => ({
        indicator: nameOf(indicator, language),
        year,
        countries,
      })),
    },
    mark: { type: "rect", stroke: "white", strokeWidth: 1, aria: false },
    encoding: {
      x: {
        field: "year",
        type: "ordinal",
        scale: { domain: years },
        axis: { title: null, labelAngle: -90, domain: false, ticks: false },
      },
      y: {
        field: "indicator",
        type: "nominal",
        sort: indicators.map((indicator) => nameOf(indicator, language)),
        axis: {
          title: null,
          minExtent: NAMES,
          labelLimit: NAMES - 8,
          orient: isRightToLeft(language) ? "right" : "left",
          domain: false,
          ticks: false,
        },
      },
      color: {
        field: "countries",
        type: "quantitative",
        // Dark is many: the light end stays apart from the paper of a year without data.
        scale: { scheme: SEQUENTIAL, reverse: true, domainMin: 0 },
        legend: { title: null, orient: "bottom", gradientLength: 240, format: "d" },
      },
    },
  };
}
