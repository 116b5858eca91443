import { dimensionKey, groupBy } from "../../keys.js";
import type { Environment } from "../../run/environment.js";
import { type OpenFinding, scoreFindings, withStates } from "../../run/queue.js";
import { doubtsOf } from "../../settle/doubts.js";
import { type Queue, queueOf } from "../../settle/queue.js";
import type { Doubt, State } from "../../settle/state.js";
import type { Key, StoredObservation } from "../../types.js";
import type { Given } from "../given.js";
import { remembered } from "../remembered.js";

/** What those who settle doubts look at; each part is made once for each state of the store. */
export interface Settling {
  /** Every finding that has not been raised again by a newer file, with its state. */
  readonly doubts: () => readonly Doubt[];
  /** What waits for the country or for the agency. */
  readonly queue: () => Queue<OpenFinding>;
  /** The same by the influence on one group alone. */
  readonly queueFor: (group: number) => Queue<OpenFinding>;
  /** The figures in force. */
  readonly figures: () => readonly StoredObservation[];
  /** The figures in force of the series and breakdown of a key, by area. */
  readonly seriesOf: (key: Key) => ReadonlyMap<number, readonly StoredObservation[]>;
}

/** States that wait for somebody: `explained` for the agency, the others for the country. */
export const PENDING: ReadonlySet<State> = new Set<State>(["open", "explained", "refused"]);

const known = new WeakMap<Given, Settling>();

/** The one of a portal: what it made is kept between requests. */
export function settlingOf(given: Given): Settling {
  const found = known.get(given) ?? createSettling(given.environment);
  known.set(given, found);
  return found;
}

function createSettling(environment: Environment): Settling {
  const { store } = environment;
  const pinned = () => JSON.stringify(store.pins());
  // Of what is said of findings, figures and scores know nothing.
  const measured = () => JSON.stringify({ ...store.pins(), settlement: 0 });
  const figures = remembered(measured, () => store.observations(store.vintage()?.id ?? 0));
  const bySeries = remembered(measured, () => groupBy(figures(), seriesId));
  const doubts = remembered(pinned, () => doubtsOf(store).filter(({ newest }) => newest));
  const queueOn = (group?: number) => {
    const scores = remembered(measured, () =>
      scoreFindings(
        environment,
        doubts().map(({ finding }) => finding),
        figures(),
        group,
      ),
    );
    return remembered(pinned, () => {
      const pending = doubts().filter(({ state }) => PENDING.has(state));
      return queueOf(withStates(scores(), pending));
    });
  };
  // One group at a time: another one is asked for seldom, and each takes as long as all of them.
  let chosen: { readonly group: number; readonly queue: Settling["queue"] } | undefined;
  return {
    doubts,
    queue: queueOn(),
    queueFor: (group) => {
      if (chosen?.group !== group) chosen = { group, queue: queueOn(group) };
      return chosen.queue();
    },
    figures,
    seriesOf: (key) => groupBy(bySeries().get(seriesId(key)) ?? [], ({ area }) => area),
  };
}

const seriesId = ({ series, dimensions }: Pick<Key, "series" | "dimensions">): string =>
  `${series} ${dimensionKey(dimensions)}`;
