/** A thread that does long work, with a store of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { openEnvironment, type Places } from "../../run/environment.js";
import type { Answered, Asked } from "./labour.js";
import { createTasks } from "./tasks.js";

const tasks = createTasks(openEnvironment(workerData as Places));
let before: Promise<unknown> = Promise.resolve();

// One after the other: two releases at once would need twice the memory.
parentPort?.on("message", (asked: Asked) => {
  before = before.then(() => answer(asked));
});

async function answer({ id, task, given }: Asked): Promise<void> {
  try {
    tell({ id, result: await (tasks[task] as (given: unknown) => Promise<unknown>)(given) });
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    tell({ id, error: { message, ...(code !== undefined && { code }) } });
  }
}

const tell = (answer: Answered): void => parentPort?.postMessage(answer);
