import { dataSetsOf } from "./data-sets.js";
import {
  dataHeader,
  dataNamespace,
  ML_21,
  ML_30,
  type MlVersion,
  namespace,
  namespaces,
  opened,
  structureId,
} from "./ml-header.js";
import type { DataContent, DataMessage, DataSet, SdmxObservation, SdmxObservations } from "./model.js";
import { numberText } from "./number.js";
import { inSeries, observationDimension, type Shown, shownOf, valuesOf } from "./series.js";
import { attributes } from "./xml.js";

/** Structure-specific data of SDMX-ML 2.1, as the schema that `structureSpecificXsd` makes describes them. */
export const writeSpecific21 = (message: DataMessage, content: DataContent) => write(message, content, ML_21);

/** Structure-specific data of SDMX-ML 3.0. */
export const writeSpecific30 = (message: DataMessage, content: DataContent) => write(message, content, ML_30);

function* write(message: DataMessage, content: DataContent, version: MlVersion): Generator<string> {
  const shown = shownOf(message);
  const dataSets = dataSetsOf(content);
  const declared = namespaces(version, {
    "xmlns:ss": namespace(version, "data/structurespecific"),
    "xmlns:ns1": dataNamespace(message, observationDimension(shown)),
  });
  const head = dataHeader(message, shown, version, true, dataSets);
  yield `${opened("mes:StructureSpecificData", declared)}${head}`;
  const body = shown.asSeries ? seriesXml : flatXml;
  for (const dataSet of dataSets) {
    yield `<mes:DataSet${dataSetHead(message, dataSet, version)}>\n`;
    yield* body(message, dataSet.observations, shown);
    yield "</mes:DataSet>\n";
  }
  yield "</mes:StructureSpecificData>\n";
}

const dataSetHead = (
  message: DataMessage,
  { action, validFrom, validTo }: DataSet,
  version: MlVersion,
): string =>
  attributes([
    ["ss:structureRef", structureId(message)],
    ["xsi:type", "ns1:DataSetType"],
    ["ss:dataScope", version === ML_21 ? "DataStructure" : undefined],
    ["ss:action", action],
    ["ss:validFromDate", validFrom],
    ["ss:validToDate", validTo],
  ]);

function* seriesXml(
  { dataflow: { structure } }: DataMessage,
  observations: SdmxObservations,
  shown: Shown,
): Generator<string> {
  let open = false;
  for (const { observation, opens } of inSeries(structure, observations)) {
    const end = opens && open ? "</Series>\n" : "";
    open = true;
    const start = opens
      ? `<Series${attributes(valuesOf(structure.dimensions, observation.key))}${attributes(valuesOf(shown.seriesAttributes, observation.attributes))}>\n`
      : "";
    const own = shown.observations ? `<Obs${observationXml(observation, shown)}/>\n` : "";
    yield end + start + own;
  }
  if (open) yield "</Series>\n";
}

function* flatXml(
  { dataflow: { structure } }: DataMessage,
  observations: SdmxObservations,
  shown: Shown,
): Generator<string> {
  for (const observation of observations) {
    const key = attributes(valuesOf(structure.dimensions, observation.key));
    const ofSeries = attributes(valuesOf(shown.seriesAttributes, observation.attributes));
    yield `<Obs${key}${observationXml(observation, shown)}${ofSeries}/>\n`;
  }
}

const observationXml = (
  { period, value, attributes: given }: SdmxObservation,
  { observationAttributes }: Shown,
): string =>
  attributes([
    ["TIME_PERIOD", period],
    ["OBS_VALUE", value === null ? undefined : numberText(value)],
    ...valuesOf(observationAttributes, given),
  ]);
