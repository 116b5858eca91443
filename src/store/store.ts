import type {
  Finding,
  Observation,
  ReferenceValue,
  RuleCount,
  Severity,
  StoredObservation,
  Submission,
  Vintage,
} from "../types.js";

/** A submission as the store lists it. */
export interface SubmissionRecord extends Submission {
  readonly vintage: number;
  readonly asOf: string;
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
}

export interface FindingFilter {
  readonly submission?: string;
  readonly severity?: Severity;
  readonly rule?: string;
  readonly area?: number;
  readonly limit?: number;
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
  /** The newest vintage, or the newest one known at `asOf` (ISO 8601 time); undefined when there is none. */
  vintage(asOf?: string): Vintage | undefined;
  /** For each key the newest accepted figure up to and including a vintage, ordered by key. */
  observations(vintage: number): StoredObservation[];
  /**
   * Adds denominators. Importing the same again changes nothing; the same key and revision with another
   * value is refused.
   * @param id names the import, so that `referenceImported` can tell it has been made
   * @returns how many are new
   */
  importReference(id: string, values: readonly ReferenceValue[], at: string): number;
  referenceImported(id: string): boolean;
  /** Of each key the value of `revision` where it has one, else of the revision imported last. */
  reference(revision?: string): ReferenceValue[];
  /** Changes whenever submissions or reference values have been added. */
  fingerprint(): string;
  close(): void;
}
