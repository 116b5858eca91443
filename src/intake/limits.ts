/** How large a file may be. Above any submission of figures; what is beyond is a mistake or an attack. */
export interface Limits {
  /** Records, the header included. */
  readonly rows: number;
  readonly columns: number;
  /** UTF-16 code units in one cell. */
  readonly cell: number;
  /** Characters in one record. */
  readonly record: number;
  /** Bytes in the file. */
  readonly bytes: number;
}

export const LIMITS: Limits = {
  rows: 10_000_000,
  columns: 1_000,
  // What a cell of Excel holds.
  cell: 32_767,
  // A longer one is a quotation mark that never closed, not a record.
  record: 1024 * 1024,
  bytes: 4 * 1024 ** 3,
};
