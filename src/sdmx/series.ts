import type {
  Attribute,
  Component,
  DataMessage,
  DataStructure,
  SdmxObservation,
  SdmxObservations,
} from "./model.js";

/** An observation, and whether it is the first of its series. */
export interface Marked {
  readonly observation: SdmxObservation;
  readonly opens: boolean;
}

/** True when two observations are of one series. */
export function sameSeries({ dimensions }: DataStructure, a: SdmxObservation, b: SdmxObservation): boolean {
  return a.key === b.key || dimensions.every(({ id }) => a.key[id] === b.key[id]);
}

/** Goes through observations and marks where each series begins. */
export function* inSeries(structure: DataStructure, observations: SdmxObservations): Generator<Marked> {
  let before: SdmxObservation | undefined;
  for (const observation of observations) {
    yield { observation, opens: !before || !sameSeries(structure, before, observation) };
    before = observation;
  }
}

/** What a message shows of each observation. */
export interface Shown {
  /** False: a list of observations, each with its whole key. */
  readonly asSeries: boolean;
  readonly observations: boolean;
  readonly seriesAttributes: readonly Attribute[];
  readonly observationAttributes: readonly Attribute[];
}

/**
 * What to show of a message. Details that leave out the observations are about series, so these stand in series
 * whatever the dimension at the observation.
 */
export function shownOf({ dataflow, detail, dimensionAtObservation }: DataMessage): Shown {
  const observations = detail === "full" || detail === "dataonly";
  const attributes = detail === "full" || detail === "nodata" ? dataflow.structure.attributes : [];
  return {
    asSeries: !observations || dimensionAtObservation === "TIME_PERIOD",
    observations,
    seriesAttributes: attributes.filter(({ attachedTo }) => attachedTo === "series"),
    observationAttributes: observations
      ? attributes.filter(({ attachedTo }) => attachedTo === "observation")
      : [],
  };
}

/** The dimension at the observation as the message has it, after `shownOf`. */
export const observationDimension = ({ asSeries }: Shown): DataMessage["dimensionAtObservation"] =>
  asSeries ? "TIME_PERIOD" : "AllDimensions";

/** Id and value of each component that has one, in the order of the components. */
export const valuesOf = (
  components: readonly Component[],
  values: Readonly<Record<string, string>>,
): [string, string][] =>
  components.flatMap(({ id }) => {
    const value = values[id];
    return value === undefined ? [] : [[id, value] as [string, string]];
  });
