import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, rename, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { seriesByCode } from "../../indicators/index.js";
import type { AcrossContext, Indicator, RuleContext, Series } from "../define.js";
import type { CsvOptions } from "../intake/csv.js";
import { UnreadableFile } from "../intake/errors.js";
import type { ColumnMapping } from "../intake/header.js";
import type { Note } from "../intake/notes.js";
import { openTable, type TableFile } from "../intake/table-file.js";
import type { Store, Take } from "../store/store.js";
import type { Finding, RuleCount, Submission, Vintage } from "../types.js";
import { createReader } from "../validate/read.js";
import { ruleSet, rules } from "../validate/rules/index.js";
import { levelOf, severityOf } from "../validate/severity.js";
import type { Environment } from "./environment.js";
import { headingsOf, rememberHeadings } from "./headings.js";
import { keptAt } from "./kept-file.js";
import { type KnownFigures, knownFigures, recorded } from "./known-figures.js";
import { type Contexts, createSlices } from "./slices.js";

/** What taking needs from outside. */
export interface TakeEnvironment {
  readonly store: Store;
  /** The store whose figures rules compare with; `store` itself unless another is given, as `check` does. */
  readonly known?: Store;
  readonly areaOf: (text: string) => number | undefined;
  readonly reference: RuleContext["reference"];
  readonly now: () => Date;
  /** Where the bytes of every submission are kept; null to keep none, as `check` does. */
  readonly archive: string | null;
}

/** What taking needs of a whole environment. */
export function takeEnvironment(environment: Environment): TakeEnvironment {
  return {
    store: environment.store,
    areaOf: environment.areas.findArea,
    reference: environment.denominator,
    now: environment.now,
    archive: environment.archive,
  };
}

export interface TakeOptions extends CsvOptions {
  /** The country the file speaks for; null: its name (`KEN.csv`) or its first row says. */
  readonly area?: number | null;
  /** The file of an agency, which may speak for several countries. */
  readonly anyArea?: boolean;
  readonly collection?: string;
  readonly from?: string;
  readonly onProgress?: (lines: number) => void;
}

/** How a take ended. A refused file leaves nothing in the store, and the finding says why. */
export type TakeReport =
  | {
      readonly outcome: "taken";
      readonly submission: Submission;
      readonly vintage: Vintage;
      readonly dialect: TableFile["dialect"];
      readonly ignored: readonly string[];
      /** Columns read by what a person or the country said of their headings. */
      readonly mapped: readonly ColumnMapping[];
      readonly lines: number;
      readonly counts: readonly RuleCount[];
    }
  | { readonly outcome: "already-taken"; readonly submission: Submission }
  | { readonly outcome: "refused"; readonly submission: Submission; readonly finding: Finding };

/**
 * Carries one file from bytes to a vintage of its own, in one transaction: either all of it is in the
 * store afterwards or none. The same bytes are taken once.
 */
export async function takeFile(
  path: string,
  environment: TakeEnvironment,
  options: TakeOptions = {},
): Promise<TakeReport> {
  const submission = await describe(path, environment, options);
  if (environment.store.submission(submission.id)) return { outcome: "already-taken", submission };
  if (environment.archive) await keepBytes(path, keptAt(environment.archive, submission));
  let file: TableFile;
  try {
    const confirmed = options.anyArea ? undefined : headingsOf(environment, submission.area);
    file = await openTable(path, { ...options, confirmed });
  } catch (error) {
    return refused(submission, error);
  }
  const known = knownFigures(environment.known ?? environment.store);
  const take = environment.store.take(submission, ruleSet);
  if (!take) return { outcome: "already-taken", submission };
  const { recording, accepted } = recorded(take);
  try {
    const report = await read(file, recording, submission, { ...environment, figures: known }, options);
    known.taken(environment.store, report.vintage, accepted());
    remember(report, environment.store);
    return report;
  } catch (error) {
    take.abort();
    return refused(submission, error);
  }
}

type Taken = Extract<TakeReport, { readonly outcome: "taken" }>;

/** What was said of headings for this file holds for the next ones of its country. */
function remember({ mapped, submission }: Taken, store: Store): void {
  const { area, receivedFrom: by, receivedAt: at } = submission;
  const stated = mapped.filter(({ confirmedAt }) => confirmedAt === null);
  if (area !== null) rememberHeadings(store, stated, { area, by, at });
}

/** Bytes hashed first, since the hash is the submission's name. */
async function describe(
  path: string,
  environment: TakeEnvironment,
  options: TakeOptions,
): Promise<Submission> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  const filename = basename(path);
  const named = /^([A-Za-z]{3})(?![A-Za-z])/.exec(filename)?.[1];
  return {
    id: hash.digest("hex"),
    area: options.anyArea
      ? null
      : (options.area ?? (named ? (environment.areaOf(named.toUpperCase()) ?? null) : null)),
    collection: options.collection ?? "annual",
    filename,
    receivedAt: environment.now().toISOString(),
    receivedFrom: options.from ?? "command line",
    bytes: (await stat(path)).size,
  };
}

/** Copied under another name first, so that a copy cut short is never mistaken for the file. */
async function keepBytes(path: string, kept: string): Promise<void> {
  await mkdir(dirname(kept), { recursive: true });
  const partial = `${kept}.${process.pid}.partial`;
  await copyFile(path, partial);
  await rename(partial, kept);
}

async function read(
  file: TableFile,
  take: Take,
  submission: Submission,
  environment: TakeEnvironment & { readonly figures: KnownFigures },
  options: TakeOptions,
): Promise<Taken> {
  const slices = createSlices(take, rules, contexts(environment), file.header);
  const reader = createReader(file.header, {
    areaOf: environment.areaOf,
    area: submission.area,
    anyArea: options.anyArea ?? false,
    decimal: file.dialect.decimal,
    report: slices.report,
  });
  let lines = 0;
  for await (const batch of file.batches) {
    for (const row of batch) {
      for (const observation of reader.read(row)) {
        slices.add((seriesByCode.get(observation.series) as { indicator: Indicator }).indicator, observation);
      }
    }
    lines += batch.length;
    options.onProgress?.(lines);
  }
  for (const note of file.notes()) slices.report(found(note));
  const counts = slices.finish();
  const area = options.anyArea ? null : reader.area();
  const vintage = take.finish({ area, dialect: JSON.stringify(file.dialect), lines, counts });
  return {
    outcome: "taken",
    submission: { ...submission, area },
    vintage,
    dialect: file.dialect,
    ignored: file.header.ignored,
    mapped: file.header.mapped,
    lines,
    counts,
  };
}

function contexts({
  reference,
  now,
  figures: { previous, peers },
}: TakeEnvironment & { readonly figures: KnownFigures }): Contexts {
  const across: AcrossContext = {
    reference,
    previous,
    peers,
    currentYear: now().getUTCFullYear(),
    series: (code) => (seriesByCode.get(code) as { series: Series }).series,
  };
  const made = new Map<Indicator, RuleContext>();
  return {
    across,
    within(indicator) {
      const context = made.get(indicator) ?? { ...across, indicator };
      made.set(indicator, context);
      return context;
    },
  };
}

function found(note: Note): Finding {
  return { ...note, level: levelOf(note.rule), severity: severityOf(note.rule), key: null, value: null };
}

function refused(submission: Submission, error: unknown): TakeReport {
  if (!(error instanceof UnreadableFile)) throw error;
  const finding: Finding = {
    rule: error.rule,
    level: levelOf(error.rule),
    severity: severityOf(error.rule),
    line: error.line,
    column: "",
    key: null,
    value: null,
    params: error.params,
  };
  return { outcome: "refused", submission, finding };
}
