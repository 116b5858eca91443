import type { DataMessage, DataSet, MessageHead } from "./model.js";
import { observationDimension, type Shown } from "./series.js";
import { reference, urn } from "./urn.js";
import { element, textElement, XML_DECLARATION, XSI } from "./xml.js";

/** What differs between the versions of SDMX-ML. */
export interface MlVersion {
  /** Part of the namespaces. */
  readonly path: "v2_1" | "v3_0";
  /** How the header names the dataflow: by a reference of its parts, or by its URN. */
  readonly usage: (message: DataMessage) => string;
}

export const ML_21: MlVersion = {
  path: "v2_1",
  usage: ({ dataflow: { agency, id, version } }) =>
    element("com:StructureUsage", {}, element("Ref", { agencyID: agency, id, version })),
};

export const ML_30: MlVersion = {
  path: "v3_0",
  usage: ({ dataflow }) => textElement("com:StructureUsage", urn("Dataflow", dataflow)),
};

/** Namespace of a schema of SDMX-ML, such as `message` or `data/structurespecific`. */
export const namespace = ({ path }: MlVersion, schema: string): string =>
  `http://www.sdmx.org/resources/sdmxml/schemas/${path}/${schema}`;

/** Namespaces that every message declares, and those given. */
export const namespaces = (
  version: MlVersion,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  "xmlns:xsi": XSI,
  "xmlns:mes": namespace(version, "message"),
  "xmlns:com": namespace(version, "common"),
  ...more,
});

/** The declaration of XML and the start tag of a message's root. */
export function opened(root: string, declared: Readonly<Record<string, string>>): string {
  return `${XML_DECLARATION}${element(root, declared).slice(0, -"/>".length)}>\n`;
}

/** Header of a message (SDMXMessage.xsd, BaseHeaderType). `structure` is what a message of data adds. */
export function header({ id, prepared, sender }: MessageHead, ...structure: readonly string[]): string {
  return `${element(
    "mes:Header",
    {},
    textElement("mes:ID", id),
    textElement("mes:Test", "false"),
    textElement("mes:Prepared", prepared),
    element("mes:Sender", { id: sender }),
    ...structure,
  )}\n`;
}

/** Id that the data set names its structure by: an XML name within the message. */
export const structureId = ({ dataflow }: DataMessage): string =>
  reference(dataflow)
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/_$/, "");

/**
 * Namespace of the schema made for one dataflow and layout (SDMX 2.1, section 3A, 6.2): the URN of the dataflow and
 * the dimension at the observation.
 */
export const dataNamespace = ({ dataflow }: Pick<DataMessage, "dataflow">, dimension: string): string =>
  `${urn("Dataflow", dataflow)}:ObsLevelDim:${dimension}`;

/** Header of a message of data; `withNamespace` where its data set is of a type made for the dataflow. */
export function dataHeader(
  message: DataMessage,
  shown: Shown,
  version: MlVersion,
  withNamespace: boolean,
  dataSets: readonly DataSet[],
): string {
  const dimensionAtObservation = observationDimension(shown);
  const given = {
    structureID: structureId(message),
    namespace: withNamespace ? dataNamespace(message, dimensionAtObservation) : undefined,
    dimensionAtObservation,
  };
  return header(
    message,
    element("mes:Structure", given, version.usage(message)),
    // Data sets with actions of their own say them themselves.
    ...(dataSets.length === 1 ? dataSets.map(({ action }) => textElement("mes:DataSetAction", action)) : []),
  );
}
