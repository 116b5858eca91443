import type { FileRule } from "../intake/errors.js";
import { NOTE_SEVERITIES, type NoteRule } from "../intake/notes.js";
import type { Severity } from "../types.js";

/** What is asked of a file while it is read, before there are figures to judge. */
export interface ReadingRule {
  readonly id: string;
  /** 0 for the file as such, 1 for its cells (Eurostat's validation levels). */
  readonly level: 0 | 1;
  readonly severity: Severity;
  /** What it is about: an error in a `file` refuses it whole, one in a `cell` leaves out its line or figure. */
  readonly about: "file" | "workbook" | "cell";
  readonly source: string;
}

const CSV = "RFC 4180, CSV files";
const COLUMNS = "SDMX-CSV: columns are named by the concepts of the data structure";
const SPREADSHEET = "ECMA-376, Office Open XML";
const LIMIT = "Limits of this program, far above any questionnaire";
const HOSTILE = "OWASP: archives and XML that would exhaust the machine";
const CODE_LISTS = "SDMX code lists of IAEG-SDGs:SDG, as the indicators take them";
const LINES = "SDMX-CSV 2.0 and 2.1: what a line asks for";
const READ_WHOLE = "Nothing of a file is dropped in silence, and no figure is guessed";

/** The file is refused whole. */
const OF_FILES: Readonly<Record<FileRule, string>> = {
  "file-empty": CSV,
  "file-binary": CSV,
  "file-encoding": "The Unicode Standard and WHATWG Encoding: every byte is a character of the encoding",
  "file-no-header": CSV,
  "file-missing-column": COLUMNS,
  "file-duplicate-column": COLUMNS,
  "file-quote-not-closed": CSV,
  "file-record-too-long": LIMIT,
  "file-cell-too-long": LIMIT,
  "file-too-many-columns": LIMIT,
  "file-too-many-rows": LIMIT,
  "file-too-large": LIMIT,
  "file-unreadable": CSV,
  "file-archive-damaged": SPREADSHEET,
  "file-archive-entries": HOSTILE,
  "file-archive-expands": HOSTILE,
  "file-archive-path": HOSTILE,
  "file-encrypted": SPREADSHEET,
  "file-no-sheet": COLUMNS,
  "file-old-excel": SPREADSHEET,
  "file-open-document": SPREADSHEET,
  "file-xml-entities": HOSTILE,
};

/** How a workbook was read. */
const OF_WORKBOOKS = Object.entries(NOTE_SEVERITIES) as [NoteRule, Severity][];

/** A cell or line that cannot be taken as it stands. */
const OF_CELLS = {
  "unknown-series": ["error", CODE_LISTS],
  "unknown-code": ["error", CODE_LISTS],
  "wrong-unit": ["error", CODE_LISTS],
  "unit-in-cell": ["error", READ_WHOLE],
  "unknown-area": ["error", "ISO 3166-1 and M49 codes of countries and areas"],
  "foreign-area": ["error", "One file speaks for one country"],
  "missing-cell": ["error", COLUMNS],
  "bad-period": ["error", "ISO 8601: a calendar year has four digits"],
  "ambiguous-number": ["error", READ_WHOLE],
  "not-a-number": ["error", READ_WHOLE],
  "too-many-cells": ["error", CSV],
  "unknown-action": ["error", LINES],
  "unsupported-breakdown": ["error", LINES],
  "unsupported-deletion": ["error", LINES],
  "value-missing": ["warning", "SDMX CL_OBS_STATUS 2.1: A, a normal value, says that there is one"],
  "footnote-mark": ["info", READ_WHOLE],
  "line-cut-short": ["info", CSV],
  "no-figures": ["info", READ_WHOLE],
  "part-of-no-year": ["info", READ_WHOLE],
  "status-without-value": ["info", "SDMX CL_OBS_STATUS 2.1: a status says why there is no value"],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>;

/** Every check made while a file is read: of the file first, then of its cells. */
export const readingRules: readonly ReadingRule[] = [
  ...Object.entries(OF_FILES).map(
    ([id, source]) => ({ id, level: 0, severity: "error", about: "file", source }) as const,
  ),
  ...OF_WORKBOOKS.map(
    ([id, severity]) => ({ id, level: 0, severity, about: "workbook", source: READ_WHOLE }) as const,
  ),
  ...Object.entries(OF_CELLS).map(
    ([id, [severity, source]]) => ({ id, level: 1, severity, about: "cell", source }) as const,
  ),
];
