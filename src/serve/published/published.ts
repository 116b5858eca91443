import Database from "better-sqlite3";
import { dimensionsOf } from "../../keys.js";
import { FLOWS, type FlowId } from "../../sdmx/structure.js";
import { DIMENSIONS, type Dimensions, type Key } from "../../types.js";
import type { Marked } from "./build.js";
import { CONTENT, type NUMBERS, type TEXTS } from "./schema.js";

/** What a release published of a figure; null where its data files have nothing. */
export type Content = Readonly<Record<(typeof NUMBERS)[number], number | null>> &
  Readonly<Record<(typeof TEXTS)[number], string | null>>;

/** One version of a figure: as it stood from release `since` until release `until`, which had it otherwise. */
export interface FigureVersion extends Key, Content {
  /** Number of the first release that had it so. */
  readonly since: number;
  /** Number of the first release that had it otherwise or no longer; null while it stands. */
  readonly until: number | null;
}

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

/** Columns of a version; the breakdown comes first. */
const COLUMNS = ["breakdown", "series", "area", "period", "since", "until", ...CONTENT] as const;
type StoredVersion = readonly [breakdown: string, ...cells: (string | number | null)[]];

/** Opens an index that `buildPublished` made. Whole slices are read at once, so that no query stays open between pieces. */
export function openPublished(path: string): Published {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  const releases = db.prepare("SELECT name, at, manifest FROM release ORDER BY number").all() as Marked[];
  const slices = db.prepare("SELECT series, area, figures FROM slice WHERE flow = ? ORDER BY series, area");
  const byFlow = new Map(FLOWS.map((flow) => [flow, slices.all(flow) as Slice[]]));
  const versions = db
    .prepare(
      `SELECT ${COLUMNS.join(", ")} FROM figure
       WHERE flow = @flow AND series = @series AND area = @area AND since <= @through
         AND (until IS NULL OR until > @after)
         AND (@changedAfter IS NULL OR since > @changedAfter OR until > @changedAfter)
       ORDER BY breakdown, period, since`,
    )
    .raw();
  return {
    releases,
    slices: (flow) => byFlow.get(flow) ?? [],
    versions: (flow, { series, area }, span, isAsked = () => true) => {
      const rows = versions.all({ flow, series, area, ...span }) as StoredVersion[];
      return rows.flatMap((row) => {
        const dimensions = breakdownOf(row[0]);
        return isAsked(dimensions) ? [versionOf(row, dimensions)] : [];
      });
    },
    releaseAt: (time) => releases.reduce((found, { at }, index) => (at <= time ? index + 1 : found), 0),
    close: () => db.close(),
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

function versionOf(row: StoredVersion, dimensions: Dimensions): FigureVersion {
  const version: Record<string, unknown> = { dimensions };
  for (let at = 1; at < COLUMNS.length; at++) version[COLUMNS[at] as string] = row[at];
  return version as unknown as FigureVersion;
}

const breakdowns = new Map<string, Dimensions>();

/** The breakdown that `dimensionKey` wrote. */
function breakdownOf(text: string): Dimensions {
  const known = breakdowns.get(text);
  if (known) return known;
  const codes = new Map(text.split(";").map((part) => part.split("=") as [string, string]));
  const made = dimensionsOf(
    Object.fromEntries(DIMENSIONS.flatMap((id) => (codes.has(id) ? [[id, codes.get(id)]] : []))),
  );
  breakdowns.set(text, made);
  return made;
}
