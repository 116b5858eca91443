import type { PeerFigures, PreviousFigure, RuleContext } from "../define.js";
import type { Store, Take } from "../store/store.js";
import type { Dimensions, Observation, Vintage } from "../types.js";
import { figure } from "../validate/rules/figures.js";

/** What rules look up in a store: the figures accepted up to one vintage. */
export interface KnownFigures extends Pick<RuleContext, "previous" | "peers"> {
  /** Carries the index forward after a take into `store`, so that the next file need not read it again. */
  taken(store: Store, vintage: Vintage, accepted: readonly Observation[] | null): void;
}

/** Figures of one take kept to carry the index forward; a larger take is read back from the store. */
const CARRIED = 50_000;

const NOTHING: ReadonlyMap<number, PreviousFigure> = new Map();
const NOBODY: readonly PeerFigures[] = Object.freeze([]);

/** One index for each open store, whatever number of files are taken. */
const indexes = new WeakMap<Store, { readonly vintage: number; readonly index: FigureIndex }>();

/**
 * The figures that a store has accepted so far. The store is read when a rule first asks, and once however
 * many files follow: what a file brings is added to the index in memory. It is read again only after a
 * take of more than 50,000 figures, or when another process has taken something in between. An empty
 * store is not read at all. To be called before the take begins, so that no file is compared with itself.
 */
export function knownFigures(store: Store): KnownFigures {
  const vintage = store.vintage()?.id ?? 0;
  let index: FigureIndex | null = vintage === 0 ? createIndex() : null;
  const read = (): FigureIndex => {
    index ??= indexAt(store, vintage);
    return index;
  };
  return {
    previous: (series, area, dimensions) => read().previous(series, area, dimensions),
    peers: (series, dimensions, from, to) => read().peers(series, dimensions, from, to),
    taken(into, { id }, accepted) {
      if (into !== store || !index) return;
      // Another number than the next: somebody else's vintage lies between, which the index lacks.
      if (accepted === null || id !== vintage + 1) indexes.delete(store);
      else {
        index.add(accepted);
        indexes.set(store, { vintage: id, index });
      }
    },
  };
}

function indexAt(store: Store, vintage: number): FigureIndex {
  const kept = indexes.get(store);
  if (kept?.vintage === vintage) return kept.index;
  const index = createIndex();
  index.add(store.observations(vintage));
  indexes.set(store, { vintage, index });
  return index;
}

/** A take that also keeps what it accepts; `accepted` is null once that is more than is carried forward. */
export function recorded(take: Take): {
  readonly recording: Take;
  accepted(): readonly Observation[] | null;
} {
  const slices = new Map<string, readonly Observation[]>();
  let kept = 0;
  const keep = (id: string, observations: readonly Observation[]) => {
    kept += observations.length - (slices.get(id)?.length ?? 0);
    if (kept <= CARRIED) slices.set(id, observations);
    else slices.clear();
  };
  const recording: Take = {
    ...take,
    write(indicator, observations, held, findings) {
      take.write(indicator, observations, held, findings);
      if (kept > CARRIED || observations.length === 0) return;
      const accepted = observations.filter((observation) => !held.has(observation));
      keep(`${indicator} ${observations[0]?.area}`, accepted);
    },
    reopen(indicator, series, area) {
      if (kept <= CARRIED) keep(`${indicator} ${area}`, []);
      return take.reopen(indicator, series, area);
    },
  };
  return { recording, accepted: () => (kept > CARRIED ? null : [...slices.values()].flat()) };
}

interface FigureIndex extends Pick<RuleContext, "previous" | "peers"> {
  add(observations: readonly Observation[]): void;
}

type Histories = Map<number, Map<number, PreviousFigure>>;

/** By series, breakdown (one object for equal ones, see keys.ts), area and year. */
function createIndex(): FigureIndex {
  const histories = new Map<string, Map<Dimensions, Histories>>();
  const asked = new Map<Histories, Map<string, readonly PeerFigures[]>>();
  return {
    add(observations) {
      asked.clear();
      for (const observation of observations) enter(histories, observation);
    },
    previous: (series, area, dimensions) => histories.get(series)?.get(dimensions)?.get(area) ?? NOTHING,
    peers(series, dimensions, from, to) {
      const areas = histories.get(series)?.get(dimensions);
      if (!areas) return NOBODY;
      const answers = asked.get(areas) ?? new Map<string, readonly PeerFigures[]>();
      asked.set(areas, answers);
      const years = `${from} ${to}`;
      const answer = answers.get(years) ?? peersOf(areas, from, to);
      answers.set(years, answer);
      return answer;
    },
  };
}

/** A newer figure replaces the older one; one that is no longer given takes it away. */
function enter(histories: Map<string, Map<Dimensions, Histories>>, observation: Observation): void {
  const { series, area, period, dimensions, value, status, ageScope } = observation;
  const breakdowns = histories.get(series) ?? new Map<Dimensions, Histories>();
  const areas = breakdowns.get(dimensions) ?? new Map<number, Map<number, PreviousFigure>>();
  const years = areas.get(area) ?? new Map<number, PreviousFigure>();
  if (value === null) years.delete(period);
  else years.set(period, { value: figure(observation), status, ageScope });
  histories.set(series, breakdowns.set(dimensions, areas.set(area, years)));
}

function peersOf(areas: Histories, from: number, to: number): PeerFigures[] {
  const peers: PeerFigures[] = [];
  for (const [area, years] of areas) {
    const [before, after] = [years.get(from), years.get(to)];
    if (before && after) peers.push({ area, before: before.value, after: after.value });
  }
  return peers;
}
