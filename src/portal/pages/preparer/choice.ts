import { seriesByCode } from "../../../../indicators/index.js";
import { KINDS, type Kind } from "../../published/charts.js";
import { chosenIn, type Form, one } from "./choices.js";

/** What a table of one's own is put together from. */
export interface Choice {
  /** Codes of series, in the order chosen. */
  readonly series: readonly string[];
  /** M49 codes of groups and countries. */
  readonly areas: readonly number[];
  readonly from: number | null;
  readonly to: number | null;
  readonly chart: Kind;
}

/** More would be a table for a machine, which the tables of a release are. */
const MOST = { series: 12, areas: 300 } as const;

/** Charts of chosen series and areas. */
export const CHARTS: readonly Kind[] = KINDS.filter((kind) => kind !== "heat");

/** What an address or a saved definition chooses; what nobody knows is left out. */
export function choiceIn(form: Form): Choice {
  const series = (chosenIn(form, "series") ?? []).filter((code) => seriesByCode.has(code));
  const areas = [...(chosenIn(form, "groups") ?? []), ...(chosenIn(form, "countries") ?? [])].map(Number);
  const year = (name: string) => (/^\d{4}$/.test(one(form, name)) ? Number(one(form, name)) : null);
  return {
    series: [...new Set(series)].slice(0, MOST.series),
    areas: [...new Set(areas)].filter(Number.isInteger).slice(0, MOST.areas),
    from: year("from"),
    to: year("to"),
    chart: CHARTS.find((kind) => kind === one(form, "chart")) ?? "line",
  };
}

/** The address that chooses the same. Groups are told from countries, so that each is ticked where it was. */
export function choiceQuery(
  { series, areas, from, to, chart }: Choice,
  isGroup: (area: number) => boolean,
): URLSearchParams {
  return new URLSearchParams([
    ...series.map((code): [string, string] => ["series", code]),
    ...areas.map((area): [string, string] => [isGroup(area) ? "groups" : "countries", String(area)]),
    ...(from === null ? [] : [["from", String(from)] as [string, string]]),
    ...(to === null ? [] : [["to", String(to)] as [string, string]]),
    ["chart", chart],
  ]);
}
