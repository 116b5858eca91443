import { join } from "node:path";
import { contributions } from "../../aggregate/contributions.js";
import { compareKeys, keyId } from "../../keys.js";
import type { Key } from "../../types.js";
import { type Environment, environmentAt } from "../environment.js";
import { aggregateInput } from "../publish.js";
import { PLACES } from "./build.js";
import type { Figure } from "./data.js";
import { findRelease, folderOf, ReleaseError, readManifest } from "./manifest.js";
import { type Cause, type Made, type Side, type Stage, stagesBetween } from "./stages.js";

/** What one cause did to a figure, and the countries whose part in it changed most. */
export interface Step {
  readonly cause: Cause;
  readonly before: number | null;
  readonly after: number | null;
  /** Countries of a group, the largest first; their parts in the unit of the figure. Empty where not asked for. */
  readonly movers: readonly Mover[];
}

export interface Mover {
  readonly area: number;
  /** How far the country's part of the figure moved. */
  readonly moved: number;
}

/** A figure that is published otherwise than before. Null is no figure, or one held back. */
export interface Change extends Key {
  readonly of: Figure["of"];
  readonly before: number | null;
  readonly after: number | null;
  /** after − before; null unless both are numbers. */
  readonly difference: number | null;
  /** In the order in which the causes were put in place: where all are numbers, their differences sum to `difference`. */
  readonly steps: readonly Step[];
}

/** Values of one figure on both sides, changed or not. */
export interface Pair extends Key {
  readonly of: Figure["of"];
  readonly before: number | null;
  readonly after: number | null;
}

export interface Diff {
  readonly from: string;
  readonly to: string;
  /** Ordered by key. */
  readonly changes: readonly Change[];
  readonly pairs: readonly Pair[];
  /** The same change with the countries that moved it. */
  withMovers(change: Change): Change;
}

/** A release as a side of a comparison. @throws ReleaseError when there is none of this name */
export function releaseSide(environment: Environment, name: string): Side {
  const { pins } = findRelease(environment, name);
  const folder = folderOf(environment, name);
  const { program, contents } = readManifest(folder);
  const then = environmentAt(environment, pins, join(folder, PLACES.lists));
  const side = currentSide({ ...then, composition: contents.composition }, name);
  return { ...side, frozen: { folder, program: program.sha256 } };
}

/** What counts in an environment as a side of a comparison. @throws ReleaseError when nothing does */
export function currentSide(environment: Environment, label: string): Side {
  const vintage = environment.store.vintage();
  if (!vintage) throw new ReleaseError("Nothing has been taken yet. `ictsdg take` first.");
  return { label, environment, vintage, frozen: null };
}

/** Compares every published figure of two states, and says of each that changed why. */
export async function diff(from: Side, to: Side): Promise<Diff> {
  const changed = new Map<string, Step[]>();
  const made = new Map<Step, readonly [Made | null, Made | null]>();
  let start: ReadonlyMap<string, Figure> | null = null;
  let last: { readonly stage: Stage; readonly figures: ReadonlyMap<string, Figure> } | null = null;
  for await (const stage of stagesBetween(from, to)) {
    const figures = new Map(stage.figures.map((figure) => [keyId(figure), figure]));
    start ??= figures;
    if (last)
      for (const id of changedIds(last.figures, figures)) {
        const step = stepOf(stage.cause as Cause, last.figures.get(id), figures.get(id));
        made.set(step, [last.stage.made, stage.made]);
        changed.set(id, [...(changed.get(id) ?? []), step]);
      }
    last = { stage: { ...stage, figures: [] }, figures };
  }
  const pairs = pairsOf(start ?? new Map(), last?.figures ?? new Map());
  return {
    from: from.label,
    to: to.label,
    pairs,
    changes: pairs.filter(differs).map((pair) => changeOf(pair, changed.get(keyId(pair)) ?? [])),
    withMovers: (change) => ({
      ...change,
      steps: change.steps.map((step) => ({ ...step, movers: moversOf(change, made.get(step)) })),
    }),
  };
}

const differs = ({ before, after }: Pair): boolean => before !== after;

function* changedIds(
  before: ReadonlyMap<string, Figure>,
  after: ReadonlyMap<string, Figure>,
): Generator<string> {
  for (const [id, figure] of before) if ((after.get(id)?.value ?? null) !== figure.value) yield id;
  for (const [id, figure] of after) if (!before.has(id) && figure.value !== null) yield id;
}

function stepOf(cause: Cause, before: Figure | undefined, after: Figure | undefined): Step {
  return { cause, before: before?.value ?? null, after: after?.value ?? null, movers: [] };
}

function pairsOf(before: ReadonlyMap<string, Figure>, after: ReadonlyMap<string, Figure>): Pair[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  const pairs = [...ids].map((id): Pair => {
    const { value: _value, status: _status, ...key } = (after.get(id) ?? before.get(id)) as Figure;
    return { ...key, before: before.get(id)?.value ?? null, after: after.get(id)?.value ?? null };
  });
  return pairs.sort(compareKeys);
}

function changeOf(pair: Pair, steps: readonly Step[]): Change {
  const { before, after } = pair;
  return { ...pair, difference: before === null || after === null ? null : after - before, steps };
}

const MOVERS = 3;

function moversOf(change: Change, between: readonly [Made | null, Made | null] | undefined): Mover[] {
  const [before, after] = between ?? [];
  if (change.of !== "group" || !before || !after) return [];
  const [old, young] = [partsOf(change, before), partsOf(change, after)];
  const areas = [...new Set([...old.keys(), ...young.keys()])];
  return areas
    .map((area) => ({ area, moved: (young.get(area) ?? 0) - (old.get(area) ?? 0) }))
    .filter(({ moved }) => moved !== 0)
    .sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved))
    .slice(0, MOVERS);
}

/** What each country adds to a mean: its figure by its share of the weight. Of a sum, its share of the sum. */
function partsOf(key: Key, { environment, observations, estimates }: Made): Map<number, number> {
  const parts = contributions(aggregateInput(environment, observations, estimates), key);
  return new Map(parts.map(({ area, value, share }) => [area, (value ?? 0) * share]));
}
