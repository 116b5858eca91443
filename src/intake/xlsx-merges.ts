import type { Range, SheetRow, StoredCell } from "./xlsx-sheet.js";

/**
 * Gives every cell of a merged range the content of its first cell, as the eye does. Rows have to come in
 * order; a row in which nothing is stored stays away.
 *
 * @param width columns filled at most: a title is often merged over all columns there are
 */
export function mergeFiller(merges: readonly Range[], width: number): (row: SheetRow) => SheetRow {
  const starting = new Map<number, Range[]>();
  for (const range of merges) {
    const others = starting.get(range.top);
    if (others) others.push(range);
    else starting.set(range.top, [range]);
  }
  let active: { readonly range: Range; readonly cell: StoredCell }[] = [];
  return (row) => {
    active = active.filter(({ range }) => range.bottom >= row.number);
    for (const range of starting.get(row.number) ?? []) {
      const cell = row.cells[range.left];
      if (cell) active.push({ range, cell });
    }
    if (active.length === 0) return row;
    const cells = [...row.cells];
    for (const { range, cell } of active)
      for (let column = range.left; column <= range.right && column < width; column++) cells[column] = cell;
    return { ...row, cells };
  };
}
