import { ServiceError } from "../errors.js";

/** The first and the last day of a period, `YYYY-MM-DD`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** Months of a reporting period: year, semester, trimester, quarter, month. */
const MONTHS: Readonly<Record<string, number>> = { A: 12, S: 6, T: 4, Q: 3, M: 1 };
const DAY = 86_400_000;

const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The days of a period as SDMX writes it (SDMX 2.1, section 6, 4.2: Gregorian periods, reporting periods that start
 * in January, and times).
 * @throws ServiceError when it is none
 */
export function daysOf(text: string): Days {
  const found = gregorian(text) ?? reporting(text);
  if (found) return found;
  throw new ServiceError(
    "syntax",
    `"${text.slice(0, 40)}" is no period. Write 2019, 2019-06, 2019-06-30, 2019-Q2 or a time such as 2019-06-30T12:00:00Z.`,
  );
}

function gregorian(text: string): Days | undefined {
  const [, year, month, date] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return months(Number(year), 0, 12);
  if (date === undefined)
    return +month >= 1 && +month <= 12 ? months(Number(year), Number(month) - 1, 1) : undefined;
  const time = Date.parse(`${year}-${month}-${date}`);
  return Number.isNaN(time) ? undefined : { first: day(time), last: day(time) };
}

function reporting(text: string): Days | undefined {
  const [, year, kind = "", number] = /^(\d{4})-([ASTQMWD])(\d{1,3})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [of, at] = [Number(year), Number(number)];
  const length = MONTHS[kind];
  if (length !== undefined)
    return at >= 1 && at * length <= 12 ? months(of, (at - 1) * length, length) : undefined;
  if (at < 1 || at > (kind === "W" ? 53 : 366)) return undefined;
  const start = kind === "W" ? firstWeek(of) + (at - 1) * 7 * DAY : Date.UTC(of, 0, at);
  return { first: day(start), last: day(kind === "W" ? start + 6 * DAY : start) };
}

const months = (year: number, from: number, length: number): Days => ({
  first: day(Date.UTC(year, from, 1)),
  last: day(Date.UTC(year, from + length, 0)),
});

/** The Monday of the week with 4 January (ISO 8601). */
function firstWeek(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
}
