import { dataStructureXml } from "./ml-components.js";
import { constraintXml } from "./ml-constraint.js";
import { DIALECT_21, DIALECT_30, type MlDialect } from "./ml-dialect.js";
import { header, namespace, namespaces, opened } from "./ml-header.js";
import { agencySchemeXml, codeListXml, conceptSchemeXml, dataflowXml } from "./ml-schemes.js";
import type { MessageHead, Structures } from "./model.js";
import { element } from "./xml.js";

/** Structures as SDMX-ML 2.1, in the order of its StructuresType. */
export const writeStructures21 = (head: MessageHead, all: Structures) =>
  write(head, DIALECT_21, [
    ["str:OrganisationSchemes", all.agencySchemes.map((one) => agencySchemeXml(DIALECT_21, one))],
    ["str:Dataflows", all.dataflows.map((one) => dataflowXml(DIALECT_21, one))],
    ["str:Codelists", all.codeLists.map((one) => codeListXml(DIALECT_21, one))],
    ["str:Concepts", all.conceptSchemes.map((one) => conceptSchemeXml(DIALECT_21, one))],
    ["str:DataStructures", all.dataStructures.map((one) => dataStructureXml(DIALECT_21, one))],
    ["str:Constraints", all.constraints.map((one) => constraintXml(DIALECT_21, one))],
  ]);

/** Structures as SDMX-ML 3.0. */
export const writeStructures30 = (head: MessageHead, all: Structures) =>
  write(head, DIALECT_30, [
    ["str:AgencySchemes", all.agencySchemes.map((one) => agencySchemeXml(DIALECT_30, one))],
    ["str:Codelists", all.codeLists.map((one) => codeListXml(DIALECT_30, one))],
    ["str:ConceptSchemes", all.conceptSchemes.map((one) => conceptSchemeXml(DIALECT_30, one))],
    ["str:DataConstraints", all.constraints.map((one) => constraintXml(DIALECT_30, one))],
    ["str:Dataflows", all.dataflows.map((one) => dataflowXml(DIALECT_30, one))],
    ["str:DataStructures", all.dataStructures.map((one) => dataStructureXml(DIALECT_30, one))],
  ]);

/** A message with a container for each kind that there is something of. */
function* write(
  head: MessageHead,
  { version }: MlDialect,
  containers: readonly (readonly [string, readonly string[]])[],
): Generator<string> {
  const declared = namespaces(version, { "xmlns:str": namespace(version, "structure") });
  yield `${opened("mes:Structure", declared)}${header(head)}<mes:Structures>\n`;
  for (const [name, content] of containers)
    if (content.length > 0) yield `${element(name, {}, "\n", ...content.map((one) => `${one}\n`))}\n`;
  yield "</mes:Structures>\n</mes:Structure>\n";
}
