/**
 * Colours that people with any common colour blindness tell apart: M. Okabe and K. Ito, "Color Universal
 * Design" (2002), without yellow, which paper swallows. Each goes with a dash and a shape, so that a print in
 * grey can be read too.
 */
export const COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#56B4E9", "#E69F00"] as const;
export const DASHES: readonly number[][] = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [12, 4],
  [4, 2, 1, 2],
  [1, 3],
];
export const SHAPES = [
  "circle",
  "square",
  "triangle-up",
  "diamond",
  "cross",
  "triangle-down",
  "triangle-left",
] as const;
/** From light to dark in every rendering of colour, so in grey too. */
export const SEQUENTIAL = "viridis";
export const INK = "#222222";
export const FAINT = "#767676";
