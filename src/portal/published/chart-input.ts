import type { TableInput } from "../../define.js";
import { aggregateOf, estimateOf, reportedOf } from "../../serve/published/observation.js";
import type { FigureVersion } from "../../serve/published/published.js";
import { withIndicator } from "../../tables/measured.js";
import type { Language } from "../../types.js";
import type { Edition } from "./editions.js";

/** Which published figures a chart is drawn from. */
export interface Drawn {
  readonly series: string;
  /** Groups, and countries that are drawn as lines like groups. */
  readonly areas: readonly number[];
  /** Whether it shows every country. */
  readonly countries: boolean;
}

/** What charts are made from, out of what a release published. */
export function chartInput(
  edition: Edition,
  language: Language,
  { series, areas, countries }: Drawn,
): TableInput {
  const { environment, release } = edition;
  const vintage = release.pins.vintage ?? { id: 0, asOf: release.at };
  const lines = areas.flatMap((area) => edition.figures(series, area));
  const others = countries ? environment.areas.list.flatMap(({ m49 }) => edition.figures(series, m49)) : [];
  return {
    ...{ vintage, language, explanations: [], aggregates: lines.map(aggregateOf), ...recordsOf(others) },
    areaName: (area) => environment.areas.areaName(area, language),
    countries: environment.areas.list.map(({ m49 }) => m49),
    groups: environment.groups.list,
    thresholds: environment.thresholds,
    composition: environment.composition,
  };
}

/** Figures of countries as observations and estimates. */
export function recordsOf(figures: readonly FigureVersion[]): Pick<TableInput, "observations" | "estimates"> {
  return {
    observations: withIndicator(figures.filter(({ METHOD }) => METHOD === null)).map(({ record, series }) =>
      reportedOf(record, series),
    ),
    estimates: figures.filter(({ METHOD }) => METHOD !== null).map(estimateOf),
  };
}
