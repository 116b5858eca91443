import type { ContentConstraint, Dataflow, SdmxObservations } from "./model.js";
import { messageNames } from "./names.js";
import { inSeries } from "./series.js";

/** What observations there are: every code of each dimension that occurs, in the order of its list, and the periods. */
export type Availability = Pick<ContentConstraint, "codes" | "periods"> & {
  readonly series: number;
  readonly observations: number;
};

/**
 * The codes and periods that occur in observations, and how many series and observations there are; what the
 * REST resources `availableconstraint` and `availability` tell of a query.
 */
export function availability({ structure }: Dataflow, observations: SdmxObservations): Availability {
  const used = new Map(structure.dimensions.map(({ id }) => [id, new Set<string>()]));
  const periods = new Set<string>();
  let [series, count] = [0, 0];
  for (const { observation, opens } of inSeries(structure, observations)) {
    const { key, period } = observation;
    count += 1;
    periods.add(period);
    if (!opens) continue;
    series += 1;
    for (const [id, codes] of used) codes.add(key[id] ?? "");
  }
  return {
    codes: Object.fromEntries(
      structure.dimensions.map(({ id, list }) => [
        id,
        (list?.codes ?? []).map((code) => code.id).filter((code) => used.get(id)?.has(code)),
      ]),
    ),
    periods: [...periods].sort(),
    series,
    observations: count,
  };
}

/** The actual content of a dataflow as a content constraint: one cube region that holds all its data. */
export function contentConstraint(dataflow: Dataflow, observations: SdmxObservations): ContentConstraint {
  const { codes, periods } = availability(dataflow, observations);
  return {
    agency: dataflow.agency,
    id: `CON_${dataflow.id}`,
    version: dataflow.version,
    names: messageNames("sdmx.content", dataflow.names),
    dataflow,
    codes,
    periods,
  };
}
