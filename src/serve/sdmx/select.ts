import { groupBy } from "../../keys.js";
import { type AreaCode, sdmxKey } from "../../sdmx/mapping.js";
import type { SdmxObservation, SdmxObservations } from "../../sdmx/model.js";
import type { FlowId } from "../../sdmx/structure.js";
import type { Language } from "../../types.js";
import { observationOf } from "../published/observation.js";
import type { FigureVersion, Published, Slice, Span } from "../published/published.js";
import { fits } from "./filter.js";
import type { DataQuery } from "./query.js";

/** Of the versions of one figure in the order of releases, the one to tell; undefined for none. */
export type Chooser = (versions: readonly FigureVersion[]) => FigureVersion | undefined;

/** What observations are made from. */
export interface Source {
  readonly published: Published;
  readonly areaCode: AreaCode;
  readonly language: Language;
}

/** Reads slice by slice; observations of one series share one key. */
export function selected(
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
  const { dimensions } = flow.structure;
  if (keys.length === 0) return true;
  return keys.some((pattern) =>
    pattern.every((codes, at) => {
      const id = dimensions[at]?.id ?? "";
      return codes === null || !isJudged(id) || codes.has(key[id] ?? "");
    }),
  );
}

/** Part of the observations, counted by observations, or by series where only these are told. */
export function paged(
  observations: SdmxObservations,
  { offset, limit, detail }: DataQuery,
): SdmxObservations {
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
