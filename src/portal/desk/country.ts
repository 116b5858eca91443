import type { FastifyRequest } from "fastify";
import type { Area } from "../../reference/areas.js";
import { doubtsOf } from "../../settle/doubts.js";
import type { Doubt } from "../../settle/state.js";
import { DESK, Refusal } from "../access.js";
import type { Given, Who } from "../given.js";
import { languageOf } from "../language.js";
import { remembered } from "../remembered.js";

/** Every page of a desk is for its country's focal points, and for those who settle doubts. */
export const AT_DESK = { config: { access: DESK } } as const;

/** What a form of one line a field brings. */
export type Form = Readonly<Record<string, string | undefined>>;

/** The country whose desk is asked for. */
export interface Country extends Area {
  readonly title: string;
  /** Address of the desk's first page. */
  readonly path: string;
}

/** @throws Refusal when there is no such country */
export function countryOf({ environment }: Given, request: FastifyRequest): Country {
  const { area: code = "" } = request.params as { readonly area?: string };
  const area = /^\d{1,3}$/.test(code) ? environment.areas.get(Number(code)) : undefined;
  if (!area) throw new Refusal(404, "not-there");
  const language = languageOf(request);
  return { ...area, title: area.name[language], path: `/${language}/country/${area.m49}` };
}

/** Who asks on a page that nobody sees who is signed out. */
export function personOf({ who }: FastifyRequest): Who["account"] {
  if (!who) throw new Refusal(403, "signed-out");
  return who.account;
}

const known = new WeakMap<Given, Map<number, () => Doubt[]>>();

/** The findings of a country with their states; made once for each state of the store. */
export function doubtsAt(given: Given, area: number): Doubt[] {
  const { store } = given.environment;
  const byArea = known.get(given) ?? new Map<number, () => Doubt[]>();
  known.set(given, byArea);
  const doubts =
    byArea.get(area) ??
    remembered(
      () => JSON.stringify(store.pins()),
      () => doubtsOf(store, { area }),
    );
  byArea.set(area, doubts);
  return doubts();
}
