import type { Finding, Submission } from "../types.js";
import type { Store, Take, TakeResult } from "./store.js";

/** What a rehearsal has come to when it is about to be written. */
export interface Rehearsal {
  readonly figures: number;
  /** About places of the file, not about figures. */
  readonly findings: readonly Finding[];
}

/** Another process has taken the same file while this one was read. */
export class TakenMeanwhile extends Error {
  constructor(readonly submission: string) {
    super(`Submission ${submission} has been taken meanwhile.`);
  }
}

/**
 * A store like the given one, whose takes hold it for no longer than it takes to write them: each is rehearsed in a
 * temporary store while its file is read, and repeated in one go when it is finished. A service needs this, since what
 * others write over the same connection while a file is read would fall into the transaction of the take and be lost
 * with it. The figures of the file are kept in memory meanwhile.
 * @param openTemporary an empty store that is gone when closed
 * @param mayFinish throws where nothing of the file may be kept
 */
export function rehearsed(
  store: Store,
  openTemporary: () => Store,
  mayFinish: (rehearsal: Rehearsal) => void,
): Store {
  return {
    ...store,
    take(submission, rules) {
      if (store.submission(submission.id)) return undefined;
      const stage = openTemporary();
      const trial = stage.take(submission, rules) as Take;
      const perform = (parts: readonly Part[], result: TakeResult) =>
        performed(store, submission, rules, parts, result);
      return rehearsal(trial, perform, mayFinish, () => stage.close());
    },
  };
}

/** One step of a take, to be repeated. */
type Part = (take: Take) => void;

function rehearsal(
  trial: Take,
  perform: (parts: readonly Part[], result: TakeResult) => ReturnType<Take["finish"]>,
  mayFinish: (rehearsal: Rehearsal) => void,
  close: () => void,
): Take {
  const parts: Part[] = [];
  const placed: Finding[] = [];
  let figures = 0;
  const play = <T>(part: (take: Take) => T): T => {
    parts.push(part);
    return part(trial);
  };
  return {
    write(indicator, observations, held, findings) {
      figures += observations.length;
      play((take) => take.write(indicator, observations, held, findings));
    },
    reopen(indicator, series, area) {
      const reopened = play((take) => take.reopen(indicator, series, area));
      figures -= reopened.observations.length;
      return reopened;
    },
    accepted: (series, area) => trial.accepted(series, area),
    report(findings) {
      placed.push(...findings);
      play((take) => take.report(findings));
    },
    finish(result) {
      mayFinish({ figures, findings: placed });
      const vintage = perform(parts, result);
      trial.abort();
      close();
      return vintage;
    },
    abort() {
      trial.abort();
      close();
    },
  };
}

/** Nothing else can run in between: all of it is done before the caller goes on. */
function performed(
  store: Store,
  submission: Submission,
  rules: string,
  parts: readonly Part[],
  result: TakeResult,
): ReturnType<Take["finish"]> {
  const take = store.take(submission, rules);
  if (!take) throw new TakenMeanwhile(submission.id);
  try {
    for (const part of parts) part(take);
    return take.finish(result);
  } catch (error) {
    take.abort();
    throw error;
  }
}
