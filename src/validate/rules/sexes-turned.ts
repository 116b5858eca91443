import { defineRule, type Failure, type RuleContext } from "../../define.js";
import { dimensionsOf } from "../../keys.js";
import type { Dimensions, Observation } from "../../types.js";
import { without } from "../without.js";
import { figure } from "./figures.js";
import { PASSED } from "./passed.js";
import { median } from "./robust.js";

/** Percentage points that make a gap: of the sexes in question, and of those it is compared with. */
const GAP = 3;
/** Other skills from which the usual gap of a year can be told. */
const SKILLS = 3;

interface Gap {
  readonly women: Observation;
  readonly men: Observation;
  /** Women's figure less men's. */
  readonly gap: number;
}

export default defineRule({
  id: "sexes-turned",
  version: 1,
  level: 2,
  severity: "warning",
  over: "slice",
  source:
    "A gap between women and men of 3 points turns round against the country's other years, or its other skills in the same year (own proposal)",
  applies: (indicator) =>
    indicator.survey && indicator.series.some((series) => series.unit === "PT" && series.dimensions.SEX),
  parameters: { "percentage points": GAP, "fewest other skills": SKILLS },
  vtl: {
    reason: "The usual gap is the median of the others, which leaves out the one that is judged.",
  },
  judge(observations, context) {
    const gaps = gapsOf(observations);
    if (gaps.length === 0) return "not-evaluable";
    const failures: Failure[] = [];
    let judged = false;
    for (const one of gaps) {
      const usual = [usualOf(otherYears(one, gaps, context), 1), usualOf(otherSkills(one, gaps), SKILLS)];
      const known = usual.filter((other) => other !== null);
      if (known.length === 0) continue;
      judged = true;
      const turned = known.find((other) => Math.sign(other) !== Math.sign(one.gap) && Math.abs(other) >= GAP);
      if (Math.abs(one.gap) < GAP || turned === undefined) continue;
      const params = {
        women: figure(one.women),
        men: figure(one.men),
        usual: Number(turned.toFixed(1)),
        other: one.men.line,
      };
      failures.push({ at: one.women, params });
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

function gapsOf(observations: readonly Observation[]): Gap[] {
  const men = new Map<string, Observation>();
  const id = (o: Observation, dimensions: Dimensions) =>
    `${o.series} ${o.period} ${JSON.stringify(dimensions)}`;
  for (const one of observations)
    if (one.dimensions.SEX === "M" && one.value !== null)
      men.set(id(one, without(one.dimensions, "SEX")), one);
  return observations.flatMap((women) => {
    if (women.dimensions.SEX !== "F" || women.value === null) return [];
    const other = men.get(id(women, without(women.dimensions, "SEX")));
    return other ? [{ women, men: other, gap: figure(women) - figure(other) }] : [];
  });
}

const usualOf = (gaps: readonly number[], fewest: number): number | null =>
  gaps.length < fewest ? null : median(gaps);

/** Of the same people and skill in the other years, of the file and before. */
function otherYears({ women }: Gap, gaps: readonly Gap[], { previous }: RuleContext): number[] {
  const { series, area, dimensions, period } = women;
  const years = new Map<number, number>();
  const before = previous(series, area, dimensionsOf({ ...dimensions, SEX: "M" }));
  for (const [year, { value }] of previous(series, area, dimensions)) {
    const other = before.get(year);
    if (other) years.set(year, value - other.value);
  }
  for (const { women: other, gap } of gaps)
    if (other.series === series && other.dimensions === dimensions) years.set(other.period, gap);
  years.delete(period);
  return [...years.values()];
}

/** Of the same people and year in what else was measured. */
function otherSkills({ women }: Gap, gaps: readonly Gap[]): number[] {
  return gaps
    .filter(
      ({ women: other }) =>
        other.series === women.series &&
        other.period === women.period &&
        other.dimensions !== women.dimensions &&
        without(other.dimensions, "COMPOSITE_BREAKDOWN") === without(women.dimensions, "COMPOSITE_BREAKDOWN"),
    )
    .map(({ gap }) => gap);
}
