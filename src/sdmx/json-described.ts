import type { Used, UsedValues } from "./json-used.js";
import type { Attribute, Component, DataMessage } from "./model.js";
import { nameIn } from "./names.js";
import type { Shown } from "./series.js";
import { urn } from "./urn.js";

/** Whether a message is SDMX-JSON 1.0 or 2.0. */
export type JsonVersion = 1 | 2;

/** Whether data name a value of an attribute by its place in a list: always in 1.0, and where it is coded in 2.0. */
export const isListed = ({ list }: Component, version: JsonVersion): boolean =>
  list !== null || version === 1;

/** What a message belongs to, by URN. */
export const linksOf = ({ dataflow }: DataMessage) => [
  { rel: "dataflow", urn: urn("Dataflow", dataflow) },
  { rel: "datastructure", urn: urn("DataStructure", dataflow.structure) },
];

/** The description of the components of a message and of the values that occur, in the message's language. */
export function described(message: DataMessage, shown: Shown, used: UsedValues, version: JsonVersion) {
  return {
    name: nameIn(message.dataflow.names, message.language),
    links: linksOf(message),
    dimensions: dimensionsOf(message, shown, used),
    ...(version === 2
      ? { measures: { observation: [named(message.dataflow.structure.measure, message)] } }
      : {}),
    attributes: attributesOf(message, shown, used, version),
  };
}

const named = ({ id, names }: Component, { language }: DataMessage) => ({
  id,
  name: nameIn(names, language),
});

/** A list of values may not be empty, so a dimension without any is left out. */
function dimensionsOf(message: DataMessage, { asSeries }: Shown, used: UsedValues) {
  const { dimensions, time } = message.dataflow.structure;
  const key = dimensions
    .map((one, keyPosition) => ({
      ...named(one, message),
      keyPosition,
      values: valuesOf(one, used.dimensions[keyPosition], message),
    }))
    .filter(({ values }) => values.length > 0);
  const values = used.periods.values.map(year);
  const periods =
    values.length > 0
      ? [{ ...named(time, message), keyPosition: dimensions.length, roles: [time.id], values }]
      : [];
  return asSeries
    ? { dataSet: [], series: key, observation: periods }
    : { dataSet: [], series: [], observation: [...key, ...periods] };
}

function attributesOf(message: DataMessage, shown: Shown, used: UsedValues, version: JsonVersion) {
  const all = (attributes: readonly Attribute[]) =>
    attributes
      .filter(({ id }) => used.attributes.has(id))
      .map((one) => ({
        ...named(one, message),
        relationship: relationshipOf(one, message, version),
        ...(isListed(one, version) ? { values: valuesOf(one, used.attributes.get(one.id), message) } : {}),
      }));
  const { seriesAttributes, observationAttributes } = shown;
  return {
    dataSet: [],
    ...(version === 2 ? { dimensionGroup: [] } : {}),
    series: shown.asSeries ? all(seriesAttributes) : [],
    observation: all(
      shown.asSeries ? observationAttributes : [...seriesAttributes, ...observationAttributes],
    ),
  };
}

function valuesOf({ list }: Component, used: Used | undefined, { language }: DataMessage) {
  if (!list) return (used?.values ?? []).map((value) => ({ name: value }));
  const names = new Map(list.codes.map(({ id, names: known }) => [id, nameIn(known, language)]));
  return (used?.values ?? []).map((id) => ({ id, name: names.get(id) ?? id }));
}

/** A year, with its first and last second. */
const year = (period: string) => ({
  id: period,
  name: period,
  start: `${period}-01-01T00:00:00Z`,
  end: `${period}-12-31T23:59:59Z`,
});

function relationshipOf({ attachedTo }: Attribute, { dataflow }: DataMessage, version: JsonVersion) {
  const { dimensions, measure } = dataflow.structure;
  if (attachedTo === "series") return { dimensions: dimensions.map(({ id }) => id) };
  return version === 1 ? { primaryMeasure: measure.id } : { observation: {} };
}
