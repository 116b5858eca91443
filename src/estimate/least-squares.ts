/** A fitted line: coefficients in the order of the features, and the standard deviation of what is left. */
export interface Fit {
  readonly coefficients: readonly number[];
  readonly deviation: number;
  readonly count: number;
}

/** Keeps the equations solvable where two features say the same; too small to move a figure. */
const RIDGE = 1e-6;

/**
 * Ordinary least squares by the normal equations, solved by Gaussian elimination with pivoting.
 * Null when there are not more rows than features.
 */
export function leastSquares(rows: readonly (readonly number[])[], targets: readonly number[]): Fit | null {
  const width = rows[0]?.length ?? 0;
  if (rows.length <= width) return null;
  const matrix = Array.from({ length: width }, (_, i) =>
    Array.from({ length: width + 1 }, (__, j) => (i === j ? RIDGE : 0)),
  );
  rows.forEach((row, index) => {
    for (let i = 0; i < width; i++) {
      const line = matrix[i] as number[];
      const left = row[i] as number;
      for (let j = 0; j < width; j++) line[j] = (line[j] as number) + left * (row[j] as number);
      line[width] = (line[width] as number) + left * (targets[index] as number);
    }
  });
  const coefficients = solve(matrix);
  const squares = rows.reduce(
    (sum, row, i) => sum + ((targets[i] as number) - dot(coefficients, row)) ** 2,
    0,
  );
  return { coefficients, deviation: Math.sqrt(squares / (rows.length - width)), count: rows.length };
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Solves the square system whose right-hand side is the last column; works in place. */
function solve(matrix: number[][]): number[] {
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = row;
    }
    const pivot = matrix[best] as number[];
    matrix[best] = matrix[column] as number[];
    matrix[column] = pivot;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const line = matrix[row] as number[];
      const factor = (line[column] as number) / (pivot[column] as number);
      for (let j = column; j <= size; j++) line[j] = (line[j] as number) - factor * (pivot[j] as number);
    }
  }
  return matrix.map((line, i) => (line[size] as number) / (line[i] as number));
}
