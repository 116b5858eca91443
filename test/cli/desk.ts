/** A folder with a store of its own, and the compiled program working on it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Ended, run } from "../run/process.js";

export interface Desk {
  readonly folder: string;
  run(...args: readonly string[]): Promise<Ended>;
  /** Runs with --json and parses what is printed. */
  json<T>(...args: readonly string[]): Promise<T>;
  write(name: string, ...lines: readonly string[]): string;
  close(): void;
}

export function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-cli-"));
  const env = {
    ICTSDG_STORE: join(folder, "store.db"),
    ICTSDG_ARCHIVE: join(folder, "archive"),
    ICTSDG_OUT: join(folder, "out"),
    ICTSDG_RELEASES: join(folder, "releases"),
  };
  return {
    folder,
    run: (...args) => run(args, env),
    json: async <T>(...args: readonly string[]) =>
      JSON.parse((await run(["--json", ...args], env)).stdout) as T,
    write: (name, ...lines) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${lines.join("\n")}\n`);
      return path;
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

export const HEADER = "SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE";
export const CLEAN = [HEADER, "IT_MOB_2GNTWK,KEN,2010,80,PT", "IT_MOB_2GNTWK,KEN,2011,82,PT"];
/** 40 points in a year, which is asked about and may be right. */
export const SUDDEN = [HEADER, "IT_USE_II99,KEN,2010,40,PT", "IT_USE_II99,KEN,2011,80,PT"];
/** A percentage of 120, and words for a number. */
export const WRONG = [HEADER, "IT_MOB_2GNTWK,KEN,2010,120,PT", "IT_MOB_2GNTWK,KEN,2011,about 80,PT"];
