import type { Language } from "../types.js";
import { JSON_1, JSON_2, type JsonDialect } from "./json-dialect.js";
import type {
  Attribute,
  Code,
  Component,
  ContentConstraint,
  DataStructure,
  Item,
  Maintainable,
  MessageHead,
  Structures,
} from "./model.js";
import { languagesOf, nameIn } from "./names.js";
import { type SdmxClass, urn } from "./urn.js";

const SCHEMAS = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas";

/** Structures as SDMX-JSON 1.0. */
export const writeStructuresJson1 = (head: MessageHead, all: Structures) => write(head, all, JSON_1);

/** Structures as SDMX-JSON 2.0. */
export const writeStructuresJson2 = (head: MessageHead, all: Structures) => write(head, all, JSON_2);

function* write(head: MessageHead, all: Structures, dialect: JsonDialect): Generator<string> {
  const { id, prepared, sender, language } = head;
  const meta = {
    schema: `${SCHEMAS}/${dialect.version}/sdmx-json-structure-schema.json`,
    id,
    prepared,
    test: false,
    contentLanguages: [...new Set([language, "en"])],
    sender: { id: sender },
  };
  yield `{"meta":${JSON.stringify(meta)},"data":{`;
  let comma = "\n";
  for (const [name, content] of containers(all, dialect, language)) {
    if (content.length === 0) continue;
    yield `${comma}"${name}":[\n${content.map((one) => JSON.stringify(one)).join(",\n")}]`;
    comma = ",\n";
  }
  yield '},"errors":[]}\n';
}

function containers(all: Structures, dialect: JsonDialect, language: Language): [string, unknown[]][] {
  const scheme = (
    kinds: readonly [SdmxClass, SdmxClass],
    of: Maintainable & { readonly partial: boolean },
    items: readonly Code[],
    name: string,
  ) => ({
    ...maintained(dialect, kinds[0], of, language),
    isPartial: of.partial,
    [name]: items.map((one) => item(kinds[1], of, one, language)),
  });
  return [
    ["dataStructures", all.dataStructures.map((one) => dataStructure(dialect, one, language))],
    [
      "conceptSchemes",
      all.conceptSchemes.map((one) => scheme(["ConceptScheme", "Concept"], one, one.concepts, "concepts")),
    ],
    ["codelists", all.codeLists.map((one) => scheme(["Codelist", "Code"], one, one.codes, "codes"))],
    [
      "agencySchemes",
      all.agencySchemes.map((one) => scheme(["AgencyScheme", "Agency"], one, one.agencies, "agencies")),
    ],
    [
      "dataflows",
      all.dataflows.map((one) => ({
        ...maintained(dialect, "Dataflow", one, language),
        ...(one.stub ? {} : { structure: urn("DataStructure", one.structure) }),
      })),
    ],
    [dialect.constraints, all.constraints.map((one) => constraint(dialect, one, language))],
  ];
}

/** The best name, and the names in all languages. */
const named = ({ names }: Pick<Item, "names">, language: Language) => ({
  name: nameIn(names, language),
  names: Object.fromEntries(languagesOf(names)),
});

const self = (kind: SdmxClass, of: Maintainable, id?: string) => ({
  links: [{ rel: "self", urn: urn(kind, of, id) }],
});

const maintained = (dialect: JsonDialect, kind: SdmxClass, of: Maintainable, language: Language) => ({
  id: of.id,
  agencyID: of.agency,
  version: of.version,
  ...dialect.maintained,
  isExternalReference: of.stub === true,
  ...named(of, language),
  ...self(kind, of),
});

function item(kind: SdmxClass, of: Maintainable, one: Code, language: Language) {
  const annotations = Object.entries(one.annotations ?? {}).map(([title, text]) => ({ title, text }));
  return {
    id: one.id,
    ...named(one, language),
    ...self(kind, of, one.id),
    ...(annotations.length > 0 ? { annotations } : {}),
  };
}

function component(dialect: JsonDialect, kind: SdmxClass, structure: DataStructure, one: Component) {
  return {
    id: one.id,
    ...self(kind, structure, one.id),
    conceptIdentity: urn("Concept", one.scheme, one.id),
    localRepresentation: one.list ? { enumeration: urn("Codelist", one.list) } : dialect.format(one),
  };
}

const attribute = (dialect: JsonDialect, structure: DataStructure, one: Attribute) => ({
  ...component(dialect, "DataAttribute", structure, one),
  ...dialect.usage(one),
  attributeRelationship:
    one.attachedTo === "series"
      ? { dimensions: structure.dimensions.map(({ id }) => id) }
      : dialect.attachedToObservation(structure),
});

function dataStructure(dialect: JsonDialect, structure: DataStructure, language: Language) {
  const { dimensions, time, measure, attributes } = structure;
  const list = (kind: SdmxClass) => ({ id: kind, ...self(kind, structure, kind) });
  const head = maintained(dialect, "DataStructure", structure, language);
  if (structure.stub) return head;
  return {
    ...head,
    dataStructureComponents: {
      dimensionList: {
        ...list("DimensionDescriptor"),
        dimensions: dimensions.map((one, at) => ({
          ...component(dialect, "Dimension", structure, one),
          ...dialect.dimension(at),
        })),
        ...dialect.time(component(dialect, "TimeDimension", structure, time)),
      },
      attributeList: {
        ...list("AttributeDescriptor"),
        attributes: attributes.map((one) => attribute(dialect, structure, one)),
      },
      measureList: {
        ...list("MeasureDescriptor"),
        ...dialect.measures(component(dialect, dialect.measureKind, structure, measure)),
      },
    },
  };
}

function constraint(dialect: JsonDialect, one: ContentConstraint, language: Language) {
  const head = maintained(dialect, dialect.constraintKind, one, language);
  if (one.stub) return head;
  const keys = Object.entries(one.codes)
    .filter(([, codes]) => codes.length > 0)
    .map(([id, codes]) => ({ id, ...dialect.codes(codes) }));
  const { time } = one.dataflow.structure;
  const periods = one.periods.length > 0 ? [{ id: time.id, ...dialect.periods(one.periods) }] : [];
  return {
    ...head,
    constraintAttachment: { dataflows: [urn("Dataflow", one.dataflow)] },
    ...dialect.region([...keys, ...periods]),
  };
}
