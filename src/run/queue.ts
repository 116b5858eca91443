import { seriesByCode } from "../../indicators/index.js";
import { keyId } from "../keys.js";
import { doubtsOf } from "../settle/doubts.js";
import type { EarlierFigure } from "../settle/expected.js";
import { type Queue, queueOf } from "../settle/queue.js";
import { type Score, scoresOf } from "../settle/score.js";
import { standingsFrom } from "../settle/standings.js";
import type { Doubt, State } from "../settle/state.js";
import type { Store, StoredFinding } from "../store/store.js";
import type { StoredObservation, Vintage } from "../types.js";
import { figure } from "../validate/rules/figures.js";
import type { Environment } from "./environment.js";
import { memberLists } from "./publish.js";

export interface QueueOptions {
  /** Scores are by the influence on this group alone; on the world and every region when absent. */
  readonly group?: number | undefined;
  /** `THRESHOLD` when absent. */
  readonly threshold?: number | undefined;
}

/** A finding that still asks for an answer. */
export type OpenFinding = StoredFinding & { readonly state: State };

export interface QueueReport extends Queue<OpenFinding> {
  readonly vintage: Vintage;
}

/**
 * Kinds of groups that figures are published for. Income groups and the former developed and developing regions
 * cut the same countries in other ways, and are asked for by name.
 */
const SCORED_KINDS: ReadonlySet<string> = new Set([
  "world",
  "m49-region",
  "m49-sub-region",
  "m49-intermediate",
  "sdg-region",
  "itu-region",
  "ldc",
  "lldc",
  "sids",
]);

/** States in which the agency waits for the country. */
const WAITING: ReadonlySet<State> = new Set<State>(["open", "refused"]);

/**
 * What waits, in the order in which it is worth asking about; undefined without any vintage.
 *
 * Groups are taken as reported, without estimates: what is missing counts as much as the countries that reported, and
 * to make every estimate first would take longer than all the rest.
 */
export function openQueue(
  environment: Environment,
  { group, threshold }: QueueOptions = {},
): QueueReport | undefined {
  const { store } = environment;
  const vintage = store.vintage();
  if (!vintage) return undefined;
  const open = doubtsOf(store).filter(({ state, newest }) => newest && WAITING.has(state));
  const findings = open.map(({ finding }) => finding);
  const scores = scoreFindings(environment, findings, store.observations(vintage.id), group);
  return { vintage, ...queueOf(withStates(scores, open), threshold) };
}

/**
 * The scores of findings, whatever their state: they change with figures, denominators and lists alone.
 *
 * @param observations the figures in force
 * @param group scores are by the influence on this group alone; on the world and every region when absent
 */
export function scoreFindings(
  environment: Environment,
  findings: readonly StoredFinding[],
  observations: readonly StoredObservation[],
  group?: number,
): Score<StoredFinding>[] {
  return scoresOf(findings, {
    standings: standingsFrom({
      observations,
      estimates: [],
      weight: environment.denominator,
      groups: scoredGroups(environment, group),
    }),
    series: (code: string) => seriesByCode.get(code)?.series,
    earlier: earlierFigures(environment.store),
  });
}

/** Scores with the states of their findings; those of no doubt of the list are left out. */
export function withStates(
  scores: readonly Score<StoredFinding>[],
  doubts: readonly Doubt[],
): Score<OpenFinding>[] {
  const states = new Map(doubts.map(({ finding, state }) => [finding.id, state]));
  return scores.flatMap((score): Score<OpenFinding>[] => {
    const state = states.get(score.finding.id);
    return state === undefined ? [] : [{ ...score, finding: { ...score.finding, state } }];
  });
}

function scoredGroups(environment: Environment, only: number | undefined) {
  const isWanted = ({ code, kind }: { readonly code: number; readonly kind: string }) =>
    only === undefined ? SCORED_KINDS.has(kind) : code === only;
  return memberLists(environment, environment.groups.list.filter(isWanted));
}

/** Figures in force before a vintage. The store is asked only where the area had handed in something before. */
function earlierFigures(store: Store): EarlierFigure {
  const first = new Map<number | null, number>();
  for (const { area, vintage } of store.submissions()) {
    first.set(area, Math.min(vintage, first.get(area) ?? vintage));
  }
  const known = new Map<string, ReadonlyMap<string, number>>();
  const figuresBefore = (vintage: number, area: number) => {
    const id = `${vintage} ${area}`;
    const figures = known.get(id) ?? figuresOf(store, vintage - 1, area);
    known.set(id, figures);
    return figures;
  };
  return (key, vintage) => {
    // An agency's file may have brought figures of any area.
    const earliest = Math.min(first.get(key.area) ?? vintage, first.get(null) ?? vintage);
    return earliest < vintage ? figuresBefore(vintage, key.area).get(keyId(key)) : undefined;
  };
}

function figuresOf(store: Store, vintage: number, area: number): ReadonlyMap<string, number> {
  return new Map(
    store
      .observations(vintage, area)
      .flatMap((one) => (one.value === null ? [] : [[keyId(one), figure(one)] as const])),
  );
}
