import type { TopLevelSpec } from "vega-lite";
import type { TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import { type Headline, headlines, latestByCountry } from "../tables/headlines.js";
import { countryOrder } from "../tables/order.js";
import { NothingToDraw, said, seriesOf, unitName } from "./data.js";
import { VALUES } from "./line.js";
import { chartNotes } from "./notes.js";
import { directed, isRightToLeft, pageOf } from "./page.js";
import { COLOURS } from "./palette.js";
import type { ChartRequest } from "./request.js";

const WIDTH = 460;
const ROW = 15;
const NAMES = 220;

/** Every country's latest value, highest first; hollow where it is estimated or not comparable. */
export function dots(input: TableInput, request: ChartRequest): TopLevelSpec {
  const { language } = input;
  const { series, indicator } = seriesOf(request.series);
  const figures = ranked(input, series.code);
  const [first, last] = [figures[0], figures[figures.length - 1]];
  if (!first || !last)
    throw new NothingToDraw(
      `No country has a value of ${series.code}.`,
      "Choose another series; the table `availability` shows what there is.",
    );
  const unit = unitName(series.unit, language);
  const words = ({ record, value }: Headline) =>
    text("tables", language, "chart.point", {
      name: input.areaName(record.area),
      year: String(record.period),
      value: said(value, series.decimals, language),
    });
  return pageOf({
    language,
    title: series.name[language],
    subtitle: text("tables", language, "chart.subtitle", {
      unit,
      period: text("tables", language, "chart.latest"),
    }),
    notes: chartNotes(input, [indicator], ["note.ranking", "chart.hollow"]),
    description: text("tables", language, "chart.dots.alt", {
      series: series.name[language],
      unit,
      count: String(figures.length),
      first: words(first),
      last: words(last),
    }),
    width: WIDTH,
    margin: NAMES,
    picture: pictureOf(figures, input),
  });
}

function ranked(input: TableInput, code: string): Headline[] {
  const figures = latestByCountry(headlines(input).filter(({ series }) => series.code === code));
  const place = countryOrder(
    figures.map(({ record }) => record.area),
    input,
  );
  return figures.sort(
    (a, b) => b.value - a.value || (place.get(a.record.area) ?? 0) - (place.get(b.record.area) ?? 0),
  );
}

function pictureOf(figures: readonly Headline[], input: TableInput): object {
  const { language } = input;
  const values = figures.map(({ record, value, estimate, flags }) => ({
    country: directed(
      text("tables", language, "chart.country", {
        name: input.areaName(record.area),
        year: String(record.period),
      }),
      language,
    ),
    value,
    solid: estimate === null && flags.length === 0,
  }));
  const rightToLeft = isRightToLeft(language);
  return {
    width: WIDTH,
    height: { step: ROW },
    data: { name: "values", values },
    encoding: {
      y: {
        field: "country",
        type: "nominal",
        sort: values.map(({ country }) => country),
        axis: {
          title: null,
          orient: rightToLeft ? "right" : "left",
          grid: true,
          gridDash: [1, 3],
          domain: false,
          ticks: false,
          labelFontSize: 10,
          minExtent: NAMES,
          labelLimit: NAMES - 8,
        },
      },
      fill: { condition: { test: "datum.solid", value: COLOURS[0] }, value: "white" },
      x: {
        field: "value",
        ...VALUES,
        scale: { zero: true, reverse: rightToLeft },
        axis: { ...VALUES.axis, minExtent: 0, orient: "top" },
      },
    },
    mark: { type: "point", size: 55, stroke: COLOURS[0], strokeWidth: 1.5, opacity: 1, aria: false },
  };
}
