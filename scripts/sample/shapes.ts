/** How the files of the sample look: the dialects that ministries and statistics offices send. */
import { stringify } from "csv-stringify/sync";
import { type Encoding, encode } from "./encode.js";
import { FIRST_YEAR, LAST_YEAR, SAMPLE_COLUMNS, type SampleColumn, type SampleRow } from "./row.js";

export interface Shape {
  /** For README.md. */
  readonly what: string;
  readonly delimiter: string;
  readonly encoding: Encoding;
  readonly decimalComma?: boolean;
  readonly yearsAcross?: boolean;
  readonly headers?: Readonly<Partial<Record<SampleColumn, string>>>;
  /** Source notes in the country's language: of real and of invented figures. */
  readonly sources?: { readonly real: string; readonly synthetic: string };
}

export const CANONICAL: Shape = { what: "comma, UTF-8", delimiter: ",", encoding: "utf-8" };

export const SHAPES: Readonly<Record<string, Shape>> = {
  SEN: {
    what: "semicolon, decimal comma, Windows-1252, French headers",
    delimiter: ";",
    encoding: "windows-1252",
    decimalComma: true,
    headers: {
      SERIES: "Série",
      REF_AREA: "Pays",
      TIME_PERIOD: "Année",
      SEX: "Sexe",
      URBANISATION: "Milieu",
      EDUCATION_LEV: "Niveau d'éducation",
      COMPOSITE_BREAKDOWN: "Ventilation",
      OBS_VALUE: "Valeur",
      UNIT_MEASURE: "Unité",
      OBS_STATUS: "Statut",
      NUMERATOR: "Numérateur",
      DENOMINATOR: "Dénominateur",
      AGE_SCOPE: "Champ d'âge",
      SOURCE_DETAIL: "Source",
    },
    sources: {
      real: "Base de données mondiale des ODD de l'ONU, 2020",
      synthetic: "SYNTHETIC : chiffre inventé pour la démonstration",
    },
  },
  SAU: {
    what: "tab, UTF-16LE with byte order mark",
    delimiter: "\t",
    encoding: "utf-16le",
    sources: {
      real: "قاعدة بيانات الأمم المتحدة لأهداف التنمية المستدامة، 2020",
      synthetic: "SYNTHETIC: رقم مختلق لأغراض العرض",
    },
  },
  BRA: {
    what: "comma, UTF-8, years across the columns",
    delimiter: ",",
    encoding: "utf-8",
    yearsAcross: true,
  },
  CRI: {
    what: "semicolon, decimal comma, UTF-8 with byte order mark",
    delimiter: ";",
    encoding: "utf-8-bom",
    decimalComma: true,
    sources: {
      real: "Base de datos mundial de los ODS de las Naciones Unidas, 2020",
      synthetic: "SYNTHETIC: cifra inventada para la demostración",
    },
  },
  PRT: { what: "pipe, UTF-8", delimiter: "|", encoding: "utf-8" },
  KAZ: {
    what: "semicolon, decimal comma, Windows-1251, source notes in Russian",
    delimiter: ";",
    encoding: "windows-1251",
    decimalComma: true,
    sources: {
      real: "Глобальная база данных ООН по показателям ЦУР, 2020",
      synthetic: "SYNTHETIC: вымышленное значение для демонстрации",
    },
  },
};

function localised(row: SampleRow, { decimalComma, sources }: Shape): SampleRow {
  const source = row.SOURCE_DETAIL?.startsWith("SYNTHETIC") ? sources?.synthetic : sources?.real;
  return {
    ...row,
    OBS_VALUE: decimalComma ? (row.OBS_VALUE ?? "").replace(".", ",") : (row.OBS_VALUE ?? ""),
    SOURCE_DETAIL: source ?? row.SOURCE_DETAIL ?? "",
  };
}

const DIMENSION_COLUMNS: readonly string[] = ["SEX", "URBANISATION", "EDUCATION_LEV", "COMPOSITE_BREAKDOWN"];
const cellsOf = (row: SampleRow, columns: readonly SampleColumn[]): string[] =>
  columns.map((column) => row[column] ?? (DIMENSION_COLUMNS.includes(column) ? "_T" : ""));

function longTable(rows: readonly SampleRow[], shape: Shape): string[][] {
  const header = SAMPLE_COLUMNS.map((column) => shape.headers?.[column] ?? column);
  return [header, ...rows.map((row) => cellsOf(localised(row, shape), SAMPLE_COLUMNS))];
}

const WIDE_COLUMNS = [
  "SERIES",
  "REF_AREA",
  "SEX",
  "URBANISATION",
  "EDUCATION_LEV",
  "COMPOSITE_BREAKDOWN",
  "UNIT_MEASURE",
  "AGE_SCOPE",
  "SOURCE_DETAIL",
] as const;

function wideTable(rows: readonly SampleRow[]): string[][] {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => String(FIRST_YEAR + index));
  const lines = new Map<string, { stub: string[]; values: Map<string, string> }>();
  for (const row of rows) {
    const stub = cellsOf(row, WIDE_COLUMNS);
    const line = lines.get(stub.join("|")) ?? { stub, values: new Map<string, string>() };
    line.values.set(row.TIME_PERIOD ?? "", row.OBS_VALUE ?? "");
    lines.set(stub.join("|"), line);
  }
  const body = [...lines.values()].map(({ stub, values }) => [
    ...stub,
    ...years.map((year) => values.get(year) ?? ""),
  ]);
  return [[...WIDE_COLUMNS, ...years], ...body];
}

/** The bytes of a country's file. */
export function writeFile(rows: readonly SampleRow[], shape: Shape): Buffer {
  const table = shape.yearsAcross ? wideTable(rows) : longTable(rows, shape);
  return encode(stringify(table, { delimiter: shape.delimiter }), shape.encoding);
}
