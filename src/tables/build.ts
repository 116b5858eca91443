import { tables } from "../../pipelines/tables/index.js";
import type { TableInput } from "../define.js";
import type { Table } from "../types.js";

/** A table id nobody declared. */
export class UnknownTable extends Error {
  readonly code = "TABLE_UNKNOWN";
  constructor(id: string) {
    super(`There is no table "${id}". Known: ${tables.map((table) => table.id).join(", ")}.`);
  }
}

/**
 * Builds the named tables from one vintage, in the order of `ids`. Throws UnknownTable before anything is
 * built when one of them is not declared in pipelines/tables/.
 */
export function buildTables(ids: readonly string[], input: TableInput): Table[] {
  const definitions = ids.map((id) => {
    const definition = tables.find((table) => table.id === id);
    if (!definition) throw new UnknownTable(id);
    return definition;
  });
  return definitions.map((definition) => definition.build(input));
}
