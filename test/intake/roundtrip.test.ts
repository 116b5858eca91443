import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encode } from "../../scripts/fuzz/encode.js";
import { openCsv } from "../../src/intake/csv.js";
import { DELIMITERS, type Delimiter } from "../../src/intake/dialect.js";
import { detectEncoding, ENCODINGS, type Encoding } from "../../src/intake/encoding.js";
import { openRecords, type RecordOptions } from "../../src/intake/records.js";
import type { Row } from "../../src/types.js";

/** Bytes in chunks of the given sizes, again and again. */
async function* chunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] as number;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function write(table: readonly (readonly string[])[], delimiter: Delimiter, lineBreak: string): string {
  const cellOf = (cell: string) => (/[",;\t|\r\n]|^\s*$/.test(cell) ? quoted(cell) : cell);
  return table.map((cells) => cells.map(cellOf).join(delimiter)).join(lineBreak);
}

/** Where each record starts, by the line breaks before it. */
function linesOf(table: readonly (readonly string[])[]): number[] {
  let line = 1;
  return table.map((cells) => {
    const start = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return start;
  });
}

async function read(bytes: Uint8Array, options: RecordOptions, sizes: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of (await openRecords(chunks(bytes, sizes), options)).batches) rows.push(...batch);
  return rows;
}

const LETTERS: Readonly<Record<string, string>> = {
  western: "aZéèñçÑÉœß«»’–€°",
  russian: "абвгдежзийклмнопрстуфхцчшщъыьэюяЁёЖ",
  arabic: "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآئؤ،؛",
  chinese: "国家年份数值指标电话互联网一不中人，。（）",
  marks: '",;\t|\n\r 019._-',
};

/** Letters an encoding has, and the marks that need quoting. */
function cell(encoding: Encoding): fc.Arbitrary<string> {
  const letters = [...Object.values(LETTERS).join("")].filter((char) => encode(char, encoding));
  const marks = [...(LETTERS.marks as string), "\r\n"];
  const wide = encoding.startsWith("utf") ? ["😀", "𠀀"] : [];
  const unit = fc.oneof(fc.constantFrom(...letters, ...wide), fc.constantFrom(...marks));
  return fc.array(unit, { maxLength: 12 }).map((units) => units.join(""));
}

function tableOf(encoding: Encoding) {
  const cells = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(cell(encoding), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 8,
    }),
  );
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
  return [
    cells,
    fc.constantFrom(...DELIMITERS),
    fc.constantFrom("\n", "\r\n", "\r"),
    sizes,
    fc.boolean(),
  ] as const;
}

describe("any table, with the encoding given", () => {
  it.each(ENCODINGS)("comes back equal from %s, with its lines", (encoding) =>
    fc.assert(
      fc.asyncProperty(...tableOf(encoding), async (table, delimiter, lineBreak, sizes, mark) => {
        const marked = mark && encoding.startsWith("utf") ? "\ufeff" : "";
        const bytes = encode(marked + write(table, delimiter, lineBreak), encoding) as Buffer;
        // A single-cell file of blanks is an empty one.
        fc.pre(/[^\s",;|\ufeff]/.test(table.flat().join("")));
        const rows = await read(bytes, { encoding, delimiter }, sizes);
        expect(rows.map(({ cells }) => cells)).toEqual(table);
        expect(rows.map(({ line }) => line)).toEqual(linesOf(table));
      }),
      { numRuns: 150 },
    ),
  );
});

/** Header and words of a realistic file, by language. */
const REALISTIC = {
  fr: [
    "Série;Pays;Année;Valeur;Unité;Dénominateur;Source;Remarque",
    "Enquête auprès des ménages réalisée à l’échelle nationale Régie des télécommunications données révisées année précédente âge supérieur estimée mobile couverture",
  ],
  es: [
    "Serie;País;Año;Valor;Unidad;Numerador;Fuente;Comentario",
    "Encuesta de hogares sobre tecnologías de la información población según años región Órgano estadístico telefonía móvil estimación niños señal última revisión",
  ],
  ru: [
    "Показатель;Страна;Год;Значение;Единица;Знаменатель;Источник;Примечание",
    "Выборочное обследование домашних хозяйств по вопросам использования информационных технологий население в возрасте данные Росстат оценка связь подвижная сеть Министерство",
  ],
  ar: [
    "المؤشر;البلد;السنة;القيمة;الوحدة;المقام;المصدر;ملاحظة",
    "مسح الأسر المعيشية بشأن استخدام تكنولوجيا المعلومات والاتصالات السكان بحسب العمر الجهاز المركزي للإحصاء بيانات مقدرة شبكة الهاتف المحمول وزارة",
  ],
  zh: [
    "指标;国家;年份;数值;单位;分母;来源;备注",
    "住户 信息 通信 技术 使用 情况 调查 国家 统计局 年鉴 人口 移动 电话 网络 覆盖 估计 数据 修订 互联网 普查",
  ],
  en: [
    "Series;Country;Year;Value;Unit;Denominator;Source;Comment",
    "Household survey on access and use of technology by region office annual report data",
  ],
} as const;

const WRITTEN: readonly (readonly [keyof typeof REALISTIC, Encoding])[] = [
  ...(Object.keys(REALISTIC) as (keyof typeof REALISTIC)[]).flatMap((language) =>
    (["utf-8", "utf-16le", "utf-16be"] as const).map((encoding) => [language, encoding] as const),
  ),
  ["fr", "windows-1252"],
  ["es", "windows-1252"],
  ["ru", "windows-1251"],
  ["ru", "koi8-r"],
  ["ar", "windows-1256"],
  ["zh", "gb18030"],
];

/** Ten to twenty lines, each with a source made of some of the words; together at least ten. */
function realistic(language: keyof typeof REALISTIC): fc.Arbitrary<string> {
  const [header, text] = REALISTIC[language];
  const words = text.split(" ");
  const source = fc.shuffledSubarray(words, { minLength: 2 }).map((some) => some.join(" "));
  const value = fc.integer({ min: 0, max: 1000 }).map((tenths) => String(tenths / 10).replace(".", ","));
  const line = fc.tuple(value, source).map(([v, s]) => `IT_USE_II99;KEN;2020;${v};PT;1000;${s};`);
  const all = `IT_USE_II99;KEN;2019;40;PT;1000;${words.slice(0, 12).join(" ")};`;
  return fc.array(line, { minLength: 1, maxLength: 19 }).map((lines) => [header, all, ...lines].join("\n"));
}

describe("a realistic file, with nothing given", () => {
  it.each(WRITTEN)("in %s and %s is detected and read", (language, encoding) =>
    fc.assert(
      fc.asyncProperty(
        realistic(language),
        fc.boolean(),
        fc.constantFrom("\n", "\r\n"),
        async (text, mark, lineBreak) => {
          const written = text.replaceAll("\n", lineBreak);
          const bytes = encode(
            (mark && encoding.startsWith("utf") ? "\ufeff" : "") + written,
            encoding,
          ) as Buffer;
          expect(bytes, `${encoding} carries ${text}`).not.toBeNull();
          expect(detectEncoding(bytes)?.encoding).toBe(encoding);
          const { header, dialect, batches } = await openCsv(chunks(bytes, [1000]));
          expect(dialect).toMatchObject({ encoding, delimiter: ";" });
          expect(header.ignored).toEqual([]);
          const rows: Row[] = [];
          for await (const batch of batches) rows.push(...batch);
          expect(rows.map(({ cells }) => cells.join(";"))).toEqual(text.split("\n").slice(1));
        },
      ),
      { numRuns: 60 },
    ),
  );
});
