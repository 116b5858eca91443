import { groupBy, keyId } from "../keys.js";
import type { QuestionedFigure, StoredFinding, SubmissionRecord } from "../store/store.js";
import type { Finding, Settlement } from "../types.js";

/**
 * How far a doubt has come. `open`: nothing was said of the figure as it stands; `explained`: the country did,
 * and the agency has not yet decided; `accepted`, `refused`: it has; `corrected`: a newer file brought another
 * figure, withdrew it or no longer gives rise to the doubt; `withdrawn`: the agency took its question back.
 */
export const STATES = ["open", "explained", "accepted", "refused", "corrected", "withdrawn"] as const;
export type State = (typeof STATES)[number];

/** A finding and how far it has come. */
export interface Doubt {
  readonly finding: StoredFinding;
  readonly state: State;
  /** What was said of this rule and key, oldest first; what was said of another value no longer counts. */
  readonly said: readonly Settlement[];
  /** False when a newer file raised the same rule for the same key: what is to be answered is the newer finding. */
  readonly newest: boolean;
}

/** What states are told from. All of it must be of the same areas and rules as the findings to be asked about. */
export interface Facts {
  readonly findings: readonly StoredFinding[];
  readonly settlements: readonly Settlement[];
  /** Of every key with a finding the newest figure handed in. */
  readonly figures: readonly QuestionedFigure[];
  readonly submissions: readonly Pick<SubmissionRecord, "area" | "collection" | "vintage">[];
}

/**
 * Tells the state of findings. Looks up everything once, so that a hundred thousand are told in about a second.
 *
 * A doubt is one rule, one key and one value: a later file that brings the same value raises the finding again,
 * and what was said of it still counts. A finding without a key is about a place of a file and lasts until the
 * next file of the same area and collection.
 */
export function createStates(facts: Facts): (finding: StoredFinding) => Doubt {
  const said = saidByDoubt(facts.settlements);
  const raised = newestRaised(facts.findings);
  const figures = new Map(facts.figures.map((figure) => [keyId(figure.key), figure]));
  const isOutdated = outdatedFiles(facts.submissions);
  return (finding) => {
    if (!finding.key) {
      return { finding, said: [], newest: true, state: isOutdated(finding.vintage) ? "corrected" : "open" };
    }
    const key = keyId(finding.key);
    const id = doubtId(finding.rule, key);
    const last = raised.get(id) ?? finding;
    const words = said.get(id) ?? [];
    const corrected = isCorrected(finding, last, figures.get(key));
    return {
      finding,
      said: words,
      newest: last.vintage === finding.vintage,
      state: corrected ? "corrected" : (lastWord(words, finding.value)?.kind ?? "open"),
    };
  };
}

/**
 * Whether a warning needs no answer because one was given and accepted for the same rule, key and value, or
 * because the agency took the question back. Findings need not be stored.
 */
export function createSilence(settlements: readonly Settlement[]): (finding: Finding) => boolean {
  const said = saidByDoubt(settlements);
  return ({ rule, key, value }) => {
    const last = key && lastWord(said.get(doubtId(rule, keyId(key))) ?? [], value);
    return last?.kind === "accepted" || last?.kind === "withdrawn";
  };
}

/** `last` is the newest finding of the same rule and key. */
function isCorrected(
  finding: StoredFinding,
  last: StoredFinding,
  figure: QuestionedFigure | undefined,
): boolean {
  if (figure && figure.vintage > last.vintage) return true;
  return last.vintage > finding.vintage && last.value !== finding.value;
}

function lastWord(said: readonly Settlement[], value: number | null): Settlement | undefined {
  return said.filter((one) => one.value === value).at(-1);
}

function saidByDoubt(settlements: readonly Settlement[]): Map<string, Settlement[]> {
  return groupBy(settlements, ({ rule, key }) => doubtId(rule, keyId(key)));
}

function newestRaised(findings: readonly StoredFinding[]): Map<string, StoredFinding> {
  const newest = new Map<string, StoredFinding>();
  for (const finding of findings) {
    if (!finding.key) continue;
    const id = doubtId(finding.rule, keyId(finding.key));
    const known = newest.get(id);
    if (!known || known.id < finding.id) newest.set(id, finding);
  }
  return newest;
}

/** Tells of a vintage whether its area has handed in another file of the same collection since. */
function outdatedFiles(submissions: Facts["submissions"]): (vintage: number) => boolean {
  const newest = new Map<string, number>();
  const sender = new Map<number, string>();
  for (const { area, collection, vintage } of submissions) {
    const id = `${area} ${collection}`;
    sender.set(vintage, id);
    newest.set(id, Math.max(vintage, newest.get(id) ?? 0));
  }
  return (vintage) => (newest.get(sender.get(vintage) ?? "") ?? vintage) > vintage;
}

function doubtId(rule: string, key: string): string {
  return `${rule} ${key}`;
}
