import type { Kind } from "./kind.js";
import * as value from "./kinds-value.js";
import * as line from "./kinds-written.js";

/** The twenty kinds of faults: first those a line shows by itself, then those only other figures show. */
export const KINDS: readonly Kind[] = [
  line.strayCharacter,
  line.decimalComma,
  line.wrongYear,
  line.wrongCountry,
  line.misspeltCode,
  line.missingValue,
  line.lostCell,
  line.sign,
  line.duplicateKey,
  line.multiplier,
  value.digitsExchanged,
  value.decimalPoint,
  value.shareForPercent,
  value.otherCountry,
  value.otherSeries,
  value.yearShift,
  value.levelBreak,
  value.sexesExchanged,
  value.oneSexForTotal,
  value.tiers,
];
