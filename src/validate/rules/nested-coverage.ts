import { defineRule, type Failure } from "../../define.js";
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
