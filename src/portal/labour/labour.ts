import { Worker } from "node:worker_threads";
import type { Given } from "../given.js";
import { createTasks, type Tasks } from "./tasks.js";

/** Does long work one after the other, without keeping readers waiting. */
export interface Labour extends Tasks {
  close(): Promise<void>;
}

/** What a thread is asked, and what it answers. */
export interface Asked {
  readonly id: number;
  readonly task: keyof Tasks;
  readonly given: unknown;
}
export type Answered =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: Pick<NodeJS.ErrnoException, "message" | "code"> };

const TASKS = ["lineage", "perform", "estimates"] as const satisfies readonly (keyof Tasks)[];

/** Opens a thread when there is something to do, where the places are known; works in this one where they are not. */
export function openLabour({ environment, places }: Given): Labour {
  if (!places) return { ...createTasks(environment), close: async () => {} };
  const waiting = new Map<number, { done: (result: unknown) => void; failed: (error: Error) => void }>();
  let worker: Worker | null = null;
  let asked = 0;
  const end = (error: Error) => {
    worker = null;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const made = new Worker(new URL("./thread.js", import.meta.url), { workerData: places });
    made.on("message", (answer: Answered) => {
      const { done, failed } = waiting.get(answer.id) ?? {};
      waiting.delete(answer.id);
      if ("error" in answer) failed?.(Object.assign(new Error(answer.error.message), answer.error));
      else done?.(answer.result);
    });
    made.on("error", end);
    // A thread keeps no program running that is asked to stop.
    made.unref();
    return made;
  };
  const ask = (task: keyof Tasks) => (given: unknown) =>
    new Promise<unknown>((done, failed) => {
      worker ??= start();
      const id = ++asked;
      waiting.set(id, { done, failed });
      worker.postMessage({ id, task, given } satisfies Asked);
    });
  return {
    ...(Object.fromEntries(TASKS.map((task) => [task, ask(task)])) as unknown as Tasks),
    close: async () => void (await worker?.terminate()),
  };
}
