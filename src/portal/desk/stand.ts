import { indicators } from "../../../indicators/index.js";
import { absoluteValue } from "../../estimate/absolute-value.js";
import { compareKeys, groupBy, keyId } from "../../keys.js";
import type { FigureVersion } from "../../serve/published/published.js";
import { doubtsOf } from "../../settle/doubts.js";
import type { StoredFinding } from "../../store/store.js";
import type { Key, StoredObservation } from "../../types.js";
import type { Edition } from "../published/editions.js";

/**
 * What the agency did to a country's figure in a release: `estimated` where the country left a gap, `held-back` for an
 * error, `footnote` where an explanation was set beside it, `differs` where the value is not the one handed in.
 */
export const CHANGES = ["estimated", "held-back", "footnote", "differs"] as const;
export type AgencyChange = (typeof CHANGES)[number];

/** One figure of a country in a release, beside what the country had handed in by then. */
export interface Stand {
  readonly key: Key;
  /** Undefined where nothing was published. */
  readonly published: FigureVersion | undefined;
  readonly reported: StoredObservation | undefined;
  /** Errors that kept a newer or the only figure out. */
  readonly held: readonly StoredFinding[];
  readonly changes: readonly AgencyChange[];
}

/** All figures of a country in a release, and those that were held back from it; ordered by key. */
export function standsOf(edition: Edition, area: number): Stand[] {
  const { environment, release } = edition;
  const { store } = environment;
  const published = indicators
    .flatMap(({ series }) => series)
    .flatMap(({ code }) => edition.figures(code, area));
  const reported = release.pins.vintage ? store.observations(release.pins.vintage.id, area) : [];
  const held = doubtsOf(store, { area })
    .filter(({ finding, state, newest }) => newest && finding.severity === "error" && state === "open")
    .map(({ finding }) => finding);
  return joined(published, reported, held);
}

function joined(
  published: readonly FigureVersion[],
  reported: readonly StoredObservation[],
  held: readonly StoredFinding[],
): Stand[] {
  const byKey = <T extends Key>(all: readonly T[]) => new Map(all.map((one) => [keyId(one), one]));
  const [publishedBy, reportedBy] = [byKey(published), byKey(reported)];
  const heldBy = groupBy(
    held.filter(({ key }) => key !== null),
    ({ key }) => keyId(key as Key),
  );
  const keys = new Map<string, Key>([...publishedBy, ...reportedBy]);
  for (const [id, [first]] of heldBy) if (first?.key) keys.set(id, first.key);
  return [...keys]
    .map(([id, { series, area, period, dimensions }]) => {
      const parts = {
        published: publishedBy.get(id),
        reported: reportedBy.get(id),
        held: heldBy.get(id) ?? [],
      };
      return { key: { series, area, period, dimensions }, ...parts, changes: changesOf(parts) };
    })
    .sort((a, b) => compareKeys(a.key, b.key));
}

function changesOf({
  published,
  reported,
  held,
}: Pick<Stand, "published" | "reported" | "held">): AgencyChange[] {
  const isEstimate = published !== undefined && published.METHOD !== null;
  const happened: Readonly<Record<AgencyChange, boolean>> = {
    estimated: isEstimate,
    "held-back": held.length > 0,
    footnote: !isEstimate && reported !== undefined && (published?.COMMENT ?? "") !== reported.comment,
    differs: !isEstimate && reported !== undefined && published?.OBS_VALUE !== absoluteValue(reported),
  };
  return CHANGES.filter((change) => happened[change]);
}
