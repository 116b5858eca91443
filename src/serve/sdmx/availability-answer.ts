import { availability, contentConstraint } from "../../sdmx/constraints.js";
import type { Component, ContentConstraint, Dataflow, SdmxCodeList, Structures } from "../../sdmx/model.js";
import { ServiceError } from "../errors.js";
import type { SdmxService } from "../service.js";
import type { Asked } from "./data-answer.js";
import { keysFor } from "./data-sets.js";
import { choice, type DataQuery, requireKnown } from "./query.js";
import type { Source } from "./select.js";
import { FILTERS_1, selection1 } from "./v1.js";
import { selection2 } from "./v2.js";

const OWN = ["mode", "references", "format"];
const REFERENCES = [
  "none",
  "all",
  "codelist",
  "valuelist",
  "datastructure",
  "conceptscheme",
  "dataflow",
  "dataproviderscheme",
];

/**
 * What data there are for a query, as a constraint, and the structures it refers to where these are asked for;
 * undefined where there are no data (SDMX REST, "Data availability queries").
 * @param path what follows `availableconstraint/` or `availability/`: a data query, and at the end a component
 */
export function availableStructures(
  service: SdmxService,
  path: readonly string[],
  { version, parameters, language }: Asked,
): Structures | undefined {
  const length = version === 1 ? 3 : 5;
  const [component = "all", ...more] = path.slice(length);
  if (more.length > 0)
    throw new ServiceError("syntax", "The path has more parts than a data query and a component.");
  const known = [...OWN, "updatedAfter", ...(version === 1 ? FILTERS_1 : [])];
  requireKnown(new Map([...parameters].filter(([name]) => version === 1 || !name.startsWith("c["))), known);
  const query = (version === 1 ? selection1 : selection2)(
    service.structures,
    path.slice(0, length),
    parameters,
  );
  const references = (parameters.get("references") ?? "none").split(",");
  const stranger = references.find((one) => !REFERENCES.includes(one));
  if (stranger !== undefined)
    throw new ServiceError(
      "syntax",
      `references names "${stranger.slice(0, 60)}". Known are ${REFERENCES.join(", ")}.`,
    );
  const source: Source = { published: service.published(), areaCode: service.areaCode, language };
  const exact = contentConstraint(query.flow, keysFor(source, query));
  if (exact.periods.length === 0) return undefined;
  const found =
    choice(parameters, "mode", ["exact", "available"]) === "exact" ? exact : widened(source, query, exact);
  return withReferences(service.structures, ofComponent(found, component), references);
}

/** With the values that could be asked for as well: of each dimension those that there are when it is left open. */
function widened(source: Source, query: DataQuery, exact: ContentConstraint): ContentConstraint {
  const { dimensions, time } = query.flow.structure;
  const open = ({ id }: Component, at: number) =>
    availability(
      query.flow,
      keysFor(source, {
        ...query,
        keys: query.keys.map((pattern) => pattern.map((codes, place) => (place === at ? null : codes))),
        filters: query.filters.filter(({ component }) => component !== id),
      }),
    );
  const codes = dimensions.map((one, at) => [one.id, open(one, at).codes[one.id] ?? []] as const);
  return { ...exact, codes: Object.fromEntries(codes), periods: open(time, -1).periods };
}

function ofComponent(found: ContentConstraint, component: string): ContentConstraint {
  if (component === "all" || component === "*") return found;
  const { dimensions, time } = found.dataflow.structure;
  const asked = component.split(",");
  const stranger = asked.find((id) => ![...dimensions, time].some((one) => one.id === id));
  if (stranger !== undefined)
    throw new ServiceError("semantic", `There is no dimension "${stranger.slice(0, 60)}".`);
  return {
    ...found,
    codes: Object.fromEntries(Object.entries(found.codes).filter(([id]) => asked.includes(id))),
    periods: asked.includes(time.id) ? found.periods : [],
  };
}

const NOTHING: Structures = {
  ...{
    agencySchemes: [],
    codeLists: [],
    conceptSchemes: [],
    dataStructures: [],
    dataflows: [],
    constraints: [],
  },
};

function withReferences(
  all: Structures,
  found: ContentConstraint,
  references: readonly string[],
): Structures {
  const isWanted = (kind: string) => references.includes("all") || references.includes(kind);
  const { dataflow } = found;
  const constrained = dataflow.structure.dimensions.filter(({ id }) => (found.codes[id] ?? []).length > 0);
  return {
    ...NOTHING,
    constraints: [found],
    dataflows: isWanted("dataflow") ? all.dataflows.filter(({ id }) => id === dataflow.id) : [],
    dataStructures: isWanted("datastructure") ? [dataflow.structure] : [],
    conceptSchemes: isWanted("conceptscheme") ? schemesOf(all, constrained, dataflow) : [],
    codeLists: isWanted("codelist") ? constrained.flatMap((one) => usedCodes(one, found)) : [],
  };
}

/** Concept schemes with the concepts of the constrained dimensions alone. */
function schemesOf(all: Structures, constrained: readonly Component[], { structure: { time } }: Dataflow) {
  const used = [...constrained, time];
  return all.conceptSchemes.flatMap((scheme) => {
    const concepts = scheme.concepts.filter(({ id }) =>
      used.some((one) => one.scheme.id === scheme.id && one.scheme.agency === scheme.agency && one.id === id),
    );
    return concepts.length > 0 ? [{ ...scheme, concepts, partial: true }] : [];
  });
}

function usedCodes({ id, list }: Component, found: ContentConstraint): SdmxCodeList[] {
  const codes = list?.codes.filter((code) => found.codes[id]?.includes(code.id)) ?? [];
  return list ? [{ ...list, codes, partial: codes.length < list.codes.length || list.partial }] : [];
}
