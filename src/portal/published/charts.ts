import type { TopLevelSpec } from "vega-lite";
import { NothingToDraw, seriesOf } from "../../charts/data.js";
import { charts } from "../../charts/index.js";
import type { Language } from "../../types.js";
import { type Html, html } from "../html.js";
import { sayIn } from "../page.js";
import { availabilityInput } from "./availability.js";
import { chartInput } from "./chart-input.js";
import type { Edition } from "./editions.js";

/** Kinds of charts that a page may ask for. */
export const KINDS = ["line", "dots", "slope", "multiples", "heat"] as const;
export type Kind = (typeof KINDS)[number];

/** A chart of what a release published. */
export interface Wanted {
  readonly kind: Kind;
  readonly series: string;
  /** Groups and countries, in the order of the legend. */
  readonly areas: readonly number[];
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The specification of a chart; undefined where nothing is published to draw. */
export async function chartSpec(
  edition: Edition,
  language: Language,
  { kind, series, areas, from, to }: Wanted,
): Promise<TopLevelSpec | undefined> {
  const years = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  try {
    const input =
      kind === "heat"
        ? await availabilityInput(edition, language)
        : chartInput(edition, language, {
            series: seriesOf(series).series.code,
            areas,
            countries: kind === "dots",
          });
    return charts[kind]?.(input, { series, groups: areas, ...years });
  } catch (error) {
    if (error instanceof NothingToDraw) return undefined;
    throw error;
  }
}

/** Address of a chart without its ending. */
function chartPath(
  edition: Edition,
  language: Language,
  { kind, series, areas, from, to }: Wanted,
): [string, string] {
  const query = new URLSearchParams({
    ...(series !== "" && { series }),
    ...(areas.length > 0 && { areas: areas.join(",") }),
    ...(from !== undefined && { from: String(from) }),
    ...(to !== undefined && { to: String(to) }),
  }).toString();
  return [`/${language}/charts/${edition.name}/${kind}`, query && `?${query}`];
}

/** A chart on a page, with what it tells in words and its downloads; nothing where there is nothing to draw. */
export async function chartFigure(
  edition: Edition,
  language: Language,
  wanted: Wanted,
): Promise<Html | null> {
  const spec = await chartSpec(edition, language, wanted);
  if (!spec) return null;
  const [path, query] = chartPath(edition, language, wanted);
  const download = (ending: string, name: string) =>
    html`<li><a href="${path}.${ending}${query}" download>${name}</a></li>`;
  return html`<figure><div class="chart scroll" tabindex="0"><img src="${path}.svg${query}" alt="${spec.description ?? ""}" loading="lazy"></div>
<figcaption><nav aria-label="${sayIn(language)("chart.downloads")}"><ul>${download("svg", "SVG")}${download("png", "PNG")}${download("vl.json", "Vega-Lite")}</ul></nav></figcaption></figure>`;
}
