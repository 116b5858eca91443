import type { Maintainable } from "./model.js";

const CLASSES = {
  AgencyScheme: "base",
  Agency: "base",
  Codelist: "codelist",
  Code: "codelist",
  ConceptScheme: "conceptscheme",
  Concept: "conceptscheme",
  DataStructure: "datastructure",
  DimensionDescriptor: "datastructure",
  Dimension: "datastructure",
  TimeDimension: "datastructure",
  AttributeDescriptor: "datastructure",
  DataAttribute: "datastructure",
  MeasureDescriptor: "datastructure",
  PrimaryMeasure: "datastructure",
  Measure: "datastructure",
  Dataflow: "datastructure",
  ContentConstraint: "registry",
  DataConstraint: "registry",
} as const;

export type SdmxClass = keyof typeof CLASSES;

/** Package of the information model that a class belongs to. */
export const packageOf = (kind: SdmxClass): string => CLASSES[kind];

/** `AGENCY:ID(VERSION)`, as SDMX-CSV and URNs name a structure. */
export const reference = ({ agency, id, version }: Maintainable): string => `${agency}:${id}(${version})`;

/** URN of a structure, or of an item or component of it (SDMX 3.0, section 3, "URN"). */
export function urn(kind: SdmxClass, of: Maintainable, item?: string): string {
  const name = `urn:sdmx:org.sdmx.infomodel.${CLASSES[kind]}.${kind}=${reference(of)}`;
  return item === undefined ? name : `${name}.${item}`;
}
