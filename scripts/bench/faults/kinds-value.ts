/** Faults in a value that is well written: only other figures can give them away. */
import { type Fault, type Kind, newValue, newValues, POINTS } from "./kind.js";
import {
  byKey,
  figureOf,
  historyId,
  isCount,
  isPercentage,
  isSurvey,
  keyId,
  keyWith,
  type Row,
  written,
  yearOf,
} from "./rows.js";

const each = (
  rows: readonly Row[],
  faults: (row: Row, index: number) => readonly (Fault | null)[],
): Fault[] => rows.flatMap((row, index) => faults(row, index).filter((fault) => fault !== null));

export const digitsExchanged: Kind = {
  id: "digits-exchanged",
  what: "two neighbouring digits of the value exchanged",
  faults: (rows) =>
    each(rows, ({ OBS_VALUE: text }, index) =>
      [...text].map((digit, i) => {
        const next = text[i + 1] ?? "";
        if (!/\d\d/.test(digit + next) || digit === next) return null;
        return newValue(rows, index, text.slice(0, i) + next + digit + text.slice(i + 2));
      }),
    ),
};

export const decimalPoint: Kind = {
  id: "decimal-point",
  what: "the decimal point one or two places too far left or right; a zero too many or too few in a count",
  faults: (rows) =>
    each(rows, (row, index) =>
      [10, 100, 0.1, 0.01].map((factor) => {
        const moved = figureOf(row) * factor;
        return newValue(rows, index, written(isCount(row) ? Math.round(moved) : moved));
      }),
    ),
};

export const shareForPercent: Kind = {
  id: "share-for-percent",
  what: "a share for a percentage: 0.45 for 45",
  faults: (rows) =>
    each(rows, (row, index) => [
      isPercentage(row) ? newValue(rows, index, written(figureOf(row) / 100)) : null,
    ]),
};

export const otherCountry: Kind = {
  id: "other-country",
  what: "the value of the next country in the list, of the same series, breakdown and year",
  faults: (rows, { neighbour }) => {
    const theirs = byKey(neighbour);
    return each(rows, (row, index) => {
      const other = theirs.get(keyId(row));
      return [other ? newValue(rows, index, other.OBS_VALUE) : null];
    });
  },
};

/** Series that people take for one another. */
const CONFUSED = [
  ["IT_MOB_2GNTWK", "IT_MOB_3GNTWK"],
  ["IT_MOB_3GNTWK", "IT_MOB_4GNTWK"],
  ["IT_MOB_2GNTWK", "IT_MOB_4GNTWK"],
  ["IT_USE_II99", "IT_MOB_OWN"],
  ["IT_NET_BBND", "IT_NET_BBNDN"],
] as const;

export const otherSeries: Kind = {
  id: "other-series",
  what: "the values of two series exchanged (2G, 3G and 4G, use and ownership, rate and count), or the value of one given for the other",
  faults: (rows) => {
    const places = new Map(rows.map((row, index) => [keyId(row), index]));
    return each(rows, (row, index) =>
      CONFUSED.flatMap(([one, other]) => {
        const at = row.SERIES === one ? places.get(keyWith(row, { SERIES: other })) : undefined;
        if (at === undefined) return [];
        const [a, b] = [row.OBS_VALUE, (rows[at] as Row).OBS_VALUE];
        return [
          newValues(
            rows,
            new Map([
              [index, b],
              [at, a],
            ]),
            `${one} ${a} and ${other} ${b} exchanged`,
          ),
          newValues(rows, new Map([[index, b]]), `${one} ${a} → ${b}, the value of ${other}`),
          newValues(rows, new Map([[at, a]]), `${other} ${b} → ${a}, the value of ${one}`),
        ];
      }),
    );
  },
};

/** The rows of each series and breakdown by year, with their places in the file. */
function histories(rows: readonly Row[]): { row: Row; index: number }[][] {
  const found = new Map<string, { row: Row; index: number }[]>();
  rows.forEach((row, index) => {
    const id = historyId(row);
    found.set(id, [...(found.get(id) ?? []), { row, index }]);
  });
  return [...found.values()].map((history) => history.sort((a, b) => yearOf(a.row) - yearOf(b.row)));
}

export const yearShift: Kind = {
  id: "year-shift",
  what: "a series one year out of place: each year has the value of the year before it",
  faults: (rows, { history: all }) => {
    const known = byKey(all);
    return histories(rows).flatMap((history) => {
      const values = new Map<number, string>();
      for (const { row, index } of history) {
        const before = known.get(keyWith(row, { TIME_PERIOD: String(yearOf(row) - 1) }));
        if (before) values.set(index, before.OBS_VALUE);
      }
      return [newValues(rows, values, `${historyId((history[0] as { row: Row }).row)} one year late`)];
    });
  },
};

const BREAK = 15;

export const levelBreak: Kind = {
  id: "level-break",
  what: `a survey figure ${BREAK} points higher or lower from a year on, for women and men alike, and no break marked`,
  faults: (rows, { history: all }) => {
    const known = byKey(all);
    return each(rows, (first) => {
      const before = known.get(keyWith(first, { TIME_PERIOD: String(yearOf(first) - 1) }));
      if (!isSurvey(first) || first.SEX !== "_T" || !before) return [];
      return [BREAK, -BREAK].map((points) => {
        const values = new Map(
          rows.flatMap((row, index) => {
            const since = row.SERIES === first.SERIES && yearOf(row) >= yearOf(first);
            if (!since || row.COMPOSITE_BREAKDOWN !== first.COMPOSITE_BREAKDOWN) return [];
            return [[index, written(figureOf(row) + points)] as const];
          }),
        );
        if ([...values.values()].some((text) => Number(text) < 0 || Number(text) > 100)) return null;
        return newValues(rows, values, `${points} points from ${first.TIME_PERIOD} on`);
      });
    });
  },
};

/** Points: half of the least that must be found elsewhere, because a gap between the sexes is what is published. */
const GAP = POINTS / 2;

/** Women's and men's rows and the total of each series, skill and year that has all three. */
function bySex(rows: readonly Row[]): { total: number; women: number; men: number }[] {
  const places = new Map(rows.map((row, index) => [keyId(row), index]));
  return rows.flatMap((row, total) => {
    if (row.SEX !== "_T") return [];
    const women = places.get(keyWith(row, { SEX: "F" }));
    const men = places.get(keyWith(row, { SEX: "M" }));
    return women === undefined || men === undefined ? [] : [{ total, women, men }];
  });
}

export const sexesExchanged: Kind = {
  id: "sexes-exchanged",
  what: `women's and men's values exchanged, at least ${GAP} points apart`,
  faults: (rows) =>
    bySex(rows).map(({ women, men }) => {
      const [f, m] = [(rows[women] as Row).OBS_VALUE, (rows[men] as Row).OBS_VALUE];
      const fault = newValues(
        rows,
        new Map([
          [women, m],
          [men, f],
        ]),
        `women ${f} and men ${m} exchanged`,
      );
      return { ...fault, strength: Math.abs(Number(f) - Number(m)) / GAP };
    }),
};

export const oneSexForTotal: Kind = {
  id: "one-sex-for-total",
  what: `the value of one sex as the total, women and men at least ${GAP} points apart`,
  faults: (rows) =>
    bySex(rows).flatMap(({ total, women, men }) => {
      const [f, m] = [(rows[women] as Row).OBS_VALUE, (rows[men] as Row).OBS_VALUE];
      const strength = Math.abs(Number(f) - Number(m)) / GAP;
      return [f, m].map((text) => ({ ...newValue(rows, total, text), strength }));
    }),
};

/** Share of the total that a tier is off by. */
const OFF = 0.05;
const TIERS = ["IS_256KT2M", "IS_2MT10M", "IS_GE10M"];

export const tiers: Kind = {
  id: "tiers",
  what: `the value of one speed tier in the place of another, at least ${100 * OFF} % of the total off`,
  faults: (rows) => {
    const known = byKey(rows);
    return each(rows, (row, index) => {
      const [total, ...parts] = ["_T", ...TIERS].map((tier) =>
        known.get(keyWith(row, { COMPOSITE_BREAKDOWN: tier })),
      );
      if (!TIERS.includes(row.COMPOSITE_BREAKDOWN) || !total || parts.some((part) => !part)) return [];
      return (parts as Row[])
        .filter((part) => part !== row)
        .map((part) => ({
          ...newValue(rows, index, part.OBS_VALUE),
          strength: Math.abs(figureOf(part) - figureOf(row)) / (OFF * figureOf(total)),
        }));
    });
  },
};
