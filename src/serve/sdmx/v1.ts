/** Data queries of SDMX REST 1.5 (SDMX 2.1): `data/{flow}/{key}/{provider}`. */
import { AGENCY } from "../../sdmx/code-lists.js";
import type { Structures } from "../../sdmx/model.js";
import { ServiceError } from "../errors.js";
import { filterOf } from "./filter.js";
import {
  choice,
  count,
  type DataQuery,
  keyPattern,
  layout,
  type Parameters,
  requireKnown,
  times,
} from "./query.js";
import { oneFlow, type Reference } from "./references.js";

/** Parameters that say which data; `asOf`, `offset` and `limit` are of 2.2, and understood here too. */
export const FILTERS_1 = ["startPeriod", "endPeriod", "updatedAfter"] as const;
const PARAMETERS = [
  ...FILTERS_1,
  ...["firstNObservations", "lastNObservations", "dimensionAtObservation", "detail", "includeHistory"],
  ...["asOf", "offset", "limit"],
];

/**
 * @param path what follows `data/`: flow, key and provider, of which the last two may be absent
 * @param others parameters that are no part of the query, such as `format`
 */
export function dataQuery1(
  structures: Structures,
  path: readonly string[],
  parameters: Parameters,
  others: readonly string[],
): DataQuery {
  requireKnown(parameters, [...PARAMETERS, ...others]);
  return {
    ...selection1(structures, path, parameters),
    first: count(parameters, "firstNObservations"),
    last: count(parameters, "lastNObservations"),
    detail: choice(parameters, "detail", ["full", "dataonly", "serieskeysonly", "nodata"]),
    offset: count(parameters, "offset", 0) ?? 0,
    limit: count(parameters, "limit"),
  };
}

/** Which observations are asked for; all of each series, and everything about them. */
export function selection1(
  structures: Structures,
  [flowRef = "", key = "all", provider = "all", ...more]: readonly string[],
  parameters: Parameters,
): DataQuery {
  if (more.length > 0)
    throw new ServiceError("syntax", "The path has more parts than dataflow, key and provider.");
  const flow = oneFlow(structures, flowReference(flowRef));
  requireProvider(provider);
  const { structure } = flow;
  const isAll = key === "" || key.toLowerCase() === "all";
  const codesIn = (part: string) =>
    part === "" ? null : new Set(part.split("+").filter((code) => code !== ""));
  const parts = key.split(".");
  if (!isAll && parts.length !== structure.dimensions.length)
    throw new ServiceError(
      "semantic",
      `The key has ${parts.length} parts; ${structure.dimensions.length} are needed, one for each of ${structure.dimensions.map(({ id }) => id).join(".")}. A part may be empty.`,
    );
  return {
    flow,
    keys: isAll ? [] : [keyPattern(structure, parts, codesIn)],
    filters: periods(parameters).map(([bound, period]) =>
      filterOf(structure, structure.time.id, `${bound}:${period}`),
    ),
    ...times(parameters),
    dimensionAtObservation: layout(parameters, structure),
    ...{ first: null, last: null, detail: "full", offset: 0, limit: null },
  };
}

const periods = (parameters: Parameters): ["ge" | "le", string][] => {
  const [start, end] = [parameters.get("startPeriod"), parameters.get("endPeriod")];
  return [
    ...(start === undefined ? [] : [["ge", start] as ["ge", string]]),
    ...(end === undefined ? [] : [["le", end] as ["le", string]]),
  ];
};

/** `ID`, `AGENCY,ID` or `AGENCY,ID,VERSION`. */
export function flowReference(text: string): Reference {
  const parts = text.split(",");
  if (text === "" || parts.length > 3 || parts.includes(""))
    throw new ServiceError(
      "syntax",
      `"${text.slice(0, 80)}" names no dataflow. Write ID, AGENCY,ID or AGENCY,ID,VERSION.`,
    );
  const [id = "", version = "latest"] = parts.length === 1 ? parts : parts.slice(1);
  return { agency: parts.length === 1 ? "all" : (parts[0] ?? "all"), id, version };
}

/** Whatever is published here is provided by the agency. */
function requireProvider(text: string): void {
  const provider = text.split(",").at(-1) ?? "";
  if (text !== "" && provider.toLowerCase() !== "all" && provider !== AGENCY)
    throw new ServiceError(
      "no-results",
      `There are no data of provider "${text.slice(0, 60)}". All data are provided by ${AGENCY}: write all.`,
    );
}
