import { type CrosswalkRow, crosswalk, outcomes } from "../../indicators/crosswalk.js";
import { findIndicator } from "../../indicators/index.js";
import { goalOf } from "../../indicators/targets.js";
import { defineTable } from "../../src/define.js";
import { viewTable } from "../../src/tables/view.js";

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The indicators that reach an outcome, each with the goals and action lines it does so by. */
function membersOf(rows: readonly CrosswalkRow[]) {
  return unique(rows.map(({ indicator }) => indicator)).flatMap((id) => {
    const indicator = findIndicator(id);
    const ways = rows.filter((row) => row.indicator === id);
    const beside = {
      GOALS: unique(ways.map(({ target }) => goalOf(target)))
        .sort((a, b) => a - b)
        .join(", "),
      ACTION_LINES: unique(ways.map(({ actionLine }) => actionLine)).join(", "),
    };
    return indicator ? [{ indicator, beside }] : [];
  });
}

/** Outcomes of ITU-D with the indicators that reach each, their latest world values and coverage. */
export default defineTable(
  viewTable({
    id: "itu-d-outcomes",
    stub: [
      { id: "OBJECTIVE", type: "text" },
      { id: "OUTCOME", type: "text", role: "dimension" },
      { id: "OUTCOME_NAME", type: "text" },
      { id: "GOALS", type: "text" },
      { id: "ACTION_LINES", type: "text" },
    ],
    notes: ["crosswalk", "outcomes-english"],
    headings: () =>
      outcomes.map(({ code, objective, title }) => ({
        stub: { OBJECTIVE: objective, OUTCOME: code, OUTCOME_NAME: title },
        members: membersOf(crosswalk({ outcome: code })),
      })),
  }),
);
