import { groupBy } from "../../keys.js";
import { type AreaCode, sdmxKey } from "../../sdmx/mapping.js";
import type { SdmxObservation, SdmxObservations } from "../../sdmx/model.js";
import type { FlowId } from "../../sdmx/structure.js";
import type { Dimensions, Language } from "../../types.js";
import { observationOf } from "../published/observation.js";
import type { FigureVersion, Published, Span } from "../published/published.js";
import { fits } from "./filter.js";
import { isKeyAsked, sliceTest } from "./key-match.js";
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
  const { structure } = query.flow;
  const flow = query.flow.id as FlowId;
  const make = keysOnly && !asksContent(query) ? bareOf : observationOf;
  const mayFit = sliceTest(query, areaCode);
  return {
    *[Symbol.iterator]() {
      for (const slice of published.slices(flow)) {
        if (!mayFit(slice)) continue;
        const keyOf = (dimensions: Dimensions) => sdmxKey({ ...slice, dimensions }, areaCode);
        const isAsked = (dimensions: Dimensions) => isKeyAsked(query, keyOf(dimensions));
        const versions = published.versions(flow, slice, span, isAsked);
        for (const [dimensions, ofSeries] of groupBy(versions, (one) => one.dimensions)) {
          const key = keyOf(dimensions);
          const found = figuresIn(ofSeries, pick)
            .map((one) => make(flow, one, key, language))
            .filter((one) => query.filters.every((filter) => fits(structure, filter, one)));
          for (const one of cut(found, query)) yield keysOnly ? bare(one) : one;
        }
      }
    },
  };
}

/** Of each year of a series the version to tell. */
const figuresIn = (versions: readonly FigureVersion[], pick: Chooser): FigureVersion[] =>
  [...groupBy(versions, ({ period }) => period).values()].flatMap((one) => pick(one) ?? []);

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
  const versions = published
    .slices(query.flow.id as FlowId)
    .filter(sliceTest(query, areaCode))
    .reduce((sum, { figures }) => sum + figures, 0);
  return Math.min(versions, query.limit ?? versions);
}
