import type { AcrossContext, AcrossRule, Rule } from "../define.js";
import type { Take } from "../store/store.js";
import type { Observation } from "../types.js";
import { judgeAcross, type Tally } from "../validate/engine.js";
import type { Listing } from "./listing.js";

/** Figures kept in memory at most for rules across indicators. */
const IN_MEMORY = 50_000;
/** What findings across indicators are written under, so that they can be taken back on their own. */
const ACROSS = "across";

/** Judges areas by the rules across indicators, once their figures have been judged by those within one. */
export interface Across {
  /** What has been judged and written of an area, and which of it is held back. */
  add(area: number, observations: readonly Observation[], held: ReadonlySet<Observation>): void;
  /** What has been written of an area before it could be judged; what is held back of it is known at the end. */
  addUnjudged(area: number, observations: readonly Observation[]): void;
  /** Judges what is left; gives the outcomes of each area. Everything must have been written before. */
  finish(): Iterable<ReadonlyMap<string, Tally>>;
}

/**
 * Gathers what rules across indicators look at, area by area. When memory is full the area that began first is
 * judged. Should more of it come later, it is read back from the take at the end and judged anew: as in
 * slices.ts, a file in any order ends the same, and one that keeps its countries together never pays for that.
 */
export function createAcross(
  take: Take,
  all: readonly Rule[],
  context: AcrossContext,
  listing: Listing,
): Across {
  const rules = all.filter((rule): rule is AcrossRule => rule.across !== undefined);
  const series = [...new Set(rules.flatMap((rule) => rule.across))];
  const isLookedAt = new Set(series);
  const gathering = new Map<number, Observation[]>();
  const judged = new Map<number, ReadonlyMap<string, Tally>>();
  const torn = new Set<number>();
  let inMemory = 0;

  function release(area: number): void {
    inMemory -= gathering.get(area)?.length ?? 0;
    gathering.delete(area);
  }

  function judgeArea(area: number, observations: readonly Observation[]): void {
    const { findings, tallies } = judgeAcross(observations, rules, context);
    if (findings.length > 0) take.write(ACROSS, [], new Set(), listing.judged(findings));
    judged.set(area, tallies);
  }

  function judgeOldest(): void {
    const [area, observations] = gathering.entries().next().value as [number, Observation[]];
    release(area);
    judgeArea(area, inOrder(observations));
  }

  function tear(area: number): void {
    release(area);
    torn.add(area);
  }

  return {
    add(area, observations, held) {
      const fresh = observations.filter((one) => isLookedAt.has(one.series) && !held.has(one));
      if (fresh.length === 0 || torn.has(area)) return;
      if (judged.has(area)) return tear(area);
      const known = gathering.get(area);
      if (known) known.push(...fresh);
      else gathering.set(area, fresh);
      inMemory += fresh.length;
      while (inMemory > IN_MEMORY) judgeOldest();
    },
    addUnjudged(area, observations) {
      if (observations.some((one) => isLookedAt.has(one.series))) tear(area);
    },
    finish() {
      while (gathering.size > 0) judgeOldest();
      for (const area of torn) {
        listing.takenBack(take.reopen(ACROSS, [], area).rules);
        judgeArea(area, take.accepted(series, area));
      }
      return judged.values();
    },
  };
}

function inOrder(observations: Observation[]): Observation[] {
  return observations.sort((a, b) => a.line - b.line);
}
