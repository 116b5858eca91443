import { stringify } from "csv-stringify/sync";
import { dataSetsOf } from "./data-sets.js";
import type { Component, DataContent, DataMessage, DataSet, SdmxObservation } from "./model.js";
import { nameIn } from "./names.js";
import { numberText } from "./number.js";
import { inSeries, type Shown, shownOf } from "./series.js";
import { reference } from "./urn.js";

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

/** A column: its heads, and its cells of an observation. One column, or two where names have their own. */
interface Columns {
  readonly heads: readonly string[];
  readonly cells: (observation: SdmxObservation) => readonly string[];
}

const ROWS_PER_PIECE = 1000;

// RFC 4180, 2.6: a line feed alone needs quotes too, which csv-stringify gives only to its own delimiter.
const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: "\r\n", quoted_match: /[\r\n]/ },
  );

/**
 * SDMX-CSV 1.0, the CSV of SDMX 2.1: the dataflow, dimensions, value and all attributes of the data structure, one
 * observation a line. Text is as it is, whatever a spreadsheet makes of it: the format is for programs.
 */
export const writeCsv1 = (
  message: DataMessage,
  content: DataContent,
  options: Partial<CsvOptions> = {},
): Generator<string> => write(message, content, { ...CSV_DEFAULTS, ...options }, envelope1);

/** SDMX-CSV 2.0, the CSV of SDMX 3.0. The action is mostly I, information: what there is, for whoever reads it. */
export const writeCsv2 = (
  message: DataMessage,
  content: DataContent,
  options: Partial<CsvOptions> = {},
): Generator<string> => write(message, content, { ...CSV_DEFAULTS, ...options }, envelope2);

type Envelope = (
  message: DataMessage,
  options: CsvOptions,
  shown: Shown,
  dataSet: DataSet,
) => readonly Columns[];

/** Letters of the actions (SDMX-CSV 2.0 field guide, "ACTION"). */
const ACTIONS = { Information: "I", Replace: "R", Delete: "D" } as const;

function* write(
  message: DataMessage,
  content: DataContent,
  options: CsvOptions,
  envelope: Envelope,
): Generator<string> {
  const shown = shownOf(message);
  const dataSets = dataSetsOf(content);
  const dated = dataSets.some(({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined);
  for (const [place, dataSet] of dataSets.entries()) {
    const columns = [
      ...envelope(message, options, shown, dataSet),
      ...componentColumns(message, options, shown),
      ...(dated ? validity(dataSet) : []),
    ];
    let rows: string[][] = place === 0 ? [columns.flatMap(({ heads }) => heads)] : [];
    for (const { observation, opens } of inSeries(message.dataflow.structure, dataSet.observations)) {
      if (!shown.observations && !opens) continue;
      rows.push(columns.flatMap(({ cells }) => cells(observation)));
      if (rows.length < ROWS_PER_PIECE) continue;
      yield csv(rows);
      rows = [];
    }
    if (rows.length > 0) yield csv(rows);
  }
}

/** Custom columns, which SDMX-CSV allows at the end: it has none for when observations were in force. */
const validity = ({ validFrom = "", validTo = "" }: DataSet): Columns[] => [
  fixed("VALID_FROM", validFrom),
  fixed("VALID_TO", validTo),
];

const fixed = (head: string, cell: string): Columns => {
  const cells = [cell];
  return { heads: [head], cells: () => cells };
};

const named = ({ dataflow, language }: DataMessage, { labels }: CsvOptions): string =>
  labels === "both" ? `${reference(dataflow)}: ${nameIn(dataflow.names, language)}` : reference(dataflow);

const envelope1: Envelope = (message, options) => [fixed("DATAFLOW", named(message, options))];

const envelope2: Envelope = (message, options, shown, { action }) => {
  const { dataflow, language } = message;
  const key = ({ key: codes }: SdmxObservation) =>
    dataflow.structure.dimensions.map(({ id }) => codes[id] ?? "").join(".");
  const wholeKey = (one: SdmxObservation) => (shown.observations ? `${key(one)}.${one.period}` : "");
  return [
    fixed("STRUCTURE", "dataflow"),
    fixed("STRUCTURE_ID", named(message, options)),
    ...(options.labels === "name" ? [fixed("STRUCTURE_NAME", nameIn(dataflow.names, language))] : []),
    fixed("ACTION", ACTIONS[action]),
    ...(options.keys === "series" || options.keys === "both"
      ? [{ heads: ["SERIES_KEY"], cells: (one: SdmxObservation) => [key(one)] }]
      : []),
    ...(options.keys === "obs" || options.keys === "both"
      ? [{ heads: ["OBS_KEY"], cells: (one: SdmxObservation) => [wholeKey(one)] }]
      : []),
  ];
};

/** Dimensions, time, value and attributes, in the order of the data structure. */
function componentColumns(message: DataMessage, options: CsvOptions, shown: Shown): Columns[] {
  const { dimensions, time, measure, attributes } = message.dataflow.structure;
  const labelled = (component: Component, value: (one: SdmxObservation) => string) =>
    componentColumn(component, value, options.labels, message);
  const period = ({ period: year }: SdmxObservation) =>
    options.timeFormat === "normalized" ? `${year}-01-01` : year;
  const figure = ({ value }: SdmxObservation) => (value === null ? "" : numberText(value));
  return [
    ...dimensions.map((one) => labelled(one, ({ key }) => key[one.id] ?? "")),
    labelled(time, shown.observations ? period : () => ""),
    labelled(measure, shown.observations ? figure : () => ""),
    ...attributes
      .filter((one) => shown.seriesAttributes.includes(one) || shown.observationAttributes.includes(one))
      .map((one) => labelled(one, ({ attributes: given }) => given[one.id] ?? "")),
  ];
}

function componentColumn(
  { id, names, list }: Component,
  value: (one: SdmxObservation) => string,
  labels: CsvOptions["labels"],
  { language }: DataMessage,
): Columns {
  if (labels === "id") return { heads: [id], cells: (one) => [value(one)] };
  const codeNames = new Map((list?.codes ?? []).map((code) => [code.id, nameIn(code.names, language)]));
  const name = nameIn(names, language);
  if (labels === "name")
    return {
      heads: [id, name],
      cells: (one) => {
        const code = value(one);
        return [code, codeNames.get(code) ?? ""];
      },
    };
  return {
    heads: [`${id}: ${name}`],
    cells: (one) => {
      const code = value(one);
      const label = codeNames.get(code);
      return [label === undefined ? code : `${code}: ${label}`];
    },
  };
}
