import type Database from "better-sqlite3";
import { dimensionsOf } from "../keys.js";
import { DIMENSIONS, type Dimensions, type Observation } from "../types.js";

export type Db = Database.Database;

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
    .prepare(
      "SELECT id FROM attributes WHERE unit_mult = ? AND status = ? AND nature = ? AND age_scope = ? AND source = ? AND comment = ?",
    )
    .pluck();
  const known = new Map<string, number>();
  // Rows of one source mostly say the same of everything else; this spares them a long key.
  const lastOfSource = new Map<string, { readonly attributes: Attributes; readonly id: number }>();
  return (attributes) => {
    const last = lastOfSource.get(attributes.source);
    if (last && same(last.attributes, attributes)) return last.id;
    const { unitMultiplier, status, nature, ageScope, source, comment } = attributes;
    const key = `${unitMultiplier}\u0001${status}\u0001${nature}\u0001${ageScope}\u0001${source}\u0001${comment}`;
    let id = known.get(key);
    if (id === undefined) {
      insert.run(unitMultiplier, status, nature, ageScope, source, comment);
      id = find.get(unitMultiplier, status, nature, ageScope, source, comment) as number;
      if (known.size >= KEPT) known.clear();
      known.set(key, id);
    }
    if (lastOfSource.size >= KEPT) lastOfSource.clear();
    lastOfSource.set(source, {
      attributes: { unitMultiplier, status, nature, ageScope, source, comment },
      id,
    });
    return id;
  };
}

/** Apart from their source. */
function same(a: Attributes, b: Attributes): boolean {
  return (
    a.comment === b.comment &&
    a.status === b.status &&
    a.nature === b.nature &&
    a.ageScope === b.ageScope &&
    a.unitMultiplier === b.unitMultiplier
  );
}

/** The ids of breakdowns, made as they are met. */
export function breakdownIds(db: Db): (dimensions: Dimensions) => number {
  const insert = db.prepare(
    "INSERT INTO breakdown (sex, age, urbanisation, education_lev, composite_breakdown) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const find = db
    .prepare(
      "SELECT id FROM breakdown WHERE sex = ? AND age = ? AND urbanisation = ? AND education_lev = ? AND composite_breakdown = ?",
    )
    .pluck();
  const known = new WeakMap<Dimensions, number>();
  return (dimensions) => {
    const kept = known.get(dimensions);
    if (kept !== undefined) return kept;
    const codes = DIMENSIONS.map((dimension) => dimensions[dimension] ?? "_T");
    insert.run(...codes);
    const id = find.get(...codes) as number;
    known.set(dimensions, id);
    return id;
  };
}

/** Every breakdown that occurs, by its id. */
export function readBreakdowns(db: Db): Map<number, Dimensions> {
  const rows = db
    .prepare("SELECT id, sex, age, urbanisation, education_lev, composite_breakdown FROM breakdown")
    .raw()
    .all() as [number, ...string[]][];
  return new Map(
    rows.map(([id, ...codes]) => {
      const entries = DIMENSIONS.map((dimension, i) => [dimension, codes[i] as string] as const);
      return [id, dimensionsOf(Object.fromEntries(entries))] as const;
    }),
  );
}

/** What an observation says beside its figures. */
type Attributes = Pick<
  Observation,
  "unitMultiplier" | "status" | "nature" | "ageScope" | "source" | "comment"
>;

/** Attributes by their id, read when first asked for. */
export function readAttributes(db: Db): (id: number) => Attributes {
  const find = db.prepare(
    "SELECT unit_mult AS unitMultiplier, status, nature, age_scope AS ageScope, source, comment FROM attributes WHERE id = ?",
  );
  const known = new Map<number, Attributes>();
  return (id) => {
    let attributes = known.get(id);
    if (!attributes) {
      attributes = find.get(id) as Attributes;
      known.set(id, attributes);
    }
    return attributes;
  };
}
