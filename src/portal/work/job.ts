import { rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { pipelines } from "../../../pipelines/index.js";
import { keepBacktest, makeBacktest } from "../../run/backtest-record.js";
import { type Environment, environmentAt } from "../../run/environment.js";
import { addReference, runPipeline } from "../../run/pipeline.js";
import { createRelease } from "../../run/release/create.js";
import { currentSide, diff, releaseSide } from "../../run/release/diff.js";
import type { Contents } from "../../run/release/manifest.js";
import { type ShownDiff, summaryOf } from "../../run/release/summary.js";
import { type Verification, verifyRelease } from "../../run/release/verify.js";
import type { TakeOptions, TakeReport } from "../../run/take.js";
import { takeEnvironment, takeFile } from "../../run/take.js";
import type { Pins } from "../../store/store.js";

/** Something that takes longer than a person waits for a page. */
export type Job =
  | { readonly kind: "pipeline"; readonly id: string }
  | {
      readonly kind: "reference";
      /** A file in a folder of its own, which is removed afterwards. */
      readonly path: string;
      readonly series: string;
      readonly revision: string;
      readonly source: string;
    }
  | {
      readonly kind: "backtest";
      /** Where the result is kept. */
      readonly path: string;
    }
  | { readonly kind: "release"; readonly order: Order }
  | { readonly kind: "verification"; readonly name: string }
  /** Of two releases, or of one with what is known `now`. */
  | { readonly kind: "comparison"; readonly from: string; readonly to: string };

/** A release to be made of what counts at the pins. */
export interface Order {
  readonly name: string;
  readonly by: string;
  readonly pins: Pins;
  readonly contents: Contents;
}

/** What is told of a job that is done: values imported and lines left out, of reference values. */
export interface Done {
  readonly added?: number;
  readonly skipped?: number;
  readonly verification?: Verification;
  readonly comparison?: ShownDiff;
}

/** Changes of a comparison that a page has room for. */
const MOST_CHANGES = 60;

/**
 * Does a job. Its result is in the store, or in a file.
 * @throws Error with place, cause and remedy in words when the job cannot be done
 */
export async function perform(environment: Environment, job: Job): Promise<Done> {
  // Another process may have imported denominators since the last job.
  environment.referenceChanged();
  switch (job.kind) {
    case "pipeline": {
      const pipeline = pipelines.find(({ id }) => id === job.id);
      if (!pipeline) throw new Error(`pipeline-unknown: there is no pipeline "${job.id}".`);
      await runPipeline(pipeline, environment, (files, options) => takeAll(environment, files, options));
      return {};
    }
    case "reference":
      return importReference(environment, job);
    case "backtest": {
      const record = makeBacktest(environment);
      if (record) await keepBacktest(job.path, record);
      return {};
    }
    case "release":
      await makeRelease(environment, job.order);
      return {};
    case "verification":
      return { verification: await verifyRelease(environment, job.name) };
    case "comparison":
      return { comparison: await compare(environment, job) };
  }
}

async function makeRelease(environment: Environment, { name, by, pins, contents }: Order): Promise<void> {
  const { composition } = contents;
  await createRelease({ ...environmentAt(environment, pins), composition }, name, by, contents);
}

async function compare(
  environment: Environment,
  { from, to }: { from: string; to: string },
): Promise<ShownDiff> {
  const sideOf = (name: string) =>
    name === "now" ? currentSide(environment, name) : releaseSide(environment, name);
  return summaryOf(await diff(sideOf(from), sideOf(to)), MOST_CHANGES, environment.groups);
}

async function takeAll(
  environment: Environment,
  files: readonly string[],
  options: TakeOptions,
): Promise<TakeReport[]> {
  const reports: TakeReport[] = [];
  for (const file of files) reports.push(await takeFile(file, takeEnvironment(environment), options));
  return reports;
}

async function importReference(
  environment: Environment,
  { path, series, revision, source }: Extract<Job, { readonly kind: "reference" }>,
): Promise<Done> {
  try {
    const { added, read } = addReference(environment, path, { series, revision, source });
    return { added, skipped: read?.skipped.length ?? 0 };
  } catch (error) {
    // People know the file by its name, not by where it was put down.
    throw new Error((error as Error).message.replaceAll(path, basename(path)));
  } finally {
    await rm(dirname(path), { recursive: true, force: true });
  }
}
