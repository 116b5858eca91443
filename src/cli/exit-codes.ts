/** What the shell is told. Stable: scripts may rely on them, and the README lists them. */
export const EXIT = {
  ok: 0,
  /** A bug or a machine that fails: a full disk, a file that may not be read. */
  failure: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** Something in the data must be corrected: errors were found, or a file was refused. */
  errors: 3,
  /** `check` only: nothing must be corrected, but something must be explained or corrected. */
  warnings: 4,
} as const;
