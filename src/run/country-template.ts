import { stringify } from "csv-stringify/sync";
import { indicators, seriesByCode } from "../../indicators/index.js";
import { SUBMISSION_COLUMNS } from "../../indicators/schema.js";
import { exampleLines, type Line } from "../../indicators/templates.js";
import type { Questionnaire } from "../define.js";
import { compareText, dimensionKey, dimensionsOf, groupBy } from "../keys.js";
import { DIMENSIONS, type Dimensions, type StoredObservation } from "../types.js";
import type { SheetCell } from "../workbook/sheet.js";
import { type Workbook, workbookBytes } from "../workbook/workbook.js";

/** What a country is asked: the lines of a questionnaire, those that it has answered before filled with its answers. */
export interface CountryTemplate {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly lines: readonly Line[];
}

/**
 * The template of a questionnaire for one country: of each series and breakdown the newest figure that it has handed in,
 * and below it a line for the year that is asked for, its value left empty. An empty value means that there is none
 * (OBS_STATUS O), so that a line that is sent back as it is says no more than that.
 * @param iso3 code of the country
 * @param figures of the country, in force
 * @param year that is asked for
 */
export function countryTemplate(
  questionnaire: Questionnaire,
  iso3: string,
  figures: readonly StoredObservation[],
  year: number,
): CountryTemplate {
  const own = groupBy(figures, ({ series, dimensions }) => `${series} ${dimensionKey(dimensions)}`);
  const lines = indicators
    .filter((indicator) => indicator.questionnaire === questionnaire)
    .flatMap((indicator) => {
      const asked = exampleLines(indicator).map(({ SERIES, ...codes }) => ({
        series: String(SERIES),
        dimensions: dimensionsOf(Object.fromEntries(DIMENSIONS.map((id) => [id, String(codes[id])]))),
      }));
      const codes = new Set(indicator.series.map(({ code }) => code));
      const known = figures.filter(({ series }) => codes.has(series));
      return distinct([...asked, ...known]).flatMap((one) =>
        linesOf(iso3, one, own.get(`${one.series} ${dimensionKey(one.dimensions)}`) ?? [], year),
      );
    });
  return { name: `${iso3}-${questionnaire}-${year}`, lines };
}

/** What one figure is asked for: a series and a breakdown. */
interface Asked {
  readonly series: string;
  readonly dimensions: Dimensions;
}

/** Each once, the breakdowns of a series together. */
function distinct(all: readonly Asked[]): Asked[] {
  const bySeries = groupBy(all, ({ series }) => series);
  return [...bySeries.values()].flatMap((own) =>
    [...new Map(own.map((one) => [dimensionKey(one.dimensions), one]))]
      .sort(([a], [b]) => compareText(a, b))
      .map(([, one]) => one),
  );
}

function linesOf(iso3: string, asked: Asked, known: readonly StoredObservation[], year: number): Line[] {
  const newest = known.reduce<StoredObservation | undefined>(
    (found, one) => (one.period <= year && one.period >= (found?.period ?? 0) ? one : found),
    undefined,
  );
  const filled = newest ? [filledLine(iso3, newest)] : [];
  return newest?.period === year ? filled : [...filled, emptyLine(iso3, asked, newest, year)];
}

function filledLine(iso3: string, one: StoredObservation): Line {
  return {
    ...keyCells(iso3, one, one.period),
    ...{ OBS_VALUE: one.value ?? "", UNIT_MEASURE: one.unit, UNIT_MULT: one.unitMultiplier },
    ...{ OBS_STATUS: one.status, NATURE: one.nature, NUMERATOR: one.numerator ?? "" },
    ...{ DENOMINATOR: one.denominator ?? "", AGE_SCOPE: one.ageScope, SOURCE_DETAIL: one.source },
    COMMENT_OBS: one.comment,
  };
}

function emptyLine(iso3: string, asked: Asked, before: StoredObservation | undefined, year: number): Line {
  return {
    ...keyCells(iso3, asked, year),
    ...{ OBS_VALUE: "", UNIT_MEASURE: seriesByCode.get(asked.series)?.series.unit ?? "" },
    ...{ UNIT_MULT: before?.unitMultiplier ?? 0, AGE_SCOPE: before?.ageScope ?? "" },
    SOURCE_DETAIL: before?.source ?? "",
  };
}

const keyCells = (iso3: string, { series, dimensions }: Asked, period: number): Line => ({
  ...{ SERIES: series, REF_AREA: iso3, TIME_PERIOD: period },
  ...Object.fromEntries(DIMENSIONS.map((id) => [id, dimensions[id] ?? "_T"])),
});

/** The template as CSV: comma, UTF-8 without BOM, `\n`. */
export const templateCsv = ({ lines }: CountryTemplate): string =>
  stringify([...lines], { header: true, columns: [...SUBMISSION_COLUMNS] });

/** The template as a workbook, numbers as numbers. */
export function templateWorkbook({ name, lines }: CountryTemplate, time: Date): AsyncIterable<Uint8Array> {
  const cell = (value: string | number): SheetCell => ({
    value,
    style: typeof value === "number" ? "number" : "text",
  });
  const rows = [
    { number: 1, cells: SUBMISSION_COLUMNS.map((id): SheetCell => ({ value: id, style: "header" })) },
    ...lines.map((line, index) => ({
      number: index + 2,
      cells: SUBMISSION_COLUMNS.map((id) => cell(line[id] ?? "")),
    })),
  ];
  const workbook: Workbook = {
    ...{ title: name, author: "ictsdg", time, language: "en", rightToLeft: false },
    sheets: [
      {
        ...{ name: "Data", rows, titles: 1, frozen: true, lastRow: rows.length },
        ...{ widths: SUBMISSION_COLUMNS.map((id) => Math.max(12, id.length + 4)) },
        ...{ merged: [], notes: [], links: [] },
      },
    ],
  };
  return workbookBytes(workbook);
}
