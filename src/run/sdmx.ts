import { AGENCY, areaCode } from "../sdmx/code-lists.js";
import { contentConstraint } from "../sdmx/constraints.js";
import { flowData } from "../sdmx/flow-data.js";
import type { ContentConstraint, MessageHead, SdmxObservations, Structures } from "../sdmx/model.js";
import { type FlowId, structuresOf } from "../sdmx/structure.js";
import type { Language, Vintage } from "../types.js";
import type { Environment } from "./environment.js";
import { compute, tableInput } from "./publish.js";

/** What is published in SDMX of one vintage. */
export interface SdmxContent {
  readonly vintage: Vintage;
  readonly structures: Structures;
  /** Observations of a dataflow, ordered by series and period; the agency's comments are in the language asked for. */
  data(flow: FlowId): SdmxObservations;
  /** What data each dataflow has. */
  constraints(): readonly ContentConstraint[];
}

/** The content of the environment's vintage; undefined where nothing has been taken. */
export function sdmxContent(environment: Environment, language: Language): SdmxContent | undefined {
  const computed = compute(environment);
  if (!computed) return undefined;
  const { areas, groups } = environment;
  const structures = structuresOf(areas, groups);
  const input = tableInput(environment, computed, language);
  const data = (flow: FlowId) => flowData(flow, input, (area) => areaCode(area, groups));
  return {
    vintage: computed.vintage,
    structures,
    data,
    constraints: () => structures.dataflows.map((flow) => contentConstraint(flow, data(flow.id as FlowId))),
  };
}

/** Head of a message. Its time is that of the vintage, so that the same data give the same bytes. */
export const messageHead = (what: string, { id, asOf }: Vintage, language: Language): MessageHead => ({
  id: `${what}-${id}`,
  prepared: asOf,
  sender: AGENCY,
  language,
});
