import { sameKey } from "../../keys.js";
import type { Key } from "../../types.js";
import type { Environment } from "../environment.js";
import { compute } from "../publish.js";
import { type Figure, figuresOf, frozenFigures } from "./data.js";
import { folderOf } from "./manifest.js";

/** One state of a series: a release, or what would be published now. */
export interface TriangleColumn {
  readonly name: string;
  /** ISO 8601 time of the release; null for now. */
  readonly at: string | null;
  /** By year. */
  readonly figures: ReadonlyMap<number, Pick<Figure, "value" | "status">>;
}

/** What was published of one series and area, period by release: read across, a row tells how a figure was revised. */
export interface Triangle {
  readonly periods: readonly number[];
  /** Oldest release first, now last. */
  readonly columns: readonly TriangleColumn[];
}

/** One figure of a country as a submission brought it. */
export interface Version {
  readonly vintage: number;
  readonly asOf: string;
  readonly filename: string;
  readonly submission: string;
  readonly line: number;
  readonly period: number;
  readonly value: number | null;
  readonly status: string;
}

/** The revision triangle of the series, area and breakdown of a key, whatever its period. */
export async function triangle(environment: Environment, key: Key): Promise<Triangle> {
  const columns: TriangleColumn[] = [];
  for (const { name, at } of environment.store.releases()) {
    const figures: Figure[] = [];
    for await (const figure of frozenFigures(folderOf(environment, name)))
      if (isOf(figure, key)) figures.push(figure);
    columns.push({ name, at, figures: byPeriod(figures) });
  }
  const computed = compute(environment);
  const now = computed ? figuresOf(environment, computed).filter((figure) => isOf(figure, key)) : [];
  columns.push({ name: "now", at: null, figures: byPeriod(now) });
  const periods = new Set(columns.flatMap((column) => [...column.figures.keys()]));
  return { periods: [...periods].sort((a, b) => a - b), columns };
}

/** Every version of a country's figures that was accepted, oldest first; a version that repeats the one before is left out. */
export function versions({ store }: Environment, key: Key): Version[] {
  const last = new Map<number, string>();
  const handedIn = store.submissions().filter(({ area }) => area === null || area === key.area);
  return handedIn.flatMap(({ vintage, asOf, filename }) =>
    store.observations(vintage, key.area).flatMap((one): Version[] => {
      if (one.vintage !== vintage || !isOf(one, key)) return [];
      const { period, value, status, submission, line } = one;
      const said = `${value} ${status}`;
      if (last.get(period) === said) return [];
      last.set(period, said);
      return [{ vintage, asOf, filename, submission, line, period, value, status }];
    }),
  );
}

function isOf(figure: Key, key: Key): boolean {
  return figure.area === key.area && sameKey({ ...figure, period: key.period }, key);
}

function byPeriod(figures: readonly Figure[]): TriangleColumn["figures"] {
  return new Map(figures.map(({ period, value, status }) => [period, { value, status }]));
}
