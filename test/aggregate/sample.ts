/** Small records for the tests of estimation and aggregation; every field not named has a plain default. */
import type { AggregateInput, Group } from "../../src/aggregate/input.js";
import type { Aggregation, Indicator, Series } from "../../src/define.js";
import type { Aggregate, Dimensions, Estimate, I18n, Observation } from "../../src/types.js";

const name: I18n = { ar: "", en: "", es: "", fr: "", ru: "", zh: "" };

export function series(code: string, aggregation: Aggregation, other: Partial<Series> = {}): Series {
  return {
    code,
    name,
    unit: "PT",
    minimum: 0,
    maximum: 100,
    integer: false,
    dimensions: {},
    aggregation,
    decimals: 1,
    ...other,
  };
}

export const mean = series("X", { method: "weighted-mean", weight: "POPULATION" });

export function indicator(all: readonly Series[], other: Partial<Indicator> = {}): Indicator {
  return {
    id: "0.0.1",
    aliases: [],
    framework: "global",
    listStatus: "adopted",
    name,
    definition: "",
    targets: [],
    custodian: "ITU",
    questionnaire: "household",
    dataSource: "",
    series: all,
    survey: true,
    denominator: "POPULATION",
    estimation: "published",
    methods: ["interpolation"],
    actionLines: [],
    methodology: "",
    caveats: [],
    ...other,
  };
}

export function reported(area: number, value: number | null, other: Partial<Observation> = {}): Observation {
  return {
    series: "X",
    area,
    period: 2020,
    dimensions: {},
    value,
    unit: "PT",
    unitMultiplier: 0,
    status: "A",
    nature: "C",
    numerator: null,
    denominator: null,
    ageScope: "",
    source: "",
    comment: "",
    line: 2,
    ...other,
  };
}

export function estimated(
  area: number,
  [low, value, high]: readonly [number, number, number],
  other: Partial<Estimate> = {},
): Estimate {
  return {
    series: "X",
    area,
    period: 2020,
    dimensions: {},
    value,
    low,
    high,
    method: "interpolation",
    donors: [],
    ...other,
  };
}

export function group(code: number, members: readonly number[]): Group {
  return { code, members: () => members };
}

/** Weights of the total by area, whatever denominator and year; no breakdown has one. */
export function weigh(totals: Readonly<Record<number, number>>): AggregateInput["weight"] {
  return (_, area, __, dimensions) => (Object.keys(dimensions).length === 0 ? totals[area] : undefined);
}

/** Areas 1, 2, 3 … weigh 100, 200, 300 … unless said otherwise; group 900 holds areas 1 to 4. */
export function input(other: Partial<AggregateInput>): AggregateInput {
  return {
    indicators: [indicator([mean])],
    observations: [],
    estimates: [],
    weight: weigh({ 1: 100, 2: 200, 3: 300, 4: 400 }),
    groups: [group(900, [1, 2, 3, 4])],
    ...other,
  };
}

export function find(aggregates: readonly Aggregate[], area: number, dimensions: Dimensions = {}): Aggregate {
  const wanted = JSON.stringify(dimensions);
  const found = aggregates.filter((one) => one.area === area && JSON.stringify(one.dimensions) === wanted);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} aggregates for area ${area} ${wanted}`);
  return only;
}
