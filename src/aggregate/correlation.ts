/**
 * How far the errors of two countries' estimates go together, 0 to 1, in the band of an aggregate.
 * Our own choice, that of seven values nearest to 90 % in back-test; the data hardly tell them apart. See scripts/bench/bands.ts and docs/aggregation.md.
 */
export const CORRELATION = 0.5;
