/** Data queries of SDMX REST 2.x (SDMX 3.0): `data/{context}/{agency}/{id}/{version}/{key}?c[…]=…`. */
import type { Dataflow, Detail, Structures } from "../../sdmx/model.js";
import { ServiceError } from "../errors.js";
import { filterOf } from "./filter.js";
import { count, type DataQuery, keyPattern, layout, type Parameters, requireKnown, times } from "./query.js";
import { isAsked, oneFlow, type Reference } from "./references.js";

const PARAMETERS = [
  ...["updatedAfter", "firstNObservations", "lastNObservations", "dimensionAtObservation", "attributes"],
  ...["measures", "includeHistory", "offset", "limit", "asOf", "sort", "reportingYearStartDay"],
];

const isFilter = (name: string): boolean => /^c\[[^\]]*\]$/.test(name);

/**
 * @param path what follows `data/`: context, agency, id, version and key, each with a default
 * @param others parameters that are no part of the query, such as `format`
 */
export function dataQuery2(
  structures: Structures,
  path: readonly string[],
  parameters: Parameters,
  others: readonly string[],
): DataQuery {
  requireKnown(new Map([...parameters].filter(([name]) => !isFilter(name))), [...PARAMETERS, ...others]);
  for (const name of ["sort", "reportingYearStartDay"])
    if (parameters.has(name))
      throw new ServiceError(
        "not-implemented",
        `${name} is not understood. Observations come by series, area, breakdown and year, and years are calendar years.`,
      );
  const query = selection2(structures, path, parameters);
  return {
    ...query,
    ...told(query.flow, parameters),
    first: count(parameters, "firstNObservations"),
    last: count(parameters, "lastNObservations"),
    offset: count(parameters, "offset", 0) ?? 0,
    limit: count(parameters, "limit"),
  };
}

/** Which observations are asked for; all of each series, and everything about them. */
export function selection2(
  structures: Structures,
  [context = "*", agency = "*", id = "*", version = "*", key = "*", ...more]: readonly string[],
  parameters: Parameters,
): DataQuery {
  if (more.length > 0)
    throw new ServiceError("syntax", "The path has more parts than context, agency, id, version and key.");
  const flow = flowIn(structures, context, { agency, id, version });
  const { structure } = flow;
  const codesIn = (part: string) => (part === "*" || part === "" ? null : new Set([part]));
  const keys = key.split(",").filter((one) => one !== "*" && one !== "");
  return {
    flow,
    keys: keys.map((one) => keyPattern(structure, one.split("."), codesIn)),
    filters: [...parameters]
      .filter(([name]) => isFilter(name))
      .map(([name, value]) => filterOf(structure, name.slice(2, -1), value)),
    ...times(parameters),
    dimensionAtObservation: layout(parameters, structure),
    ...{ first: null, last: null, detail: "full", offset: 0, limit: null },
  };
}

function flowIn(structures: Structures, context: string, asked: Reference): Dataflow {
  if (context === "dataflow" || context === "*") return oneFlow(structures, asked);
  if (context === "datastructure") {
    if (structures.dataStructures.some((one) => isAsked(asked, one)))
      return oneFlow(structures, { agency: "*", id: "*", version: "*" });
    throw new ServiceError("no-results", `There is no data structure "${asked.id.slice(0, 60)}".`);
  }
  if (context === "provisionagreement")
    throw new ServiceError("no-results", "There are no provision agreements. Ask for a dataflow.");
  throw new ServiceError("syntax", `"${context.slice(0, 60)}" is no context. Write dataflow.`);
}

/** What of the matching data is told, by `attributes` and `measures`. */
function told(flow: Dataflow, parameters: Parameters): Pick<DataQuery, "flow" | "detail"> {
  const { structure } = flow;
  const asked = (parameters.get("attributes") ?? "dsd").split(",");
  const measures = (parameters.get("measures") ?? "all").split(",");
  const attributes = structure.attributes.filter(({ id, attachedTo }) =>
    asked.some(
      (one) =>
        one === "dsd" || one === "all" || one === id || one === (attachedTo === "series" ? "series" : "obs"),
    ),
  );
  const known = [
    "dsd",
    "all",
    "none",
    "msd",
    "dataset",
    "series",
    "obs",
    ...structure.attributes.map(({ id }) => id),
  ];
  requireAmong("attributes", asked, known);
  requireAmong("measures", measures, ["all", "none", structure.measure.id]);
  return {
    flow: { ...flow, structure: { ...structure, attributes } },
    detail: detailOf(measures.includes("none"), attributes.length === 0),
  };
}

function detailOf(noMeasure: boolean, noAttribute: boolean): Detail {
  if (noMeasure) return noAttribute ? "serieskeysonly" : "nodata";
  return noAttribute ? "dataonly" : "full";
}

function requireAmong(name: string, asked: readonly string[], known: readonly string[]): void {
  const stranger = asked.find((one) => !known.includes(one));
  if (stranger !== undefined)
    throw new ServiceError(
      "semantic",
      `${name} names "${stranger.slice(0, 60)}". Known are ${known.join(", ")}.`,
    );
}
