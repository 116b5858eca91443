import type { Indicator } from "../../../define.js";
import { collatorOf } from "../../../tables/order.js";
import type { Language } from "../../../types.js";
import { type Html, html } from "../../html.js";
import type { Say } from "../../page.js";
import { pager, partOf, type Query } from "../../paging.js";
import type { Edition } from "../../published/editions.js";
import { newestCell, newestOf } from "../../published/figures.js";
import { columnTitle, wideTable } from "./parts.js";

/** Groups on the page of an indicator; the table "facts-and-figures" has all of them. */
const KINDS = ["world", "itu-region", "sdg-region", "ldc", "lldc", "sids", "income-group"];
const COUNTRIES_A_PAGE = 40;

/** Newest value of each series for the world and the main groups. */
export function groupValues({ series }: Indicator, edition: Edition, language: Language, say: Say): Html {
  const { groups } = edition.environment;
  const codes = KINDS.flatMap((kind) => groups.list.filter((group) => group.kind === kind)).map(
    ({ code }) => code,
  );
  return (
    valueTable(say("indicator.groups"), codes, { series, edition, language, say }) ??
    html`<p>${say("indicator.no-groups")}</p>`
  );
}

/** Newest value of each series for every country that has one, a page at a time. */
export function countryValues(
  { id, series }: Indicator,
  edition: Edition,
  language: Language,
  say: Say,
  query: Query,
): Html {
  const { areas } = edition.environment;
  const collator = collatorOf(language);
  const withValue = areas.list
    .map(({ m49 }) => m49)
    .filter((area) => series.some(({ code }) => newestOf(edition.figures(code, area))))
    .sort((a, b) => collator.compare(areas.areaName(a, language), areas.areaName(b, language)));
  const part = partOf(withValue, query, COUNTRIES_A_PAGE);
  const table = valueTable(say("indicator.countries", { count: withValue.length }), part.shown, {
    series,
    edition,
    language,
    say,
  });
  return html`${table ?? html`<p>${say("indicator.no-countries")}</p>`}${pager(say, `/${language}/indicators/${id}`, query, part)}`;
}

interface Shown {
  readonly series: Indicator["series"];
  readonly edition: Edition;
  readonly language: Language;
  readonly say: Say;
}

function valueTable(
  caption: string,
  areas: readonly number[],
  { series, edition, language, say }: Shown,
): Html | null {
  const { areaName } = edition.environment.areas;
  const head = html`<tr><th scope="col">${columnTitle("AREA_NAME", language)}</th>${series.map(
    ({ name }) => html`<th scope="col" class="n">${name[language]}</th>`,
  )}</tr>`;
  const rows = areas.flatMap((area) => {
    const newest = series.map(({ code }) => newestOf(edition.figures(code, area)));
    if (newest.every((one) => one === undefined)) return [];
    const cells = newest.map((one) => newestCell(one, language, edition.name));
    return [
      html`<tr><th scope="row"><a href="/${language}/areas/${area}">${areaName(area, language)}</a></th>${cells}</tr>`,
    ];
  });
  return rows.length === 0
    ? null
    : html`${wideTable(caption, head, rows)}<p class="hint">${say("figures.legend")}</p>`;
}
