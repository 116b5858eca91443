/**
 * United Nations World Population Prospects, CSV files of population by age and sex: PopulationByAge5GroupSex,
 * PopulationBySingleAgeSex and, in 2019, PopulationByAgeSex. Layout of the 2019–2024 editions.
 */
import type { Dimensions, ReferenceValue } from "../types.js";
import { AGE_RANGES, type AgeRange, bandsThatMake } from "./age-codes.js";
import { COLUMNS, isByAge, personsCell, REQUIRED, skip } from "./import-wpp.js";
import { malformed } from "./malformed.js";
import {
  headerOf,
  type ImportOptions,
  periodCell,
  type ReferenceReader,
  type Skipped,
  type Unmade,
} from "./reader.js";
import { forEachRecord, type ReferenceRecord } from "./records.js";

/** One line of the file: an age group of one country and year; persons in the order of `COLUMNS`. */
interface Band extends AgeRange {
  readonly persons: readonly (number | undefined)[];
}

/** All age groups of one country and year. */
interface Place {
  readonly area: number;
  readonly period: number;
  readonly bands: Band[];
}

/**
 * `LocID,…,Variant,Time,…,AgeGrp,…,PopMale,PopFemale,PopTotal`, in thousands, one age group a line. Makes the ages of
 * the code list that the groups add up to, of both sexes together and of each. The total of all ages is left to the
 * file of total population: the sum of rounded groups would contradict it by some persons.
 */
export const readWppAges: ReferenceReader = {
  format: "un-wpp-ages",
  header: "LocID,Variant,Time,AgeGrp,PopMale,PopFemale,PopTotal",
  recognises: (text) => isByAge(text) && REQUIRED.every((column) => headerOf(text).includes(column)),
  read(text, options, areas) {
    const places = new Map<string, Place>();
    const skipped: Skipped[] = [];
    forEachRecord(text, options.file, [...REQUIRED, "AgeGrp"], (record) => {
      const area = areas.findArea(record.cells.LocID ?? "");
      const left = skip(record, area);
      if (left !== undefined) skipped.push(left);
      else if (area !== undefined) placeOf(places, area, periodCell(record, "Time")).bands.push(band(record));
    });
    const all = [...places.values()];
    return { values: all.flatMap((place) => valuesOf(place, options)), skipped, unmade: unmadeOf(all) };
  },
};

function placeOf(places: Map<string, Place>, area: number, period: number): Place {
  const key = `${area} ${period}`;
  const found = places.get(key) ?? { area, period, bands: [] };
  places.set(key, found);
  return found;
}

function band(record: ReferenceRecord): Band {
  const cell = record.cells.AgeGrp ?? "";
  const [, from, open, to = from] = /^(\d+)(?:(\+)|-(\d+))?$/.exec(cell) ?? [];
  if (from === undefined) {
    const cause = `AgeGrp is "${cell}", which is no age.`;
    throw malformed(record.file, record.line, cause, "Write one age (17), a group (15-19) or 100+.");
  }
  return {
    from: Number(from),
    to: open === undefined ? Number(to) : Infinity,
    persons: COLUMNS.map(([column]) => personsCell(record, column)),
  };
}

function valuesOf(
  { area, period, bands }: Place,
  { series, revision, source }: ImportOptions,
): ReferenceValue[] {
  return AGE_RANGES.flatMap((range) => {
    const parts = bandsThatMake(range, bands) ?? [];
    return COLUMNS.flatMap(([, of], index) => {
      const value = sumOf(parts.map(({ persons }) => persons[index]));
      if (value === undefined) return [];
      const dimensions: Dimensions = { ...of, AGE: range.code };
      return [{ series, area, period, dimensions, value, revision, source }];
    });
  });
}

/** Undefined when there are none or one of them is not known. */
function sumOf(persons: readonly (number | undefined)[]): number | undefined {
  if (persons.length === 0) return undefined;
  return persons.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
}

/** The ages that the groups of some country and year do not add up to. */
function unmadeOf(places: readonly Place[]): Unmade[] {
  const counted = AGE_RANGES.map((range) => ({
    age: range.code,
    places: places.filter(({ bands }) => bandsThatMake(range, bands) === undefined).length,
    of: places.length,
  }));
  return counted.filter(({ places: lacking }) => lacking > 0);
}
