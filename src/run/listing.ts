import type { ColumnId, Header } from "../intake/header.js";
import type { Finding } from "../types.js";

/** Findings written out for one rule in one submission; what goes beyond is counted, not listed. */
export const DETAILS_PER_RULE = 10_000;

/** Which findings of a submission are written out, and in whose words. */
export interface Listing {
  /** Those that there is still room for, their columns under the names that the file has for them. */
  judged(findings: readonly Finding[]): Finding[];
  /** The same for findings of the reader, which names columns as the file does. */
  read(findings: readonly Finding[]): Finding[];
  /** Makes room again for findings that have been taken back, by the rule of each. */
  takenBack(rules: readonly string[]): void;
}

export function createListing(header: Header): Listing {
  const named = inTheFilesWords(header);
  const counts = new Map<string, number>();
  const hasRoom = ({ rule }: Finding): boolean => {
    const already = counts.get(rule) ?? 0;
    if (already >= DETAILS_PER_RULE) return false;
    counts.set(rule, already + 1);
    return true;
  };
  return {
    judged: (findings) => findings.filter(hasRoom).map(named),
    read: (findings) => findings.filter(hasRoom),
    takenBack: (rules) => {
      for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) - 1);
    },
  };
}

/** Rules know columns by their SDMX id; the person who wrote the file knows them by its header. */
function inTheFilesWords({ names, columns, years }: Header): (finding: Finding) => Finding {
  return (finding) => {
    const index =
      finding.column === "OBS_VALUE" && years.length > 0
        ? years.find(({ period }) => period === String(finding.key?.period))?.index
        : columns[finding.column as ColumnId];
    return index === undefined ? finding : { ...finding, column: names[index] ?? finding.column };
  };
}
