import { dataSetsOf, observationsOf } from "./data-sets.js";
import { described, isListed, type JsonVersion, linksOf } from "./json-described.js";
import { type UsedValues, usedOf } from "./json-used.js";
import type {
  Attribute,
  DataContent,
  DataMessage,
  DataSet,
  SdmxObservation,
  SdmxObservations,
} from "./model.js";
import { inSeries, type Shown, shownOf } from "./series.js";

const SCHEMAS = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas";

/**
 * SDMX-JSON 1.0, the JSON of SDMX 2.1. Every value but the observed one is a place in a list, so memory grows with
 * the number of different comments and sources.
 */
export const writeJson1 = (message: DataMessage, content: DataContent) => write(message, content, 1);

/** SDMX-JSON 2.0, the JSON of SDMX 3.0. Attributes without a code list are written where they belong. */
export const writeJson2 = (message: DataMessage, content: DataContent) => write(message, content, 2);

function* write(message: DataMessage, content: DataContent, version: JsonVersion): Generator<string> {
  const shown = shownOf(message);
  const dataSets = dataSetsOf(content);
  const used = usedOf(message, observationsOf(dataSets), shown, version === 1);
  const structure = described(message, shown, used, version);
  yield `{"meta":${JSON.stringify(metaOf(message, version))},"data":{`;
  yield version === 1
    ? `"structure":${JSON.stringify(structure)},"dataSets":[`
    : `"structures":[${JSON.stringify({ dataSets: dataSets.map((_, place) => place), ...structure })}],"dataSets":[`;
  const places = placesOf(message, shown, used, version);
  for (const [place, dataSet] of dataSets.entries()) {
    yield `${place > 0 ? "," : ""}${dataSetStart(message, dataSet, version)}`;
    yield* shown.asSeries
      ? seriesJson(message, dataSet.observations, shown, places)
      : flatJson(dataSet.observations, places);
    yield "}";
  }
  yield ']},"errors":[]}\n';
}

/** An object of a data set, open, up to its observations. */
function dataSetStart(
  message: DataMessage,
  { action, validFrom, validTo }: DataSet,
  version: JsonVersion,
): string {
  const head = {
    ...(version === 2 ? { structure: 0 } : {}),
    action,
    links: linksOf(message),
    validFrom,
    validTo,
  };
  return `${JSON.stringify(head).slice(0, -"}".length)},`;
}

const metaOf = ({ id, prepared, sender, language }: DataMessage, version: JsonVersion) => ({
  schema: `${SCHEMAS}/${version === 1 ? "1.0" : "2.0.0"}/sdmx-json-data-schema.json`,
  id,
  prepared,
  test: false,
  contentLanguages: [...new Set([language, "en"])],
  sender: { id: sender },
});

/** How data name a key and give attributes: by places in the lists of values, or else the value itself. */
interface Places {
  readonly key: (observation: SdmxObservation) => string;
  readonly period: (observation: SdmxObservation) => number | undefined;
  readonly ofSeries: (observation: SdmxObservation) => unknown[];
  readonly ofObservation: (observation: SdmxObservation) => unknown[];
}

function placesOf(message: DataMessage, shown: Shown, used: UsedValues, version: JsonVersion): Places {
  const ids = message.dataflow.structure.dimensions.map(({ id }) => id);
  const reader = (attributes: readonly Attribute[]) => {
    const written = attributes.filter(({ id }) => used.attributes.has(id));
    return ({ attributes: given }: SdmxObservation) =>
      written.map((one) => {
        const value = given[one.id];
        if (value === undefined) return null;
        if (isListed(one, version)) return used.attributes.get(one.id)?.places.get(value);
        return one.type === "Double" ? Number(value) : value;
      });
  };
  return {
    key: ({ key }) => ids.map((id, at) => used.dimensions[at]?.places.get(key[id] ?? "")).join(":"),
    period: ({ period }) => used.periods.places.get(period),
    ofSeries: reader(shown.seriesAttributes),
    ofObservation: reader(shown.observationAttributes),
  };
}

/** A list without the nulls at its end, which say the same by being absent. */
function cut(values: readonly unknown[]): unknown[] {
  let length = values.length;
  while (length > 0 && values[length - 1] === null) length -= 1;
  return values.slice(0, length);
}

/** The observed value, null or not, and what is known beside it. */
const observed = ({ value }: SdmxObservation, attributes: readonly unknown[]): string =>
  JSON.stringify([value, ...cut(attributes)]);

function* seriesJson(
  { dataflow: { structure } }: DataMessage,
  observations: SdmxObservations,
  shown: Shown,
  places: Places,
): Generator<string> {
  yield '"series":{';
  let open = false;
  for (const { observation, opens } of inSeries(structure, observations)) {
    if (opens) {
      const attributes = JSON.stringify(cut(places.ofSeries(observation)));
      yield `${open ? "}},\n" : "\n"}"${places.key(observation)}":{"attributes":${attributes},"observations":{`;
      open = true;
    }
    if (!shown.observations) continue;
    const own = observed(observation, places.ofObservation(observation));
    yield `${opens ? "" : ","}"${places.period(observation)}":${own}`;
  }
  yield open ? "}}}" : "}";
}

function* flatJson(observations: SdmxObservations, places: Places): Generator<string> {
  yield '"observations":{';
  let comma = "\n";
  for (const observation of observations) {
    const attributes = [...places.ofSeries(observation), ...places.ofObservation(observation)];
    yield `${comma}"${places.key(observation)}:${places.period(observation)}":${observed(observation, attributes)}`;
    comma = ",\n";
  }
  yield "}";
}
