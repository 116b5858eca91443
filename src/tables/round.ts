/** A finite number as an exact decimal: value = ±digits / 10^scale. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly scale: number;
}

/** Reads the shortest decimal text of a number, which is what a person typed; exponents are expanded. */
function decimal(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toString().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale < 0
    ? { negative: value < 0, digits: digits * 10n ** BigInt(-scale), scale: 0 }
    : { negative: value < 0, digits, scale };
}

function withPoint(digits: bigint, decimals: number): string {
  const text = digits.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/**
 * A number as text with a fixed count of decimals, rounded half away from zero. Works on the decimal text
 * rather than on the binary float, so that 2.675 gives 2.68 as the reader expects. A result of zero has no
 * sign. Throws a RangeError for NaN, infinities and decimals that are not a whole number from 0 on.
 * Rule: Eurostat, Statistics Explained, "Tutorial: Rounding of numbers".
 */
export function round(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Cannot round ${value}: not a finite number.`);
  if (!Number.isInteger(decimals) || decimals < 0)
    throw new RangeError(`Cannot round to ${decimals} decimals.`);
  const { negative, digits, scale } = decimal(value);
  const shift = scale - decimals;
  const rounded =
    shift > 0
      ? (digits + 5n * 10n ** BigInt(shift - 1)) / 10n ** BigInt(shift)
      : digits * 10n ** BigInt(-shift);
  return `${negative && rounded !== 0n ? "-" : ""}${withPoint(rounded, decimals)}`;
}

/** A number as plain decimal text at full precision, without exponent (`1e21` has 22 digits). */
export function plain(value: number): string {
  return round(value, decimal(value).scale);
}
