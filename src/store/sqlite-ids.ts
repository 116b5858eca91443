import type { Observation } from "../types.js";
import type { Attributes, Db } from "./sqlite.js";

/** Comments can all differ; the ids of the last so many sets of attributes are kept in memory. */
const KEPT = 20_000;

/** The ids of series, made as they are met. */
export function seriesIds(db: Db): (observation: Pick<Observation, "series" | "unit">) => number {
  const insert = db.prepare("INSERT INTO series (code, unit) VALUES (?, ?) ON CONFLICT DO NOTHING");
  const find = db.prepare("SELECT id FROM series WHERE code = ?").pluck();
  const known = new Map<string, number>();
  return ({ series, unit }) => {
    let id = known.get(series);
    if (id === undefined) {
      insert.run(series, unit);
      id = find.get(series) as number;
      known.set(series, id);
    }
    return id;
  };
}

/** The ids of sets of attributes, made as they are met; a row mostly says what the one before said. */
export function attributeIds(db: Db): (attributes: Attributes) => number {
  const insert = db.prepare(
    "INSERT INTO attributes (unit_mult, status, nature, age_scope, source, comment) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const find = db
    .prepare("SELECT id FROM attributes WHERE unit_mult = ? AND status = ? AND nature = ? AND age_scope = ? AND source = ? AND comment = ?")
    .pluck();
  const known = new Map<string, number>();
  let last: Attributes | null = null;
  let lastId = 0;
  return (attributes) => {
    if (last && same(last, attributes)) return lastId;
    const { unitMultiplier, status, nature, ageScope, source, comment } = attributes;
    const key = `${unitMultiplier}\u0001${status}\u0001${nature}\u0001${ageScope}\u0001${source}\u0001${comment}`;
    let id = known.get(key);
    if (id === undefined) {
      insert.run(unitMultiplier, status, nature, ageScope, source, comment);
      id = find.get(unitMultiplier, status, nature, ageScope, source, comment) as number;
      if (known.size >= KEPT) known.clear();
      known.set(key, id);
    }
    last = attributes;
    lastId = id;
    return id;
  };
}

function same(a: Attributes, b: Attributes): boolean {
  return (
    a.source === b.source && a.comment === b.comment && a.status === b.status && a.nature === b.nature &&
    a.ageScope === b.ageScope && a.unitMultiplier === b.unitMultiplier
  );
}
