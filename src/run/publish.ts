import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { indicators } from "../../indicators/index.js";
import { aggregate } from "../aggregate/aggregate.js";
import { composedIn } from "../aggregate/membership.js";
import type { TableInput } from "../define.js";
import { estimateAll } from "../estimate/index.js";
import type { WrittenFile } from "../export/whole-file.js";
import { writeTables } from "../export/write.js";
import type { Group } from "../reference/groups.js";
import { publicExplanations, withExplanations } from "../settle/publication.js";
import { buildTables } from "../tables/build.js";
import type {
  Aggregate,
  Estimate,
  Language,
  PublicExplanation,
  StoredObservation,
  Table,
  Vintage,
} from "../types.js";
import type { Environment } from "./environment.js";
import { listsHash, program } from "./program.js";
import { surroundingsOf } from "./surroundings.js";

export interface PublishOptions {
  readonly tables: readonly string[];
  readonly formats: readonly string[];
  readonly languages: readonly Language[];
  readonly out: string;
  /** Leave out of country tables what is not comparable. */
  readonly strict?: boolean;
  /** Write again even when nothing changed. */
  readonly force?: boolean;
}

/** One vintage with what was computed from it. */
export interface Computed {
  readonly vintage: Vintage;
  /** As countries handed them in, with what was published of them added to the comment. */
  readonly observations: readonly StoredObservation[];
  readonly explanations: readonly PublicExplanation[];
  readonly estimates: readonly Estimate[];
  readonly aggregates: readonly Aggregate[];
}

export type PublishReport =
  | { readonly outcome: "nothing-to-publish" }
  | { readonly outcome: "unchanged"; readonly vintage: Vintage; readonly out: string }
  | {
      readonly outcome: "published";
      readonly computed: Computed;
      readonly tables: readonly Table[];
      readonly files: readonly WrittenFile[];
      readonly out: string;
    };

/** Estimates and aggregates of the newest vintage; undefined when the store holds none. */
export function compute(environment: Environment): Computed | undefined {
  const vintage = environment.store.vintage();
  return vintage && computeFrom(environment, vintage, environment.store.observations(vintage.id));
}

/** Estimates and aggregates from what countries reported. */
export function computeFrom(
  environment: Environment,
  vintage: Vintage,
  reported: readonly StoredObservation[],
): Computed {
  const explanations = publicExplanations(environment.store.settlements(), reported);
  const observations = withExplanations(reported, explanations);
  const estimates = estimatesOf(environment, vintage, observations);
  return {
    vintage,
    observations,
    explanations,
    estimates,
    aggregates: aggregate(aggregateInput(environment, observations, estimates)),
  };
}

/** The estimates of a vintage. From all its figures: one indicator's may rest on another's. */
export function estimatesOf(
  environment: Environment,
  vintage: Vintage,
  observations: readonly StoredObservation[],
): Estimate[] {
  const surroundings = surroundingsOf(environment, Number(vintage.asOf.slice(0, 4)));
  return estimateAll({ indicators, observations, surroundings });
}

/** What `aggregate` and `contributions` are given, so that an explanation is made from the same things as the figure. */
export function aggregateInput(
  environment: Environment,
  observations: readonly StoredObservation[],
  estimates: readonly Estimate[],
) {
  return {
    indicators,
    observations,
    estimates,
    weight: environment.denominator,
    groups: memberLists(environment, environment.groups.list),
    thresholds: environment.thresholds,
  };
}

/** Groups as aggregation takes them: with their members for each year. */
export function memberLists(
  { groups, composition }: Pick<Environment, "groups" | "composition">,
  list: readonly Pick<Group, "code">[],
) {
  return list.map(({ code }) => ({
    code,
    members: (year: number) => groups.membersOf(code, composedIn(year, composition)),
  }));
}

/** The tables of one vintage in one language. */
export function tablesOf(
  environment: Environment,
  computed: Computed,
  ids: readonly string[],
  language: Language,
  strict = false,
): Table[] {
  return buildTables(ids, { ...tableInput(environment, computed, language), strict });
}

/** What tables and charts of one vintage are made from, in one language. */
export function tableInput(environment: Environment, computed: Computed, language: Language): TableInput {
  return {
    ...computed,
    language,
    areaName: (area) => environment.areas.areaName(area, language),
    countries: environment.areas.list.map((area) => area.m49),
    groups: environment.groups.list,
    thresholds: environment.thresholds,
    composition: environment.composition,
  };
}

/**
 * Carries one vintage to tables in files, `<out>/<language>/<table>.<format>`. Reads the store and
 * writes files, nothing else; the same vintage, reference values and program give the same bytes.
 * When all of these are as they were, nothing is computed or written.
 */
export async function publish(environment: Environment, options: PublishOptions): Promise<PublishReport> {
  const vintage = environment.store.vintage();
  if (!vintage) return { outcome: "nothing-to-publish" };
  const mark = join(options.out, ".published");
  const state = stateOf(environment, options);
  if (!options.force && isPublished(mark, state)) return { outcome: "unchanged", vintage, out: options.out };
  const computed = compute(environment) as Computed;
  // Gone before the first file changes, so that a run cut short is never taken for a whole one.
  await rm(mark, { force: true });
  const { tables, files } = await writeAll(environment, computed, options);
  await mkdir(options.out, { recursive: true });
  const sizes = files.map((file) => `${file.bytes} ${file.path.slice(options.out.length + 1)}`);
  await writeFile(mark, `${[state, ...sizes].join("\n")}\n`);
  return { outcome: "published", computed, tables, files, out: options.out };
}

/** Writes the tables of what was computed, in each language a folder. */
export async function writeAll(
  environment: Environment,
  computed: Computed,
  { tables: ids, formats, languages, strict, out }: Omit<PublishOptions, "force">,
): Promise<{ readonly tables: readonly Table[]; readonly files: readonly WrittenFile[] }> {
  const { composition = "by-year", store } = environment;
  const made = { pins: store.pins(), composition, strict: strict ?? false };
  const tables: Table[] = [];
  const files: WrittenFile[] = [];
  for (const language of languages) {
    const own = tablesOf(environment, computed, ids, language, strict);
    tables.push(...own);
    files.push(...(await writeTables(own, formats, join(out, language), made)));
  }
  return { tables, files };
}

/** A hash of all that the tables are made from. */
function stateOf(environment: Environment, { tables, formats, languages, strict }: PublishOptions): string {
  const made = {
    pins: environment.store.pins(),
    program: program(),
    lists: listsHash(environment.reference),
    composition: environment.composition,
    tables,
    formats,
    languages,
    strict,
  };
  return createHash("sha256").update(JSON.stringify(made)).digest("hex");
}

/** True when the mark tells the same state and every file it lists is there in its size. */
function isPublished(mark: string, state: string): boolean {
  if (!existsSync(mark)) return false;
  const [written, ...files] = readFileSync(mark, "utf8").trim().split("\n");
  const folder = join(mark, "..");
  return (
    written === state &&
    files.every((line) => {
      const [, bytes, name] = /^(\d+) (.+)$/.exec(line) ?? [];
      const path = join(folder, name ?? "");
      return existsSync(path) && statSync(path).size === Number(bytes);
    })
  );
}
