import type { Db } from "./sqlite-ids.js";
import type { Definition } from "./store.js";

const COLUMNS = "name, version, content, said_by AS by, said_at AS at";

export function saveDefinition(db: Db, { name, content, by, at }: Omit<Definition, "version">): Definition {
  const insert = db.prepare(
    `INSERT INTO definition (name, version, content, said_by, said_at)
       SELECT @name, COALESCE(MAX(version), 0) + 1, @content, @by, @at FROM definition WHERE name = @name
     RETURNING ${COLUMNS}`,
  );
  return insert.get({ name, content, by, at }) as Definition;
}

export function definitions(db: Db, name: string | undefined): Definition[] {
  const chosen =
    name === undefined
      ? "WHERE version = (SELECT MAX(version) FROM definition newest WHERE newest.name = definition.name)"
      : "WHERE name = @name";
  return db
    .prepare(`SELECT ${COLUMNS} FROM definition ${chosen} ORDER BY name, version`)
    .all({ name }) as Definition[];
}
