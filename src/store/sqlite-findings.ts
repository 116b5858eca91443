import type { Dimensions, Finding, RuleCount } from "../types.js";
import { type Db, readBreakdowns } from "./sqlite-ids.js";
import { conditions } from "./sqlite-where.js";
import type { FindingFilter, QuestionedFigure, QuestionedFilter, StoredFinding } from "./store.js";

type FindingRow = [
  id: number,
  rule: string,
  level: Finding["level"],
  severity: Finding["severity"],
  line: number,
  column: string,
  area: number | null,
  series: string | null,
  period: number | null,
  breakdown: number | null,
  value: number | null,
  params: string,
  vintage: number,
];

export function findings(
  db: Db,
  { id, submission, severity, rule, area, series, vintage, limit }: FindingFilter,
): StoredFinding[] {
  const { where, values } = conditions({
    "f.id = ?": id,
    "f.vintage = (SELECT id FROM vintage WHERE submission = ?)": submission,
    "f.severity = ?": severity,
    "f.rule = ?": rule,
    "COALESCE(f.area, r.area) = ?": area,
    "f.series = ?": series,
    "f.vintage <= ?": vintage,
  });
  const rows = db
    .prepare(
      `SELECT f.id, f.rule, f.level, f.severity, f.line, f.column_name, f.area, f.series, f.period, f.breakdown,
              f.value, f.params, f.vintage
         FROM finding f JOIN receipt r ON r.vintage = f.vintage ${where}
        ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.vintage, f.line, f.id
        LIMIT ?`,
    )
    .raw()
    .all(...values, limit ?? -1) as FindingRow[];
  const breakdowns = readBreakdowns(db);
  const files = filesByVintage(db);
  return rows.map((row) => toFinding(row, breakdowns, files));
}

interface TakenFile {
  readonly submission: string;
  readonly filename: string;
  readonly area: number | null;
}

/** The file of each vintage: read once, and not with each of its findings. */
function filesByVintage(db: Db): ReadonlyMap<number, TakenFile> {
  const rows = db
    .prepare(
      `SELECT v.id, v.submission, s.filename, r.area
         FROM vintage v JOIN submission s ON s.id = v.submission JOIN receipt r ON r.vintage = v.id`,
    )
    .raw()
    .all() as [number, string, string, number | null][];
  return new Map(rows.map(([id, submission, filename, area]) => [id, { submission, filename, area }]));
}

function toFinding(
  row: FindingRow,
  breakdowns: ReadonlyMap<number, Dimensions>,
  files: ReadonlyMap<number, TakenFile>,
): StoredFinding {
  const [id, rule, level, severity, line, column, area, series, period, breakdown, value, params, vintage] =
    row;
  const file = files.get(vintage) as TakenFile;
  return {
    id,
    rule,
    level,
    severity,
    line,
    column,
    key:
      area === null || series === null || period === null
        ? null
        : { series, area, period, dimensions: breakdowns.get(breakdown ?? 0) ?? {} },
    value,
    params: JSON.parse(params) as Finding["params"],
    submission: file.submission,
    filename: file.filename,
    vintage,
    area: area ?? file.area,
  };
}

type QuestionedRow = [number, string, number, number, number | null, number, number, number];

export function questioned(db: Db, { area, series, vintage }: QuestionedFilter): QuestionedFigure[] {
  // With MAX() alone in a grouped query SQLite takes the other columns from the row that holds the maximum:
  // of the lines of the newest vintage, the last.
  const rows = db
    .prepare(
      `SELECT o.area, f.series, o.period, o.breakdown, o.value, a.unit_mult, o.vintage, MAX(o.vintage * 4294967296 + o.line)
         FROM (SELECT DISTINCT area, series, breakdown, period FROM finding
                WHERE series IS NOT NULL AND (@area IS NULL OR area = @area) AND (@series IS NULL OR series = @series)) f
              JOIN series s ON s.code = f.series
              JOIN observation o ON o.area = f.area AND o.series = s.id AND o.breakdown = f.breakdown
                                AND o.period = f.period
              JOIN attributes a ON a.id = o.attributes
        WHERE @vintage IS NULL OR o.vintage <= @vintage
        GROUP BY f.area, f.series, f.breakdown, f.period`,
    )
    .raw()
    .all({ area: area ?? null, series: series ?? null, vintage: vintage ?? null }) as QuestionedRow[];
  const breakdowns = readBreakdowns(db);
  return rows.map(([ofArea, code, period, breakdown, value, unitMultiplier, newest]) => ({
    key: { series: code, area: ofArea, period, dimensions: breakdowns.get(breakdown) ?? {} },
    value: value === null ? null : value * 10 ** unitMultiplier,
    vintage: newest,
  }));
}

export function ruleCounts(db: Db, submission: string | undefined): RuleCount[] {
  return db
    .prepare(
      `SELECT rule, SUM(passed) AS pass, SUM(failed) AS fail, SUM(not_evaluable) AS notEvaluable
         FROM rule_count c JOIN vintage v ON v.id = c.vintage WHERE @submission IS NULL OR v.submission = @submission
        GROUP BY rule ORDER BY rule`,
    )
    .all({ submission: submission ?? null }) as RuleCount[];
}
