import type { Indicator, Rule, RuleContext } from "../define.js";
import type { ColumnId, Header } from "../intake/header.js";
import type { Take } from "../store/store.js";
import type { Finding, Observation, RuleCount } from "../types.js";
import { judge, type Tally } from "../validate/engine.js";

/** Observations kept in memory at most while a file streams by; this alone bounds the memory of a take. */
const IN_MEMORY = 50_000;
/** Findings written out for one rule in one submission; what goes beyond is counted, not listed. */
export const DETAILS_PER_RULE = 10_000;

interface Gathering {
  readonly indicator: Indicator;
  readonly area: number;
  observations: Observation[];
}

export interface Slices {
  add(indicator: Indicator, observation: Observation): void;
  /** A finding about a place of the file that has no figure to judge. */
  report(finding: Finding): void;
  /** Judges and writes what is still in memory; gives the outcome of every rule. */
  finish(): RuleCount[];
}

/**
 * Gathers a stream of observations into slices (one area, one indicator), because rules look at a slice
 * as a whole. When memory is full the oldest slice is judged and written; should more of it come later,
 * that is written unjudged, and at the end the slice is taken back from the store once and judged whole.
 * A file in any order thus ends the same, and one that keeps its countries together, as files do, never
 * pays for that.
 */
export function createSlices(
  take: Take,
  rules: readonly Rule[],
  contextOf: (indicator: Indicator) => RuleContext,
  header: Header,
): Slices {
  const named = inTheFilesWords(header);
  const gathering = new Map<string, Gathering>();
  const written = new Map<string, ReadonlyMap<string, Tally>>();
  const continued = new Map<string, Pick<Gathering, "indicator" | "area">>();
  const placed = new Map<string, number>();
  const listed = new Map<string, number>();
  let inMemory = 0;
  let last: Gathering | null = null;

  function gather(indicator: Indicator, area: number): Gathering {
    const id = `${area}|${indicator.id}`;
    const known = gathering.get(id);
    if (known) return known;
    const fresh: Gathering = { indicator, area, observations: [] };
    if (written.has(id)) continued.set(id, { indicator, area });
    gathering.set(id, fresh);
    return fresh;
  }

  function writeOldest(): void {
    const [id, slice] = gathering.entries().next().value as [string, Gathering];
    gathering.delete(id);
    if (slice === last) last = null;
    inMemory -= slice.observations.length;
    if (continued.has(id)) take.write(slice.indicator.id, slice.observations, new Set(), []);
    else judgeAndWrite(id, slice);
  }

  function judgeAndWrite(id: string, slice: Gathering): void {
    const judgement = judge(slice, rules, contextOf(slice.indicator));
    const findings = judgement.findings.filter(withinCap).map(named);
    take.write(slice.indicator.id, slice.observations, judgement.held, findings);
    written.set(id, judgement.tallies);
  }

  /** Takes a slice that came in pieces back from the store and judges it whole, in the order of the file. */
  function judgeAgain(id: string, { indicator, area }: Pick<Gathering, "indicator" | "area">): void {
    const codes = indicator.series.map((series) => series.code);
    const { observations, rules: undone } = take.reopen(indicator.id, codes, area);
    for (const rule of undone) listed.set(rule, (listed.get(rule) ?? 0) - 1);
    observations.sort((a, b) => a.line - b.line);
    judgeAndWrite(id, { indicator, area, observations });
  }

  function withinCap({ rule }: Finding): boolean {
    const already = listed.get(rule) ?? 0;
    if (already >= DETAILS_PER_RULE) return false;
    listed.set(rule, already + 1);
    return true;
  }

  return {
    add(indicator, observation) {
      if (!last || last.area !== observation.area || last.indicator !== indicator)
        last = gather(indicator, observation.area);
      last.observations.push(observation);
      if (++inMemory > IN_MEMORY) writeOldest();
    },
    report(finding) {
      placed.set(finding.rule, (placed.get(finding.rule) ?? 0) + 1);
      if (withinCap(finding)) take.report([finding]);
    },
    finish() {
      while (gathering.size > 0) writeOldest();
      for (const [id, slice] of continued) judgeAgain(id, slice);
      return counts(written.values(), placed);
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

function counts(
  tallies: Iterable<ReadonlyMap<string, Tally>>,
  placed: ReadonlyMap<string, number>,
): RuleCount[] {
  const sums = new Map<string, RuleCount>();
  for (const tally of tallies) {
    for (const [rule, { pass, fail, notEvaluable }] of tally) {
      const sum = sums.get(rule) ?? { rule, pass: 0, fail: 0, notEvaluable: 0 };
      sums.set(rule, {
        rule,
        pass: sum.pass + pass,
        fail: sum.fail + fail,
        notEvaluable: sum.notEvaluable + notEvaluable,
      });
    }
  }
  for (const [rule, fail] of placed) sums.set(rule, { rule, pass: 0, fail, notEvaluable: 0 });
  return [...sums.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}
