import { isDeepStrictEqual } from "node:util";
import { keyId } from "../../keys.js";
import type { StoredObservation, Vintage } from "../../types.js";
import type { Environment } from "../environment.js";
import { listsHash, program } from "../program.js";
import { type Computed, computeFrom } from "../publish.js";
import { type Figure, figuresOf, frozenFigures } from "./data.js";

/**
 * Why a published figure changed. The codes are ours; the kinds are those of the OECD/Eurostat guidelines on
 * revisions policy: more complete data, corrected data, revised bases and weights, changed classifications,
 * changed methods.
 */
export const CAUSES = [
  "METHOD",
  "NEW_DATA",
  "COUNTRY_REV",
  "POP_REVISION",
  "GROUP_COMPOSITION",
  "PUBLICATION_RULE",
] as const;
export type Cause = (typeof CAUSES)[number];

/** One of two states of the figures that are compared. */
export interface Side {
  readonly label: string;
  /** As it was, with its own lists. */
  readonly environment: Environment;
  readonly vintage: Vintage;
  /** Of a release: its folder, and the hash of the program that made it. */
  readonly frozen: { readonly folder: string; readonly program: string } | null;
}

/** The figures after some of what changed has been put in place, and what they were made from. */
export interface Stage {
  /** What was put in place; null for the state that is compared from. */
  readonly cause: Cause | null;
  readonly figures: readonly Figure[];
  /** Null for figures that were read from a release which another program made. */
  readonly made: Made | null;
}

export interface Made extends Pick<Computed, "observations" | "estimates"> {
  readonly environment: Environment;
}

/**
 * Leads from one state to the other, one cause at a time: method, new data, corrected data, reference values, groups,
 * rules of publication, and method again where a release was made by a program that is not this one. What is equal on
 * both sides is passed over. As each stage starts from the one before, what the causes add sums to the whole change;
 * in another order they would share it otherwise.
 */
export async function* stagesBetween(from: Side, to: Side): AsyncGenerator<Stage> {
  const first = recipeOf(from);
  if (isForeign(from)) {
    yield { cause: null, figures: await frozenOf(from), made: null };
    yield cook("METHOD", first);
  } else yield cook(null, first);
  for (const [cause, recipe] of recipesBetween(first, recipeOf(to))) yield cook(cause, recipe);
  if (isForeign(to)) yield { cause: "METHOD", figures: await frozenOf(to), made: null };
}

/** What figures are computed from. */
interface Recipe {
  readonly environment: Environment;
  /** Its year says which income classes donors are chosen by. */
  readonly vintage: Vintage;
  readonly observations: readonly StoredObservation[];
}

function recipeOf({ environment, vintage }: Side): Recipe {
  return { environment, vintage, observations: environment.store.observations(vintage.id) };
}

function* recipesBetween(from: Recipe, to: Recipe): Generator<[Cause, Recipe]> {
  const [old, young] = [from.environment, to.environment];
  const newData = from.vintage.id !== to.vintage.id;
  const steps: readonly [Cause, boolean, (now: Recipe) => Recipe][] = [
    ["NEW_DATA", newData, (now) => ({ ...now, observations: withNew(from.observations, to.observations) })],
    ["COUNTRY_REV", newData, (now) => ({ ...now, observations: to.observations })],
    [
      "POP_REVISION",
      !isDeepStrictEqual(referencePins(old), referencePins(young)),
      (now) => ({ ...now, environment: { ...old, denominator: young.denominator } }),
    ],
    [
      "GROUP_COMPOSITION",
      !isDeepStrictEqual(groupPins(from), groupPins(to)),
      (now) => ({ ...now, vintage: to.vintage, environment: { ...young, thresholds: old.thresholds } }),
    ],
    [
      "PUBLICATION_RULE",
      !isDeepStrictEqual(old.thresholds, young.thresholds),
      (now) => ({ ...now, environment: young }),
    ],
  ];
  let now = from;
  for (const [cause, differs, change] of steps) {
    if (!differs) continue;
    now = change(now);
    yield [cause, now];
  }
}

/** The older figures wherever both have one, and the newer wherever only they have. */
function withNew(
  old: readonly StoredObservation[],
  young: readonly StoredObservation[],
): StoredObservation[] {
  const known = new Map(old.map((one) => [keyId(one), one]));
  return young.map((one) => known.get(keyId(one)) ?? one);
}

function referencePins({ store }: Environment) {
  const { reference, revision } = store.pins();
  return { reference, revision };
}

function groupPins({ environment: { reference, composition = "by-year" }, vintage }: Recipe) {
  return { lists: listsHash(reference), composition, year: vintage.asOf.slice(0, 4) };
}

function cook(cause: Cause | null, { environment, vintage, observations }: Recipe): Stage {
  const computed = computeFrom(environment, vintage, observations);
  const { estimates } = computed;
  return { cause, figures: figuresOf(environment, computed), made: { environment, observations, estimates } };
}

/** Whether this program cannot be trusted to make the very same figures again. */
function isForeign({ frozen }: Side): boolean {
  return frozen !== null && frozen.program !== program().sha256;
}

async function frozenOf({ frozen }: Side): Promise<Figure[]> {
  const figures: Figure[] = [];
  for await (const figure of frozenFigures(frozen?.folder ?? "")) figures.push(figure);
  return figures;
}
