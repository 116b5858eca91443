import type { DataFrame } from "danfojs-node";
import type { Table } from "../types.js";

/** Danfo is an optional dependency and is not installed. */
export class FrameUnavailable extends Error {
  readonly code = "FRAME_UNAVAILABLE";
  readonly remedy = "Install it with: npm install --include=optional";
  constructor(cause: unknown) {
    super(
      "Data frames need the optional package danfojs-node. Install it with: npm install --include=optional",
      {
        cause,
      },
    );
  }
}

async function danfo() {
  try {
    // Loaded here and only when asked for: it takes two seconds and 160 MB, for TensorFlow.js.
    return await import("danfojs-node");
  } catch (error) {
    throw new FrameUnavailable(error);
  }
}

const DTYPES = { text: "string", number: "float32", integer: "int32" } as const;

/**
 * A table as a Danfo DataFrame: one column per table column, named by its id, numbers at full precision.
 * An absent number is NaN, since one null makes Danfo's describe() throw, and an absent text is empty; drop
 * such rows with `dropNa()` before a mean. Rejects with FrameUnavailable when danfojs-node is missing.
 */
export async function toFrame(table: Table): Promise<DataFrame> {
  const { DataFrame: Frame } = await danfo();
  const rows = table.rows.map((row) =>
    table.columns.map(({ type }, index) => row[index] ?? (type === "text" ? "" : Number.NaN)),
  );
  // Types are given: Danfo would guess them from the first cells, and call a column of "4.4" numbers.
  return new Frame(rows, {
    columns: table.columns.map(({ id }) => id),
    dtypes: table.columns.map(({ type }) => DTYPES[type]),
  });
}
