/**
 * Keeps what was made last and makes it again once it would be of another state.
 *
 * @param stateOf a text that differs whenever the result would
 */
export function remembered<T>(stateOf: () => string, make: () => T): () => T {
  let kept: { readonly state: string; readonly value: T } | undefined;
  return () => {
    const state = stateOf();
    if (kept?.state !== state) kept = { state, value: make() };
    return kept.value;
  };
}
