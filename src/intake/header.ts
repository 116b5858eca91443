import { UnreadableFile } from "./errors.js";

/** Canonical columns of a submission: SDMX concept ids. */
export const COLUMNS = [
  "SERIES",
  "REF_AREA",
  "TIME_PERIOD",
  "SEX",
  "AGE",
  "URBANISATION",
  "EDUCATION_LEV",
  "COMPOSITE_BREAKDOWN",
  "OBS_VALUE",
  "UNIT_MEASURE",
  "UNIT_MULT",
  "OBS_STATUS",
  "NATURE",
  "NUMERATOR",
  "DENOMINATOR",
  "AGE_SCOPE",
  "SOURCE_DETAIL",
  "COMMENT_OBS",
  "ACTION",
] as const;
export type ColumnId = (typeof COLUMNS)[number];

const REQUIRED: readonly ColumnId[] = ["SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"];

/** Columns of SDMX-CSV messages that name the message, not the figure. Passed over without a word. */
const ENVELOPE = new Set([
  "DATAFLOW",
  "STRUCTURE",
  "STRUCTURE_ID",
  "STRUCTURE_NAME",
  "SERIES_KEY",
  "OBS_KEY",
  "FREQ",
  "REPORTING_TYPE",
]);

/** Dimensions of the SDG data structure by which no figure is asked for: they hold the total or nothing. */
export const TOTAL_ONLY = [
  "INCOME_WEALTH_QUANTILE",
  "OCCUPATION",
  "CUST_BREAKDOWN",
  "DISABILITY_STATUS",
  "ACTIVITY",
  "PRODUCT",
] as const;

const PASSED_OVER = new Set<string>([...ENVELOPE, ...TOTAL_ONLY]);

/** What people call the columns, in six languages, as `normalised` writes them. */
const NAMES: Readonly<Record<Exclude<ColumnId, "ACTION">, readonly string[]>> = {
  SERIES: [
    "series code",
    "indicator",
    "code",
    "serie",
    "série",
    "indicador",
    "indicateur",
    "code série",
    "código de serie",
    "ряд",
    "показатель",
    "код ряда",
    "код показателя",
    "السلسلة",
    "المؤشر",
    "系列",
    "指标",
    "指标代码",
  ],
  REF_AREA: [
    "area",
    "country",
    "country code",
    "iso3",
    "iso",
    "zone",
    "pays",
    "code pays",
    "país",
    "pais",
    "área",
    "страна",
    "код страны",
    "البلد",
    "الدولة",
    "国家",
    "国家代码",
    "地区",
  ],
  TIME_PERIOD: [
    "year",
    "period",
    "time",
    "année",
    "annee",
    "période",
    "año",
    "ano",
    "período",
    "год",
    "период",
    "السنة",
    "العام",
    "年份",
    "年",
    "时期",
  ],
  SEX: ["gender", "sexe", "sexo", "genre", "пол", "الجنس", "性别"],
  AGE: ["age group", "âge", "edad", "groupe d'âge", "возраст", "العمر", "السن", "年龄"],
  URBANISATION: [
    "urbanization",
    "urban rural",
    "location",
    "urbanización",
    "milieu",
    "milieu de résidence",
    "zona",
    "урбанизация",
    "местность",
    "التحضر",
    "城乡",
  ],
  EDUCATION_LEV: [
    "education",
    "education level",
    "isced",
    "niveau d'éducation",
    "nivel educativo",
    "уровень образования",
    "المستوى التعليمي",
    "教育程度",
  ],
  COMPOSITE_BREAKDOWN: [
    "breakdown",
    "composite breakdown",
    "skill",
    "speed",
    "ventilation",
    "desglose",
    "разбивка",
    "التصنيف",
    "分类",
  ],
  OBS_VALUE: ["value", "valeur", "valor", "значение", "القيمة", "数值", "值"],
  UNIT_MEASURE: ["unit", "unité", "unidad", "единица", "единица измерения", "الوحدة", "单位"],
  UNIT_MULT: [
    "multiplier",
    "unit multiplier",
    "multiplicateur",
    "multiplicador",
    "множитель",
    "المضاعف",
    "乘数",
  ],
  OBS_STATUS: ["status", "flag", "statut", "estado", "статус", "الحالة", "状态"],
  NATURE: ["nature of data", "naturaleza", "характер", "الطبيعة", "性质"],
  NUMERATOR: ["numérateur", "numerador", "числитель", "البسط", "分子"],
  DENOMINATOR: ["dénominateur", "denominador", "знаменатель", "المقام", "分母"],
  AGE_SCOPE: ["age scope", "champ d'âge", "ámbito de edad", "охват возраста", "النطاق العمري", "年龄范围"],
  SOURCE_DETAIL: ["source", "fuente", "источник", "المصدر", "来源"],
  COMMENT_OBS: [
    "comment",
    "note",
    "commentaire",
    "remarque",
    "comentario",
    "nota",
    "примечание",
    "комментарий",
    "ملاحظة",
    "تعليق",
    "备注",
    "注释",
  ],
};

const BY_NAME = new Map<string, ColumnId>(
  (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((id) =>
    [id, ...NAMES[id]].map((name) => [normalised(name), id] as const),
  ),
);

/** What a heading means that is not one of ours, or means something else than it says. */
export interface ColumnMapping {
  /** The heading; its spelling matters as little as that of the headings we know. */
  readonly title: string;
  readonly column: ColumnId;
  /** When the country confirmed it (ISO 8601); null where it is stated for the file at hand. */
  readonly confirmedAt: string | null;
}

/** Where each column stands in the file. */
export interface Header {
  readonly names: readonly string[];
  readonly columns: Readonly<Partial<Record<ColumnId, number>>>;
  /** Columns that are years, when the file has years across; empty when it has one figure a line. */
  readonly years: readonly { readonly index: number; readonly period: string }[];
  /** Names of columns that are not read. */
  readonly ignored: readonly string[];
  /** The mappings by which columns were read, titled as the file has them. */
  readonly mapped: readonly ColumnMapping[];
}

/**
 * Recognises the columns by name, in any of the six languages and in any order. A heading we know means what
 * it says unless a mapping stated for this file says otherwise; what a country confirmed earlier speaks for
 * the other headings.
 *
 * @throws UnreadableFile `file-missing-column`, `file-duplicate-column` or `file-no-header`
 */
export function readHeader(cells: readonly string[], mappings: readonly ColumnMapping[] = []): Header {
  const columns: Partial<Record<ColumnId, number>> = {};
  const years: { index: number; period: string }[] = [];
  const ignored: string[] = [];
  const mapped: ColumnMapping[] = [];
  for (const { title, index, meaning } of meanings(cells, mappings)) {
    if (meaning === "year") years.push({ index, period: title });
    else if (meaning === "unknown") ignored.push(title);
    else {
      const { column, mapping } = meaning;
      if (columns[column] !== undefined)
        throw new UnreadableFile("file-duplicate-column", { column, found: title }, 1);
      columns[column] = index;
      if (mapping) mapped.push({ ...mapping, title });
    }
  }
  const header = { names: cells.map((cell) => cell.trim()), columns, years, ignored, mapped };
  const read = years.length > 0 && columns.OBS_VALUE === undefined ? withYears(header) : withoutYears(header);
  requireColumns(read);
  return read;
}

/** Where a heading for the country of each row stands, whether or not the rest of the header can be read. */
export function areaColumn(cells: readonly string[], mappings: readonly ColumnMapping[]): number | undefined {
  return meanings(cells, mappings).find(
    ({ meaning }) => typeof meaning === "object" && meaning.column === "REF_AREA",
  )?.index;
}

interface Heading {
  readonly title: string;
  readonly index: number;
  readonly meaning: { readonly column: ColumnId; readonly mapping?: ColumnMapping } | "year" | "unknown";
}

/** What each heading means, those aside that are blank, repeat another in words, or name the message. */
function meanings(cells: readonly string[], mappings: readonly ColumnMapping[]): Heading[] {
  const stated = byHeading(mappings.filter(({ confirmedAt }) => confirmedAt === null));
  const confirmed = byHeading(mappings.filter(({ confirmedAt }) => confirmedAt !== null));
  const named = cells.some((cell) => conceptOf(cell) === "STRUCTURE_NAME");
  return cells.flatMap((cell, index): Heading[] => {
    const title = cell.trim();
    const told = stated.get(normalised(cell));
    if (told) return [{ title, index, meaning: { column: told.column, mapping: told } }];
    if (named && isLabel(cell, cells[index - 1])) return [];
    const column = columnOf(cell);
    if (column) return [{ title, index, meaning: { column } }];
    if (/^(19|20)\d\d$/.test(title)) return [{ title, index, meaning: "year" }];
    if (title === "" || PASSED_OVER.has(conceptOf(cell))) return [];
    const known = confirmed.get(normalised(cell));
    return [{ title, index, meaning: known ? { column: known.column, mapping: known } : "unknown" }];
  });
}

function byHeading(mappings: readonly ColumnMapping[]): ReadonlyMap<string, ColumnMapping> {
  return new Map(mappings.map((mapping) => [normalised(mapping.title), mapping]));
}

/** The years tell the period of each figure, so a column of periods beside them is not read. */
function withYears(header: Header): Header {
  const { TIME_PERIOD: period, ...columns } = header.columns;
  if (period === undefined) return header;
  return { ...header, columns, ignored: [...header.ignored, header.names[period] ?? ""] };
}

function withoutYears(header: Header): Header {
  return { ...header, years: [], ignored: [...header.ignored, ...header.years.map(({ period }) => period)] };
}

/** The SDMX concept that heads a column, without label ("SEX: Sex") and marks of repetition ("STRUCTURE[;]"). */
export function conceptOf(name: string): string {
  return name.replace(/(:|\[).*$/s, "").trim();
}

/** True when the header is that of an SDMX-CSV message, of version 1.0 or later. */
export function isSdmx(header: Header): boolean {
  return header.names.some((name) => ["DATAFLOW", "STRUCTURE"].includes(conceptOf(name)));
}

/** ACTION is taken by its SDMX name only: "Action" is what people head a column of remarks with. */
function columnOf(cell: string): ColumnId | undefined {
  return conceptOf(cell) === "ACTION" ? "ACTION" : BY_NAME.get(normalised(cell));
}

/** SDMX-CSV with labels=name repeats each column in words after it: "SEX" and then "Sex". */
function isLabel(cell: string, before: string | undefined): boolean {
  const isId = (text: string) => /^[A-Z][A-Z0-9_]*$/.test(text.trim());
  return before !== undefined && isId(before) && !isId(cell);
}

function requireColumns({ names, columns, years, ignored }: Header): void {
  const across = years.length > 0;
  const missing = REQUIRED.filter(
    (id) => columns[id] === undefined && !(across && (id === "TIME_PERIOD" || id === "OBS_VALUE")),
  );
  const found = shortened(names);
  if (missing.length === REQUIRED.length)
    throw new UnreadableFile("file-no-header", { found, expected: REQUIRED.join(", ") }, 1);
  if (missing.length === 0) return;
  const params = { column: missing.join(", "), found, unread: shortened(ignored) };
  throw new UnreadableFile("file-missing-column", params, 1);
}

const shortened = (titles: readonly string[]): string => titles.join(", ").slice(0, 200);

/** True where two headings are spelled so much alike that they are one. */
export function isSameHeading(one: string, other: string): boolean {
  return normalised(one) === normalised(other);
}

/** Case, accents' spelling, underscores, marks of byte order and SDMX labels ("SEX: Sex") do not matter. */
function normalised(name: string): string {
  return (
    name
      .normalize("NFC")
      .replace(/^\ufeff/, "")
      .split(":")[0]
      ?.trim()
      .toLowerCase()
      .replace(/[\s_’'-]+/g, " ") ?? ""
  );
}
