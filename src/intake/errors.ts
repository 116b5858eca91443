import type { Params } from "../types.js";

/**
 * A file that cannot be read on. Not a bug: it becomes a level-0 finding, with the rule's message
 * in the reader's language. `line` is 0 when the file as a whole is meant.
 */
export class UnreadableFile extends Error {
  constructor(
    readonly rule: FileRule,
    readonly params: Params,
    readonly line = 0,
  ) {
    super(`${rule} ${JSON.stringify(params)}`);
    this.name = "UnreadableFile";
  }
}

/** What can be wrong with a file before its figures are looked at. Each id has a message in i18n/findings. */
export type FileRule =
  | "file-empty"
  | "file-binary"
  | "file-encoding"
  | "file-no-header"
  | "file-missing-column"
  | "file-duplicate-column"
  | "file-quote-not-closed"
  | "file-record-too-long"
  | "file-cell-too-long"
  | "file-too-many-columns"
  | "file-too-many-rows"
  | "file-too-large"
  | "file-unreadable";
