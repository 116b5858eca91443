import { indicators } from "../../indicators/index.js";
import { goalOf, goals, targets } from "../../indicators/targets.js";
import { defineTable } from "../../src/define.js";
import { viewTable } from "../../src/tables/view.js";

/** 1.4 before 10.2, and the means of implementation 4.a after 4.7. */
const byNumber = new Intl.Collator("en", { numeric: true });

/** Goals and targets with the indicators of each, their latest world values and coverage. */
export default defineTable(
  viewTable({
    id: "sdg-targets",
    stub: [
      { id: "GOAL", type: "integer" },
      { id: "GOAL_NAME", type: "text" },
      { id: "TARGET", type: "text", role: "dimension" },
      { id: "TARGET_NAME", type: "text" },
    ],
    notes: [],
    headings: (language) =>
      [...targets]
        .sort(([a], [b]) => byNumber.compare(a, b))
        .map(([target, name]) => ({
          stub: {
            GOAL: goalOf(target),
            GOAL_NAME: goals.get(goalOf(target))?.[language] ?? null,
            TARGET: target,
            TARGET_NAME: name[language],
          },
          members: indicators
            .filter((indicator) => indicator.targets.includes(target))
            .map((indicator) => ({ indicator })),
        })),
  }),
);
