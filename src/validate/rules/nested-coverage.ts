import { defineRule, type Failure, type Indicator, type VtlCheck } from "../../define.js";
import { DIMENSIONS } from "../../types.js";
import { seriesIn, suffix } from "../vtl/fragments.js";
import { figure, figureSlack } from "./figures.js";
import { PASSED } from "./passed.js";

export default defineRule({
  id: "nested-coverage",
  version: 2,
  level: 1,
  severity: "error",
  over: "siblings",
  source: "SDG metadata 9.c.1: coverage by at least 2G includes 3G, 4G and 5G (R04)",
  applies: (indicator) => indicator.nested !== undefined,
  vtl: { checks: (indicators) => indicators.map(nestedCheck) },
  judge(observations, { indicator }) {
    const order = indicator.nested ?? [];
    const known = observations
      .filter((observation) => observation.value !== null && order.includes(observation.series))
      .sort((a, b) => order.indexOf(a.series) - order.indexOf(b.series));
    if (known.length < 2) return "not-evaluable";
    const failures: Failure[] = [];
    for (let i = 1; i < known.length; i++) {
      const [wider, narrower] = [known[i - 1], known[i]];
      if (!wider || !narrower || wider.series === narrower.series) continue;
      const [most, value] = [figure(wider), figure(narrower)];
      if (value <= most || value <= most + figureSlack(wider, narrower)) continue;
      const params = { narrower: narrower.series, value, wider: wider.series, most, other: wider.line };
      failures.push({ at: narrower, params }, { at: wider, params: { ...params, other: narrower.line } });
    }
    return failures.length > 0 ? failures : PASSED;
  },
});

/** Generations numbered from the widest, each beside its neighbours among those that have a figure. */
function nestedCheck({ id, nested = [] }: Indicator): VtlCheck {
  const name = `NESTED_${suffix(id)}`;
  const beside = (operator: string, component: string) =>
    `${operator}(${component}, 1 over (partition by REF_AREA, TIME_PERIOD, ${DIMENSIONS.join(", ")} order by GENERATION))`;
  const numbers = nested.map((series, i) => `when SERIES = "${series}" then ${i + 1}`).join(" ");
  return {
    steps: [
      `${name} := FIGURES[filter ${seriesIn(nested)}]\n  [calc measure GENERATION := case ${numbers} else ${nested.length + 1}]\n  [calc measure WIDER := ${beside("lag", "FIGURE")},\n    measure WIDER_SLACK := ${beside("lag", "SLACK")},\n    measure NARROWER := ${beside("lead", "FIGURE")},\n    measure NARROWER_SLACK := ${beside("lead", "SLACK")}]`,
    ],
    over: name,
    variables: ["FIGURE", "SLACK", "WIDER", "WIDER_SLACK", "NARROWER", "NARROWER_SLACK"],
    conditions: [
      "FIGURE <= WIDER + SLACK or FIGURE <= WIDER + WIDER_SLACK",
      "NARROWER <= FIGURE + SLACK or NARROWER <= FIGURE + NARROWER_SLACK",
    ],
  };
}
