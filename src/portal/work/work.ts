import { Refusal } from "../access.js";
import type { Given } from "../given.js";
import { openLabour } from "../labour/labour.js";
import type { Done, Job } from "./job.js";

/** A job that has ended: what came of it, or what went wrong. */
export interface Ended {
  readonly job: Job;
  /** ISO 8601 time. */
  readonly at: string;
  readonly done: Done | null;
  readonly fault: string | null;
}

/** Long jobs of a portal, one at a time. */
export interface Work {
  /** The job that is being done; null when none is. */
  current(): Job | null;
  /** The job of a kind that ended last, since the portal was started. */
  last(kind: Job["kind"]): Ended | undefined;
  /** Resolves when nothing is being done any more. */
  idle(): Promise<void>;
  /**
   * Begins a job and does not wait for its end.
   * @throws Refusal when another one is being done
   */
  start(job: Job): void;
  close(): Promise<void>;
}

const known = new WeakMap<Given, Work>();

export function workOf(given: Given): Work {
  const found = known.get(given) ?? createWork(given);
  known.set(given, found);
  return found;
}

function createWork(given: Given): Work {
  const { environment, now } = given;
  // A thread of its own: whoever asks where a figure comes from does not wait for a pipeline.
  const labour = openLabour(given);
  const ended = new Map<Job["kind"], Ended>();
  let current: Job | null = null;
  let end: Promise<void> = Promise.resolve();
  const run = async (job: Job) => {
    const told = { done: null as Done | null, fault: null as string | null };
    try {
      told.done = await labour.perform(job);
    } catch (error) {
      told.fault = error instanceof Error ? error.message : String(error);
    }
    current = null;
    // The job may have brought denominators, which this thread has read before.
    environment.referenceChanged();
    ended.set(job.kind, { job, at: now().toISOString(), ...told });
  };
  return {
    current: () => current,
    last: (kind) => ended.get(kind),
    idle: () => end,
    start: (job) => {
      if (current) throw new Refusal(409, "at-work");
      current = job;
      end = run(job);
    },
    close: labour.close,
  };
}
