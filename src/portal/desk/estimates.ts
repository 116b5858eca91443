import type { Estimate } from "../../types.js";
import type { Given } from "../given.js";
import { type Labour, openLabour } from "../labour/labour.js";

interface Making {
  readonly labour: Labour;
  /** What the estimates are made of; empty before the first. */
  state: string;
  estimates: readonly Estimate[] | undefined;
  fault: unknown;
}

const known = new WeakMap<Given, Making>();

/**
 * The estimates as they are now; undefined while they are being made, which may take seconds: whoever asks first does
 * not wait for them, and finds them when the page is asked for again.
 * @throws what kept them from being made, once; they are tried again after that
 */
export function estimatesAt(given: Given): readonly Estimate[] | undefined {
  const pins = given.environment.store.pins();
  if (!pins.vintage) return [];
  const making = makingOf(given);
  const { fault } = making;
  if (fault !== undefined) {
    Object.assign(making, { state: "", fault: undefined });
    throw fault;
  }
  const state = `${pins.vintage.id} ${pins.reference}`;
  if (making.state === state) return making.estimates;
  Object.assign(making, { state, estimates: undefined });
  const isAsked = () => making.state === state;
  const tell = (change: Partial<Making>) => isAsked() && Object.assign(making, change);
  // Not before the page has been sent, where there is no thread for it.
  setImmediate(() => {
    if (isAsked())
      making.labour.estimates(pins).then(
        (estimates) => tell({ estimates }),
        (fault: unknown) => tell({ fault }),
      );
  });
  return undefined;
}

function makingOf(given: Given): Making {
  const there = known.get(given);
  if (there) return there;
  const made: Making = { labour: openLabour(given), state: "", estimates: undefined, fault: undefined };
  known.set(given, made);
  return made;
}

/** Makes no more estimates; to be called when the portal ends. */
export async function endEstimates(given: Given): Promise<void> {
  const making = known.get(given);
  known.delete(given);
  if (making) making.state = "";
  await making?.labour.close();
}
