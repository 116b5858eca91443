import type { MlDialect } from "./ml-dialect.js";
import { nameXml } from "./ml-item.js";
import type { Attribute, Component, DataStructure } from "./model.js";
import { type SdmxClass, urn } from "./urn.js";
import { element } from "./xml.js";

/** A data structure with its dimensions, attributes and measure. */
export function dataStructureXml(dialect: MlDialect, structure: DataStructure): string {
  const head = [dialect.maintained("DataStructure", structure), nameXml(structure)] as const;
  if (structure.stub) return element("str:DataStructure", ...head);
  const list = (name: string, kind: SdmxClass, content: readonly string[]) =>
    element(name, { id: kind, urn: urn(kind, structure, kind) }, ...content);
  const attributes = structure.attributes.map((one) => attributeXml(dialect, structure, one));
  const measure = componentXml(dialect, dialect.measure.element, dialect.measure.kind, structure, {
    one: structure.measure,
  });
  return element(
    "str:DataStructure",
    ...head,
    element(
      "str:DataStructureComponents",
      {},
      list("str:DimensionList", "DimensionDescriptor", dimensionsXml(dialect, structure)),
      list("str:AttributeList", "AttributeDescriptor", attributes),
      list("str:MeasureList", "MeasureDescriptor", [measure]),
    ),
  );
}

function dimensionsXml(dialect: MlDialect, structure: DataStructure): string[] {
  const { dimensions, time } = structure;
  const position = dialect.timePosition ? { position: String(dimensions.length + 1) } : {};
  return [
    ...dimensions.map((one, at) =>
      componentXml(dialect, "str:Dimension", "Dimension", structure, {
        one,
        given: { position: String(at + 1) },
      }),
    ),
    componentXml(dialect, "str:TimeDimension", "TimeDimension", structure, { one: time, given: position }),
  ];
}

function attributeXml(dialect: MlDialect, structure: DataStructure, one: Attribute): string {
  const attachedTo =
    one.attachedTo === "series"
      ? structure.dimensions.map(({ id }) => dialect.local("str:Dimension", id))
      : [dialect.attachedToObservation(structure)];
  return componentXml(dialect, "str:Attribute", "DataAttribute", structure, {
    one,
    given: dialect.usage(one),
    more: element("str:AttributeRelationship", {}, ...attachedTo),
  });
}

/** A component: attributes of its own, the concept it is, the values it takes, and what follows. */
function componentXml(
  dialect: MlDialect,
  name: string,
  kind: SdmxClass,
  structure: DataStructure,
  { one, given = {}, more = "" }: { one: Component; given?: Readonly<Record<string, string>>; more?: string },
): string {
  const values = one.list
    ? dialect.refer("str:Enumeration", "Codelist", one.list)
    : element("str:TextFormat", { textType: one.type });
  return element(
    name,
    { id: one.id, urn: urn(kind, structure, one.id), ...given },
    dialect.refer("str:ConceptIdentity", "Concept", one.scheme, one.id),
    element("str:LocalRepresentation", {}, values),
    more,
  );
}
