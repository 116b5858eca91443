import type { AcrossContext, Indicator, Rule, RuleContext } from "../define.js";
import type { Header } from "../intake/header.js";
import type { Take } from "../store/store.js";
import type { Finding, Observation, RuleCount } from "../types.js";
import { judge, type Tally } from "../validate/engine.js";
import { createAcross } from "./across.js";
import { countsOf } from "./counts.js";
import { createListing } from "./listing.js";

/** Observations kept in memory at most while a file streams by; this alone bounds the memory of a take. */
const IN_MEMORY = 50_000;

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

/** What rules may look up, within one indicator and across several. */
export interface Contexts {
  within(indicator: Indicator): RuleContext;
  readonly across: AcrossContext;
}

/**
 * Gathers a stream of observations into slices (one area, one indicator), because rules look at a slice
 * as a whole. When memory is full the oldest slice is judged and written; should more of it come later,
 * that is written unjudged, and at the end the slice is taken back from the store once and judged whole.
 * A file in any order thus ends the same, and one that keeps its countries together, as files do, never
 * pays for that. Rules across indicators follow once slices have been judged, see across.ts.
 */
export function createSlices(take: Take, rules: readonly Rule[], contexts: Contexts, header: Header): Slices {
  const listing = createListing(header);
  const across = createAcross(take, rules, contexts.across, listing);
  const gathering = new Map<string, Gathering>();
  const written = new Map<string, ReadonlyMap<string, Tally>>();
  const continued = new Map<string, Pick<Gathering, "indicator" | "area">>();
  const placed = new Map<string, number>();
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
    if (continued.has(id)) {
      take.write(slice.indicator.id, slice.observations, new Set(), []);
      across.addUnjudged(slice.area, slice.observations);
    } else across.add(slice.area, slice.observations, judgeAndWrite(id, slice));
  }

  /** Gives what is held back. */
  function judgeAndWrite(id: string, slice: Gathering): ReadonlySet<Observation> {
    const { findings, held, tallies } = judge(slice, rules, contexts.within(slice.indicator));
    take.write(slice.indicator.id, slice.observations, held, listing.judged(findings));
    written.set(id, tallies);
    return held;
  }

  /** Takes a slice that came in pieces back from the store and judges it whole, in the order of the file. */
  function judgeAgain(id: string, { indicator, area }: Pick<Gathering, "indicator" | "area">): void {
    const codes = indicator.series.map((series) => series.code);
    const { observations, rules: undone } = take.reopen(indicator.id, codes, area);
    listing.takenBack(undone);
    observations.sort((a, b) => a.line - b.line);
    judgeAndWrite(id, { indicator, area, observations });
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
      take.report(listing.read([finding]));
    },
    finish() {
      while (gathering.size > 0) writeOldest();
      for (const [id, slice] of continued) judgeAgain(id, slice);
      const failed = [...placed].map(([rule, fail]) => new Map([[rule, { pass: 0, fail, notEvaluable: 0 }]]));
      return countsOf([...written.values(), ...across.finish(), ...failed]);
    },
  };
}
