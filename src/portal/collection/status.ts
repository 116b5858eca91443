import { indicators, seriesByCode } from "../../../indicators/index.js";
import type { Environment } from "../../run/environment.js";
import { type Progress, progressOf, waitingOf } from "../../settle/deadlines.js";
import type { Given } from "../given.js";
import { remembered } from "../remembered.js";
import { type Settling, settlingOf } from "../settling/settling.js";

/** What a country has handed in, of one indicator or of all. */
export interface Status {
  /** Files taken; of one indicator, those that brought a figure in force. */
  readonly files: number;
  /** Figures in force that have a value. */
  readonly figures: number;
  /** Newest year with a figure; null without any. */
  readonly newest: number | null;
  /** Errors not yet corrected. */
  readonly errors: number;
  /** Warnings that wait for the country. */
  readonly warnings: number;
  /** Explanations that wait for a decision. */
  readonly explained: number;
}

export const NOTHING: Status = { files: 0, figures: 0, newest: null, errors: 0, warnings: 0, explained: 0 };

/** What countries have handed in, by area and by the id of an indicator; `ALL` for all of them together. */
export type Statuses = ReadonlyMap<number, ReadonlyMap<string, Status>>;

export const ALL = "";

const known = new WeakMap<Given, () => Statuses>();

/** How far the collection is; made once for each state of the store. */
export function statusesOf(given: Given): Statuses {
  const { store } = given.environment;
  const statuses =
    known.get(given) ??
    remembered(
      () => JSON.stringify(store.pins()),
      () => count(store, settlingOf(given)),
    );
  known.set(given, statuses);
  return statuses();
}

type Counted = { -readonly [field in keyof Status]: Status[field] };

function count(store: Environment["store"], { doubts, figures }: Settling): Statuses {
  const found = new Map<number, Map<string, Counted>>();
  const files = new Map<Counted, Set<string>>();
  const at = (area: number, id: string): Counted => {
    const own = found.get(area) ?? new Map<string, Counted>();
    found.set(area, own);
    const status = own.get(id) ?? { ...NOTHING };
    own.set(id, status);
    return status;
  };
  for (const { series, area, period, value, submission } of figures()) {
    if (value === null) continue;
    const own = at(area, indicatorOf(series));
    const its = files.get(own) ?? new Set();
    files.set(own, its.add(submission));
    own.files = its.size;
    for (const status of [own, at(area, ALL)]) {
      status.figures++;
      status.newest = Math.max(status.newest ?? period, period);
    }
  }
  for (const doubt of doubts()) {
    const { area, key } = doubt.finding;
    const waiting = waitingOf(doubt);
    if (area === null || !waiting) continue;
    at(area, ALL)[waiting]++;
    if (key) at(area, indicatorOf(key.series))[waiting]++;
  }
  for (const { area } of store.submissions()) if (area !== null) at(area, ALL).files++;
  return found;
}

const indicatorOf = (series: string): string => seriesByCode.get(series)?.indicator.id ?? series;

/** Every indicator with what a country has of it. */
export const byIndicator = (given: Given, area: number) =>
  indicators.map((indicator) => ({
    indicator,
    status: statusesOf(given).get(area)?.get(indicator.id) ?? NOTHING,
  }));

/** Deadlines and what waits, the earliest deadline first; of one area where it is given. */
export function progress(given: Given, area?: number): Progress[] {
  const { store } = given.environment;
  const doubts = settlingOf(given).doubts();
  return progressOf(
    area === undefined ? doubts : doubts.filter(({ finding }) => finding.area === area),
    store.submissions(),
    store.notices({ area }),
    given.now(),
  ).filter((one) => (area ?? one.area) === one.area);
}

/** Countries that are asked for data: they handed something in, have a focal point, or were given a deadline. */
export function collectedAreas(given: Given): number[] {
  const { accounts, environment } = given;
  const focalPoints = accounts
    .accounts()
    .flatMap(({ area, disabledAt }) => (area === null || disabledAt !== null ? [] : [area]));
  const told = environment.store.notices().map(({ area }) => area);
  return [...new Set([...statusesOf(given).keys(), ...focalPoints, ...told])];
}

/** Names of collections there are, the one last heard of first; files come with `annual` unless they say otherwise. */
export function collectionsOf({ environment: { store } }: Given): string[] {
  const named = [...store.submissions(), ...store.notices()].map(({ collection }) => collection);
  return [...new Set([...named.reverse(), "annual"])];
}
