import { actionLines } from "../../indicators/crosswalk.js";
import { indicators } from "../../indicators/index.js";
import { defineTable } from "../../src/define.js";
import { viewTable } from "../../src/tables/view.js";

/** WSIS action lines C1 to C11, the indicators of each, their latest world values and coverage. */
export default defineTable(
  viewTable({
    id: "wsis-action-lines",
    stub: [
      { id: "ACTION_LINE", type: "text", role: "dimension" },
      { id: "ACTION_LINE_NAME", type: "text" },
    ],
    notes: ["action-lines"],
    headings: (language) =>
      [...actionLines].map(([line, name]) => ({
        stub: { ACTION_LINE: line, ACTION_LINE_NAME: name[language] },
        members: indicators
          .filter((indicator) => indicator.actionLines.some((own) => own.line === line))
          .map((indicator) => ({ indicator })),
      })),
  }),
);
