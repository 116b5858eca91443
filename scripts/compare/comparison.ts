import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { dimensionsOf, keyId } from "../../src/keys.js";
import type { Aggregate, Key } from "../../src/types.js";

/** One published value and ours for the same key. */
export interface Comparison {
  readonly series: string;
  readonly group: number;
  readonly year: number;
  readonly breakdown: string;
  readonly published: number;
  readonly ours: number | null;
  /** Ours from reported figures alone, however few; null where there is none. */
  readonly unfilled: number | null;
  /** Share of the group's weight with a reported value, and with a reported or estimated one. */
  readonly reported: number;
  readonly used: number;
}

/**
 * Every value of `published/` beside ours.
 * @param unfilled aggregates from reported figures alone and without thresholds, to tell what estimates do
 */
export function comparePublished(
  aggregates: readonly Aggregate[],
  folder: string,
  unfilled: readonly Aggregate[] = [],
): Comparison[] {
  const ours = byKey(aggregates);
  const bare = byKey(unfilled);
  return readdirSync(join(folder, "published"))
    .sort()
    .flatMap((name) => readPublished(join(folder, "published", name)))
    .map(({ key, value }) => {
      const found = ours.get(keyId(key));
      return {
        ...{ series: key.series, group: key.area, year: key.period, published: value },
        breakdown: Object.values(key.dimensions).join(" "),
        ours: found?.value ?? null,
        unfilled: bare.get(keyId(key))?.value ?? null,
        reported: found?.weightCovered ?? 0,
        used: found?.weightUsed ?? 0,
      };
    });
}

function byKey(aggregates: readonly Aggregate[]): Map<string, Aggregate> {
  return new Map(aggregates.map((one) => [keyId(one), one]));
}

function readPublished(path: string): { readonly key: Key; readonly value: number }[] {
  const records = parse(readFileSync(path), { columns: true }) as Record<string, string>[];
  return records.map(
    ({ SERIES: series = "", REF_AREA, TIME_PERIOD, SEX, COMPOSITE_BREAKDOWN, OBS_VALUE }) => ({
      key: {
        ...{ series, area: Number(REF_AREA), period: Number(TIME_PERIOD) },
        dimensions: dimensionsOf({ SEX: SEX || "_T", COMPOSITE_BREAKDOWN: COMPOSITE_BREAKDOWN || "_T" }),
      },
      value: Number(OBS_VALUE),
    }),
  );
}
