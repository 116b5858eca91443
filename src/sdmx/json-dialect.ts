import type { Attribute, Component, DataStructure } from "./model.js";
import type { SdmxClass } from "./urn.js";

type Json = Readonly<Record<string, unknown>>;

/** What structures look like in one version of SDMX-JSON where versions differ. */
export interface JsonDialect {
  readonly version: "1.0" | "2.0.0";
  /** What every structure has besides its id, agency, version and names. */
  readonly maintained: Json;
  /** How a component without a code list names its type. */
  format(component: Component): Json;
  /** Place of a dimension, counted from 1 in 1.0 and from 0 in 2.0. */
  dimension(at: number): Json;
  time(component: Json): Json;
  usage(attribute: Attribute): Json;
  attachedToObservation(structure: DataStructure): Json;
  measures(component: Json): Json;
  readonly measureKind: SdmxClass;
  readonly constraints: string;
  readonly constraintKind: SdmxClass;
  /** That the content is what there is, and the region that holds it. */
  region(keyValues: readonly Json[]): Json;
  codes(codes: readonly string[]): Json;
  /** Values of the time dimension; periods are ascending. */
  periods(periods: readonly string[]): Json;
}

const bound = (period = "") => ({ period, isInclusive: true });

export const JSON_1: JsonDialect = {
  version: "1.0",
  maintained: { isFinal: true },
  format: ({ type }) => ({ textFormat: { textType: type } }),
  dimension: (at) => ({ position: at + 1, type: "Dimension" }),
  time: (component) => ({ timeDimensions: [component] }),
  usage: ({ mandatory }) => ({ assignmentStatus: mandatory ? "Mandatory" : "Conditional" }),
  attachedToObservation: ({ measure }) => ({ primaryMeasure: measure.id }),
  measures: (component) => ({ primaryMeasure: component }),
  measureKind: "PrimaryMeasure",
  constraints: "contentConstraints",
  constraintKind: "ContentConstraint",
  region: (keyValues) => ({ type: "Actual", cubeRegions: [{ isIncluded: true, keyValues }] }),
  codes: (values) => ({ values }),
  periods: (periods) => ({
    timeRange: { startPeriod: bound(periods[0]), endPeriod: bound(periods.at(-1)) },
  }),
};

export const JSON_2: JsonDialect = {
  version: "2.0.0",
  maintained: {},
  format: ({ type }) => ({ format: { dataType: type } }),
  dimension: (at) => ({ position: at }),
  time: (component) => ({ timeDimension: component }),
  usage: ({ mandatory }) => ({ usage: mandatory ? "mandatory" : "optional" }),
  attachedToObservation: () => ({ observation: {} }),
  measures: (component) => ({ measures: [component] }),
  measureKind: "Measure",
  constraints: "dataConstraints",
  constraintKind: "DataConstraint",
  region: (keyValues) => ({ role: "Actual", cubeRegions: [{ include: true, keyValues }] }),
  codes: (codes) => ({ values: codes.map((value) => ({ value })) }),
  periods: (periods) => JSON_2.codes(periods),
};
