import { Presets, SingleBar } from "cli-progress";
import type { Terminal } from "./context.js";

export interface Progress {
  at(done: number): void;
  stop(): void;
}

const SILENT: Progress = { at: () => undefined, stop: () => undefined };

/** A bar on a terminal, nothing in a pipe or a log. */
export function progress(terminal: Terminal, total: number, unit: string): Progress {
  if (!terminal.interactive || total < 2) return SILENT;
  const bar = new SingleBar(
    { format: `{bar} {value}/{total} ${unit}`, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { at: (done) => bar.update(done), stop: () => bar.stop() };
}
