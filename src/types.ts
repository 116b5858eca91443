/**
 * The records that travel through the pipeline. Plain data, no behaviour, no imports.
 * Field names follow SDMX where SDMX has a name for the thing.
 */

/** The six official languages of the United Nations. */
export const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];
export type I18n = Readonly<Record<Language, string>>;

/** The free dimensions of a submission; each absent one means `_T`, the total. */
export const DIMENSIONS = ["SEX", "AGE", "URBANISATION", "EDUCATION_LEV", "COMPOSITE_BREAKDOWN"] as const;
export type DimensionId = (typeof DIMENSIONS)[number];

/** Sparse: `{ SEX: "F" }` is women of every age, area, level and breakdown. `{}` is the total. */
export type Dimensions = Readonly<Partial<Record<DimensionId, string>>>;

/** What a figure is about. `area` is an M49 code (a country or a group), `period` a calendar year. */
export interface Key {
  readonly series: string;
  readonly area: number;
  readonly period: number;
  readonly dimensions: Dimensions;
}

/** Statuses that explain why a value is absent; only these may stand beside a null value. */
export const MISSING_STATUSES: ReadonlySet<string> = new Set(["K", "L", "M", "O", "Q"]);

/** One file as it arrived. `id` is the SHA-256 of its bytes, so the same file is the same submission. */
export interface Submission {
  readonly id: string;
  /** M49 code of the country the file speaks for; null when an agency hands in several areas. */
  readonly area: number | null;
  readonly collection: string;
  readonly filename: string;
  readonly receivedAt: string;
  readonly receivedFrom: string;
  readonly bytes: number;
}

/** A sheet of a workbook that was read. */
export interface ReadSheet {
  readonly name: string;
  /** Row of the column heads; data stand below. */
  readonly headerRow: number;
  /** Line of the file as which its row 1 counts: 1 for the first sheet, then on from the sheet before. */
  readonly firstLine: number;
}

/** One line of a file, still text. `line` is where the record starts in the file; the header is line 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /**
   * Cells that are numbers in the file itself, by column, as in a workbook: no decimal mark is looked for in
   * them. NaN where a cell holds an error such as `#DIV/0!`. Cells that are text are left out.
   */
  readonly numbers?: readonly (number | undefined)[];
}

/** One figure as a country handed it in. A null value always has a status that says why. */
export interface Observation extends Key {
  readonly value: number | null;
  readonly unit: string;
  /** Power of ten: the figure is value · 10^unitMultiplier. */
  readonly unitMultiplier: number;
  /** SDMX CL_OBS_STATUS 2.1. */
  readonly status: string;
  /** IAEG-SDGs CL_NATURE: who made the figure and how. */
  readonly nature: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly ageScope: string;
  readonly source: string;
  readonly comment: string;
  readonly line: number;
}

/** A stored observation and the submission and vintage that brought it. */
export interface StoredObservation extends Observation {
  readonly submission: string;
  readonly vintage: number;
}

export type Severity = "error" | "warning" | "info";

/** Eurostat's validation levels: 0 file, 1 data set, 2 other periods, 3 other providers, 4 other domains, 5 other organisations. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

/** Values a message is filled with. Never sentences. */
export type Params = Readonly<Record<string, string | number | null>>;

/**
 * A doubt about one place of one file. Text is made of `rule` and `params` in i18n/, in six languages.
 * An `error` keeps the observation out of every aggregate until it is corrected; a `warning` asks for
 * an explanation or a correction; an `info` asks for nothing.
 */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly severity: Severity;
  /** 0 when the finding is about the file as a whole. */
  readonly line: number;
  /** Name of the column as the file has it; empty when the whole line is meant. */
  readonly column: string;
  readonly key: Key | null;
  /** The figure it is about as it stood, multiplier applied; null where there is none or none is meant. */
  readonly value: number | null;
  readonly params: Params;
}

/**
 * What a country or the agency said of a finding. It is about one rule, one key and one value, so that it
 * still counts when a later file brings the same value, and no longer when the value has changed.
 */
export interface Settlement {
  /** In the order in which things were said. */
  readonly id: number;
  /** The finding it was said of. */
  readonly finding: number;
  readonly rule: string;
  readonly key: Key;
  /** The figure as it stood, multiplier applied. */
  readonly value: number | null;
  /** `explained` by the country; the explanation `accepted` or `refused`, or the question `withdrawn`, by the agency. */
  readonly kind: "explained" | "accepted" | "refused" | "withdrawn";
  readonly text: string;
  /** Whether the text of an explanation may be published beside the figure once it is accepted. */
  readonly public: boolean;
  readonly by: string;
  /** ISO 8601 time. */
  readonly at: string;
}

/** What a country explained of one of its figures and let be published, in its own words. */
export interface PublicExplanation extends Key {
  readonly text: string;
}

/** How often a rule was judged and how it ended: once for each figure or group of figures in its scope. */
export interface RuleCount {
  readonly rule: string;
  readonly pass: number;
  readonly fail: number;
  readonly notEvaluable: number;
}

/** The state of the database after one submission: everything with a vintage up to `id`. */
export interface Vintage {
  readonly id: number;
  readonly asOf: string;
}

/** A value the agency filled in, always beside the country's data and never in place of it. */
export interface Estimate extends Key {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly method: string;
  /** What the estimate was made from, readable: the years, areas or values used. */
  readonly donors: readonly string[];
}

/** A figure of a group of countries. `value` is null where coverage is too thin to publish one. */
export interface Aggregate extends Key {
  readonly value: number | null;
  /** Share of the group's weight held by country-reported values, 0 to 1. */
  readonly weightCovered: number;
  /** Share of the group's weight held by reported or estimated values, 0 to 1. */
  readonly weightUsed: number;
  /** Share of the group's weight for which the total stands in, as the breakdown has no weight of its own, 0 to 1. */
  readonly weightStandIn: number;
  readonly countries: number;
  readonly countriesReported: number;
  readonly countriesEstimated: number;
  /** From reported values alone; null where these by themselves are too thin to publish. */
  readonly reportedValue: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string;
}

/** The year on whose 31 December groups are composed: of each figure its own, or one for all of them. */
export type Composition = "by-year" | number;

/** From which coverage on an aggregate is published; all are shares from 0 to 1. */
export interface Thresholds {
  /** Least share of the group's weight that must have a value, reported or estimated. */
  readonly minimumWeight: number;
  /** Least share of the group's countries that must have a value. */
  readonly minimumCountries: number;
  /** From this share of the weight on, an aggregate is no longer marked as of low reliability. */
  readonly reliableWeight: number;
}

/** A denominator or covariate: population, households, schools … with the revision it belongs to. */
export interface ReferenceValue extends Key {
  readonly value: number;
  readonly revision: string;
  readonly source: string;
}

/** What a column is to the others, in the terms of SDMX: dimensions together tell rows apart. */
export type ColumnRole = "dimension" | "measure" | "attribute";

export interface Column {
  readonly id: string;
  readonly title: string;
  readonly type: "text" | "number" | "integer";
  /** When absent, a column of type `number` is a measure and any other an attribute. */
  readonly role?: ColumnRole;
  /** Decimals to show; numbers in rows keep full precision. */
  readonly decimals?: number;
  /** Id of the column that holds each row's decimals (SDMX attribute DECIMALS), where they differ by row. */
  readonly decimalsIn?: string;
  /** Id of the column whose OBS_STATUS says why a number is absent. */
  readonly statusIn?: string;
}

export type Cell = string | number | null;

/** A table ready to be exported: the same rows go to every format. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
  readonly language: Language;
  readonly vintage: Vintage;
}
