import { type Column, CSV_DEFAULTS, type CsvOptions, componentColumns } from "./csv-columns.js";
import { dataSetsOf } from "./data-sets.js";
import type { DataContent, DataMessage, DataSet, SdmxObservation } from "./model.js";
import { nameIn } from "./names.js";
import { inSeries, type Shown, shownOf } from "./series.js";
import { reference } from "./urn.js";

const ROWS_PER_PIECE = 1000;

/**
 * A field after RFC 4180, 2.5 to 2.7. By hand: a message may have millions of rows of forty mostly empty fields, for
 * which csv-stringify takes twice the time.
 */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const line = (texts: readonly string[]): string => `${texts.map(field).join(",")}\r\n`;

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
) => readonly Column[];

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
    if (place === 0) yield line(columns.map(({ head }) => head));
    yield* rows(message, shown, columns, dataSet);
  }
}

/** A row of each observation, or of each series where observations are not asked for. */
function* rows(
  { dataflow }: DataMessage,
  shown: Shown,
  columns: readonly Column[],
  { observations }: DataSet,
): Generator<string> {
  let piece = "";
  let count = 0;
  for (const { observation, opens } of inSeries(dataflow.structure, observations)) {
    if (!shown.observations && !opens) continue;
    piece += line(columns.map(({ cell }) => cell(observation)));
    count += 1;
    if (count % ROWS_PER_PIECE !== 0) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** Custom columns, which SDMX-CSV allows at the end: it has none for when observations were in force. */
const validity = ({ validFrom = "", validTo = "" }: DataSet): Column[] => [
  fixed("VALID_FROM", validFrom),
  fixed("VALID_TO", validTo),
];

const fixed = (head: string, text: string): Column => ({ head, cell: () => text });

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
    ...(options.keys === "series" || options.keys === "both" ? [{ head: "SERIES_KEY", cell: key }] : []),
    ...(options.keys === "obs" || options.keys === "both" ? [{ head: "OBS_KEY", cell: wholeKey }] : []),
  ];
};
