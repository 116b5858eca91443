import { setImmediate } from "node:timers/promises";
import { indicators, seriesByCode } from "../../../indicators/index.js";
import type { Indicator, TableInput } from "../../define.js";
import { dimensionsOf, keyId } from "../../keys.js";
import type { FigureVersion } from "../../serve/published/published.js";
import type { Language } from "../../types.js";
import { chartInput, recordsOf } from "./chart-input.js";
import type { Edition } from "./editions.js";

const SLICES_AT_ONCE = 500;
const known = new WeakMap<Edition, Promise<readonly FigureVersion[]>>();

/** Of every indicator, country and year for which a value was reported, one figure. Read once for a release. */
function reportedOf(edition: Edition): Promise<readonly FigureVersion[]> {
  const found = known.get(edition) ?? readReported(edition);
  known.set(edition, found);
  return found;
}

async function readReported(edition: Edition): Promise<FigureVersion[]> {
  const found = new Map<string, FigureVersion>();
  const slices = [...edition.slices("GLOBAL"), ...edition.slices("THEMATIC")];
  for (const [at, { series, area }] of slices.entries()) {
    const first = seriesByCode.get(series)?.indicator.series[0]?.code ?? series;
    for (const one of edition.figures(series, area)) {
      if (one.METHOD !== null || one.OBS_VALUE === null) continue;
      const figure = { ...one, series: first, dimensions: dimensionsOf({}) };
      found.set(keyId(figure), figure);
    }
    // Readers of other pages have their turn meanwhile.
    if (at % SLICES_AT_ONCE === 0) await setImmediate();
  }
  return [...found.values()];
}

/** What the heat map of availability is drawn from. */
export async function availabilityInput(edition: Edition, language: Language): Promise<TableInput> {
  const reported = await reportedOf(edition);
  return {
    ...chartInput(edition, language, { series: "", areas: [], countries: false }),
    ...recordsOf(reported),
  };
}

/** How many countries reported each indicator, by year. */
export interface Availability {
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly indicator: Indicator;
    readonly countries: ReadonlyMap<number, number>;
  }[];
}

/** Counts by indicator and year, from the first year that anybody reported to the last. */
export async function availabilityOf(edition: Edition): Promise<Availability> {
  const reported = await reportedOf(edition);
  const periods = reported.map(({ period }) => period);
  const first = Math.min(...periods);
  const years =
    periods.length === 0
      ? []
      : Array.from({ length: Math.max(...periods) - first + 1 }, (_, at) => first + at);
  const rows = indicators.map((indicator) => {
    const countries = new Map<number, number>();
    for (const { series, period } of reported)
      if (series === indicator.series[0]?.code) countries.set(period, (countries.get(period) ?? 0) + 1);
    return { indicator, countries };
  });
  return { years, rows };
}
