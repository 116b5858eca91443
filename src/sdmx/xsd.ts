import { dataNamespace, ML_21, ML_30, type MlVersion, namespace } from "./ml-header.js";
import type { Attribute, Component, Dataflow, DataMessage, SdmxCodeList } from "./model.js";
import { element, XML_DECLARATION, attributes as xmlAttributes } from "./xml.js";

/** XML Schema type of a component without a code list. */
const TYPES = {
  String: "xs:string",
  Double: "xs:double",
  DateTime: "xs:dateTime",
  ObservationalTimePeriod: "common:ObservationalTimePeriodType",
} as const;

const typeOf = ({ list, type }: Component): string => (list ? typeName(list) : TYPES[type]);
const typeName = ({ agency, id, version }: SdmxCodeList): string => `${agency}.${id}.${version}`;

/**
 * The XML Schema of a dataflow's structure-specific data (SDMX 2.1, section 3A, "Structure-specific schemas"): the
 * types of the official schemas are abstract, so that a data set can only be checked against types derived from
 * them for its structure. Attributes are optional, since a message may leave them out. The official schemas are
 * imported from `location`.
 */
export function structureSpecificXsd(
  version: "2.1" | "3.0",
  dataflow: Dataflow,
  dimension: DataMessage["dimensionAtObservation"],
  location = ".",
): string {
  const ml = version === "2.1" ? ML_21 : ML_30;
  const target = dataNamespace({ dataflow }, dimension);
  const types = dimension === "TIME_PERIOD" ? seriesTypes(dataflow, ml) : flatTypes(dataflow, ml);
  const root = xmlAttributes([
    ["xmlns:xs", "http://www.w3.org/2001/XMLSchema"],
    ["xmlns", target],
    ["xmlns:dsd", namespace(ml, "data/structurespecific")],
    ["xmlns:common", namespace(ml, "common")],
    ["targetNamespace", target],
    ["elementFormDefault", "qualified"],
    ["attributeFormDefault", "unqualified"],
  ]);
  const imports = [
    imported(namespace(ml, "common"), `${location}/SDMXCommon.xsd`),
    imported(namespace(ml, "data/structurespecific"), `${location}/SDMXDataStructureSpecific.xsd`),
  ];
  const body = [...imports, ...listsOf(dataflow).map(listType), ...types].join("\n");
  return `${XML_DECLARATION}<xs:schema${root}>\n${body}\n</xs:schema>\n`;
}

const imported = (namespaceOf: string, schemaLocation: string): string =>
  element("xs:import", { namespace: namespaceOf, schemaLocation });

/** Code lists of the components, each once. */
function listsOf({ structure }: Dataflow): SdmxCodeList[] {
  const all = [...structure.dimensions, ...structure.attributes].flatMap(({ list }) => (list ? [list] : []));
  return [...new Map(all.map((list) => [typeName(list), list])).values()];
}

const listType = (list: SdmxCodeList): string =>
  element(
    "xs:simpleType",
    { name: typeName(list) },
    element(
      "xs:restriction",
      { base: "xs:string" },
      ...list.codes.map(({ id }) => element("xs:enumeration", { value: id })),
    ),
  );

const annotations = element("xs:element", { ref: "common:Annotations", minOccurs: "0" });
const provider = element("xs:element", {
  name: "DataProvider",
  type: "common:DataProviderReferenceType",
  form: "unqualified",
  minOccurs: "0",
});

const attribute = ({ id, type, use }: { id: string; type?: string; use: string }): string =>
  element("xs:attribute", { name: id, type, use });

/** Only 2.1 has this attribute, and no dimension or attribute of ours is it. */
const reportingYear = (ml: MlVersion): string =>
  ml === ML_21 ? attribute({ id: "REPORTING_YEAR_START_DAY", type: "xs:gMonthDay", use: "prohibited" }) : "";

const required = (components: readonly Component[]): string[] =>
  components.map((one) => attribute({ id: one.id, type: typeOf(one), use: "required" }));
const optional = (components: readonly Component[]): string[] =>
  components.map((one) => attribute({ id: one.id, type: typeOf(one), use: "optional" }));

const derived = (name: string, base: string, elements: readonly string[], given: readonly string[]): string =>
  element(
    "xs:complexType",
    { name },
    element(
      "xs:complexContent",
      {},
      element("xs:restriction", { base }, element("xs:sequence", {}, ...elements), ...given),
    ),
  );

const dataSetType = (ml: MlVersion, name: "Series" | "Obs"): string =>
  derived(
    "DataSetType",
    "dsd:DataSetType",
    [
      annotations,
      provider,
      element(
        "xs:choice",
        { minOccurs: "0", ...(ml === ML_30 ? { maxOccurs: "unbounded" } : {}) },
        element("xs:element", {
          name,
          type: name === "Series" ? "SeriesType" : "ObsType",
          form: "unqualified",
          ...(ml === ML_21 ? { maxOccurs: "unbounded" } : {}),
        }),
      ),
    ],
    [reportingYear(ml)],
  );

const period = attribute({ id: "TIME_PERIOD", type: "common:ObservationalTimePeriodType", use: "required" });

/** What every observation has: its period, value and attributes; and what it is given besides. */
const observationType = (
  { structure }: Dataflow,
  ml: MlVersion,
  attributes: readonly Attribute[],
  key: readonly string[],
): string =>
  derived(
    "ObsType",
    "dsd:ObsType",
    [annotations],
    [
      attribute({ id: "type", type: "common:IDType", use: "prohibited" }),
      ...key,
      period,
      ...optional([structure.measure, ...attributes]),
      reportingYear(ml),
    ],
  );

function seriesTypes(dataflow: Dataflow, ml: MlVersion): string[] {
  const { dimensions, attributes } = dataflow.structure;
  const attachedTo = (where: Attribute["attachedTo"]) => attributes.filter((one) => one.attachedTo === where);
  const observations = element("xs:element", {
    name: "Obs",
    type: "ObsType",
    form: "unqualified",
    minOccurs: "0",
    maxOccurs: "unbounded",
  });
  const series = derived(
    "SeriesType",
    "dsd:SeriesType",
    [annotations, observations],
    [
      attribute({ id: "TIME_PERIOD", type: "common:ObservationalTimePeriodType", use: "prohibited" }),
      ...required(dimensions),
      ...optional(attachedTo("series")),
      reportingYear(ml),
    ],
  );
  return [dataSetType(ml, "Series"), series, observationType(dataflow, ml, attachedTo("observation"), [])];
}

function flatTypes(dataflow: Dataflow, ml: MlVersion): string[] {
  const { dimensions, attributes } = dataflow.structure;
  return [dataSetType(ml, "Obs"), observationType(dataflow, ml, attributes, required(dimensions))];
}
