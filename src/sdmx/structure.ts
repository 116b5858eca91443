import type { Areas, Groups } from "../reference/areas.js";
import { AGENCY, codeListsOf } from "./code-lists.js";
import { ownConcepts, sdgConcepts } from "./concepts.js";
import { dataStructure } from "./data-structure.js";
import type { AgencyScheme, Dataflow, DataStructure, Structures } from "./model.js";
import { messageNames } from "./names.js";

/** Dataflows: what countries reported of the global and of the thematic indicators, and the aggregates of both. */
export const FLOWS = ["GLOBAL", "THEMATIC", "AGGREGATES"] as const;
export type FlowId = (typeof FLOWS)[number];

const TITLES: Readonly<Record<FlowId, string>> = {
  GLOBAL: "sdg-country.title",
  THEMATIC: "sdmx.thematic",
  AGGREGATES: "facts-and-figures.title",
};

const agencies: AgencyScheme = {
  agency: "SDMX",
  id: "AGENCIES",
  version: "1.0",
  names: { en: "SDMX Agency Scheme" },
  partial: true,
  agencies: [
    { id: "SDMX", names: { en: "SDMX" } },
    { id: "IAEG-SDGs", names: { en: "Inter-agency and Expert Group on SDG Indicators" } },
    { id: AGENCY, names: { en: "ictsdg" } },
  ],
};

const dataflow = (id: FlowId, structure: DataStructure): Dataflow => ({
  agency: AGENCY,
  id,
  version: "1.0",
  names: messageNames(TITLES[id]),
  structure,
});

/**
 * Every structure of the project: agencies, code lists, concepts, the data structure and its dataflows, made
 * from the indicators and the reference lists. Content constraints depend on the data: see constraints.ts.
 */
export function structuresOf(areas: Areas, groups: Groups): Structures {
  const lists = codeListsOf(areas, groups);
  const structure = dataStructure(lists);
  return {
    agencySchemes: [agencies],
    codeLists: [...lists.values()],
    conceptSchemes: [sdgConcepts, ownConcepts],
    dataStructures: [structure],
    dataflows: FLOWS.map((id) => dataflow(id, structure)),
    constraints: [],
  };
}

/** The dataflow with an id in any case, or undefined. */
export const findDataflow = ({ dataflows }: Structures, id: string): Dataflow | undefined =>
  dataflows.find((flow) => flow.id === id.toUpperCase());
