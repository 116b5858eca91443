import type { MlDialect } from "./ml-dialect.js";
import { annotationsXml, nameXml } from "./ml-item.js";
import type { AgencyScheme, Code, ConceptScheme, Dataflow, Maintainable, SdmxCodeList } from "./model.js";
import { type SdmxClass, urn } from "./urn.js";
import { element } from "./xml.js";

/** A list of items, each with its URN and names. */
function scheme(
  dialect: MlDialect,
  [schemeKind, itemKind]: readonly [SdmxClass, SdmxClass],
  of: Maintainable & { readonly partial: boolean },
  items: readonly Code[],
): string {
  return element(
    `str:${schemeKind}`,
    { ...dialect.maintained(schemeKind, of), isPartial: of.partial ? "true" : undefined },
    nameXml(of),
    ...items.map((item) =>
      element(
        `str:${itemKind}`,
        { id: item.id, urn: urn(itemKind, of, item.id) },
        annotationsXml(item),
        nameXml(item),
      ),
    ),
  );
}

export const agencySchemeXml = (dialect: MlDialect, one: AgencyScheme): string =>
  scheme(dialect, ["AgencyScheme", "Agency"], one, one.agencies);

export const codeListXml = (dialect: MlDialect, one: SdmxCodeList): string =>
  scheme(dialect, ["Codelist", "Code"], one, one.codes);

export const conceptSchemeXml = (dialect: MlDialect, one: ConceptScheme): string =>
  scheme(dialect, ["ConceptScheme", "Concept"], one, one.concepts);

export const dataflowXml = (dialect: MlDialect, one: Dataflow): string =>
  element(
    "str:Dataflow",
    dialect.maintained("Dataflow", one),
    nameXml(one),
    one.stub ? "" : dialect.refer("str:Structure", "DataStructure", one.structure),
  );
