import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { audit } from "../../accounts/audit.js";
import { type TakeOptions, takeEnvironment, takeFile } from "../../run/take.js";
import { type Rehearsal, rehearsed, TakenMeanwhile } from "../../store/rehearsed.js";
import { openSqlite } from "../../store/sqlite.js";
import type { Finding } from "../../types.js";
import type { Given } from "../given.js";

/** Who sends a file, and for which country. */
export interface Sender {
  readonly area: number;
  /** E-mail address. */
  readonly by: string;
}

/** What became of a file. */
export type Arrival =
  | { readonly outcome: "taken"; readonly receipt: string }
  /** The same bytes had been taken before. */
  | { readonly outcome: "known"; readonly receipt: string }
  /** Nothing of the file was stored; the finding says why. */
  | { readonly outcome: "refused"; readonly finding: Finding };

/**
 * Takes a file that somebody sent, as `ictsdg take` does: the name is that of the file at the path.
 * @param reading how it is written, where that is known
 */
export type Intake = (path: string, sender: Sender, reading?: Reading) => Promise<Arrival>;
type Reading = Pick<TakeOptions, "decimal">;

/** The whole file speaks for another country: nothing of it is stored. */
class Foreign extends Error {
  constructor(readonly finding: Finding) {
    super(finding.rule);
  }
}

const intakes = new WeakMap<Given, Intake>();

/** The one of a portal: it takes one file after the other, so that each is judged with all that came before. */
export function intakeOf(given: Given): Intake {
  const known = intakes.get(given) ?? createIntake(given);
  intakes.set(given, known);
  return known;
}

function createIntake(given: Given): Intake {
  const { environment } = given;
  const store = rehearsed(environment.store, () => openSqlite(""), refuseForeign);
  const taking = takeEnvironment({ ...environment, store, now: given.now });
  let last: Promise<unknown> = Promise.resolve();
  return (path, sender, reading = {}) => {
    const next = last.then(() => take(path, sender, reading));
    last = next.catch(() => undefined);
    return next;
  };

  async function take(path: string, sender: Sender, reading: Reading): Promise<Arrival> {
    const { area, by: from } = sender;
    const arrival = await orForeign(takeFile(path, taking, { ...reading, area, from }));
    record(given, arrival, sender);
    return arrival;
  }
}

function refuseForeign({ figures, findings }: Rehearsal): void {
  const foreign = findings.find(({ rule }) => rule === "foreign-area");
  if (figures === 0 && foreign) throw new Foreign(foreign);
}

async function orForeign(taking: ReturnType<typeof takeFile>): Promise<Arrival> {
  try {
    const report = await taking;
    const { id } = report.submission;
    if (report.outcome === "taken") return { outcome: "taken", receipt: id };
    if (report.outcome === "already-taken") return { outcome: "known", receipt: id };
    return { outcome: "refused", finding: report.finding };
  } catch (error) {
    if (error instanceof Foreign) return { outcome: "refused", finding: error.finding };
    if (error instanceof TakenMeanwhile) return { outcome: "known", receipt: error.submission };
    throw error;
  }
}

function record({ accounts, now }: Given, arrival: Arrival, { area, by }: Sender): void {
  const at = now().toISOString();
  if (arrival.outcome === "taken")
    audit(accounts, { at, actor: by, action: "file-taken", object: arrival.receipt, details: { area } });
  if (arrival.outcome === "refused")
    audit(accounts, {
      ...{ at, actor: by, action: "file-refused", object: String(area) },
      details: { rule: arrival.finding.rule },
    });
}

/** Gives a path of its own for a file of this name, and clears it away afterwards, whatever happens. */
export async function inFolderOfItsOwn<T>(
  { uploads }: Given,
  name: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = join(uploads, randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    return await work(join(folder, fileName(name)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The last part of a name that a browser sent, without what a file system does not take; it may be in any script. */
function fileName(sent: string): string {
  const last = sent.replace(/^.*[/\\]/s, "").replace(/\p{Cc}/gu, "");
  const ending = /\.[A-Za-z]{1,4}$/.exec(last)?.[0] ?? "";
  // A name has 255 bytes on most file systems, and a character up to four.
  const stem = [...last.slice(0, last.length - ending.length)].slice(0, 60).join("");
  return (stem.replace(/^\.+/, "") || "file") + ending;
}
