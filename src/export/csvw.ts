import { defineExporter } from "../define.js";
import type { Column, Table } from "../types.js";
import csv from "./csv.js";
import { filledKeys, keyOf, kindOf, titlesOf } from "./fields.js";
import { notesBesideCsv } from "./formula.js";

const SDMX = "http://purl.org/linked-data/sdmx/2009";
/** SDMX concepts of columns, by the vocabulary that the RDF Data Cube recommends (W3C, 2014, "Content oriented guidelines"). */
const CONCEPTS: Readonly<Record<string, string>> = {
  REF_AREA: `${SDMX}/dimension#refArea`,
  TIME_PERIOD: `${SDMX}/dimension#timePeriod`,
  SEX: `${SDMX}/dimension#sex`,
  AGE: `${SDMX}/dimension#age`,
  EDUCATION_LEV: `${SDMX}/dimension#educationLev`,
  OBS_VALUE: `${SDMX}/measure#obsValue`,
  OBS_STATUS: `${SDMX}/attribute#obsStatus`,
  UNIT_MEASURE: `${SDMX}/attribute#unitMeasure`,
  DECIMALS: `${SDMX}/attribute#decimals`,
};

const DATATYPES = { year: "gYear", integer: "integer", number: "decimal", string: "string" } as const;

/**
 * What a CSV of the table holds, for programs: Metadata Vocabulary for Tabular Data (W3C Recommendation of
 * 2015, "CSVW"), under the name that its readers look for beside the CSV. The language of the file is that of the
 * table; columns have their titles in all.
 */
export default defineExporter({
  id: "csvw",
  extension: `${csv.extension}-metadata.json`,
  mediaType: "application/csvm+json",
  headRow: null,
  describes: csv.id,
  *write(table) {
    const { id, title, language, vintage } = table;
    const key = keyOf(table);
    const filled = filledKeys(table);
    const document = {
      "@context": ["http://www.w3.org/ns/csvw", { "@language": language }],
      url: `${id}.${csv.extension}`,
      "dc:title": title,
      "dc:language": language,
      "dc:modified": { "@value": vintage.asOf, "@type": "xsd:dateTime" },
      "dc:source": `ictsdg, vintage ${vintage.id}`,
      notes: notesBesideCsv(table).map((note) => ({ "rdfs:comment": note })),
      dialect: {
        encoding: "utf-8",
        header: true,
        delimiter: ",",
        lineTerminators: "\r\n",
        doubleQuote: true,
      },
      tableSchema: {
        columns: table.columns.map((column) => columnOf(column, table, filled)),
        ...(key.length > 0 && { primaryKey: key }),
      },
    };
    yield `${JSON.stringify(document, null, 2)}\n`;
  },
});

/** The head of the CSV is a title in no language, by which a reader sees that this is the description of it. */
function columnOf(column: Column, table: Table, filled: ReadonlySet<string>) {
  const concept = CONCEPTS[column.id];
  return {
    name: column.id,
    titles: { und: column.id, ...titlesOf(column, table) },
    datatype: DATATYPES[kindOf(column)],
    null: "",
    ...(filled.has(column.id) && { required: true }),
    ...(concept && { propertyUrl: concept }),
  };
}
