/** Deliberate faults of three files, each with the sentence that README.md lists it under. */
import { type SampleRow, SYNTHETIC } from "./row.js";

export interface Fault {
  readonly what: string;
  /** The rows with the fault in it; the rows at fault are the ones that were not there before. */
  apply(rows: readonly SampleRow[]): SampleRow[];
}

const SOURCE_DETAIL = `${SYNTHETIC} (deliberate fault)`;

function isTotal(row: SampleRow): boolean {
  return ["SEX", "URBANISATION", "EDUCATION_LEV", "COMPOSITE_BREAKDOWN"].every(
    (column) => (row[column as "SEX"] ?? "_T") === "_T",
  );
}

const at = (series: string, year: string) => (row: SampleRow) =>
  row.SERIES === series && row.TIME_PERIOD === year && isTotal(row);

/** The first row that fits, or an error: a sample without its fault would be found out much later. */
function required(rows: readonly SampleRow[], fits: (row: SampleRow) => boolean, what: string): SampleRow {
  const row = rows.find(fits);
  if (row === undefined) throw new Error(`No row to put this fault in: ${what}.`);
  return row;
}

/** Changes cells of the first row that fits. */
function change(what: string, fits: (row: SampleRow) => boolean, cells: SampleRow): Fault {
  return {
    what,
    apply(rows) {
      const found = required(rows, fits, what);
      return rows.map((row) => (row === found ? { ...row, ...cells, SOURCE_DETAIL } : row));
    },
  };
}

/** Puts a changed copy behind the first row that fits. */
function addCopy(what: string, fits: (row: SampleRow) => boolean, cells: SampleRow): Fault {
  return {
    what,
    apply(rows) {
      const found = required(rows, fits, what);
      return rows.flatMap((row) => (row === found ? [row, { ...row, ...cells, SOURCE_DETAIL }] : [row]));
    },
  };
}

/** A year in which 3G coverage exceeds 4G coverage by more than a point, so that swapping them shows. */
function swappableYear(rows: readonly SampleRow[], what: string): string {
  const exceeds = (row: SampleRow): boolean => {
    const fourth = rows.find(at("IT_MOB_4GNTWK", row.TIME_PERIOD ?? ""));
    return fourth !== undefined && Number(row.OBS_VALUE) > Number(fourth.OBS_VALUE) + 1;
  };
  return required(rows, (row) => row.SERIES === "IT_MOB_3GNTWK" && exceeds(row), what).TIME_PERIOD ?? "";
}

function swapCoverage(what: string): Fault {
  return {
    what,
    apply(rows) {
      const year = swappableYear(rows, what);
      const third = required(rows, at("IT_MOB_3GNTWK", year), what);
      const fourth = required(rows, at("IT_MOB_4GNTWK", year), what);
      const swapped = new Map([
        [third, fourth],
        [fourth, third],
      ]);
      return rows.map((row) => {
        const other = swapped.get(row);
        return other === undefined ? row : { ...row, OBS_VALUE: other.OBS_VALUE ?? "", SOURCE_DETAIL };
      });
    },
  };
}

function setTotalBelowBoth(what: string): Fault {
  const values: Readonly<Record<string, string>> = { F: "41.0", M: "39.0", _T: "30.0" };
  return {
    what,
    apply(rows) {
      const year = required(rows, (row) => row.SERIES === "ICT_HH9G", what).TIME_PERIOD;
      return rows.map((row) => {
        if (row.SERIES !== "ICT_HH9G" || row.TIME_PERIOD !== year) return row;
        return { ...row, OBS_VALUE: values[row.SEX ?? "_T"] ?? "", SOURCE_DETAIL };
      });
    },
  };
}

const firstOf = (series: string) => (row: SampleRow) => row.SERIES === series && isTotal(row);

export const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  THA: [
    addCopy("a series code nobody knows (IT_MOB_6GNTWK)", firstOf("IT_MOB_4GNTWK"), {
      SERIES: "IT_MOB_6GNTWK",
    }),
    change("a percentage of 120", firstOf("ICT_B3"), { OBS_VALUE: "120" }),
    swapCoverage("4G coverage above 3G coverage: the two values are swapped"),
    addCopy("the same key twice, with the same value", firstOf("IT_MOB_2GNTWK"), {}),
    addCopy("the same key twice, with another value", at("ICT_EW4", "2015"), { OBS_VALUE: "9.9" }),
  ],
  GEO: [
    change("a count that can be read in two ways (1,234)", at("ICT_EW4N", "2012"), { OBS_VALUE: "1,234" }),
    change("words in place of a number (about 40)", firstOf("ICT_B3"), { OBS_VALUE: "about 40" }),
    change("a missing-value symbol in place of a number (n.d.)", firstOf("ICT_B5"), { OBS_VALUE: "n.d." }),
    addCopy("a year that has not come yet (2045)", at("ICT_A4", "2019"), { TIME_PERIOD: "2045" }),
    change("a unit that is not the series' (PT for kilograms)", at("ICT_EW2", "2014"), {
      UNIT_MEASURE: "PT",
    }),
  ],
  EGY: [
    addCopy("a row of another country (JOR)", at("ICT_A4", "2016"), { REF_AREA: "JOR", OBS_VALUE: "81.5" }),
    addCopy("another row of another country (JOR)", at("ICT_A4N", "2016"), {
      REF_AREA: "JOR",
      OBS_VALUE: "7788000",
    }),
    setTotalBelowBoth("women's value above the total and above men's, and the total below both"),
  ],
};
