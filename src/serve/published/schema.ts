/** The index of published figures: a SQLite file made from the releases alone, which may be deleted at any time. */
import { FLOWS } from "../../sdmx/structure.js";

/** Raised whenever the tables below change; an index of another version is made anew. */
export const INDEX_VERSION = 1;

/** Columns of a release's data files that say what a figure is: when one of these differs, it is another version. */
export const NUMBERS = [
  "OBS_VALUE",
  "NUMERATOR",
  "DENOMINATOR",
  "LOW",
  "HIGH",
  "WEIGHT_COVERED",
  "WEIGHT_USED",
  "COUNTRIES",
  "COUNTRIES_REPORTED",
  "COUNTRIES_ESTIMATED",
] as const;
export const TEXTS = [
  "OBS_STATUS",
  "UNIT_MEASURE",
  "NATURE",
  "COMMENT",
  "SOURCE_DETAIL",
  "AGE_SCOPE",
  "METHOD",
  "DONORS",
] as const;
export const CONTENT = [...NUMBERS, ...TEXTS] as const;

/** What a figure is about, in the order in which it is read: flow, series, area, breakdown, year. */
export const KEY = ["flow", "series", "area", "breakdown", "period"] as const;

const columns = [
  `flow TEXT NOT NULL CHECK (flow IN (${FLOWS.map((flow) => `'${flow}'`).join(", ")}))`,
  "series TEXT NOT NULL",
  "area INTEGER NOT NULL",
  "breakdown TEXT NOT NULL",
  "period INTEGER NOT NULL",
];
const content = [...NUMBERS.map((id) => `${id} REAL`), ...TEXTS.map((id) => `${id} TEXT`)];

/**
 * `since` and `until` are releases by number: the first that had the figure so, and the first that had it otherwise or
 * no longer (null while it stands). The key comes first, so that a series and a country are read in one stretch.
 */
export const TABLES = `
CREATE TABLE release (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL, manifest TEXT NOT NULL);
CREATE TABLE figure (${[...columns, "since INTEGER NOT NULL", "until INTEGER", ...content].join(", ")},
  PRIMARY KEY (${KEY.join(", ")}, since)) WITHOUT ROWID;
CREATE TABLE slice (flow TEXT NOT NULL, series TEXT NOT NULL, area INTEGER NOT NULL, figures INTEGER NOT NULL,
  PRIMARY KEY (flow, series, area)) WITHOUT ROWID;`;

/** What one release publishes, before it is held against what stands. */
export const INCOMING = `CREATE TEMP TABLE incoming (${[...columns, ...content].join(", ")},
  PRIMARY KEY (${KEY.join(", ")})) WITHOUT ROWID`;
