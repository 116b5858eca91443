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
  | "file-unreadable"
  | "file-archive-damaged"
  | "file-archive-entries"
  | "file-archive-expands"
  | "file-archive-path"
  | "file-encrypted"
  | "file-no-sheet"
  | "file-old-excel"
  | "file-open-document"
  | "file-xml-entities";

/** What is thrown where an archive or a part of it does not follow its format; `cause` is for technicians. */
export function damaged(cause: string): UnreadableFile {
  return new UnreadableFile("file-archive-damaged", { cause: cause.slice(0, 200) });
}
