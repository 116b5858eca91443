/** A finite number as the digits before and after its decimal point. */
interface Decimal {
  readonly whole: string;
  readonly fraction: string;
}

/** Reads the shortest decimal text of a number, which is what a person typed; exponents are expanded. */
function decimal(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toString().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const shift = Number(exponent);
  if (shift === 0) return { whole, fraction };
  if (shift > 0) return { whole: whole + fraction.padEnd(shift, "0"), fraction: fraction.slice(shift) };
  return { whole: "0", fraction: whole.padStart(-shift, "0") + fraction };
}

/** Digits of a whole number one greater. Up to 15 digits a number is exact, and much faster than a BigInt. */
function increased(digits: string): string {
  const next = digits.length <= 15 ? String(Number(digits) + 1) : (BigInt(digits) + 1n).toString();
  return next.padStart(digits.length, "0");
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
  const { whole, fraction } = decimal(value);
  const kept = whole + fraction.slice(0, decimals).padEnd(decimals, "0");
  const digits = (fraction[decimals] ?? "0") >= "5" ? increased(kept) : kept;
  const sign = value < 0 && /[1-9]/.test(digits) ? "-" : "";
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A number as plain decimal text at full precision, without exponent (`1e21` has 22 digits). */
export function plain(value: number): string {
  return round(value, decimal(value).fraction.length);
}
