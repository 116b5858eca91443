import type { Environment } from "../../run/environment.js";
import { environmentAt } from "../../run/environment.js";
import type { Question } from "../../run/lineage/cell.js";
import type { ComparedLineage, Lineage } from "../../run/lineage/types.js";
import { createRelease } from "../../run/release/create.js";
import { currentSide, diff, releaseSide } from "../../run/release/diff.js";
import { type Contents, findRelease } from "../../run/release/manifest.js";
import { type ShownDiff, summaryOf } from "../../run/release/summary.js";
import { type Verification, verifyRelease } from "../../run/release/verify.js";
import { lineagesByRelease } from "../../serve/api/lineage.js";
import type { Pins, Release } from "../../store/store.js";
import { type Done, type Job, perform } from "../work/job.js";

/** A question about one figure; counts are many. */
export type FigureQuestion = Exclude<Question, { readonly measure: "count" }>;

/** A release to be made of what counts at the pins. */
export interface Order {
  readonly name: string;
  readonly by: string;
  readonly pins: Pins;
  readonly contents: Contents;
}

/** Changes of a comparison that a page has room for. */
const MOST_CHANGES = 60;

/** Work that takes seconds or minutes. What goes in and comes out is plain data, so that a thread can be asked. */
export interface Tasks {
  /** Where a figure of a release comes from; undefined where there is no such figure. */
  lineage(asked: {
    readonly release: string;
    readonly question: FigureQuestion;
  }): Promise<Lineage | ComparedLineage | undefined>;
  createRelease(order: Order): Promise<Release>;
  verifyRelease(asked: { readonly name: string }): Promise<Verification>;
  /** Compares two releases, or one with what is known `now`. */
  compare(asked: { readonly from: string; readonly to: string }): Promise<ShownDiff>;
  /** Runs a pipeline, imports denominators or makes a back-test. */
  perform(job: Job): Promise<Done>;
}

/** The tasks in an environment. What was opened for a question stays open for the next. */
export function createTasks(environment: Environment): Tasks {
  const lineages = lineagesByRelease(environment);
  const sideOf = (name: string) =>
    name === "now" ? currentSide(environment, "now") : releaseSide(environment, name);
  return {
    lineage: async ({ release, question }) => {
      const opened = lineages(findRelease(environment, release));
      return question.measure === "value"
        ? opened.of(question.key)
        : opened.compared(question.key, question.measure);
    },
    createRelease: ({ name, by, pins, contents }) =>
      createRelease(
        { ...environmentAt(environment, pins), composition: contents.composition },
        name,
        by,
        contents,
      ),
    verifyRelease: ({ name }) => verifyRelease(environment, name),
    compare: async ({ from, to }) =>
      summaryOf(await diff(sideOf(from), sideOf(to)), MOST_CHANGES, environment.groups),
    perform: (job) => perform(environment, job),
  };
}
