import { type Environment, environmentAt } from "../../run/environment.js";
import type { Question } from "../../run/lineage/cell.js";
import type { ComparedLineage, Lineage } from "../../run/lineage/types.js";
import { estimatesOf } from "../../run/publish.js";
import { findRelease } from "../../run/release/manifest.js";
import { lineagesByRelease } from "../../serve/api/lineage.js";
import type { Pins } from "../../store/store.js";
import type { Estimate } from "../../types.js";
import { type Done, type Job, perform } from "../work/job.js";

/** A question about one figure; counts are many. */
export type FigureQuestion = Exclude<Question, { readonly measure: "count" }>;

/** Work that takes seconds or minutes. What goes in and comes out is plain data, so that a thread can be asked. */
export interface Tasks {
  /** Where a figure of a release comes from; undefined where there is no such figure. */
  lineage(asked: {
    readonly release: string;
    readonly question: FigureQuestion;
  }): Promise<Lineage | ComparedLineage | undefined>;
  perform(job: Job): Promise<Done>;
  /** The estimates of what the pins name. */
  estimates(pins: Pins): Promise<Estimate[]>;
}

/** The tasks in an environment. What was opened for a question stays open for the next. */
export function createTasks(environment: Environment): Tasks {
  const lineages = lineagesByRelease(environment);
  return {
    lineage: async ({ release, question }) => {
      const opened = lineages(findRelease(environment, release));
      return question.measure === "value"
        ? opened.of(question.key)
        : opened.compared(question.key, question.measure);
    },
    perform: (job) => perform(environment, job),
    estimates: async (pins) => {
      // Made anew each time, so that it reads the reference values there are by now.
      const then = environmentAt(environment, pins);
      return pins.vintage ? estimatesOf(then, pins.vintage, then.store.observations(pins.vintage.id)) : [];
    },
  };
}
