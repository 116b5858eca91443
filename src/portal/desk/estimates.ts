import { estimatesOf } from "../../run/publish.js";
import type { Estimate } from "../../types.js";
import type { Given } from "../given.js";

interface Made {
  readonly state: string;
  estimates: readonly Estimate[] | undefined;
}

const known = new WeakMap<Given, Made>();

/**
 * The estimates as they are now; undefined while they are being made, which may take seconds: whoever asks first does
 * not wait for them, and finds them when the page is asked for again.
 */
export function estimatesAt(given: Given): readonly Estimate[] | undefined {
  const { store } = given.environment;
  const { vintage, reference } = store.pins();
  if (!vintage) return [];
  const state = `${vintage.id} ${reference}`;
  const made = known.get(given);
  if (made?.state === state) return made.estimates;
  const making: Made = { state, estimates: undefined };
  known.set(given, making);
  setImmediate(() => {
    making.estimates = estimatesOf(given.environment, vintage, store.observations(vintage.id));
  });
  return undefined;
}
