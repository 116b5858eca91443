import ages from "../../indicators/codelists/age.js";

/** Ages in completed years, both included; `to` is Infinity of an open group. */
export interface AgeRange {
  readonly from: number;
  readonly to: number;
}

/** The range of an age code such as Y15T24 or Y_GE75; undefined of `_T` and of other texts. */
export function ageRange(code: string): AgeRange | undefined {
  const [, from, to, open] = /^Y(?:(\d+)T(\d+)|_GE(\d+))$/.exec(code) ?? [];
  if (open !== undefined) return { from: Number(open), to: Infinity };
  return from === undefined ? undefined : { from: Number(from), to: Number(to) };
}

/** The codes of the code list that are ranges of ages, in its order. */
export const AGE_RANGES: readonly (AgeRange & { readonly code: string })[] = ages.codes.flatMap(
  ({ code }) => {
    const range = ageRange(code);
    return range ? [{ code, ...range }] : [];
  },
);

/**
 * The bands that lie in the range, by age, when together they are the whole of it and each age is in one of them;
 * undefined otherwise. Nobody is spread over ages that the source does not tell apart.
 */
export function bandsThatMake<B extends AgeRange>(
  range: AgeRange,
  bands: readonly B[],
): readonly B[] | undefined {
  const inside = bands
    .filter(({ from, to }) => range.from <= from && to <= range.to)
    .sort((a, b) => a.from - b.from);
  let next = range.from;
  for (const { from, to } of inside) {
    if (from !== next) return undefined;
    next = to + 1;
  }
  return next === range.to + 1 ? inside : undefined;
}
