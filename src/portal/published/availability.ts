import { setImmediate } from "node:timers/promises";
import { indicators, seriesByCode } from "../../../indicators/index.js";
import type { Indicator, TableInput } from "../../define.js";
import { dimensionsOf, groupBySeries } from "../../keys.js";
import { reportedOf } from "../../serve/published/observation.js";
import type { Language, StoredObservation } from "../../types.js";
import { chartInput } from "./chart-input.js";
import type { Edition } from "./editions.js";

const SLICES_AT_ONCE = 100;
const known = new WeakMap<Edition, Promise<readonly StoredObservation[]>>();

/** Of every indicator, country and year for which a value was reported, one figure. Read once for a release. */
export function reportedIn(edition: Edition): Promise<readonly StoredObservation[]> {
  const found = known.get(edition) ?? readReported(edition);
  known.set(edition, found);
  return found;
}

async function readReported(edition: Edition): Promise<StoredObservation[]> {
  const found = new Map<string, StoredObservation>();
  const slices = [...edition.slices("GLOBAL"), ...edition.slices("THEMATIC")];
  for (const [at, { series, area }] of slices.entries()) {
    const [first] = seriesByCode.get(series)?.indicator.series ?? [];
    for (const one of first ? edition.figures(series, area) : []) {
      const id = `${first?.code} ${area} ${one.period}`;
      if (!first || one.METHOD !== null || one.OBS_VALUE === null || found.has(id)) continue;
      const figure = { ...one, series: first.code, dimensions: dimensionsOf({}) };
      found.set(id, reportedOf(figure, first));
    }
    // Readers of other pages have their turn meanwhile.
    if (at % SLICES_AT_ONCE === 0) await setImmediate();
  }
  return [...found.values()];
}

/** What the heat map of availability is drawn from. */
export async function availabilityInput(edition: Edition, language: Language): Promise<TableInput> {
  const observations = await reportedIn(edition);
  return { ...chartInput(edition, language, { series: "", areas: [], countries: false }), observations };
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
  const reported = await reportedIn(edition);
  // A set first: there are more figures than a call may have arguments.
  const periods = [...new Set(reported.map(({ period }) => period))];
  const first = Math.min(...periods);
  const length = periods.length === 0 ? 0 : Math.max(...periods) - first + 1;
  const years = Array.from({ length }, (_, at) => first + at);
  const bySeries = groupBySeries(reported);
  const rows = indicators.map((indicator) => {
    const countries = new Map<number, number>();
    for (const { period } of bySeries.get(indicator.series[0]?.code ?? "") ?? [])
      countries.set(period, (countries.get(period) ?? 0) + 1);
    return { indicator, countries };
  });
  return { years, rows };
}
