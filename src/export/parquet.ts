import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { defineExporter } from "../define.js";
import { numberCells } from "../tables/cell.js";
import type { Cell, Column, Table } from "../types.js";
import { keyOf } from "./fields.js";

/** Rows held at a time. */
const ROWS_PER_GROUP = 20_000;

/**
 * Apache Parquet, a group of rows at a time: figures as DOUBLE, rounded as in the CSV; years, codes and counts as
 * INT32; texts as UTF-8 and as they are; what is absent as null. Title, notes, titles of columns and vintage are in
 * the file's key-value metadata. Throws for an integer beyond 32 bits.
 */
export default defineExporter({
  id: "parquet",
  extension: "parquet",
  mediaType: "application/vnd.apache.parquet",
  headRow: null,
  *write(table) {
    const writer = new ByteWriter();
    const file = new ParquetWriter({
      ...{ writer, schema: schemaOf(table), kvMetadata: metadataOf(table), createdBy: "ictsdg" },
    });
    for (let start = 0; start < table.rows.length; start += ROWS_PER_GROUP) {
      const rows = table.rows.slice(start, start + ROWS_PER_GROUP);
      file.write({ columnData: columnData(table, rows), rowGroupSize: ROWS_PER_GROUP });
      yield taken(writer);
    }
    file.finish();
    yield taken(writer);
  },
});

/** What was written since the last time, copied: the writer goes on in the same memory. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function schemaOf({ columns }: Table): SchemaElement[] {
  return [{ name: "table", num_children: columns.length }, ...columns.map(elementOf)];
}

function elementOf({ id, type }: Column): SchemaElement {
  const optional = { name: id, repetition_type: "OPTIONAL" } as const;
  if (type === "number") return { ...optional, type: "DOUBLE" };
  if (type === "integer") return { ...optional, type: "INT32" };
  return { ...optional, type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };
}

function metadataOf(table: Table): { key: string; value: string }[] {
  const { title, language, vintage, notes, columns } = table;
  const titles = Object.fromEntries(columns.map((column) => [column.id, column.title]));
  return Object.entries({
    ...{ title, language, vintage: String(vintage.id), as_of: vintage.asOf, notes: notes.join("\n") },
    ...{ column_titles: JSON.stringify(titles), dimensions: JSON.stringify(keyOf(table)) },
  }).map(([key, value]) => ({ key, value }));
}

function columnData(table: Table, rows: Table["rows"]) {
  const numbers = numberCells(table);
  const columns = table.columns.map(({ id }) => ({ name: id, data: [] as Cell[] }));
  for (const row of rows) {
    const texts = numbers(row);
    for (const [index, { data }] of columns.entries()) {
      const text = texts[index]?.text;
      data.push(text === undefined ? (row[index] ?? null) : Number(text));
    }
  }
  return columns;
}
