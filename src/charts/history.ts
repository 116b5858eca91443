import type { TopLevelSpec } from "vega-lite";
import type { Series } from "../define.js";
import { text } from "../i18n/text.js";
import type { Language } from "../types.js";
import { said, span, unitName } from "./data.js";
import { AXIS, VALUES, YEARS } from "./line.js";
import { isRightToLeft, pageOf } from "./page.js";
import { COLOURS, FAINT } from "./palette.js";

export interface YearValue {
  readonly year: number;
  readonly value: number;
}

/** One series of one country over the years, with a figure that is doubted and what others have. */
export interface HistoryRequest {
  readonly language: Language;
  readonly series: Series;
  /** Name of the country. */
  readonly area: string;
  /** Breakdown in words. */
  readonly breakdown: string;
  /** Figures in force, by year. */
  readonly figures: readonly YearValue[];
  /** The doubted figure as it stands; null where there is none to be drawn. */
  readonly doubted: YearValue | null;
  /** Medians of the peers, by year. */
  readonly peers: readonly YearValue[];
}

const WIDTH = 560;

/** Undefined where there is no value at all. */
export function historyChart(request: HistoryRequest): TopLevelSpec | undefined {
  const { language, series, area, breakdown, figures, doubted, peers } = request;
  const all = [...figures, ...(doubted ? [doubted] : [])];
  if (all.length === 0) return undefined;
  const years = span([...all, ...peers]);
  const note = (id: string) => text("tables", language, id);
  return pageOf({
    language,
    title: `${area}: ${series.name[language]}`,
    subtitle: `${unitName(series.unit, language)} · ${breakdown} · ${years.from === years.to ? years.from : `${years.from}-${years.to}`}`,
    notes: [
      ...(doubted ? [note("chart.history.doubted")] : []),
      ...(peers.length > 0 ? [note("chart.history.peers")] : []),
    ],
    description: description(request, all),
    width: WIDTH,
    margin: isRightToLeft(language) ? 0 : AXIS,
    picture: { width: WIDTH, height: 260, encoding: { x: YEARS }, layer: layers(request) },
  });
}

function description({ language, series, area }: HistoryRequest, all: readonly YearValue[]): string {
  const item = ({ year, value }: YearValue) => `${year}: ${said(value, series.decimals, language)}`;
  const items = [...all].sort((a, b) => a.year - b.year).map(item);
  return text("tables", language, "chart.history.alt", {
    area,
    series: series.name[language],
    items: items.join(language === "ar" ? "؛ " : language === "zh" ? "；" : "; "),
  });
}

/** The country as a line, its peers as a broken one, the doubted figure as a hollow diamond. */
function layers({ figures, doubted, peers }: HistoryRequest): object[] {
  const y = { y: { field: "value", ...VALUES } };
  const data = (name: string, values: readonly YearValue[]) => ({ data: { name, values: [...values] } });
  const drawn = [
    {
      ...data("peers", peers),
      mark: { type: "line", strokeDash: [6, 3], strokeWidth: 1.5, color: FAINT, aria: false },
      encoding: y,
    },
    {
      ...data("values", figures),
      mark: {
        ...{ type: "line", strokeWidth: 2, color: COLOURS[0], aria: false },
        point: { size: 40, color: COLOURS[0], filled: true },
      },
      encoding: y,
    },
    {
      ...data("doubted", doubted ? [doubted] : []),
      mark: {
        ...{ type: "point", shape: "diamond", size: 160, strokeWidth: 2.5, aria: false },
        ...{ color: COLOURS[1], filled: false, opacity: 1 },
      },
      encoding: y,
    },
  ];
  return drawn.filter(({ data: { values } }) => values.length > 0);
}
