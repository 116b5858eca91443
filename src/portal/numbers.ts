import { directionOf } from "../export/html-parts.js";
import { localised } from "../tables/cell.js";
import { plain, round } from "../tables/round.js";
import type { Language } from "../types.js";

/**
 * Text with its own direction, to stand in a sentence of any language: in Arabic a sign would otherwise move behind its
 * number (Unicode UAX 9, LRI and PDI).
 */
export const leftToRight = (text: string, language: Language): string =>
  directionOf(language) === "rtl" ? `\u2066${text}\u2069` : text;

/** A number with so many decimals as the reader's language writes it. */
export const figureText = (value: number, decimals: number, language: Language): string =>
  leftToRight(localised(round(value, decimals), language), language);

/** A number as it was handed in, with all of its decimals. */
export const exactText = (value: number, language: Language): string =>
  leftToRight(localised(plain(value), language), language);

export const countText = (value: number, language: Language): string => figureText(value, 0, language);

/** Three digits, for what is compared and not quoted. */
export const roughText = (value: number, language: Language): string =>
  figureText(value, decimalsOf(value), language);

/** The same with its sign, for what changed. */
export const changeText = (value: number, language: Language): string =>
  leftToRight(
    `${value < 0 ? "−" : "+"}${localised(round(Math.abs(value), decimalsOf(value)), language)}`,
    language,
  );

const decimalsOf = (value: number): number =>
  value === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));

/** Day, hour and minute of an ISO 8601 time, UTC. */
export const timeText = (at: string, language: Language): string =>
  leftToRight(`${at.slice(0, 16).replace("T", " ")} UTC`, language);
