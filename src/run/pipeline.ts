import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import type { Pipeline, ReferenceFile } from "../define.js";
import { type ImportOptions, type ImportResult, importReference } from "../reference/import.js";
import { type Environment, ROOT } from "./environment.js";
import { submissionFiles } from "./files.js";
import { type PublishReport, publish } from "./publish.js";
import { type RunRecord, withRecord } from "./record.js";
import type { TakeOptions, TakeReport } from "./take.js";

export interface PipelineReport {
  readonly pipeline: string;
  /** New reference values; 0 when they had been imported before. */
  readonly referenceAdded: number;
  readonly takes: readonly TakeReport[];
  readonly publication: PublishReport;
}

type TakeAll = (files: readonly string[], details: TakeOptions) => Promise<TakeReport[]>;

/**
 * Runs a pipeline once: denominators, then every file of the inbox, then the newest vintage's tables. The store keeps a
 * record of the run.
 */
export function runPipeline(
  pipeline: Pipeline,
  environment: Environment,
  takeAll: TakeAll,
  force = false,
): Promise<PipelineReport> {
  return withRecord(environment, pipeline.id, async (record) => {
    const references = (pipeline.reference ?? []).map((reference) => ({
      ...reference,
      path: resolve(ROOT, reference.path),
    }));
    const referenceAdded = await addReferences(references, environment, record);
    const inbox = resolve(ROOT, pipeline.inbox);
    if (!existsSync(inbox)) mkdirSync(inbox, { recursive: true });
    const files = submissionFiles([inbox]).filter((file) => !references.some(({ path }) => path === file));
    const takes = await takeFiles(files, pipeline, takeAll, record);
    const publication = await publishTables(pipeline, environment, force, record);
    const result = { pipeline: pipeline.id, referenceAdded, takes, publication };
    return { outcome: publication.outcome, result };
  });
}

function addReferences(
  references: readonly ReferenceFile[],
  environment: Environment,
  { step }: RunRecord,
): Promise<number> {
  const inputs = references.map(({ path }) => basename(path));
  return step("reference", inputs, () => {
    const added = references.map((reference) => addReference(environment, reference.path, reference).added);
    return {
      result: added.reduce((sum, one) => sum + one, 0),
      outputs: inputs.filter((_, i) => added[i] !== 0),
      skipped: inputs.filter((_, i) => added[i] === 0),
    };
  });
}

function takeFiles(
  files: readonly string[],
  { id }: Pipeline,
  takeAll: TakeAll,
  { step, note }: RunRecord,
): Promise<TakeReport[]> {
  return step(
    "take",
    files.map((file) => basename(file)),
    async () => {
      const takes = await takeAll(files, { from: `pipeline ${id}`, collection: id });
      for (const take of takes) {
        const { filename } = take.submission;
        if (take.outcome === "refused") note(`${filename}: refused (${take.finding.rule})`);
        if (take.outcome === "taken")
          note(`${filename}: taken as vintage ${take.vintage.id}, ${take.lines} lines`);
      }
      const of = (outcome: TakeReport["outcome"]) => takes.filter((take) => take.outcome === outcome);
      return {
        result: takes,
        outputs: of("taken").map(({ submission }) => submission.id),
        skipped: of("already-taken").map(({ submission }) => submission.filename),
      };
    },
  );
}

function publishTables(
  pipeline: Pipeline,
  environment: Environment,
  force: boolean,
  { step }: RunRecord,
): Promise<PublishReport> {
  const vintage = environment.store.vintage();
  const inputs = vintage ? [`vintage ${vintage.id}`] : [];
  return step("publish", inputs, async () => {
    const result = await publish(environment, { ...pipeline, out: environment.out, force });
    const files = result.outcome === "published" ? result.files : [];
    return {
      result,
      outputs: files.map(({ path }) => relative(environment.out, path)),
      skipped: result.outcome === "unchanged" ? inputs : [],
    };
  });
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
