/**
 * The indicators and code lists of the product. To add an indicator: one file in global/ or thematic/,
 * one import line and one entry here.
 */
import type { CodeList, Indicator, Series } from "../src/define.js";
import age from "./codelists/age.js";
import compositeBreakdown from "./codelists/composite-breakdown.js";
import educationLev from "./codelists/education-lev.js";
import nature from "./codelists/nature.js";
import obsStatus from "./codelists/obs-status.js";
import sex from "./codelists/sex.js";
import unitMeasure from "./codelists/unit-measure.js";
import unitMult from "./codelists/unit-mult.js";
import urbanisation from "./codelists/urbanisation.js";
import sdg441 from "./global/4.4.1.js";
import sdg4a1b from "./global/4.a.1b.js";
import sdg4a1c from "./global/4.a.1c.js";
import sdg5b1 from "./global/5.b.1.js";
import sdg9c1 from "./global/9.c.1.js";
import sdg1761 from "./global/17.6.1.js";
import sdg1781 from "./global/17.8.1.js";
import a4 from "./thematic/A4.js";
import a5 from "./thematic/A5.js";
import a7 from "./thematic/A7.js";
import a9 from "./thematic/A9.js";
import b3 from "./thematic/B3.js";
import b5 from "./thematic/B5.js";
import b7 from "./thematic/B7.js";
import b8 from "./thematic/B8.js";
import ed4 from "./thematic/ED4.js";
import ed5 from "./thematic/ED5.js";
import ed7 from "./thematic/ED7.js";
import ed8 from "./thematic/ED8.js";
import eg1 from "./thematic/EG1.js";
import ew2 from "./thematic/EW2.js";
import ew4 from "./thematic/EW4.js";
import hh4 from "./thematic/HH4.js";
import hh6 from "./thematic/HH6.js";
import hh9e from "./thematic/HH9E.js";
import hh9g from "./thematic/HH9G.js";
import hh9h from "./thematic/HH9H.js";
import hh10 from "./thematic/HH10.js";
import hh20 from "./thematic/HH20.js";
import ict1 from "./thematic/ICT1.js";
import ict2 from "./thematic/ICT2.js";
import ict4 from "./thematic/ICT4.js";
import ict5 from "./thematic/ICT5.js";

/** Global indicators in the order of their targets, then thematic ones in the order of the core list. */
export const indicators: readonly Indicator[] = [
  sdg441,
  sdg4a1b,
  sdg4a1c,
  sdg5b1,
  sdg9c1,
  sdg1761,
  sdg1781,
  a4,
  a5,
  a7,
  a9,
  hh4,
  hh6,
  hh9h,
  hh9g,
  hh9e,
  hh10,
  hh20,
  b3,
  b5,
  b7,
  b8,
  ict1,
  ict2,
  ict4,
  ict5,
  ed4,
  ed5,
  ed7,
  ed8,
  eg1,
  ew2,
  ew4,
];

export const codeLists: readonly CodeList[] = [
  age,
  compositeBreakdown,
  educationLev,
  nature,
  obsStatus,
  sex,
  unitMeasure,
  unitMult,
  urbanisation,
];

export interface SeriesOfIndicator {
  readonly indicator: Indicator;
  readonly series: Series;
}

/** Series code in upper case → the series and its indicator. Look up with `code.toUpperCase()`. */
export const seriesByCode: ReadonlyMap<string, SeriesOfIndicator> = new Map(
  indicators.flatMap((indicator) =>
    indicator.series.flatMap((series) =>
      [series.code, ...(series.aliases ?? [])].map((code): [string, SeriesOfIndicator] => [
        code.toUpperCase(),
        { indicator, series },
      ]),
    ),
  ),
);

const byId: ReadonlyMap<string, Indicator> = new Map(
  indicators.flatMap((indicator) =>
    [indicator.id, ...indicator.aliases].map((id): [string, Indicator] => [id.toUpperCase(), indicator]),
  ),
);

/** The indicator with this id or former id (`17.6.2` is 17.6.1), in any case; undefined when there is none. */
export function findIndicator(idOrAlias: string): Indicator | undefined {
  return byId.get(idOrAlias.toUpperCase());
}

const codesByList: ReadonlyMap<CodeList["id"], ReadonlySet<string>> = new Map(
  codeLists.map((list) => [list.id, new Set(list.codes.map(({ code }) => code))]),
);

/** Every code of a list, `_T` included where the list is of a dimension. */
export function codes(list: CodeList["id"]): ReadonlySet<string> {
  return codesByList.get(list) ?? new Set();
}
