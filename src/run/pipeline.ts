import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Pipeline } from "../define.js";
import { type ImportOptions, type ImportResult, importReference } from "../reference/import.js";
import { type Environment, ROOT } from "./environment.js";
import { submissionFiles } from "./files.js";
import { type PublishReport, publish } from "./publish.js";
import type { TakeOptions, TakeReport } from "./take.js";

export interface PipelineReport {
  readonly pipeline: string;
  /** New reference values; 0 when they had been imported before. */
  readonly referenceAdded: number;
  readonly takes: readonly TakeReport[];
  readonly publication: PublishReport;
}

/** Runs a pipeline once: denominators, then every file of the inbox, then the newest vintage's tables. */
export async function runPipeline(
  pipeline: Pipeline,
  environment: Environment,
  takeAll: (files: readonly string[], details: TakeOptions) => Promise<TakeReport[]>,
  force = false,
): Promise<PipelineReport> {
  const references = (pipeline.reference ?? []).map((reference) => ({
    ...reference,
    path: resolve(ROOT, reference.path),
  }));
  let referenceAdded = 0;
  for (const reference of references) {
    referenceAdded += addReference(environment, reference.path, reference).added;
  }
  const inbox = resolve(ROOT, pipeline.inbox);
  if (!existsSync(inbox)) mkdirSync(inbox, { recursive: true });
  const files = submissionFiles([inbox]).filter(
    (file) => !references.some((reference) => reference.path === file),
  );
  const takes = await takeAll(files, { from: `pipeline ${pipeline.id}`, collection: pipeline.id });
  const publication = await publish(environment, { ...pipeline, out: environment.out, force });
  return { pipeline: pipeline.id, referenceAdded, takes, publication };
}

/** How many values of a file were new, and how it was read; null when this very file had been imported before. */
export interface AddedReference {
  readonly added: number;
  readonly read: ImportResult | null;
}

/**
 * Imports one file of denominators.
 * @throws when the file cannot be read as one, or contradicts what was imported under the same revision
 */
export function addReference(
  environment: Environment,
  path: string,
  options: Omit<ImportOptions, "file">,
): AddedReference {
  const bytes = readFileSync(path);
  const { series, revision, source, years } = options;
  const id = createHash("sha256")
    .update(JSON.stringify([series, revision, source, ...(years ? [years] : [])]))
    .update(bytes)
    .digest("hex");
  if (environment.store.referenceImported(id)) return { added: 0, read: null };
  const read = importReference(
    bytes.toString("utf8"),
    { series, revision, source, years, file: path },
    environment.areas,
  );
  const added = environment.store.importReference(id, read.values, environment.now().toISOString());
  if (added > 0) environment.referenceChanged();
  return { added, read };
}
