import type { Component, DataMessage, SdmxObservation } from "./model.js";
import { nameIn } from "./names.js";
import { numberText } from "./number.js";
import type { Shown } from "./series.js";

/** Parameters of the media type (SDMX-CSV 2.0 field guide, "Optional parameters"). */
export interface CsvOptions {
  /** Codes alone, codes and names in one cell, or names in columns of their own (2.0 only). */
  readonly labels: "id" | "both" | "name";
  /** Periods as recorded, or as the first day of the period. */
  readonly timeFormat: "original" | "normalized";
  /** Columns with the key of the series, of the observation, or both (2.0 only). */
  readonly keys: "none" | "series" | "obs" | "both";
}

export const CSV_DEFAULTS: CsvOptions = { labels: "id", timeFormat: "original", keys: "none" };

export interface Column {
  readonly head: string;
  readonly cell: (observation: SdmxObservation) => string;
}

/** Columns of the dimensions, time, value and attributes, in the order of the data structure. */
export function componentColumns(message: DataMessage, options: CsvOptions, shown: Shown): Column[] {
  const { dimensions, time, measure, attributes } = message.dataflow.structure;
  const labelled = (component: Component, value: Column["cell"]) =>
    componentColumn(component, value, options.labels, message);
  const period = ({ period: year }: SdmxObservation) =>
    options.timeFormat === "normalized" ? `${year}-01-01` : year;
  const figure = ({ value }: SdmxObservation) => (value === null ? "" : numberText(value));
  return [
    ...dimensions.flatMap((one) => labelled(one, ({ key }) => key[one.id] ?? "")),
    ...labelled(time, shown.observations ? period : () => ""),
    ...labelled(measure, shown.observations ? figure : () => ""),
    ...attributes
      .filter((one) => shown.seriesAttributes.includes(one) || shown.observationAttributes.includes(one))
      .flatMap((one) => labelled(one, ({ attributes: given }) => given[one.id] ?? "")),
  ];
}

/** The column of a component; with its name in a column of its own, two. */
function componentColumn(
  { id, names, list }: Component,
  value: Column["cell"],
  labels: CsvOptions["labels"],
  { language }: DataMessage,
): Column[] {
  if (labels === "id") return [{ head: id, cell: value }];
  const codeNames = new Map((list?.codes ?? []).map((code) => [code.id, nameIn(code.names, language)]));
  const name = nameIn(names, language);
  if (labels === "name")
    return [
      { head: id, cell: value },
      { head: name, cell: (one) => codeNames.get(value(one)) ?? "" },
    ];
  const both = (one: SdmxObservation) => {
    const code = value(one);
    const label = codeNames.get(code);
    return label === undefined ? code : `${code}: ${label}`;
  };
  return [{ head: `${id}: ${name}`, cell: both }];
}
