import type { DecimalMark } from "./dialect.js";

/** What a cell of figures can hold besides a plain number. */
export type Reading =
  | { readonly kind: "missing"; readonly status: string }
  | { readonly kind: "ambiguous"; readonly readings: readonly number[] }
  | { readonly kind: "not-a-number" }
  /** A number with something after it: a percent sign or a footnote mark, kept as `note`. */
  | { readonly kind: "noted"; readonly value: number; readonly note: string };

/**
 * Missing-value symbols in use, and the SDMX status each stands for. UNSD Pocketbook `...`,
 * UN Editorial Manual `..`, Eurostat `:`, SDMX-CSV 2.0 `NaN` and `#N/A`, and what offices type.
 * A lone dash is not here: it means nil in one office and "not applicable" in the next.
 */
const MISSING = new Map<string, string>([
  ["", "O"],
  ["..", "O"],
  ["...", "O"],
  ["…", "O"],
  [":", "O"],
  ["nan", "O"],
  ["#n/a", "O"],
  ["na", "O"],
  ["n/a", "O"],
  ["n.a.", "O"],
  ["null", "O"],
  ["x", "O"],
  ["n.d.", "O"],
  ["nd", "O"],
  ["s.d.", "O"],
  ["н/д", "O"],
  ["н.д.", "O"],
  ["غ.م", "O"],
  ["不详", "O"],
  ["c", "Q"],
  ["(c)", "Q"],
]);

/**
 * Reads the text of a figure. Returns the number itself when the text is a number in only one way;
 * otherwise a `Reading` that says what stands there. Never guesses between two readings.
 *
 * @param decimal the file's decimal mark where it is known
 */
export function readNumber(text: string, decimal: DecimalMark | null): number | Reading {
  if (decimal === "." && isPlain(text)) return finite(text);
  const clean = westernDigits(text).trim();
  // The Arabic decimal separator is nothing else, whatever the file's mark.
  const point = decimal === "." || text.includes("\u066b");
  if (isPlain(clean)) return !point && isThousandsLike(clean) ? eitherWay(clean) : finite(clean);
  const status = MISSING.get(clean.toLowerCase());
  if (status) return { kind: "missing", status };
  const [, body = "", note = ""] = NOTED.exec(clean) ?? [];
  if (!body) return NOT_A_NUMBER;
  const value = grouped(body, point ? "." : decimal);
  if (typeof value !== "number") return value;
  return note ? { kind: "noted", value, note } : value;
}

const NOT_A_NUMBER: Reading = { kind: "not-a-number" };

/** A number and a mark after it. A lone k or m is none: it stands for thousands or millions;
 * nor are i, l and o, which look like digits. */
const NOTED = /^(.*?\d)\s*(%|\*{1,3}|[¹²³⁴-⁹†‡]+|\([a-z0-9]{1,2}\)|[a-hjnp-z])?$/iu;

/** More digits than a number can hold are no figure. */
function finite(text: string): number | Reading {
  const value = Number(text);
  return Number.isFinite(value) ? value : NOT_A_NUMBER;
}

/** One to three digits, a point and three more: in half of the world's locales a thousand and more. */
const isThousandsLike = (text: string): boolean => /^-?[1-9]\d{0,2}\.\d{3}$/.test(text);

/** An optional sign, digits, and at most one point with digits after it; no pattern match, as this runs on every row. */
function isPlain(text: string): boolean {
  let i = text.charCodeAt(0) === 45 ? 1 : 0;
  const end = text.length;
  if (i === end) return false;
  let digits = 0;
  let points = 0;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 46 && points === 0 && digits > 0 && i + 1 < end) points++;
    else return false;
  }
  return digits > 0;
}

/** Arabic-Indic, Persian, Devanagari and full-width digits and marks as ASCII; the Unicode minus as a hyphen. */
function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (char) => String(digit(char)))
    .replace(/[\u066b]/g, ".")
    .replace(/[\u066c]/g, " ")
    .replace(/[\uff0e]/g, ".")
    .replace(/[\uff0c]/g, ",")
    .replace(/[\u066a\uff05]/g, "%")
    .replace(/[\u2212\uff0d]/g, "-");
}

function digit(char: string): number {
  const code = char.charCodeAt(0);
  for (const zero of [0x0660, 0x06f0, 0x0966, 0xff10])
    if (code >= zero && code <= zero + 9) return code - zero;
  return 0;
}

const SPACES = /[\s\u00a0\u202f'’]/g;

/** A number with thousands separators or a decimal comma, where it can be only one number. */
function grouped(text: string, decimal: DecimalMark | null): number | Reading {
  const spaced = /^-?\d{1,3}(?:[\s\u00a0\u202f'’]\d{3})+(?:[.,]\d+)?$/.test(text);
  const body = spaced ? text.replace(SPACES, "") : text;
  if (isPlain(body))
    return !spaced && decimal !== "." && isThousandsLike(body) ? eitherWay(body) : finite(body);
  if (/^-?\d+(\.\d+)?e[+-]?\d{1,3}$/i.test(body)) return finite(body);
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(body)) return finite(body.replaceAll(",", ""));
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(body)) return finite(body.replaceAll(".", "").replace(",", "."));
  if (/^-?\d{1,3}(,\d{2,3})*,\d{3}(,\d{3})+$|^-?\d{1,2}(,\d{2})+,\d{3}$/.test(body))
    return finite(body.replaceAll(",", ""));
  if (/^-?\d{1,3}(\.\d{3}){2,}$/.test(body)) return finite(body.replaceAll(".", ""));
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(body) && decimal !== "," && !spaced) return eitherWay(body);
  if (/^-?\d+,\d+$/.test(body)) return finite(body.replace(",", "."));
  return NOT_A_NUMBER;
}

/** Both readings of a number with one separator before three digits: the decimal one first. */
function eitherWay(text: string): Reading {
  return { kind: "ambiguous", readings: [Number(text.replace(",", ".")), Number(text.replace(/[.,]/, ""))] };
}
