/**
 * The estimation methods in the order in which they are tried, chosen by back-test: docs/estimation.md.
 * Between two reported years, after the last one and soon before the first, and for a country that has none to start
 * from. 9.c.1 puts the figure of the largest operator before them.
 */
export const CHAIN: readonly string[] = [
  "interpolation",
  "hot-deck",
  "damped-trend",
  "nearest-year",
  "regression",
  "hot-deck-level",
  "group-mean",
];
