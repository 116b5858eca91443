import { dimensionsOf } from "../../keys.js";
import { DIMENSIONS, type Dimensions, type Key } from "../../types.js";
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

/** Columns of the index that a version is made of. */
export const COLUMNS = ["breakdown", "series", "area", "period", "since", "until", ...CONTENT] as const;

type Numbers = [...ColumnsOf<typeof NUMBERS, number | null>];
type Texts = [...ColumnsOf<typeof TEXTS, string | null>];
type ColumnsOf<Ids extends readonly string[], Cell> = { [Place in keyof Ids]: Cell };

/** A row of the index, in the order of `COLUMNS`. */
export type StoredVersion = readonly [
  breakdown: string,
  series: string,
  area: number,
  period: number,
  since: number,
  until: number | null,
  ...content: [...Numbers, ...Texts],
];

/** Written out, since millions are made: an object that is filled name by name is many times slower to read. */
export function versionOf([
  breakdown,
  series,
  area,
  period,
  since,
  until,
  ...content
]: StoredVersion): FigureVersion {
  const [
    OBS_VALUE,
    NUMERATOR,
    DENOMINATOR,
    LOW,
    HIGH,
    WEIGHT_COVERED,
    WEIGHT_USED,
    COUNTRIES,
    COUNTRIES_REPORTED,
    COUNTRIES_ESTIMATED,
    OBS_STATUS,
    UNIT_MEASURE,
    NATURE,
    COMMENT,
    SOURCE_DETAIL,
    AGE_SCOPE,
    METHOD,
    DONORS,
  ] = content;
  const dimensions = breakdownOf(breakdown);
  return {
    series,
    area,
    period,
    dimensions,
    since,
    until,
    OBS_VALUE,
    NUMERATOR,
    DENOMINATOR,
    LOW,
    HIGH,
    WEIGHT_COVERED,
    WEIGHT_USED,
    COUNTRIES,
    COUNTRIES_REPORTED,
    COUNTRIES_ESTIMATED,
    OBS_STATUS,
    UNIT_MEASURE,
    NATURE,
    COMMENT,
    SOURCE_DETAIL,
    AGE_SCOPE,
    METHOD,
    DONORS,
  };
}

const breakdowns = new Map<string, Dimensions>();

/** The breakdown that `dimensionKey` wrote. */
export function breakdownOf(text: string): Dimensions {
  const known = breakdowns.get(text);
  if (known) return known;
  const codes = new Map(text.split(";").map((part) => part.split("=") as [string, string]));
  const made = dimensionsOf(
    Object.fromEntries(DIMENSIONS.flatMap((id) => (codes.has(id) ? [[id, codes.get(id)]] : []))),
  );
  breakdowns.set(text, made);
  return made;
}
