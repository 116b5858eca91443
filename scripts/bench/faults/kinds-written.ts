/** Faults in how a line is written: a person who looks at the line alone could see them. */
import { type Fault, inOneRow, type Kind, newValue } from "./kind.js";
import { COLUMNS, figureOf, isCount, type Row, written } from "./rows.js";

/** Every row by itself, in each of the ways that `ways` gives. */
function eachRow(
  rows: readonly Row[],
  ways: (row: Row, index: number) => readonly Partial<Row>[],
  strength: number | null = null,
): Fault[] {
  return rows.flatMap((row, index) =>
    ways(row, index).map((cells) => inOneRow(rows, index, cells, strength)),
  );
}

const value = (text: string): Partial<Row> => ({ OBS_VALUE: text });

export const strayCharacter: Kind = {
  id: "stray-character",
  what: "the letter O for 0 or l for 1, or a word behind the number",
  faults: (rows) =>
    eachRow(rows, ({ OBS_VALUE: text }) => [
      ...(text.includes("0") ? [value(text.replace("0", "O"))] : []),
      ...(text.includes("1") ? [value(text.replace("1", "l"))] : []),
      value(`${text} approx`),
    ]),
};

export const decimalComma: Kind = {
  id: "decimal-comma",
  // 45,2 is read as 45.2 whatever the other lines have, and is no fault.
  what: "a decimal comma before three decimals in a file of decimal points, or a point that groups a count",
  faults: (rows) =>
    eachRow(rows, ({ OBS_VALUE: text }) => {
      if (/^[1-9]\d*\.\d{3}$/.test(text)) return [value(text.replace(".", ","))];
      return /^\d{4,6}$/.test(text) ? [value(text.replace(/(\d{3})$/, ".$1"))] : [];
    }),
};

export const wrongYear: Kind = {
  id: "wrong-year",
  what: "another century, digits exchanged or a digit doubled in the year",
  faults: (rows) =>
    eachRow(rows, ({ TIME_PERIOD: year }) =>
      [
        { TIME_PERIOD: `19${year.slice(2)}` },
        { TIME_PERIOD: `21${year.slice(2)}` },
        { TIME_PERIOD: `2${year[2]}0${year[3]}` },
        { TIME_PERIOD: `20${year.slice(1)}` },
      ].filter(({ TIME_PERIOD }) => TIME_PERIOD !== year),
    ),
};

export const wrongCountry: Kind = {
  id: "wrong-country",
  what: "the code of another country in one line",
  faults: (rows, { neighbour }) =>
    eachRow(rows, () => (neighbour[0] ? [{ REF_AREA: neighbour[0].REF_AREA }] : [])),
};

/** Two neighbouring letters exchanged, wherever that makes another word. */
function exchanged(text: string): string[] {
  return [...text].flatMap((letter, i) => {
    const next = text[i + 1];
    return next && next !== letter ? [`${text.slice(0, i)}${next}${letter}${text.slice(i + 2)}`] : [];
  });
}

export const misspeltCode: Kind = {
  id: "misspelt-code",
  what: "two letters exchanged in the code of a series or breakdown, W for women, H for men",
  faults: (rows) =>
    eachRow(rows, ({ SERIES, SEX, COMPOSITE_BREAKDOWN }) => [
      ...exchanged(SERIES).map((code) => ({ SERIES: code })),
      ...exchanged(COMPOSITE_BREAKDOWN).map((code) => ({ COMPOSITE_BREAKDOWN: code })),
      ...(SEX === "_T" ? [] : [{ SEX: SEX === "F" ? "W" : "H" }]),
    ]),
};

export const missingValue: Kind = {
  id: "missing-value",
  what: "no value, and the status A of a normal one",
  faults: (rows) => eachRow(rows, () => [value("")]),
};

export const lostCell: Kind = {
  id: "lost-cell",
  what: "a cell left out, so that the rest of the line stands one column too far left",
  faults: (rows) =>
    rows.flatMap((row, index) =>
      COLUMNS.slice(0, -1).map((lost, at) => {
        const moved = COLUMNS.slice(at).map((column, i) => [column, row[COLUMNS[at + i + 1] ?? column]]);
        const cells = { ...Object.fromEntries(moved), SOURCE_DETAIL: "" };
        return { ...inOneRow(rows, index, cells, null), what: `without ${lost}` };
      }),
    ),
};

export const sign: Kind = {
  id: "sign",
  what: "a minus before the value",
  faults: (rows) => eachRow(rows, (row) => (figureOf(row) > 0 ? [value(`-${row.OBS_VALUE}`)] : [])),
};

export const duplicateKey: Kind = {
  id: "duplicate-key",
  what: "a line twice, the second time with another value",
  faults: (rows) =>
    rows.map((row) => {
      const other = written(figureOf(row) + (isCount(row) ? 1 : 0.1));
      const copy = { ...row, OBS_VALUE: other };
      return { changed: new Map(), added: [copy], strength: null, what: `${row.OBS_VALUE} and ${other}` };
    }),
};

export const multiplier: Kind = {
  id: "multiplier",
  what: "a count of 1000 or more in thousands instead of units, or units said to be thousands",
  faults: (rows) =>
    rows.flatMap((row, index) => {
      if (!isCount(row) || figureOf(row) < 1000) return [];
      const thousands = written(Math.round(figureOf(row) / 1000));
      const said = inOneRow(rows, index, { UNIT_MULT: "3" }, Number.POSITIVE_INFINITY);
      return [newValue(rows, index, thousands), said];
    }),
};
