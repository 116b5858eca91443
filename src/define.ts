/**
 * How a unit of each kind is declared. Each function returns what it is given: its worth is in the
 * types, so that an indicator, rule, method, format, table or pipeline is one file with one default export.
 */
import type {
  Aggregate,
  Composition,
  DimensionId,
  Dimensions,
  Estimate,
  I18n,
  Language,
  Level,
  Observation,
  Params,
  PublicExplanation,
  Severity,
  StoredObservation,
  Table,
  Thresholds,
  Vintage,
} from "./types.js";

/** Reference series that serve as weight or denominator; the ids used by `ictsdg reference import`. */
export const DENOMINATORS = [
  "POPULATION",
  "HOUSEHOLDS",
  "SCHOOLS",
  "BUSINESSES",
  "BUSINESS_WORKFORCE",
  "GROSS_VALUE_ADDED",
  "GOODS_EXPORTS",
  "SERVICES_EXPORTS",
  "LEARNERS",
  "POST_SECONDARY_LEARNERS",
  "TEACHERS",
  "EWASTE_GENERATED",
] as const;
export type DenominatorId = (typeof DENOMINATORS)[number];

/** Reference series of what a country's largest mobile operator covers by itself, in per cent of the population. */
export const OPERATOR_COVERAGES = ["OPERATOR_2G", "OPERATOR_3G", "OPERATOR_4G", "OPERATOR_5G"] as const;
export type OperatorCoverageId = (typeof OPERATOR_COVERAGES)[number];

/** Everything that `ictsdg reference import` takes. */
export const REFERENCE_SERIES = [...DENOMINATORS, ...OPERATOR_COVERAGES] as const;
export type ReferenceId = (typeof REFERENCE_SERIES)[number];

export const QUESTIONNAIRES = [
  "administrative",
  "household",
  "business",
  "education",
  "government",
  "e-waste",
] as const;
export type Questionnaire = (typeof QUESTIONNAIRES)[number];

/** How country values become a group's value. `none` says why there is no aggregate. */
export type Aggregation =
  | { readonly method: "weighted-mean"; readonly weight: DenominatorId }
  /** Σ weight / Σ (weight / value), for a ratio whose denominator is not reported: Σ learners / Σ computers. */
  | { readonly method: "harmonic-mean"; readonly weight: DenominatorId }
  | { readonly method: "sum" }
  /** factor · Σ count / Σ denominator over the countries that have both. */
  | {
      readonly method: "ratio";
      readonly count: string;
      readonly denominator: DenominatorId;
      readonly factor: number;
    }
  | { readonly method: "median" }
  | { readonly method: "none"; readonly reason: string };

export interface Series {
  /** SDMX series code, upper case. */
  readonly code: string;
  readonly aliases?: readonly string[];
  readonly name: I18n;
  /** SDMX CL_UNIT_MEASURE code where one exists. */
  readonly unit: string;
  readonly minimum: number;
  readonly maximum: number | null;
  /** True for counts: a whole number once UNIT_MULT is applied. */
  readonly integer: boolean;
  /** Allowed codes of each free dimension besides `_T`; an absent dimension must be `_T`. */
  readonly dimensions: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  readonly aggregation: Aggregation;
  /** Breakdowns for which no aggregate is made, with the reason (17.6.1 by speed). */
  readonly noAggregateBy?: readonly DimensionId[];
  /** What the largest operator covers, which stands in for a national figure that is missing. */
  readonly operator?: OperatorCoverageId;
  readonly decimals: number;
}

/**
 * Whether the agency may fill a country's gaps: `published` beside the country's name,
 * `aggregates-only` inside a group's value and never beside the country's name, `none` not at all.
 */
export type EstimationPolicy = "published" | "aggregates-only" | "none";

export interface ActionLine {
  readonly line: string;
  readonly reason: string;
}

export interface Indicator {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly framework: "global" | "thematic";
  readonly listStatus: "adopted" | "reconstructed";
  readonly name: I18n;
  readonly definition: string;
  readonly targets: readonly string[];
  readonly custodian: string;
  readonly questionnaire: Questionnaire;
  readonly dataSource: string;
  readonly series: readonly Series[];
  /** Series ordered from widest to narrowest: each covers at least what the next covers (2G ≥ 3G ≥ 4G). */
  readonly nested?: readonly string[];
  /** The dimension whose codes add up to the total (speed tiers); absent when none does. */
  readonly partition?: {
    readonly dimension: DimensionId;
    readonly codes: readonly string[];
    readonly series: readonly string[];
  };
  /** True when the value comes from a survey, so that an age scope belongs to it. */
  readonly survey: boolean;
  readonly denominator: DenominatorId | null;
  readonly estimation: EstimationPolicy;
  /** Breakdowns whose estimates stay inside aggregates where the policy is `published` (9.c.1, urban and rural). */
  readonly aggregatesOnlyBy?: readonly DimensionId[];
  /** True where towns are served before the country around them, so that urban and rural follow from the total. */
  readonly urbanFirst?: boolean;
  /** Ids of the estimation methods to try, in order. Empty when policy is `none`. */
  readonly methods: readonly string[];
  readonly actionLines: readonly ActionLine[];
  readonly methodology: string;
  readonly caveats: readonly string[];
}

/** One code of a code list. */
export interface Code {
  readonly code: string;
  readonly name: I18n;
  /** True where the source list has no such code and ictsdg added it. */
  readonly own?: boolean;
}

export interface CodeList {
  readonly id: DimensionId | "OBS_STATUS" | "UNIT_MEASURE" | "UNIT_MULT" | "NATURE";
  /** The SDMX code list it is drawn from, as `agency:id(version)`. */
  readonly source: string;
  readonly codes: readonly Code[];
}

/** A figure accepted before the file at hand, its multiplier applied. */
export interface PreviousFigure {
  readonly value: number;
  readonly status: string;
  readonly ageScope: string;
}

/** What one country had accepted for the same series and breakdown in two years, multipliers applied. */
export interface PeerFigures {
  readonly area: number;
  readonly before: number;
  readonly after: number;
}

/** What rules may look up. Everything is given; nothing is read from a clock, disk or network. */
export interface RuleContext {
  readonly indicator: Indicator;
  series(code: string): Series;
  /** Reference value for a weight, or undefined where there is none. */
  reference(
    denominator: DenominatorId,
    area: number,
    period: number,
    dimensions: Dimensions,
  ): number | undefined;
  /** By year, the newest figures accepted before the file at hand; years without a value are not there. */
  previous(series: string, area: number, dimensions: Dimensions): ReadonlyMap<number, PreviousFigure>;
  /** Figures accepted before the file at hand, of every country that has both years: one array however often they are asked for. */
  peers(series: string, dimensions: Dimensions, from: number, to: number): readonly PeerFigures[];
  readonly currentYear: number;
}

/** One failed judgement: the observation it is about, the column at fault, what to fill the message with. */
export interface Failure {
  readonly at: Observation;
  readonly column?: string;
  readonly params: Params;
}

/**
 * What a rule looks at in one go, always within one area and one indicator:
 * `observation` one figure; `breakdowns` one series and year across dimensions;
 * `siblings` one year and breakdown across the indicator's series; `history` one series and breakdown
 * across years, in order; `key` the figures that share one key; `slice` all there are.
 */
export type RuleScope = "observation" | "breakdowns" | "siblings" | "history" | "key" | "slice";

/** One check in VTL 2.1. Its datasets and components are described in src/validate/vtl/datasets.ts. */
export interface VtlCheck {
  /** Statements that come first, without their semicolon. One that several rules need is written once. */
  readonly steps?: readonly string[];
  /** The dataset whose data points are judged. */
  readonly over: string;
  /** Its components that the conditions name. */
  readonly variables: readonly string[];
  /** What every data point has to fulfil; a condition that is null is not evaluable. */
  readonly conditions: readonly string[];
}

/** How a rule is said in VTL 2.1 for the indicators it applies to, or why it cannot be. */
export type Vtl =
  | { readonly checks: (indicators: readonly Indicator[]) => readonly VtlCheck[] }
  | { readonly reason: string };

interface RuleBase {
  readonly id: string;
  /** Changes when the outcome for some input changes. */
  readonly version: number;
  readonly level: Level;
  /** The norm the rule follows. */
  readonly source: string;
  /** Limits and tolerances, each named with its unit. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly vtl: Vtl;
  applies(indicator: Indicator): boolean;
}

/** Failures found (empty array: passed), or "not-evaluable" when something the rule needs is missing. */
export type RuleOutcome = readonly Failure[] | "not-evaluable";

/** A rule within one indicator. */
export interface IndicatorRule extends RuleBase {
  readonly severity: Severity;
  readonly over: RuleScope;
  readonly across?: undefined;
  judge(observations: readonly Observation[], context: RuleContext): RuleOutcome;
}

/** What a rule across indicators may look up: the same, without an indicator of its own. */
export type AcrossContext = Omit<RuleContext, "indicator">;

/**
 * A rule that holds series of several indicators against each other. It looks at the figures of those
 * series that one area, one year and one breakdown have, COMPOSITE_BREAKDOWN aside: in some series that says
 * what is measured, as the skill does, and in others of whom. It is judged when the figures have been
 * written, without those held back, so that it can hold back none itself.
 */
export interface AcrossRule extends RuleBase {
  readonly severity: Exclude<Severity, "error">;
  readonly over: "siblings";
  readonly across: readonly string[];
  judge(observations: readonly Observation[], context: AcrossContext): RuleOutcome;
}

export type Rule = IndicatorRule | AcrossRule;

/** One series of one country and breakdown, years ascending, as an estimation method sees it. */
export interface History {
  readonly series: Series;
  readonly area: number;
  readonly dimensions: Dimensions;
  readonly points: readonly { readonly period: number; readonly value: number }[];
}

/** A country as the others see it: where it belongs and what it reported of the series and breakdown at hand. */
export interface Peer {
  readonly area: number;
  /** M49 or own code of its ITU region; undefined for an area in none. */
  readonly region: number | undefined;
  /** World Bank income class, 1 (low) to 4 (high); undefined where it is not classified. */
  readonly income: number | undefined;
  /** Reported values by year; empty for a country that never reported. */
  readonly values: ReadonlyMap<number, number>;
}

/** Another series, total of all people, that may tell something about the one to be estimated. */
export interface Covariate {
  readonly series: Series;
  /** Reported value, or undefined. */
  value(area: number, period: number): number | undefined;
}

/** What a method may know beside the country's own history. Reported figures only, never an estimate. */
export interface Context {
  /** Every country by area, ascending, the one to be estimated included. */
  readonly peers: ReadonlyMap<number, Peer>;
  readonly covariates: readonly Covariate[];
  /** What the largest operator of a country covers by its own account; undefined where that is not known. */
  operator(area: number, period: number): number | undefined;
}

export interface Estimator {
  readonly id: string;
  readonly source: string;
  /**
   * Estimates for the asked years the method can answer; silent about the rest. A pure function: the
   * same history, years and context give the same estimates.
   */
  estimate(history: History, periods: readonly number[], context: Context): readonly Estimate[];
}

/** What a table is made from: one vintage, already estimated and aggregated. */
export interface TableInput {
  readonly vintage: Vintage;
  readonly observations: readonly StoredObservation[];
  readonly estimates: readonly Estimate[];
  readonly aggregates: readonly Aggregate[];
  /** What countries explained of the figures above, for publication. */
  readonly explanations: readonly PublicExplanation[];
  /** M49 codes of the countries and areas that are asked for data, whether or not they answered. */
  readonly countries: readonly number[];
  /** Groups of areas and what they are (world, itu-region, ldc …); the same codes as the aggregates' `area`. */
  readonly groups: readonly { readonly code: number; readonly kind: string }[];
  /** From which coverage on aggregates are published; `THRESHOLDS` when absent. */
  readonly thresholds: Thresholds;
  /** As of when the groups are composed; `by-year` when absent. */
  readonly composition?: Composition | undefined;
  readonly language: Language;
  /** Leaves out of country tables what is not comparable; its flag stays. */
  readonly strict?: boolean;
  areaName(area: number): string;
}

export interface TableDefinition {
  readonly id: string;
  build(input: TableInput): Table;
}

export interface Exporter {
  readonly id: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Row of the column heads as a person counts rows; null where the file has none to point at. */
  readonly headRow: number | null;
  /** Id of the format whose file this one describes; it is written too. */
  readonly describes?: string;
  /** Pieces of the file in order, so that no format needs the whole file in memory. */
  write(table: Table): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** A file written beside those of a format, as the files are when a description of all of them is made. */
export interface DescribedFile {
  readonly table: Table;
  /** Name in the folder. */
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A format of which there is one file in a folder, for all of its tables. */
export interface FolderExporter {
  readonly id: string;
  readonly filename: string;
  /** Id of the format whose files it describes; they are written before it. */
  readonly describes?: string;
  /** Pieces of the file; `files` are those of the format it describes, in the order of `tables`. */
  write(
    tables: readonly Table[],
    files: readonly DescribedFile[],
  ): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

export interface Pipeline {
  readonly id: string;
  /** Cron expression, read in `timezone`. */
  readonly schedule: string;
  readonly timezone: string;
  /** Folder whose files are taken, below the project's root unless absolute. */
  readonly inbox: string;
  /** Denominators imported before anything is taken; importing the same again changes nothing. */
  readonly reference?: readonly ReferenceFile[];
  readonly tables: readonly string[];
  readonly formats: readonly string[];
  readonly languages: readonly Language[];
}

export interface ReferenceFile {
  readonly path: string;
  /** What the values are, where the file itself does not say. */
  readonly series: string;
  readonly revision: string;
  readonly source: string;
}

export const defineIndicator = (indicator: Indicator): Indicator => indicator;
export const defineCodeList = (list: CodeList): CodeList => list;
export const defineRule = (rule: IndicatorRule): IndicatorRule => rule;
export const defineAcrossRule = (rule: AcrossRule): AcrossRule => rule;
export const defineEstimator = (estimator: Estimator): Estimator => estimator;
export const defineTable = (table: TableDefinition): TableDefinition => table;
/** Keeps what kind of pieces the exporter yields, for those who use one by itself. */
export const defineExporter = <E extends Exporter>(exporter: E): E => exporter;
export const defineFolderExporter = <E extends FolderExporter>(exporter: E): E => exporter;
export const definePipeline = (pipeline: Pipeline): Pipeline => pipeline;
