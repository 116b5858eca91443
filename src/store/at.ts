import type { Pins, Store } from "./store.js";

/**
 * A store as it was when only what the pins name had come: every question about data is answered from that. Nothing
 * can be added to the past, so writing throws `store-past`; a release is of today, whatever it is made of.
 */
export function storeAt(store: Store, pins: Pins): Store {
  const vintage = pins.vintage?.id ?? 0;
  const submissions = () => store.submissions().filter((one) => one.vintage <= vintage);
  return {
    ...store,
    take: past,
    submission: (id) => submissions().find((one) => one.id === id),
    submissions,
    findings: (filter = {}) => store.findings({ ...filter, vintage }),
    vintage: () => pins.vintage ?? undefined,
    pins: () => pins,
    observations: (upTo, area) => store.observations(Math.min(upTo, vintage), area),
    importReference: past,
    reference: (filter = {}) =>
      store.reference({ through: pins.reference, revision: pins.revision ?? undefined, ...filter }),
    questioned: (filter = {}) => store.questioned({ ...filter, vintage }),
    settle: past,
    settlements: (filter = {}) => store.settlements({ ...filter, through: pins.settlement }),
    notify: past,
    takePosition: past,
    saveDefinition: past,
    confirmColumn: past,
    beginRun: past,
    endRun: past,
  };
}

function past(): never {
  throw new Error("store-past: nothing can be added to what was known earlier. Leave out --as-of.");
}
