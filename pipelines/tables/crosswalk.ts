import { actionLines, crosswalk } from "../../indicators/crosswalk.js";
import { findIndicator } from "../../indicators/index.js";
import { goalOf, goals, targets } from "../../indicators/targets.js";
import type { Indicator } from "../../src/define.js";
import { defineTable } from "../../src/define.js";
import { text } from "../../src/i18n/text.js";
import { type ColumnSpec, type Line, rowsOf, titled } from "../../src/tables/columns.js";
import { notesOf } from "../../src/tables/notes.js";
import type { Language } from "../../src/types.js";

const COLUMNS: readonly ColumnSpec[] = [
  { id: "INDICATOR", type: "text", role: "dimension" },
  { id: "INDICATOR_NAME", type: "text" },
  { id: "GOAL", type: "integer" },
  { id: "GOAL_NAME", type: "text" },
  { id: "TARGET", type: "text", role: "dimension" },
  { id: "TARGET_NAME", type: "text" },
  { id: "ACTION_LINE", type: "text", role: "dimension" },
  { id: "ACTION_LINE_NAME", type: "text" },
  { id: "OUTCOME", type: "text", role: "dimension" },
];

function lineOf(row: ReturnType<typeof crosswalk>[number], indicator: Indicator, language: Language): Line {
  const goal = goalOf(row.target);
  return {
    INDICATOR: indicator.id,
    INDICATOR_NAME: indicator.name[language],
    GOAL: goal,
    GOAL_NAME: goals.get(goal)?.[language] ?? null,
    TARGET: row.target,
    TARGET_NAME: targets.get(row.target)?.[language] ?? null,
    ACTION_LINE: row.actionLine,
    ACTION_LINE_NAME: actionLines.get(row.actionLine)?.[language] ?? null,
    OUTCOME: row.outcome,
  };
}

/** From indicators over targets and WSIS action lines to ITU-D outcomes, in the order of `crosswalk()`. */
export default defineTable({
  id: "crosswalk",
  build(input) {
    const rows = crosswalk().flatMap((row) => {
      const indicator = findIndicator(row.indicator);
      return indicator ? [{ indicator, line: lineOf(row, indicator, input.language) }] : [];
    });
    const indicators = [...new Set(rows.map(({ indicator }) => indicator))];
    return {
      id: "crosswalk",
      title: text("tables", input.language, "crosswalk.title"),
      columns: titled(COLUMNS, input.language),
      rows: rowsOf(
        COLUMNS,
        rows.map(({ line }) => line),
      ),
      notes: notesOf(input, { indicators, own: ["crosswalk"], values: false }),
      language: input.language,
      vintage: input.vintage,
    };
  },
});
