import type { Indicator } from "../../../define.js";
import { has, text } from "../../../i18n/text.js";
import type { Language } from "../../../types.js";
import { type Html, html } from "../../html.js";
import { leftToRight } from "../../numbers.js";
import { type Say, sayIn } from "../../page.js";
import type { Edition } from "../../published/editions.js";

export const OPEN = { config: { access: "public" } } as const;

/** Which release a page shows, and when it was made. */
export function editionLine({ name, release }: Edition, language: Language): Html {
  const own = (text: string) => leftToRight(text, language);
  const words = sayIn(language)("edition", { name: own(name), date: own(release.at.slice(0, 10)) });
  return html`<p class="hint">${words}</p>`;
}

/** Texts of ours that are in English alone, marked as such for screen readers and hyphenation. */
export const english = (text: string, language: Language): Html =>
  language === "en" ? html`${text}` : html`<span lang="en" dir="ltr">${text}</span>`;

/** Link to an indicator, its code first. */
export function indicatorLink({ id, name }: Indicator, language: Language): Html {
  return html`<a href="/${language}/indicators/${id}"><bdi>${id}</bdi> ${name[language]}</a>`;
}

/** A table that is wider than a narrow screen, in a region that scrolls. */
export function wideTable(caption: string, head: Html, rows: readonly Html[]): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead>${head}</thead><tbody>${rows}</tbody></table></div>`;
}

/** The field in which to search, with its button. */
export function searchForm(language: Language, say: Say, asked = ""): Html {
  return html`<form role="search" action="/${language}/search"><div class="field"><label for="q">${say("search.label")}</label><span class="hint" id="q-hint">${say("search.hint")}</span>
<input id="q" name="q" type="search" value="${asked}" aria-describedby="q-hint" maxlength="100"></div><button>${say("search")}</button></form>`;
}

/** Title of a column, as tables have it. */
export const columnTitle = (id: string, language: Language): string =>
  text("tables", language, `column.${id}`);

/** Title of a table; the id of one that is no longer made. */
export const tableTitle = (id: string, language: Language): string =>
  has("tables", language, `${id}.title`) ? text("tables", language, `${id}.title`) : id;
