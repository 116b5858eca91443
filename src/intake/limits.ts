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
  /** Entries in an archive. */
  readonly parts: number;
  /** Bytes that the entries of an archive come to once they are inflated. */
  readonly expanded: number;
  /** Bytes of the table of texts that the cells of a workbook share. It is kept in memory. */
  readonly shared: number;
}

export const LIMITS: Limits = {
  rows: 10_000_000,
  columns: 1_000,
  // What a cell of Excel holds.
  cell: 32_767,
  // A longer one is a quotation mark that never closed, not a record.
  record: 1024 * 1024,
  bytes: 4 * 1024 ** 3,
  parts: 10_000,
  // A full sheet of Excel, 1,048,576 rows, in the 18 columns of a submission comes to some 680 MB.
  expanded: 1024 ** 3,
  shared: 256 * 1024 ** 2,
};
