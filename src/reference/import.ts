import type { Areas } from "./areas.js";
import { readOwn } from "./import-own.js";
import { readWorldBankLong, readWorldBankWide } from "./import-world-bank.js";
import { readWpp } from "./import-wpp.js";
import { readWppAges } from "./import-wpp-ages.js";
import { malformed } from "./malformed.js";
import type { ImportOptions, ImportResult, ReferenceReader } from "./reader.js";

export type { ImportOptions, ImportResult, Years } from "./reader.js";

const readers: readonly ReferenceReader[] = [
  readOwn,
  readWorldBankLong,
  readWorldBankWide,
  readWpp,
  readWppAges,
];

/**
 * Reads denominators from a file of the World Bank (long, or the bulk download with years across), of the UN World
 * Population Prospects (total or by age), or in our own long form. The format is told by the header and stated in the result.
 * @param text the decoded file
 * @param options series, revision and source of the values; files in our own form may state their own
 * @param areas look-up for the codes in the file
 * @returns the values in units (never thousands), every line left out with the reason, and of a file by age the ages
 *   that its groups do not make
 * @throws MalformedReference for an unknown header, and for a line whose year or number cannot be read
 */
export function importReference(text: string, options: ImportOptions, areas: Areas): ImportResult {
  const file = options.file ?? "reference file";
  const reader = readers.find(({ recognises }) => recognises(text));
  if (reader === undefined) {
    throw malformed(
      file,
      1,
      "the format is not known from the header.",
      `Give one of: ${readers.map(({ format, header }) => `${format} (${header})`).join("; ")}.`,
    );
  }
  const read = reader.read(text, { ...options, file }, areas);
  const { from, to } = options.years ?? { from: -Infinity, to: Infinity };
  const values = read.values.filter(({ period }) => from <= period && period <= to);
  return { format: reader.format, ...read, values };
}
