import Database from "better-sqlite3";
import { FLOWS, type FlowId } from "../../sdmx/structure.js";
import type { Dimensions } from "../../types.js";
import type { Marked } from "./build.js";
import { breakdownOf, COLUMNS, type FigureVersion, type StoredVersion, versionOf } from "./row.js";

export type { FigureVersion } from "./row.js";

/** All figures of one series and area in a dataflow. */
export interface Slice {
  readonly series: string;
  readonly area: number;
  /** Versions of figures, standing or not. */
  readonly figures: number;
}

/** Which versions to read; releases by number, 0 is before the first. */
export interface Span {
  /** Nothing that came with a later release. */
  readonly through: number;
  /** Nothing that had ended with this release or before. */
  readonly after: number;
  /** Only what began or ended after this release; null for all. */
  readonly changedAfter: number | null;
}

/** What has been published, from the first release on. Releases are numbered from 1, oldest first. */
export interface Published {
  readonly releases: readonly Marked[];
  /** Ordered by series and area. */
  slices(flow: FlowId): readonly Slice[];
  /**
   * Versions of a slice, ordered by breakdown, year and release: the figures of a series stand together.
   * @param isAsked which breakdowns; all when absent
   */
  versions(
    flow: FlowId,
    slice: Pick<Slice, "series" | "area">,
    span: Span,
    isAsked?: (breakdown: Dimensions) => boolean,
  ): FigureVersion[];
  /** Number of the newest release at or before a time (ISO 8601); 0 where there is none. */
  releaseAt(time: string): number;
  close(): void;
}

/** Opens an index that `buildPublished` made. Whole slices are read at once, so that no query stays open between pieces. */
export function openPublished(path: string): Published {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  const releases = db.prepare("SELECT name, at, manifest FROM release ORDER BY number").all() as Marked[];
  const slices = db.prepare("SELECT series, area, figures FROM slice WHERE flow = ? ORDER BY series, area");
  const byFlow = new Map(FLOWS.map((flow) => [flow, slices.all(flow) as Slice[]]));
  return {
    releases,
    slices: (flow) => byFlow.get(flow) ?? [],
    versions: versionsIn(db),
    releaseAt: (time) => releases.reduce((found, { at }, index) => (at <= time ? index + 1 : found), 0),
    close: () => db.close(),
  };
}

const OF_SLICE = "flow = @flow AND series = @series AND area = @area";
const IN_SPAN = `since <= @through AND (until IS NULL OR until > @after)
  AND (@changedAfter IS NULL OR since > @changedAfter OR until > @changedAfter)`;

/** Handing a row over takes longer than finding it, so that only rows of breakdowns that are asked for are. */
function versionsIn(db: Database.Database): Published["versions"] {
  const select = (where: string) =>
    db
      .prepare(
        `SELECT ${COLUMNS.join(", ")} FROM figure WHERE ${where} AND ${IN_SPAN} ORDER BY breakdown, period, since`,
      )
      .raw();
  const [all, some] = [select(OF_SLICE), select(`${OF_SLICE} AND breakdown = @breakdown`)];
  const breakdowns = db
    .prepare(`SELECT DISTINCT breakdown FROM figure WHERE ${OF_SLICE} ORDER BY breakdown`)
    .pluck();
  return (flow, { series, area }, span, isAsked = () => true) => {
    const slice = { flow, series, area };
    const there = breakdowns.all(slice) as string[];
    const asked = there.filter((one) => isAsked(breakdownOf(one)));
    const rows =
      asked.length === there.length
        ? all.all({ ...slice, ...span })
        : asked.flatMap((breakdown) => some.all({ ...slice, ...span, breakdown }));
    return (rows as StoredVersion[]).map(versionOf);
  };
}

/** Nothing published yet. */
export const UNPUBLISHED: Published = {
  releases: [],
  slices: () => [],
  versions: () => [],
  releaseAt: () => 0,
  close: () => {},
};
