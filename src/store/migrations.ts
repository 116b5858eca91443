/**
 * The schema, one entry a version, applied in order and never edited once released.
 *
 * Three times are kept apart: `period` is the year a figure describes, `vintage.as_of` is when the
 * agency came to know it, and a release says when it was published. Observations are only ever added:
 * what was known at some moment is the newest vintage of each key up to then, so a correction is a new
 * row and the old one stays. The reference area leads every primary key that grows with the data, so
 * that the tables can be distributed by country.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE submission (
    id TEXT PRIMARY KEY,
    collection TEXT NOT NULL,
    filename TEXT NOT NULL,
    received_at TEXT NOT NULL,
    received_from TEXT NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE vintage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    submission TEXT NOT NULL UNIQUE REFERENCES submission (id),
    as_of TEXT NOT NULL,
    rules TEXT NOT NULL
  ) STRICT;

  -- What was found once the file had been read to its end. From then on nothing of the vintage changes.
  CREATE TABLE receipt (
    vintage INTEGER PRIMARY KEY REFERENCES vintage (id),
    area INTEGER,
    dialect TEXT NOT NULL,
    lines INTEGER NOT NULL,
    observations INTEGER NOT NULL,
    held INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE series (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, unit TEXT NOT NULL) STRICT;

  CREATE TABLE breakdown (
    id INTEGER PRIMARY KEY,
    sex TEXT NOT NULL,
    age TEXT NOT NULL,
    urbanisation TEXT NOT NULL,
    education_lev TEXT NOT NULL,
    composite_breakdown TEXT NOT NULL,
    UNIQUE (sex, age, urbanisation, education_lev, composite_breakdown)
  ) STRICT;

  -- What observations say beside their figures. Most figures of a file say the same.
  CREATE TABLE attributes (
    id INTEGER PRIMARY KEY,
    unit_mult INTEGER NOT NULL,
    status TEXT NOT NULL,
    nature TEXT NOT NULL,
    age_scope TEXT NOT NULL,
    source TEXT NOT NULL,
    comment TEXT NOT NULL,
    UNIQUE (comment, source, status, nature, age_scope, unit_mult)
  ) STRICT;

  CREATE TABLE observation (
    area INTEGER NOT NULL,
    series INTEGER NOT NULL REFERENCES series (id),
    breakdown INTEGER NOT NULL REFERENCES breakdown (id),
    period INTEGER NOT NULL,
    vintage INTEGER NOT NULL REFERENCES vintage (id),
    line INTEGER NOT NULL,
    value REAL,
    numerator REAL,
    denominator REAL,
    attributes INTEGER NOT NULL REFERENCES attributes (id),
    held INTEGER NOT NULL,
    PRIMARY KEY (area, series, breakdown, period, vintage, line)
  ) STRICT, WITHOUT ROWID;

  CREATE VIEW observation_version AS
    SELECT s.code AS series, o.area, o.period, b.sex, b.age, b.urbanisation, b.education_lev,
           b.composite_breakdown, o.value, s.unit, a.unit_mult, a.status, a.nature, a.source, a.comment,
           v.submission, o.line, v.as_of AS tx_from,
           LEAD(v.as_of) OVER (PARTITION BY o.area, o.series, o.breakdown, o.period ORDER BY o.vintage) AS tx_to
      FROM observation o
      JOIN vintage v ON v.id = o.vintage
      JOIN series s ON s.id = o.series
      JOIN breakdown b ON b.id = o.breakdown
      JOIN attributes a ON a.id = o.attributes
     WHERE o.held = 0;

  CREATE TABLE finding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    vintage INTEGER NOT NULL REFERENCES vintage (id),
    rule TEXT NOT NULL,
    level INTEGER NOT NULL,
    severity TEXT NOT NULL,
    line INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    area INTEGER,
    indicator TEXT NOT NULL,
    series TEXT,
    period INTEGER,
    breakdown INTEGER REFERENCES breakdown (id),
    params TEXT NOT NULL
  ) STRICT;
  CREATE INDEX finding_by_vintage ON finding (vintage, area, indicator);

  CREATE TABLE rule_count (
    vintage INTEGER NOT NULL REFERENCES vintage (id),
    rule TEXT NOT NULL,
    passed INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    not_evaluable INTEGER NOT NULL,
    PRIMARY KEY (vintage, rule)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE reference_value (
    area INTEGER NOT NULL,
    series TEXT NOT NULL,
    period INTEGER NOT NULL,
    breakdown INTEGER NOT NULL REFERENCES breakdown (id),
    revision TEXT NOT NULL,
    value REAL NOT NULL,
    source TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    PRIMARY KEY (area, series, period, breakdown, revision)
  ) STRICT, WITHOUT ROWID;

  -- Files of reference values that have been imported, by the hash of their bytes and of how they were read.
  CREATE TABLE reference_import (id TEXT PRIMARY KEY, imported_at TEXT NOT NULL, added INTEGER NOT NULL) STRICT;
  `,
  // What has been written stays as it was written. A submission that is still being taken has no receipt
  // yet, so the taking itself may rearrange its rows.
  `
  CREATE TRIGGER observation_is_kept BEFORE DELETE ON observation
    WHEN EXISTS (SELECT 1 FROM receipt WHERE vintage = OLD.vintage)
    BEGIN SELECT RAISE(ABORT, 'observations are never deleted'); END;
  CREATE TRIGGER observation_is_fixed BEFORE UPDATE ON observation
    BEGIN SELECT RAISE(ABORT, 'observations are never changed'); END;
  CREATE TRIGGER submission_is_kept BEFORE DELETE ON submission
    BEGIN SELECT RAISE(ABORT, 'submissions are never deleted'); END;
  CREATE TRIGGER vintage_is_kept BEFORE DELETE ON vintage
    BEGIN SELECT RAISE(ABORT, 'vintages are never deleted'); END;
  CREATE TRIGGER reference_value_is_fixed BEFORE UPDATE ON reference_value
    BEGIN SELECT RAISE(ABORT, 'reference values are never changed; import a new revision'); END;
  `,
  // What is said of findings, and when answers are due. Findings taken before know their figure from now on;
  // those about a place of a file have no indicator and mean no figure.
  `
  ALTER TABLE finding ADD COLUMN value REAL;
  UPDATE finding SET value = (
    SELECT o.value * pow(10.0, a.unit_mult)
      FROM observation o JOIN series s ON s.id = o.series JOIN attributes a ON a.id = o.attributes
     WHERE o.area = finding.area AND s.code = finding.series AND o.breakdown = finding.breakdown
       AND o.period = finding.period AND o.vintage = finding.vintage AND o.line = finding.line)
   WHERE indicator <> '';
  CREATE INDEX finding_by_area ON finding (area, series, breakdown, period);
  CREATE TRIGGER finding_is_kept BEFORE DELETE ON finding
    WHEN EXISTS (SELECT 1 FROM receipt WHERE vintage = OLD.vintage)
    BEGIN SELECT RAISE(ABORT, 'findings are never deleted'); END;
  CREATE TRIGGER finding_is_fixed BEFORE UPDATE ON finding
    BEGIN SELECT RAISE(ABORT, 'findings are never changed'); END;

  CREATE TABLE settlement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    finding INTEGER NOT NULL REFERENCES finding (id),
    rule TEXT NOT NULL,
    area INTEGER NOT NULL,
    series TEXT NOT NULL,
    period INTEGER NOT NULL,
    breakdown INTEGER NOT NULL REFERENCES breakdown (id),
    value REAL,
    kind TEXT NOT NULL CHECK (kind IN ('explained', 'accepted', 'refused', 'withdrawn')),
    text TEXT NOT NULL,
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX settlement_by_key ON settlement (area, series, breakdown, period, rule);
  CREATE INDEX settlement_by_finding ON settlement (finding);
  CREATE TRIGGER settlement_is_kept BEFORE DELETE ON settlement
    BEGIN SELECT RAISE(ABORT, 'settlements are never deleted'); END;
  CREATE TRIGGER settlement_is_fixed BEFORE UPDATE ON settlement
    BEGIN SELECT RAISE(ABORT, 'settlements are never changed'); END;

  CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('deadline', 'reminder')),
    area INTEGER NOT NULL,
    collection TEXT NOT NULL,
    due TEXT CHECK ((kind = 'deadline') = (due IS NOT NULL)),
    text TEXT NOT NULL,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX notice_by_area ON notice (area, collection);
  CREATE TRIGGER notice_is_kept BEFORE DELETE ON notice
    BEGIN SELECT RAISE(ABORT, 'notices are never deleted'); END;
  CREATE TRIGGER notice_is_fixed BEFORE UPDATE ON notice
    BEGIN SELECT RAISE(ABORT, 'notices are never changed'); END;

  -- What a heading of a country's files was once confirmed to mean; an empty column_id is a column not to be read.
  CREATE TABLE column_name (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    area INTEGER NOT NULL,
    title TEXT NOT NULL,
    column_id TEXT NOT NULL,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX column_name_by_area ON column_name (area, title);
  CREATE TRIGGER column_name_is_kept BEFORE DELETE ON column_name
    BEGIN SELECT RAISE(ABORT, 'confirmed headings are never deleted'); END;
  CREATE TRIGGER column_name_is_fixed BEFORE UPDATE ON column_name
    BEGIN SELECT RAISE(ABORT, 'confirmed headings are never changed; confirm another meaning'); END;
  `,
  // What was published, and from what. Denominators are kept as observations are: a release rests on them.
  `
  CREATE TABLE release (
    name TEXT PRIMARY KEY,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    pins TEXT NOT NULL,
    manifest TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER release_is_kept BEFORE DELETE ON release
    BEGIN SELECT RAISE(ABORT, 'releases are never deleted'); END;
  CREATE TRIGGER release_is_fixed BEFORE UPDATE ON release
    BEGIN SELECT RAISE(ABORT, 'releases are never changed; make another one'); END;
  CREATE TRIGGER reference_value_is_kept BEFORE DELETE ON reference_value
    BEGIN SELECT RAISE(ABORT, 'reference values are never deleted'); END;
  CREATE TRIGGER reference_import_is_kept BEFORE DELETE ON reference_import
    BEGIN SELECT RAISE(ABORT, 'imports of reference values are never deleted'); END;
  CREATE TRIGGER reference_import_is_fixed BEFORE UPDATE ON reference_import
    BEGIN SELECT RAISE(ABORT, 'imports of reference values are never changed'); END;
  `,
  // People and programs that may sign in. What is secret is kept as a hash: nobody who reads the file can sign in with it.
  `
  CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('focal-point', 'statistician', 'preparer', 'administrator')),
    area INTEGER CHECK ((role = 'focal-point') = (area IS NOT NULL)),
    language TEXT NOT NULL,
    created_at TEXT NOT NULL,
    disabled_at TEXT,
    password TEXT,
    totp TEXT,
    totp_step INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until TEXT
  ) STRICT;

  -- Links of invitations and resets: good once.
  CREATE TABLE account_link (
    hash TEXT PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'reset')),
    expires_at TEXT NOT NULL,
    used_at TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id),
    csrf TEXT NOT NULL,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_by_account ON session (account);

  CREATE TABLE api_token (
    hash TEXT PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('read', 'upload')),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX api_token_by_account ON api_token (account);

  -- Who did what. Each entry holds the hash of the one before, so that none can be changed or taken out unnoticed.
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    details TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is never shortened'); END;
  CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
  `,
  // Runs of pipelines. A run that was cut short has no end.
  `
  CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pipeline TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    outcome TEXT CHECK (outcome IN ('published', 'unchanged', 'nothing-to-publish', 'failed')),
    steps TEXT NOT NULL DEFAULT '[]',
    log TEXT NOT NULL DEFAULT '',
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
  ) STRICT;
  CREATE TRIGGER run_is_kept BEFORE DELETE ON run
    BEGIN SELECT RAISE(ABORT, 'runs are never deleted'); END;
  CREATE TRIGGER run_is_fixed BEFORE UPDATE ON run
    WHEN OLD.ended_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.pipeline <> OLD.pipeline OR NEW.started_at <> OLD.started_at
    BEGIN SELECT RAISE(ABORT, 'a run is only ended, and once'); END;
  `,
  // Whether countries agree to what a release published of their figures.
  `
  CREATE TABLE position (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    release TEXT NOT NULL REFERENCES release (name),
    area INTEGER NOT NULL,
    series TEXT NOT NULL,
    period INTEGER NOT NULL,
    breakdown INTEGER NOT NULL REFERENCES breakdown (id),
    kind TEXT NOT NULL CHECK (kind IN ('agree', 'object')),
    text TEXT NOT NULL,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX position_by_area ON position (area, release);
  CREATE TRIGGER position_is_kept BEFORE DELETE ON position
    BEGIN SELECT RAISE(ABORT, 'positions are never deleted'); END;
  CREATE TRIGGER position_is_fixed BEFORE UPDATE ON position
    BEGIN SELECT RAISE(ABORT, 'positions are never changed; take another one'); END;
  `,
  // Tables that preparers put together, each version kept.
  `
  CREATE TABLE definition (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL,
    PRIMARY KEY (name, version)
  ) STRICT;
  CREATE TRIGGER definition_is_kept BEFORE DELETE ON definition
    BEGIN SELECT RAISE(ABORT, 'definitions are never deleted'); END;
  CREATE TRIGGER definition_is_fixed BEFORE UPDATE ON definition
    BEGIN SELECT RAISE(ABORT, 'definitions are never changed; save another version'); END;
  `,
  // What counts is asked for with every page: the last import has to be found without reading all values.
  `
  CREATE INDEX reference_value_by_import ON reference_value (imported_at);
  `,
];
