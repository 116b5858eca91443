import { groupBy } from "../../keys.js";
import { type AreaCode, sdmxKey } from "../../sdmx/mapping.js";
import type { DataSet, DataStructure, SdmxObservation, SdmxObservations } from "../../sdmx/model.js";
import type { FlowId } from "../../sdmx/structure.js";
import type { Language } from "../../types.js";
import { observationOf } from "../published/observation.js";
import type { FigureVersion, Published, Slice, Span } from "../published/published.js";
import { fits } from "./filter.js";
import type { DataQuery } from "./query.js";

/** Of the versions of one figure in the order of releases, the one to tell; undefined for none. */
type Chooser = (versions: readonly FigureVersion[]) => FigureVersion | undefined;

/** What observations are made from. */
export interface Source {
  readonly published: Published;
  readonly areaCode: AreaCode;
  readonly language: Language;
}

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
  return all.filter(({ observations }) => !isEmpty(observations));
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

const isEmpty = (observations: SdmxObservations): boolean =>
  observations[Symbol.iterator]().next().done === true;

/** Keys and periods of the figures in force that a query asks for; what the figures are is not read where no filter needs it. */
export function keysFor(source: Source, query: DataQuery): SdmxObservations {
  const { releases, releaseAt } = source.published;
  const through = query.asOf === null ? releases.length : releaseAt(query.asOf);
  const after = query.updatedAfter === null ? through : releaseAt(query.updatedAfter);
  const span: Span = { through, after: through, changedAfter: query.updatedAfter === null ? null : after };
  return selected(source, query, standsIn(through), span, true);
}

/** Reads slice by slice; observations of one series share one key. */
function selected(
  source: Source,
  query: DataQuery,
  pick: Chooser,
  span: Span,
  keysOnly: boolean,
): SdmxObservations {
  const { published, areaCode, language } = source;
  const flow = query.flow.id as FlowId;
  const make = keysOnly && !asksContent(query) ? bareOf : observationOf;
  return {
    *[Symbol.iterator]() {
      for (const slice of published.slices(flow)) {
        if (!mayFit(query, sdmxKey({ ...slice, dimensions: {} }, areaCode))) continue;
        const series = groupBy(published.versions(flow, slice, span), ({ dimensions }) => dimensions);
        for (const [dimensions, versions] of series) {
          const key = sdmxKey({ ...slice, dimensions }, areaCode);
          if (!isKeyAsked(query, key)) continue;
          const found = [...groupBy(versions, ({ period }) => period).values()]
            .flatMap((one) => pick(one) ?? [])
            .map((one) => make(flow, one, key, language))
            .filter((one) => query.filters.every((filter) => fits(query.flow.structure, filter, one)));
          for (const one of cut(found, query)) yield keysOnly ? bare(one) : one;
        }
      }
    },
  };
}

/** Whether a filter is about something else than keys and periods. */
const asksContent = ({ filters, flow: { structure } }: DataQuery): boolean =>
  filters.some(
    ({ component }) => ![...structure.dimensions, structure.time].some(({ id }) => id === component),
  );

const bareOf: typeof observationOf = (_, { period }, key) =>
  bare({ key, period: String(period), value: null, attributes: {} });

/** What is told of an observation that is no longer there. */
const bare = ({ key, period }: SdmxObservation): SdmxObservation => ({
  key,
  period,
  value: null,
  attributes: {},
});

/** The first or the last observations of a series; of both, those that are among the first and among the last. */
function cut(
  observations: readonly SdmxObservation[],
  { first, last }: DataQuery,
): readonly SdmxObservation[] {
  const start = first === null ? observations : observations.slice(0, first);
  return last === null ? start : start.slice(-last);
}

/** Dimensions whose code is the same for a whole slice. */
const OF_SLICE: ReadonlySet<string> = new Set(["FREQ", "REPORTING_TYPE", "SERIES", "REF_AREA"]);

/** Whether some series of a slice may be asked for, judged by what its series have in common. */
function mayFit(query: DataQuery, key: SdmxObservation["key"]): boolean {
  const { structure } = query.flow;
  const common = { key, period: "", value: null, attributes: {} };
  return (
    fitsKeys(query, key, (id) => OF_SLICE.has(id)) &&
    query.filters
      .filter(({ component }) => OF_SLICE.has(component))
      .every((filter) => fits(structure, filter, common))
  );
}

const isKeyAsked = (query: DataQuery, key: SdmxObservation["key"]): boolean =>
  fitsKeys(query, key, () => true);

function fitsKeys(
  { keys, flow }: DataQuery,
  key: SdmxObservation["key"],
  isJudged: (dimension: string) => boolean,
): boolean {
  const { dimensions }: Pick<DataStructure, "dimensions"> = flow.structure;
  if (keys.length === 0) return true;
  return keys.some((pattern) =>
    pattern.every((codes, at) => {
      const id = dimensions[at]?.id ?? "";
      return codes === null || !isJudged(id) || codes.has(key[id] ?? "");
    }),
  );
}

/** Part of the observations, counted by observations, or by series where only these are told. */
function paged(observations: SdmxObservations, { offset, limit, detail }: DataQuery): SdmxObservations {
  if (offset === 0 && limit === null) return observations;
  const bySeries = detail === "serieskeysonly" || detail === "nodata";
  return {
    *[Symbol.iterator]() {
      let [place, before] = [-1, null as SdmxObservation["key"] | null];
      for (const one of observations) {
        if (!bySeries || one.key !== before) place += 1;
        before = one.key;
        if (limit !== null && place >= offset + limit) return;
        if (place >= offset) yield one;
      }
    },
  };
}

/** At most so many observations, counted without looking at them: those of every slice that may fit. */
export function atMost({ published, areaCode }: Source, query: DataQuery): number {
  const fit = (slice: Slice) => mayFit(query, sdmxKey({ ...slice, dimensions: {} }, areaCode));
  const versions = published
    .slices(query.flow.id as FlowId)
    .filter(fit)
    .reduce((sum, { figures }) => sum + figures, 0);
  return Math.min(versions, query.limit ?? versions);
}
