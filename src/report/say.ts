import { text } from "../i18n/text.js";
import type { ColumnMapping } from "../intake/header.js";
import type { Language, Params, Severity } from "../types.js";
import { type FileReport, markName, type Reading, SEVERITIES, STATABLE } from "./report.js";

/** A message of the report, as text still to be escaped. */
export type Say = (id: string, params?: Params) => string;

export const sayIn =
  (language: Language): Say =>
  (id, params) =>
    text("report", language, id, params);

/** Signs of the severities, for who sees no colours. */
export const MARKS: Readonly<Record<Severity, string>> = { error: "✗", warning: "?", info: "i" };

/** Whether the file has to be corrected, in one sentence. */
export function verdict({ reading, findings }: FileReport, say: Say): string {
  if (!reading) return say("verdict.refused");
  const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
  return say(`verdict.${worst ?? "clean"}`);
}

/** The country that the file speaks for. */
export function areaText({ area, reading, areaName, language }: FileReport, say: Say): string {
  if (area !== null) return areaName(area, language);
  return say(reading ? "file.several" : "file.unknown");
}

/** Time of the check to the second. */
export const checkTime = ({ checkedAt }: FileReport): string =>
  `${checkedAt.slice(0, 10)} ${checkedAt.slice(11, 19)} UTC`;

/** A part of the reading and how it is known: detected, stated by the person, or (null) not settled or plain to see. */
export interface ReadPart {
  readonly name: string;
  readonly value: string;
  readonly how: string | null;
}

/** How the file is written, part by part. A workbook has sheets, and a decimal mark where figures were typed as text. */
export function readParts(reading: Reading, say: Say): ReadPart[] {
  const { sheets, decimal } = reading;
  const mapped = reading.mapped.map((mapping) => mappedPart(mapping, say));
  if (sheets.length === 0) return [...STATABLE.map((part) => readPart(reading, part, say)), ...mapped];
  const named = sheets.map(({ name, headerRow }) => say("reading.sheet", { name, row: headerRow }));
  const read = { name: say("reading.sheets"), value: named.join(" · "), how: null };
  return decimal === null ? [read, ...mapped] : [read, readPart(reading, "decimal", say), ...mapped];
}

function mappedPart({ title, column, confirmedAt }: ColumnMapping, say: Say): ReadPart {
  const how =
    confirmedAt === null
      ? say("reading.stated")
      : say("reading.confirmed", { date: confirmedAt.slice(0, 10) });
  return { name: say("reading.mapped"), value: `${title} = ${column}`, how };
}

function readPart(reading: Reading, part: (typeof STATABLE)[number], say: Say): ReadPart {
  const value = reading[part];
  const name = say(`reading.${part}`);
  if (value === null) return { name, value: say("reading.unsettled"), how: null };
  const detected =
    part === "encoding" && reading.certainty === "likely" ? "reading.likely" : "reading.detected";
  const how = say(reading.stated.includes(part) ? "reading.stated" : detected);
  return { name, value: part === "encoding" ? value : say(`mark.${markName(value)}`), how };
}
