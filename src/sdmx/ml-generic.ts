import { dataSetsOf } from "./data-sets.js";
import { dataHeader, ML_21, namespace, namespaces, opened, structureId } from "./ml-header.js";
import type { DataContent, DataMessage, SdmxObservation, SdmxObservations } from "./model.js";
import { numberText } from "./number.js";
import { inSeries, type Shown, shownOf, valuesOf } from "./series.js";
import { attributes, element } from "./xml.js";

/** Generic data of SDMX-ML 2.1: every component by its id, so that a reader needs no schema of the dataflow. */
export function* writeGeneric21(message: DataMessage, content: DataContent): Generator<string> {
  const shown = shownOf(message);
  const dataSets = dataSetsOf(content);
  const declared = namespaces(ML_21, { "xmlns:gen": namespace(ML_21, "data/generic") });
  yield `${opened("mes:GenericData", declared)}${dataHeader(message, shown, ML_21, false, dataSets)}`;
  const body = shown.asSeries ? seriesXml : flatXml;
  for (const { action, validFrom, validTo, observations } of dataSets) {
    const head = attributes([
      ["structureRef", structureId(message)],
      ["action", action],
      ["validFromDate", validFrom],
      ["validToDate", validTo],
    ]);
    yield `<mes:DataSet${head}>\n`;
    yield* body(message, observations, shown);
    yield "</mes:DataSet>\n";
  }
  yield "</mes:GenericData>\n";
}

/** Values by the id of their component; nothing where there are none. */
const values = (name: string, given: readonly (readonly [string, string])[]): string =>
  given.length === 0
    ? ""
    : element(name, {}, ...given.map(([id, value]) => element("gen:Value", { id, value })));

function* seriesXml(
  { dataflow: { structure } }: DataMessage,
  observations: SdmxObservations,
  shown: Shown,
): Generator<string> {
  let open = false;
  for (const { observation, opens } of inSeries(structure, observations)) {
    const end = opens && open ? "</gen:Series>\n" : "";
    open = true;
    const key = () => values("gen:SeriesKey", valuesOf(structure.dimensions, observation.key));
    const ofSeries = () => values("gen:Attributes", valuesOf(shown.seriesAttributes, observation.attributes));
    const start = opens ? `<gen:Series>${key()}${ofSeries()}\n` : "";
    const own = shown.observations ? inSeriesXml(observation, shown) : "";
    yield end + start + own;
  }
  if (open) yield "</gen:Series>\n";
}

function inSeriesXml(observation: SdmxObservation, { observationAttributes }: Shown): string {
  const dimension = element("gen:ObsDimension", { value: observation.period });
  const given = values("gen:Attributes", valuesOf(observationAttributes, observation.attributes));
  return `<gen:Obs>${dimension}${valueXml(observation)}${given}</gen:Obs>\n`;
}

const valueXml = ({ value }: SdmxObservation): string =>
  value === null ? "" : element("gen:ObsValue", { value: numberText(value) });

function* flatXml(
  { dataflow: { structure } }: DataMessage,
  observations: SdmxObservations,
  shown: Shown,
): Generator<string> {
  const all = structure.attributes.filter(
    (one) => shown.seriesAttributes.includes(one) || shown.observationAttributes.includes(one),
  );
  for (const observation of observations) {
    const key = values("gen:ObsKey", [
      ...valuesOf(structure.dimensions, observation.key),
      ["TIME_PERIOD", observation.period],
    ]);
    const given = values("gen:Attributes", valuesOf(all, observation.attributes));
    yield `<gen:Obs>${key}${valueXml(observation)}${given}</gen:Obs>\n`;
  }
}
