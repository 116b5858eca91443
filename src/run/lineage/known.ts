import { seriesByCode } from "../../../indicators/index.js";
import { dimensionKey, groupBySeries } from "../../keys.js";
import { doubtsOf } from "../../settle/doubts.js";
import type { Doubt } from "../../settle/state.js";
import type { SubmissionRecord } from "../../store/store.js";
import type { Estimate, Key, StoredObservation, Vintage } from "../../types.js";
import type { Environment } from "../environment.js";
import { estimatesOf } from "../publish.js";
import { type DenominatorOf, denominatorsFrom } from "./denominator.js";

/** All that is known at one vintage, to be asked about many figures. */
export interface Known {
  readonly vintage: Vintage;
  readonly submissions: ReadonlyMap<string, SubmissionRecord>;
  readonly denominatorOf: DenominatorOf;
  /** Figures of the series' indicator, for the year and breakdown of the key. The count behind a rate is among them. */
  observations(key: Key): StoredObservation[];
  estimates(key: Key): Estimate[];
  /** A country's figures of some series with a value, of one year or of all. */
  reported(area: number, series: ReadonlySet<string>, period: number | null): StoredObservation[];
  doubts(series: string): readonly Doubt[];
}

/** Undefined when nothing has been taken. */
export function knownIn(environment: Environment): Known | undefined {
  const { store } = environment;
  const vintage = store.vintage();
  if (!vintage) return undefined;
  const all = store.observations(vintage.id);
  const doubts = new Map<string, readonly Doubt[]>();
  return {
    vintage,
    submissions: new Map(store.submissions().map((one) => [one.id, one])),
    denominatorOf: denominatorsFrom(() => store.reference()),
    observations: ofIndicator(all),
    estimates: ofIndicator(estimatesOf(environment, vintage, all)),
    reported: (area, series, period) =>
      all.filter(
        (one) =>
          one.area === area &&
          series.has(one.series) &&
          one.period === (period ?? one.period) &&
          one.value !== null,
      ),
    doubts: (series) => {
      const found = doubts.get(series) ?? doubtsOf(store, { series });
      doubts.set(series, found);
      return found;
    },
  };
}

function ofIndicator<T extends Key>(records: readonly T[]): (key: Key) => T[] {
  const bySeries = groupBySeries(records);
  return ({ series, period, dimensions }) => {
    const breakdown = dimensionKey(dimensions);
    const isAsked = (one: Key) => one.period === period && dimensionKey(one.dimensions) === breakdown;
    const codes = seriesByCode.get(series)?.indicator.series ?? [];
    return codes.flatMap(({ code }) => (bySeries.get(code) ?? []).filter(isAsked));
  };
}
