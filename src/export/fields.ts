import { has, text } from "../i18n/text.js";
import { columnsOf } from "../tables/role.js";
import { type Column, LANGUAGES, type Table } from "../types.js";

/** Ids of the dimensions in their order: together they tell the rows of a table apart. */
export const keyOf = (table: Table): string[] => columnsOf(table, "dimension").map(({ column }) => column.id);

/** Ids of the dimensions that have a code in every row. A heading without indicators, say, has no series. */
export function filledKeys(table: Table): ReadonlySet<string> {
  const filled = columnsOf(table, "dimension").filter(({ at }) =>
    table.rows.every((row) => row[at] !== null && row[at] !== ""),
  );
  return new Set(filled.map(({ column }) => column.id));
}

/** Title of a column in every language that has one: of a year, only that of the table. */
export function titlesOf({ id, title }: Column, { language }: Pick<Table, "language">) {
  const message = `column.${id}`;
  if (!has("tables", language, message)) return { [language]: title };
  return Object.fromEntries(LANGUAGES.map((each) => [each, text("tables", each, message)]));
}

/** What a column of CSV holds, as XML Schema and Table Schema both name it but for the case of letters. */
export function kindOf({ id, type }: Column): "year" | "integer" | "number" | "string" {
  if (id === "TIME_PERIOD") return "year";
  return type === "text" ? "string" : type;
}
