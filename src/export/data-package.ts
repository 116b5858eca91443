import { type DescribedFile, defineFolderExporter } from "../define.js";
import { text } from "../i18n/text.js";
import type { Column, Table } from "../types.js";
import csv from "./csv.js";
import { filledKeys, keyOf, kindOf } from "./fields.js";
import { notesBesideCsv } from "./formula.js";

/**
 * The CSV files of a folder as one Tabular Data Package (Frictionless Data, version 1,
 * https://specs.frictionlessdata.io/tabular-data-package/), with the hash and schema of each. No licence is
 * stated: the figures are those of countries and agencies, who say what may be done with them.
 */
export default defineFolderExporter({
  id: "data-package",
  filename: "datapackage.json",
  describes: csv.id,
  *write(tables, files) {
    const [first] = tables;
    if (!first) return;
    const { language, vintage } = first;
    const document = {
      profile: "tabular-data-package",
      name: `ictsdg-${language}`,
      title: text("tables", language, "package.title"),
      version: String(vintage.id),
      created: vintage.asOf,
      sources: [{ title: `ictsdg, vintage ${vintage.id}` }],
      resources: files.map(resourceOf),
    };
    yield `${JSON.stringify(document, null, 2)}\n`;
  },
});

function resourceOf({ table, name, bytes, sha256 }: DescribedFile) {
  return {
    profile: "tabular-data-resource",
    name: table.id,
    path: name,
    title: table.title,
    description: notesBesideCsv(table).join("\n\n"),
    format: csv.extension,
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: schemaOf(table),
  };
}

/** A primary key holds no empty cell, as in SQL: where a dimension has one, there is none. */
function schemaOf(table: Table) {
  const key = keyOf(table);
  const filled = filledKeys(table);
  return {
    fields: table.columns.map((column) => fieldOf(column, filled)),
    missingValues: [""],
    ...(key.length > 0 && key.length === filled.size && { primaryKey: key }),
  };
}

const fieldOf = (column: Column, filled: ReadonlySet<string>) => ({
  ...{ name: column.id, title: column.title, type: kindOf(column) },
  ...(filled.has(column.id) && { constraints: { required: true } }),
});
