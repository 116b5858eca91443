import { ML_21, ML_30, type MlVersion } from "./ml-header.js";
import { external, identity } from "./ml-item.js";
import type { Attribute, DataStructure, Maintainable } from "./model.js";
import { packageOf, type SdmxClass, urn } from "./urn.js";
import { element, textElement } from "./xml.js";

/** What structures look like in one version of SDMX-ML where versions differ. */
export interface MlDialect {
  readonly version: MlVersion;
  /** Attributes of whatever has an agency, an id and a version. */
  maintained(kind: SdmxClass, of: Maintainable): Record<string, string | undefined>;
  /** An element that refers to a structure, or to an item of it. */
  refer(name: string, kind: SdmxClass, of: Maintainable, item?: string): string;
  /** An element that refers to a component of the same data structure. */
  local(name: string, id: string): string;
  readonly measure: { readonly element: string; readonly kind: SdmxClass };
  /** Whether the time dimension has a position of its own. */
  readonly timePosition: boolean;
  usage(attribute: Attribute): Record<string, string>;
  /** What an attribute of the observation is attached to. */
  attachedToObservation(structure: DataStructure): string;
  readonly constraint: {
    readonly element: string;
    readonly kind: SdmxClass;
    /** Attribute that says that the content is what there is. */
    readonly actual: Record<string, string>;
    /** Prefix of the schema that describes the region. */
    readonly region: "com" | "str";
    /** Values of the time dimension; periods are ascending. */
    readonly periods: (periods: readonly string[]) => readonly string[];
  };
}

/** Kinds that have other contents from time to time: agencies by the schema (2.1), and what data there are. */
const CHANGING: ReadonlySet<SdmxClass> = new Set(["AgencyScheme", "ContentConstraint"]);

const bound = (name: string, period: string): string => element(name, { isInclusive: "true" }, period);

/** From the first to the last period, both included; said although it is the default, since readers ask for it. */
const range = (first: string, last: string): string =>
  element("com:TimeRange", {}, bound("com:StartPeriod", first), bound("com:EndPeriod", last));

/** References are elements of their parts; what is published under a version does not change, so it is final. */
export const DIALECT_21: MlDialect = {
  version: ML_21,
  maintained: (kind, of) => ({
    ...identity(of),
    urn: urn(kind, of),
    isExternalReference: external(of),
    isFinal: CHANGING.has(kind) ? "false" : "true",
  }),
  refer: (name, kind, of, item) =>
    element(
      name,
      {},
      element("Ref", {
        ...(item === undefined
          ? identity(of)
          : {
              id: item,
              maintainableParentID: of.id,
              maintainableParentVersion: of.version,
              agencyID: of.agency,
            }),
        package: packageOf(kind),
        class: kind,
      }),
    ),
  local: (name, id) => element(name, {}, element("Ref", { id })),
  measure: { element: "str:PrimaryMeasure", kind: "PrimaryMeasure" },
  timePosition: true,
  usage: ({ mandatory }) => ({ assignmentStatus: mandatory ? "Mandatory" : "Conditional" }),
  attachedToObservation: ({ measure }) =>
    element("str:PrimaryMeasure", {}, element("Ref", { id: measure.id })),
  constraint: {
    element: "str:ContentConstraint",
    kind: "ContentConstraint",
    actual: { type: "Actual" },
    region: "com",
    periods: (periods) => [range(periods[0] ?? "", periods.at(-1) ?? "")],
  },
};

/** References are URNs. */
export const DIALECT_30: MlDialect = {
  version: ML_30,
  maintained: (kind, of) => ({
    ...identity(of),
    // There is one scheme of agencies for each agency, and it has no version.
    version: kind === "AgencyScheme" ? undefined : of.version,
    urn: urn(kind, of),
    isExternalReference: external(of),
  }),
  refer: (name, kind, of, item) => textElement(name, urn(kind, of, item)),
  local: textElement,
  measure: { element: "str:Measure", kind: "Measure" },
  timePosition: false,
  usage: ({ mandatory }) => ({ usage: mandatory ? "mandatory" : "optional" }),
  attachedToObservation: () => element("str:Observation", {}),
  constraint: {
    element: "str:DataConstraint",
    kind: "DataConstraint",
    actual: { role: "Actual" },
    region: "str",
    periods: (periods) => periods.map((period) => textElement("str:Value", period)),
  },
};
