import type { Indicator, Series, TableInput } from "../define.js";
import { dimensionKey } from "../keys.js";
import type { Aggregate } from "../types.js";
import type { ColumnSpec, Line } from "./columns.js";
import { withIndicator } from "./measured.js";

/** Columns of an indicator's series with its latest world value and what that rests on. */
export const WORLD_COLUMNS: readonly ColumnSpec[] = [
  { id: "INDICATOR", type: "text" },
  { id: "INDICATOR_NAME", type: "text" },
  { id: "SERIES", type: "text", role: "dimension" },
  { id: "SERIES_NAME", type: "text" },
  { id: "TIME_PERIOD", type: "integer", role: "dimension" },
  { id: "UNIT_MEASURE", type: "text" },
  { id: "OBS_VALUE", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "OBS_STATUS", type: "text" },
  { id: "LOW", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "HIGH", type: "number", decimalsIn: "DECIMALS", statusIn: "OBS_STATUS" },
  { id: "DECIMALS", type: "integer" },
  { id: "WEIGHT_REPORTED", type: "number", decimals: 3 },
  { id: "COUNTRIES", type: "integer", role: "measure" },
  { id: "COUNTRIES_REPORTED", type: "integer", role: "measure" },
  { id: "COUNTRIES_ESTIMATED", type: "integer", role: "measure" },
  { id: "COUNTRIES_EVER", type: "integer", role: "measure" },
];

/** Lines of an indicator, one for each of its series. */
export type WorldLines = (indicator: Indicator) => readonly Line[];

/** The latest world value of every series, all breakdowns together, and how many countries ever reported it. */
export function createWorldLines(input: TableInput): WorldLines {
  const latest = latestWorld(input);
  const ever = reporters(input);
  const lineOf = (indicator: Indicator, series: Series): Line => ({
    INDICATOR: indicator.id,
    INDICATOR_NAME: indicator.name[input.language],
    SERIES: series.code,
    SERIES_NAME: series.name[input.language],
    UNIT_MEASURE: series.unit,
    DECIMALS: series.decimals,
    COUNTRIES_EVER: ever.get(series.code)?.size ?? 0,
    ...worldCells(latest.get(series.code)),
  });
  return (indicator) => indicator.series.map((series) => lineOf(indicator, series));
}

const worldCells = (world: Aggregate | undefined): Line =>
  world
    ? {
        TIME_PERIOD: world.period,
        OBS_VALUE: world.value,
        OBS_STATUS: world.status,
        LOW: world.low,
        HIGH: world.high,
        WEIGHT_REPORTED: world.weightCovered,
        COUNTRIES: world.countries,
        COUNTRIES_REPORTED: world.countriesReported,
        COUNTRIES_ESTIMATED: world.countriesEstimated,
      }
    : {};

function latestWorld({ aggregates, groups }: TableInput): ReadonlyMap<string, Aggregate> {
  const world = groups.find(({ kind }) => kind === "world")?.code;
  const latest = new Map<string, Aggregate>();
  for (const one of aggregates) {
    if (one.area !== world || one.value === null || dimensionKey(one.dimensions) !== "") continue;
    if (one.period > (latest.get(one.series)?.period ?? 0)) latest.set(one.series, one);
  }
  return latest;
}

function reporters(input: TableInput): ReadonlyMap<string, ReadonlySet<number>> {
  const groups = new Set(input.groups.map(({ code }) => code));
  const areas = new Map<string, Set<number>>();
  for (const { record, series } of withIndicator(input.observations)) {
    if (record.value === null || groups.has(record.area)) continue;
    areas.set(series.code, (areas.get(series.code) ?? new Set()).add(record.area));
  }
  return areas;
}
