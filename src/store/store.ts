import type { AccountStore } from "../accounts/types.js";
import type {
  Finding,
  Key,
  Observation,
  ReferenceValue,
  RuleCount,
  Settlement,
  Severity,
  StoredObservation,
  Submission,
  Vintage,
} from "../types.js";

/** A submission as the store lists it. */
export interface SubmissionRecord extends Submission {
  readonly vintage: number;
  readonly asOf: string;
  /** The set of rules that judged it: its version, a space, its hash. */
  readonly rules: string;
  readonly dialect: string;
  readonly lines: number;
  readonly observations: number;
  readonly held: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface StoredFinding extends Finding {
  readonly id: number;
  readonly submission: string;
  readonly filename: string;
  readonly vintage: number;
  /** The area of the figure, or else of the file; null for a place of a file that speaks for several areas. */
  readonly area: number | null;
}

export interface FindingFilter {
  readonly id?: number | undefined;
  readonly submission?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly rule?: string | undefined;
  readonly area?: number | undefined;
  readonly series?: string | undefined;
  /** Of submissions up to and including this vintage. */
  readonly vintage?: number | undefined;
  readonly limit?: number | undefined;
}

/** The newest figure that was handed in for a key that some finding is about, held back or not. */
export interface QuestionedFigure {
  readonly key: Key;
  /** Multiplier applied; null where the newest submission with the key says there is none. */
  readonly value: number | null;
  readonly vintage: number;
}

export interface QuestionedFilter {
  readonly area?: number | undefined;
  readonly series?: string | undefined;
  /** Handed in up to and including this vintage. */
  readonly vintage?: number | undefined;
}

export interface SettlementFilter {
  readonly area?: number | undefined;
  readonly rule?: string | undefined;
  /** Said up to and including this one. */
  readonly through?: number | undefined;
}

/**
 * What of a store counts, so that the same figures can be made again whatever has come since. Times may tie or run
 * backwards with a clock, so that data and settlements are named by number.
 */
export interface Pins {
  /** The newest vintage that counts; null before the first. */
  readonly vintage: Vintage | null;
  /** Id of the last settlement that counts; 0 before the first. */
  readonly settlement: number;
  /** When the last reference values that count were imported (ISO 8601); empty before the first. */
  readonly reference: string;
  /** Revision of the reference values that goes before others; null for the one imported last. */
  readonly revision: string | null;
}

export interface ReferenceFilter {
  /** Of each key the value of this revision where it has one, else of the revision imported last. */
  readonly revision?: string | undefined;
  /** Imported at or before this time (ISO 8601). */
  readonly through?: string | undefined;
}

/** One revision of a reference series, such as a population by the World Population Prospects of a year. */
export interface ReferenceRevision {
  readonly series: string;
  readonly revision: string;
  readonly values: number;
  readonly areas: number;
  readonly from: number;
  readonly to: number;
  /** ISO 8601 time of the first import. */
  readonly importedAt: string;
}

/** Tables that were frozen under a name. */
export interface Release {
  readonly name: string;
  /** ISO 8601 time. */
  readonly at: string;
  readonly by: string;
  readonly pins: Pins;
  /** SHA-256 of the release's manifest, in hexadecimal. */
  readonly manifest: string;
}

/** One step of a run. */
export interface RunStep {
  readonly name: "reference" | "take" | "publish";
  /** ISO 8601 times. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** Names of the files it was given, or of the vintage. */
  readonly inputs: readonly string[];
  /** What came of it: receipts of submissions, or names of files. */
  readonly outputs: readonly string[];
  /** Inputs that were left alone, as they had been dealt with before. */
  readonly skipped: readonly string[];
}

/** What a run leaves when it ends. */
export interface RunEnd {
  /** ISO 8601 time. */
  readonly at: string;
  readonly outcome: "published" | "unchanged" | "nothing-to-publish" | "failed";
  readonly steps: readonly RunStep[];
  /** A line for each thing worth telling. */
  readonly log: string;
}

/** A pipeline that was run, or is at work: then it has no end, no outcome, no steps and no log yet. */
export interface Run extends Pick<RunEnd, "steps" | "log"> {
  readonly id: number;
  readonly pipeline: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: RunEnd["outcome"] | null;
}

export interface RunFilter {
  /** Begun before the run of this id. */
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

/** Whether a country agrees to a figure that a release published beside its name. The newest one counts. */
export interface Position {
  readonly release: string;
  readonly key: Key;
  readonly kind: "agree" | "object";
  readonly text: string;
  readonly by: string;
  /** ISO 8601 time. */
  readonly at: string;
}

export interface PositionFilter {
  readonly area?: number | undefined;
  readonly release?: string | undefined;
}

/** What a table is put together from, under a name that somebody gave it. */
export interface Definition {
  readonly name: string;
  /** Counted from 1 for each name. */
  readonly version: number;
  /** JSON; what it means is for the one who reads it. */
  readonly content: string;
  readonly by: string;
  /** ISO 8601 time. */
  readonly at: string;
}

/**
 * Something the agency told an area about a collection: a date by which answers are due, or a reminder of it.
 * The newest deadline of an area and collection is the one that counts.
 */
export interface Notice {
  readonly kind: "deadline" | "reminder";
  readonly area: number;
  readonly collection: string;
  /** `YYYY-MM-DD` of a deadline; null for a reminder. */
  readonly due: string | null;
  readonly text: string;
  readonly by: string;
  /** ISO 8601 time. */
  readonly at: string;
}

export interface NoticeFilter {
  readonly kind?: Notice["kind"] | undefined;
  readonly area?: number | undefined;
  readonly collection?: string | undefined;
}

/** What a heading in an area's files was confirmed to mean. */
export interface ConfirmedColumn {
  readonly area: number;
  /** The heading as the file has it. */
  readonly title: string;
  /** A column of the submission file, or empty when the column is not to be read. */
  readonly column: string;
  readonly by: string;
  /** ISO 8601 time. */
  readonly at: string;
}

/** What is known of a submission once it has been read to the end. */
export interface TakeResult {
  /** The country the file turned out to speak for; null for an agency's file. */
  readonly area: number | null;
  readonly dialect: string;
  readonly lines: number;
  readonly counts: readonly RuleCount[];
}

/** What had been written of one area and indicator: its figures, and the rule of each of its findings. */
export interface Reopened {
  readonly observations: Observation[];
  readonly rules: readonly string[];
}

/**
 * One submission being taken, inside one transaction: after `finish` all of it is there, after `abort`
 * (or a crash) none of it.
 */
export interface Take {
  /** Writes the judged figures of one area and indicator. */
  write(
    indicator: string,
    observations: readonly Observation[],
    held: ReadonlySet<Observation>,
    findings: readonly Finding[],
  ): void;
  /** Takes back what `write` wrote for an area and indicator, because more of its figures have come. */
  reopen(indicator: string, series: readonly string[], area: number): Reopened;
  /** Figures of an area and some series that have been written so far and are not held back, in the order of the file. */
  accepted(series: readonly string[], area: number): Observation[];
  /** Findings about places of the file, not about figures. */
  report(findings: readonly Finding[]): void;
  finish(result: TakeResult): Vintage;
  abort(): void;
}

/** The one contract that every database engine fulfils; test/store runs the same suite on each. */
export interface Store {
  /**
   * Starts taking a submission, to be judged by the rule set of hash `rules`. Another writer waits until it
   * has finished. Undefined when the submission is there already.
   */
  take(submission: Submission, rules: string): Take | undefined;
  submission(id: string): SubmissionRecord | undefined;
  submissions(): SubmissionRecord[];
  /** Findings in the order errors, warnings, infos, then as the file has them. */
  findings(filter?: FindingFilter): StoredFinding[];
  ruleCounts(submission?: string): RuleCount[];
  /** The newest vintage; undefined when nothing has been taken. */
  vintage(): Vintage | undefined;
  /**
   * What counts now, or counted at `asOf` (ISO 8601 time). Differs whenever submissions, reference values or
   * settlements have been added.
   */
  pins(asOf?: string): Pins;
  /** For each key (of one area, when given) the newest accepted figure up to and including a vintage, ordered by key. */
  observations(vintage: number, area?: number): StoredObservation[];
  /**
   * Adds denominators. Importing the same again changes nothing; the same key and revision with another
   * value is refused. An import is always later than the one before, even when the clock was set back in between.
   * @param id names the import, so that `referenceImported` can tell it has been made
   * @returns how many are new
   */
  importReference(id: string, values: readonly ReferenceValue[], at: string): number;
  referenceImported(id: string): boolean;
  /** One value of each key: of the revision imported last, unless the filter names another. */
  reference(filter?: ReferenceFilter): ReferenceValue[];
  /** The revisions there are, by series and then as they were imported. */
  referenceRevisions(): ReferenceRevision[];
  /** Of every key that a finding is about the newest figure handed in, in no particular order. */
  questioned(filter?: QuestionedFilter): QuestionedFigure[];
  /** Keeps for ever what was said of a finding. Whether it makes sense is for settle/ to say. */
  settle(said: Omit<Settlement, "id">): Settlement;
  /** What was said of findings, oldest first. */
  settlements(filter?: SettlementFilter): Settlement[];
  /** Keeps a deadline or a reminder for ever. */
  notify(notice: Notice): void;
  /** Oldest first. */
  notices(filter?: NoticeFilter): Notice[];
  /** Keeps for ever what a heading was confirmed to mean. */
  confirmColumn(confirmed: ConfirmedColumn): void;
  /** What headings of an area's files mean: of each heading the meaning confirmed last, in the order of headings. */
  confirmedColumns(area: number): ConfirmedColumn[];
  /** Keeps for ever that tables were frozen under a name. Throws `release-exists` when the name is taken. */
  addRelease(release: Release): void;
  /** Oldest first. */
  releases(): Release[];
  /** Keeps what a table is put together from, as the next version of its name. */
  saveDefinition(definition: Omit<Definition, "version">): Definition;
  /** Newest version of each name, by name; or all versions of one, oldest first. */
  definitions(name?: string): Definition[];
  /** Keeps for ever whether a country agrees to a published figure. */
  takePosition(position: Position): void;
  /** What countries said of published figures, oldest first. */
  positions(filter?: PositionFilter): Position[];
  /** Keeps for ever that a pipeline was run, and gives the run's id. */
  beginRun(pipeline: string, at: string): number;
  /** Ends a run, once. Throws `run-not-open` when it has ended. */
  endRun(id: number, end: RunEnd): void;
  /** Newest first. */
  runs(filter?: RunFilter): Run[];
  /** People and programs that may sign in, and what they did. */
  readonly accounts: AccountStore;
  close(): void;
}
