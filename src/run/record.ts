import type { RunEnd, RunStep } from "../store/store.js";
import type { Environment } from "./environment.js";

/** What a step gives on to the run, and what the record keeps of it. */
export interface Done<T> extends Pick<RunStep, "outputs" | "skipped"> {
  readonly result: T;
}

/** A run while it is made. */
export interface RunRecord {
  /** Does a step and keeps when it began and ended, what it was given, and what came of it. */
  step<T>(
    name: RunStep["name"],
    inputs: readonly string[],
    work: () => Done<T> | Promise<Done<T>>,
  ): Promise<T>;
  /** Adds a line to the log. */
  note(line: string): void;
}

/**
 * Records a run: that it began, at once, so that a run cut short is seen as one without an end; its steps and its log when
 * it ends. What goes wrong is noted and thrown on.
 */
export async function withRecord<T>(
  { store, now }: Pick<Environment, "store" | "now">,
  pipeline: string,
  work: (record: RunRecord) => Promise<Pick<RunEnd, "outcome"> & { readonly result: T }>,
): Promise<T> {
  const time = () => now().toISOString();
  const id = store.beginRun(pipeline, time());
  const steps: RunStep[] = [];
  const lines: string[] = [];
  const note = (line: string) => void lines.push(`${time()} ${line}`);
  const end = (outcome: RunEnd["outcome"]) =>
    store.endRun(id, { at: time(), outcome, steps, log: lines.join("\n") });
  const step: RunRecord["step"] = async (name, inputs, one) => {
    const startedAt = time();
    const { result, outputs, skipped } = await one();
    steps.push({ name, startedAt, endedAt: time(), inputs, outputs, skipped });
    return result;
  };
  try {
    const { result, outcome } = await work({ step, note });
    end(outcome);
    return result;
  } catch (error) {
    note(error instanceof Error ? error.message : String(error));
    end("failed");
    throw error;
  }
}
