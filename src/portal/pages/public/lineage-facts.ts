import { codeLists, seriesByCode } from "../../../../indicators/index.js";
import { unitName } from "../../../charts/data.js";
import type { Lineage } from "../../../run/lineage/types.js";
import type { Language } from "../../../types.js";
import { type Html, html } from "../../html.js";
import { countText, figureText, leftToRight } from "../../numbers.js";
import type { Say } from "../../page.js";
import { shownValue } from "../../published/figures.js";
import type { Shown } from "./lineage-shown.js";
import { columnTitle } from "./parts.js";

/** A share as a percentage with one decimal. */
export const shareText = (share: number, language: Language): string =>
  `${figureText(100 * share, 1, language)}\u00a0%`;

/** The figure, what it is, and how it was made. */
export function lineageFacts(found: Lineage, { edition, language, say }: Shown): Html {
  const { key, value, status, reason, low, high, vintage, withoutEstimates } = found;
  const series = seriesByCode.get(key.series)?.series;
  const shown = (one: number | null, why: string | null = status) =>
    shownValue(key.series, one, why, language);
  const bounds = low !== null && high !== null && html` <small>(${shown(low)} – ${shown(high)})</small>`;
  const fact = (title: string, content: Html | string) => html`<dt>${title}</dt><dd>${content}</dd>`;
  return html`<dl class="facts">${fact(columnTitle("OBS_VALUE", language), html`<strong><bdi dir="ltr">${shown(value)}</bdi></strong>${bounds} ${series && unitName(series.unit, language)}`)}
${fact(columnTitle("OBS_STATUS", language), html`${statusName(status, language)} – ${reasonText(reason, found, language, say)}`)}
${fact(say("lineage.method"), html`${say(`method.${found.method}`)}${found.group && html` <code dir="ltr">${found.formula}</code>`}`)}
${groupFacts(found, language, say, fact)}
${withoutEstimates && fact(columnTitle("REPORTED_VALUE", language), html`<bdi dir="ltr">${shown(withoutEstimates.value, "O")}</bdi> – ${reasonText(withoutEstimates.reason, found, language, say)}`)}
${denominators(found).map((words) => fact(say("lineage.weights"), words))}
${fact(say("lineage.vintage"), say("lineage.vintage-of", { vintage: vintage.id, date: leftToRight(vintage.asOf.slice(0, 10), language) }))}
${fact(columnTitle("INDICATOR_NAME", language), html`<a href="/${language}/indicators/${seriesByCode.get(key.series)?.indicator.id ?? ""}">${seriesByCode.get(key.series)?.indicator.name[language] ?? key.series}</a>`)}
${fact(columnTitle("AREA_NAME", language), html`<a href="/${language}/areas/${key.area}">${edition.environment.areas.areaName(key.area, language)}</a>`)}</dl>`;
}

const statuses = new Map(
  codeLists
    .filter(({ id }) => id === "OBS_STATUS")
    .flatMap(({ codes }) => codes.map(({ code, name }) => [code, name] as const)),
);

/** A status with its code. */
const statusName = (status: string, language: Language): string =>
  statuses.has(status) ? `${status}: ${statuses.get(status)?.[language]}` : status;

function reasonText(
  reason: Lineage["reason"],
  { thresholds }: Lineage,
  language: Language,
  say: Say,
): string {
  const least = (share: number | undefined) => shareText(share ?? 0, language);
  return say(`reason.${reason}`, {
    weight: least(thresholds?.minimumWeight),
    countries: least(thresholds?.minimumCountries),
    reliable: least(thresholds?.reliableWeight),
  });
}

function groupFacts(
  { group, coverage }: Lineage,
  language: Language,
  say: Say,
  fact: (title: string, content: string) => Html,
): Html | null {
  if (!group || !coverage) return null;
  const { weightCovered, weightUsed, weightStandIn, countries, countriesReported, countriesEstimated } =
    coverage;
  const count = (number: number) => countText(number, language);
  return html`${fact(say("lineage.group"), say("lineage.group-of", { kind: say(`kind.${group.kind}`), members: count(group.members), date: leftToRight(group.on, language) }))}
${fact(say("lineage.coverage"), say("lineage.coverage-of", { covered: shareText(weightCovered, language), used: shareText(weightUsed, language), countries: count(countries), reported: count(countriesReported), estimated: count(countriesEstimated) }))}
${weightStandIn > 0 && fact(columnTitle("WEIGHT_STAND_IN", language), shareText(weightStandIn, language))}`;
}

/** Each revision of a denominator once. */
function denominators({ parts }: Lineage): string[] {
  const words = parts.flatMap(({ denominator }) =>
    denominator ? [`${denominator.series}, ${denominator.revision} (${denominator.source})`] : [],
  );
  return [...new Set(words)];
}
