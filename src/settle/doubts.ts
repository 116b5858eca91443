import type { Store } from "../store/store.js";
import { createStates, type Doubt } from "./state.js";

export interface DoubtFilter {
  readonly area?: number | undefined;
  readonly rule?: string | undefined;
  readonly series?: string | undefined;
}

/** The findings of a store with their states, in the store's order; older findings of the same doubt included. */
export function doubtsOf(store: Store, { area, rule, series }: DoubtFilter = {}): Doubt[] {
  const findings = store.findings({ area, rule, series });
  const stateOf = createStates({
    findings,
    settlements: store.settlements({ area, rule }),
    figures: store.questioned({ area, series }),
    submissions: store.submissions(),
  });
  return findings.map(stateOf);
}

/** One finding with its state; undefined when there is none of this id. */
export function doubtOf(store: Store, id: number): Doubt | undefined {
  const [finding] = store.findings({ id });
  if (!finding) return undefined;
  const { rule, key, area } = finding;
  return doubtsOf(store, { rule, area: area ?? undefined, series: key?.series }).find(
    (doubt) => doubt.finding.id === id,
  );
}
