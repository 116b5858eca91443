/** Checks of messages against the official schemas in the optional data folder ../shared/data. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import type { DataMessage } from "../../src/sdmx/model.js";
import { structureSpecificXsd } from "../../src/sdmx/xsd.js";

export const SDMX = "../shared/data/sdmx";
export const hasSchemas = existsSync(SDMX);

const FOLDERS = { "2.1": "xsd-v2.1", "3.0": "xsd-v3.0.0" } as const;
export type MlVersionId = keyof typeof FOLDERS;

const validators = new Map<string, XsdValidator>();

/** A schema that imports the messages of SDMX-ML and, where given, the schema of one dataflow. */
function validatorOf(version: MlVersionId, dataflow?: readonly [string, string]): XsdValidator {
  const id = `${version} ${dataflow?.[0]}`;
  const known = validators.get(id);
  if (known) return known;
  xmlRegisterFsInputProviders();
  const folder = resolve(SDMX, FOLDERS[version]);
  const path = version === "2.1" ? "v2_1" : "v3_0";
  const message = `<xs:import namespace="http://www.sdmx.org/resources/sdmxml/schemas/${path}/message" schemaLocation="SDMXMessage.xsd"/>`;
  // The schema is in memory and said to stand beside the official ones, so that its imports are found there.
  const wrapper = dataflow
    ? dataflow[1].replace("<xs:import", `${message}<xs:import`)
    : `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:check">${message}</xs:schema>`;
  const schema = XmlDocument.fromString(wrapper, { url: `file://${folder}/check.xsd` });
  const validator = XsdValidator.fromDoc(schema);
  validators.set(id, validator);
  return validator;
}

/** Throws with line and cause where a message is not valid. */
export function checkXml(xml: string, version: MlVersionId): void {
  validate(xml, validatorOf(version));
}

/** The same for structure-specific data, against the schema generated for the dataflow and layout. */
export function checkSpecific(
  xml: string,
  version: MlVersionId,
  { dataflow }: DataMessage,
  dimension: DataMessage["dimensionAtObservation"],
): void {
  const xsd = structureSpecificXsd(version, dataflow, dimension);
  validate(xml, validatorOf(version, [`${dataflow.id} ${dimension}`, xsd]));
}

function validate(xml: string, validator: XsdValidator): void {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
  }
}

/** Errors of a JSON message against an official schema of SDMX-JSON 2.0; empty when it is valid. */
export function jsonErrors(schemaFile: string, document: unknown): readonly string[] {
  const { id: _id, $schema: _schema, ...schema } = JSON.parse(readFileSync(`${SDMX}/${schemaFile}`, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(schema);
  return validate(document) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}
