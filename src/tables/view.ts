import { indicators } from "../../indicators/index.js";
import type { Indicator, TableDefinition, TableInput } from "../define.js";
import { text } from "../i18n/text.js";
import type { Language } from "../types.js";
import { type ColumnSpec, type Line, rowsOf, titled } from "./columns.js";
import { notesOf } from "./notes.js";
import { createWorldLines, WORLD_COLUMNS } from "./world.js";

/** One heading of a view and the indicators under it, each with what stands beside the heading for it. */
export interface Heading {
  readonly stub: Line;
  readonly members: readonly { readonly indicator: Indicator; readonly beside?: Line }[];
}

/** A view of the indicators under the headings of a framework. */
export interface View {
  readonly id: string;
  readonly stub: readonly ColumnSpec[];
  /** Message ids of its own notes, without `note.`. */
  readonly notes: readonly string[];
  headings(language: Language): readonly Heading[];
}

/** A table of a view: latest world values and coverage. A heading without indicators keeps a line of its own. */
export function viewTable(view: View): TableDefinition {
  const columns = [...view.stub, ...WORLD_COLUMNS];
  return {
    id: view.id,
    build: (input: TableInput) => ({
      id: view.id,
      title: text("tables", input.language, `${view.id}.title`),
      columns: titled(columns, input.language),
      rows: rowsOf(columns, linesOf(view, input)),
      notes: notesOf(input, {
        indicators,
        own: [...view.notes, "world-latest"],
        values: true,
        estimates: true,
        aggregates: true,
      }),
      language: input.language,
      vintage: input.vintage,
    }),
  };
}

function linesOf(view: View, input: TableInput): Line[] {
  const worldLines = createWorldLines(input);
  return view
    .headings(input.language)
    .flatMap(({ stub, members }) =>
      members.length === 0
        ? [stub]
        : members.flatMap(({ indicator, beside }) =>
            worldLines(indicator).map((line) => ({ ...stub, ...beside, ...line })),
          ),
    );
}
