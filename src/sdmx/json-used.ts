import type { Component, DataMessage, SdmxObservations } from "./model.js";
import type { Shown } from "./series.js";

/** The values of a component that occur in a message, and the place of each, by which the data name them. */
export interface Used {
  readonly values: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

const placed = (values: readonly string[]): Used => ({
  values,
  places: new Map(values.map((value, place) => [value, place])),
});

/** Stands for every free value where these are not told apart. */
const ANY = "";

/** Codes in the order of their list; without a list, in the order in which they came. */
function ordered({ list }: Component, found: ReadonlySet<string>): string[] {
  const listed = (list?.codes ?? []).map(({ id }) => id).filter((id) => found.has(id));
  const known = new Set(listed);
  return [...listed, ...[...found].filter((value) => !known.has(value))];
}

/** What `usedOf` found: for every dimension, for time, and for each attribute that has a value. */
export interface UsedValues {
  readonly dimensions: readonly Used[];
  readonly periods: Used;
  /** Attributes that never have a value are not there. Free values are told apart only when asked for. */
  readonly attributes: ReadonlyMap<string, Used>;
}

/**
 * Which values occur. Memory grows with the number of different values: with `freeValues` false that is bounded by
 * the code lists and the years.
 */
export function usedOf(
  { dataflow: { structure } }: DataMessage,
  observations: SdmxObservations,
  shown: Shown,
  freeValues: boolean,
): UsedValues {
  const dimensions = structure.dimensions.map(() => new Set<string>());
  const periods = new Set<string>();
  const attributes = [...shown.seriesAttributes, ...shown.observationAttributes];
  const found = new Map(attributes.map(({ id }) => [id, new Set<string>()]));
  let key: unknown;
  for (const observation of observations) {
    if (shown.observations) periods.add(observation.period);
    for (const { id, list } of attributes) {
      const value = observation.attributes[id];
      if (value !== undefined) found.get(id)?.add(list || freeValues ? value : ANY);
    }
    if (observation.key === key) continue;
    key = observation.key;
    structure.dimensions.forEach(({ id }, at) => {
      dimensions[at]?.add(observation.key[id] ?? "");
    });
  }
  return {
    dimensions: structure.dimensions.map((one, at) => placed(ordered(one, dimensions[at] ?? new Set()))),
    periods: placed([...periods].sort()),
    attributes: new Map(
      attributes.flatMap((one): [string, Used][] => {
        const values = found.get(one.id) ?? new Set();
        return values.size === 0 ? [] : [[one.id, placed(ordered(one, values))]];
      }),
    ),
  };
}
