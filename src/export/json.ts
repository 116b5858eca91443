import { defineExporter } from "../define.js";

/** The table as it is: columns, notes, and rows at full precision, one row a line. */
export default defineExporter({
  id: "json",
  extension: "json",
  mediaType: "application/json",
  headRow: 1,
  *write({ rows, ...rest }) {
    const { id, title, language, vintage, notes, columns } = rest;
    const head = JSON.stringify({ id, title, language, vintage, notes, columns }, null, 2);
    yield `${head.slice(0, -2)},\n  "rows": [`;
    for (const [index, row] of rows.entries()) yield `${index ? "," : ""}\n    ${JSON.stringify(row)}`;
    yield rows.length ? "\n  ]\n}\n" : "]\n}\n";
  },
});
