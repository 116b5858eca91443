import type { Params, Severity } from "../types.js";

/** What can be said of how a workbook was read, and how grave it is. Each id has a message in i18n/findings. */
export const NOTE_SEVERITIES = {
  "cells-without-heading": "info",
  "date-as-year": "info",
  "formula-value": "info",
  "formula-without-value": "error",
  "hidden-columns": "info",
  "hidden-rows": "info",
  "hidden-sheets": "warning",
  "macros-not-run": "info",
  "percent-format": "info",
  "sheet-of-other-columns": "warning",
  "sheets-not-read": "info",
} as const satisfies Readonly<Record<string, Severity>>;
export type NoteRule = keyof typeof NOTE_SEVERITIES;

/** One thing to say of the reading of a file; where it happened often, the first place and how often. */
export interface Note {
  readonly rule: NoteRule;
  /** 0 when the file as a whole is meant. */
  readonly line: number;
  readonly column: string;
  readonly params: Params;
}

/** Counts what is to be said of many cells, and keeps where each thing was met first. */
export interface NoteTally {
  count(rule: NoteRule, line: number, column?: string, params?: Params): void;
  notes(): readonly Note[];
}

export function noteTally(): NoteTally {
  const met = new Map<NoteRule, Omit<Note, "rule"> & { count: number }>();
  return {
    count(rule, line, column = "", params = {}) {
      const before = met.get(rule);
      if (before) before.count++;
      else met.set(rule, { line, column, params, count: 1 });
    },
    notes: () =>
      [...met].map(([rule, { count, params, ...place }]) => ({
        rule,
        ...place,
        params: { ...params, count },
      })),
  };
}
