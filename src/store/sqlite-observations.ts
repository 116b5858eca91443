import type { StoredObservation } from "../types.js";
import { type Db, readAttributes, readBreakdowns } from "./sqlite-ids.js";

type ObservationRow = [
  string,
  number,
  number,
  number,
  number | null,
  string,
  number | null,
  number | null,
  number,
  number,
  string,
  number,
];

export function observations(db: Db, vintage: number, area?: number): StoredObservation[] {
  const breakdowns = readBreakdowns(db);
  const attributesOf = readAttributes(db);
  // With MAX() alone in a grouped query SQLite takes the other columns from the row that holds the maximum.
  const rows = db
    .prepare(
      `SELECT s.code, o.area, o.period, o.breakdown, o.value, s.unit, o.numerator, o.denominator, o.attributes, o.line,
              v.submission, MAX(o.vintage)
         FROM observation o JOIN series s ON s.id = o.series JOIN vintage v ON v.id = o.vintage
        WHERE o.held = 0 AND o.vintage <= ? ${area === undefined ? "" : "AND o.area = ?"}
        GROUP BY o.area, o.series, o.breakdown, o.period`,
    )
    .raw()
    .iterate(...(area === undefined ? [vintage] : [vintage, area])) as IterableIterator<ObservationRow>;
  const result: StoredObservation[] = [];
  for (const r of rows) {
    result.push({
      series: r[0],
      area: r[1],
      period: r[2],
      dimensions: breakdowns.get(r[3]) ?? {},
      value: r[4],
      unit: r[5],
      numerator: r[6],
      denominator: r[7],
      ...attributesOf(r[8]),
      line: r[9],
      submission: r[10],
      vintage: r[11],
    });
  }
  return result;
}
