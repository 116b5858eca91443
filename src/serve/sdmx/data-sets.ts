import type { DataSet, SdmxObservations } from "../../sdmx/model.js";
import type { Span } from "../published/published.js";
import type { DataQuery } from "./query.js";
import { type Chooser, paged, type Source, selected } from "./select.js";

const standsIn =
  (release: number): Chooser =>
  (versions) =>
    versions.find(({ since, until }) => since <= release && (until === null || until > release));

/**
 * The data sets that answer a query (SDMX REST 2.x, "Data queries"): the figures in force; with `updatedAfter` those
 * that came or changed since, and those that are gone; with `includeHistory` for each release what it brought and what
 * it took away. Releases are the disseminations. Data sets without observations are left out.
 */
export function dataSetsFor(source: Source, query: DataQuery): DataSet[] {
  const { releases, releaseAt } = source.published;
  const through = query.asOf === null ? releases.length : releaseAt(query.asOf);
  const after = query.updatedAfter === null ? null : releaseAt(query.updatedAfter);
  const at = (release: number) => releases[release - 1]?.at ?? "";
  const set = (action: DataSet["action"], pick: Chooser, span: Span): DataSet => {
    return { action, observations: paged(selected(source, query, pick, span, action === "Delete"), query) };
  };
  const all = query.history
    ? history(set, after ?? 0, through, at)
    : after === null
      ? [set("Information", standsIn(through), { through, after: through, changedAfter: null })]
      : changes(set, after, through, at);
  return all.flatMap((one) => {
    const observations = begun(one.observations);
    return observations ? [{ ...one, observations }] : [];
  });
}

type MakeSet = (action: DataSet["action"], pick: Chooser, span: Span) => DataSet;
type TimeOf = (release: number) => string;

function changes(set: MakeSet, after: number, through: number, at: TimeOf): DataSet[] {
  const span: Span = { through, after, changedAfter: after };
  const [now, then] = [standsIn(through), standsIn(after)];
  const fresh: Chooser = (versions) => {
    const found = now(versions);
    return found && found.since > after ? found : undefined;
  };
  const gone: Chooser = (versions) => (now(versions) ? undefined : then(versions));
  return [
    { ...set("Replace", fresh, span), validFrom: at(through) },
    { ...set("Delete", gone, span), validTo: at(through) },
  ];
}

function history(set: MakeSet, after: number, through: number, at: TimeOf): DataSet[] {
  const releases = Array.from({ length: Math.max(0, through - after) }, (_, index) => after + 1 + index);
  return releases.flatMap((release) => {
    const span: Span = { through: release, after: release - 1, changedAfter: release - 1 };
    const came: Chooser = (versions) => versions.find(({ since }) => since === release);
    const went: Chooser = (versions) =>
      came(versions) ? undefined : versions.find(({ until }) => until === release);
    return [
      { ...set("Replace", came, span), validFrom: at(release) },
      { ...set("Delete", went, span), validTo: at(release) },
    ];
  });
}

/** Undefined where there are no observations; else the same, of which the first need not be looked for again at first. */
function begun(observations: SdmxObservations): SdmxObservations | undefined {
  const going = observations[Symbol.iterator]();
  const first = going.next();
  if (first.done) return undefined;
  let isFresh = true;
  return {
    *[Symbol.iterator]() {
      if (!isFresh) return yield* observations;
      isFresh = false;
      yield first.value;
      yield* { [Symbol.iterator]: () => going };
    },
  };
}

/** Keys and periods of the figures in force that a query asks for; what the figures are is not read where no filter needs it. */
export function keysFor(source: Source, query: DataQuery): SdmxObservations {
  const { releases, releaseAt } = source.published;
  const through = query.asOf === null ? releases.length : releaseAt(query.asOf);
  const after = query.updatedAfter === null ? through : releaseAt(query.updatedAfter);
  const span: Span = { through, after: through, changedAfter: query.updatedAfter === null ? null : after };
  return selected(source, query, standsIn(through), span, true);
}
