import type {
  AgencyScheme,
  Component,
  ConceptScheme,
  ContentConstraint,
  Dataflow,
  DataStructure,
  Item,
  SdmxCodeList,
  Structures,
} from "../../sdmx/model.js";
import { ServiceError } from "../errors.js";
import { isAsked } from "./references.js";
import { type Kind, kindsOf, type StructureQuery } from "./structure-query.js";

/** A structure with its kind. */
type Node =
  | { readonly kind: "agencyscheme"; readonly of: AgencyScheme }
  | { readonly kind: "codelist"; readonly of: SdmxCodeList }
  | { readonly kind: "conceptscheme"; readonly of: ConceptScheme }
  | { readonly kind: "datastructure"; readonly of: DataStructure }
  | { readonly kind: "dataflow"; readonly of: Dataflow }
  | { readonly kind: "constraint"; readonly of: ContentConstraint };

const nodesOf = (all: Structures): Node[] => [
  ...all.agencySchemes.map((of): Node => ({ kind: "agencyscheme", of })),
  ...all.codeLists.map((of): Node => ({ kind: "codelist", of })),
  ...all.conceptSchemes.map((of): Node => ({ kind: "conceptscheme", of })),
  ...all.dataStructures.map((of): Node => ({ kind: "datastructure", of })),
  ...all.dataflows.map((of): Node => ({ kind: "dataflow", of })),
  ...all.constraints.map((of): Node => ({ kind: "constraint", of })),
];

function gathered(nodes: readonly Node[]): Structures {
  const structures = {
    agencySchemes: [] as AgencyScheme[],
    codeLists: [] as SdmxCodeList[],
    conceptSchemes: [] as ConceptScheme[],
    dataStructures: [] as DataStructure[],
    dataflows: [] as Dataflow[],
    constraints: [] as ContentConstraint[],
  };
  for (const node of nodes) {
    if (node.kind === "agencyscheme") structures.agencySchemes.push(node.of);
    else if (node.kind === "codelist") structures.codeLists.push(node.of);
    else if (node.kind === "conceptscheme") structures.conceptSchemes.push(node.of);
    else if (node.kind === "datastructure") structures.dataStructures.push(node.of);
    else if (node.kind === "dataflow") structures.dataflows.push(node.of);
    else structures.constraints.push(node.of);
  }
  return structures;
}

/**
 * The structures that answer a query, with those it wants with them.
 * @throws ServiceError when there are none
 */
export function answerStructures(all: Structures, query: StructureQuery): Structures {
  const nodes = nodesOf(all);
  const found = nodes.filter(({ kind, of }) => query.kinds.includes(kind) && isAsked(query.asked, of));
  const answers = found.flatMap((node) => narrowed(node, query.items) ?? []);
  if (answers.length === 0) {
    const { agency, id, version } = query.asked;
    throw new ServiceError(
      "no-results",
      `There is no such structure: ${[agency, id, version].join(",").slice(0, 120)}. Leave out parts from the end to see what there is.`,
    );
  }
  const others = wanted(found, nodes, query.references).filter((node) => !found.includes(node));
  const allStubs = /^all(complete)?stubs$/.test(query.detail);
  const otherStubs = allStubs || /^reference(complete)?stubs$/.test(query.detail);
  return gathered([...(allStubs ? answers.map(stub) : answers), ...(otherStubs ? others.map(stub) : others)]);
}

/** Identification and name alone, of schemes without their items. */
function stub(node: Node): Node {
  if (node.kind === "codelist") return { kind: node.kind, of: { ...node.of, stub: true, codes: [] } };
  if (node.kind === "conceptscheme") return { kind: node.kind, of: { ...node.of, stub: true, concepts: [] } };
  if (node.kind === "agencyscheme") return { kind: node.kind, of: { ...node.of, stub: true, agencies: [] } };
  if (node.kind === "datastructure") return { kind: node.kind, of: { ...node.of, stub: true } };
  if (node.kind === "dataflow") return { kind: node.kind, of: { ...node.of, stub: true } };
  return { kind: node.kind, of: { ...node.of, stub: true } };
}

/** A scheme with the items asked for alone; undefined where it has none of them. */
function narrowed(node: Node, items: ReadonlySet<string> | null): Node | undefined {
  if (items === null) return node;
  const kept = <T extends Item>(all: readonly T[]) => all.filter(({ id }) => items.has(id));
  if (node.kind === "codelist") {
    const codes = kept(node.of.codes);
    return codes.length > 0 ? { kind: node.kind, of: { ...node.of, codes, partial: true } } : undefined;
  }
  if (node.kind === "conceptscheme") {
    const concepts = kept(node.of.concepts);
    return concepts.length > 0 ? { kind: node.kind, of: { ...node.of, concepts, partial: true } } : undefined;
  }
  if (node.kind !== "agencyscheme") return undefined;
  const agencies = kept(node.of.agencies);
  return agencies.length > 0 ? { kind: node.kind, of: { ...node.of, agencies, partial: true } } : undefined;
}

/** What a structure refers to; its agency is in the scheme of agencies. */
function children(node: Node, nodes: readonly Node[]): Node[] {
  const referred = referredBy(node);
  return nodes.filter(
    ({ kind, of }) => referred.has(of) || (kind === "agencyscheme" && node.kind !== "agencyscheme"),
  );
}

function referredBy({ kind, of }: Node): ReadonlySet<Node["of"]> {
  if (kind === "dataflow") return new Set([of.structure]);
  if (kind === "constraint") return new Set([of.dataflow]);
  if (kind !== "datastructure") return new Set();
  const components: readonly Component[] = [...of.dimensions, of.time, of.measure, ...of.attributes];
  return new Set(components.flatMap(({ scheme, list }) => (list ? [scheme, list] : [scheme])));
}

/** The structures that `references` asks for beside those found (SDMX REST, "Structure queries"). */
function wanted(found: readonly Node[], nodes: readonly Node[], references: readonly string[]): Node[] {
  const down = (from: readonly Node[]) => from.flatMap((node) => children(node, nodes));
  const up = (from: readonly Node[]) =>
    nodes.filter((node) => children(node, nodes).some((child) => from.includes(child)));
  const relations: Readonly<Record<string, () => readonly Node[]>> = {
    none: () => [],
    children: () => down(found),
    descendants: () => closure(found, down),
    parents: () => up(found),
    ancestors: () => closure(found, up),
    parentsandsiblings: () => [...up(found), ...down(up(found))],
    all: () => [...up(found), ...down(up(found)), ...closure(found, down)],
  };
  const ofKinds = (kinds: readonly Kind[]) =>
    [...closure(found, down), ...closure(found, up)].filter(({ kind }) => kinds.includes(kind));
  return [...new Set(references.flatMap((name) => relations[name]?.() ?? ofKinds(kindsOf(name) ?? [])))];
}

/** Everything that is reached by going on and on. */
function closure(found: readonly Node[], next: (from: readonly Node[]) => readonly Node[]): Node[] {
  const reached = new Set<Node>();
  let from = found;
  while (from.length > 0) {
    from = next(from).filter((node) => !reached.has(node));
    for (const node of from) reached.add(node);
  }
  return [...reached];
}
