import { describeFinding } from "../../i18n/finding.js";
import { text } from "../../i18n/text.js";
import { MARKS } from "../../report/say.js";
import type { Environment } from "../../run/environment.js";
import { objectionTo, type Saying } from "../../settle/settle.js";
import type { Doubt, State } from "../../settle/state.js";
import type { Finding, Language, ReadSheet, Settlement } from "../../types.js";
import { type Html, html } from "../html.js";
import { exactText } from "../numbers.js";
import type { Say } from "../page.js";
import { prose } from "../prose.js";

/** A finding in words: what and where, what was found, what to do. */
export function findingWords(
  { areas }: Pick<Environment, "areas">,
  language: Language,
  finding: Finding,
  sheets: readonly ReadSheet[] = [],
): { readonly title: Html; readonly place: Html; readonly body: Html } {
  const { title, place, problem, remedy } = describeFinding(finding, language, areas.areaName, sheets);
  const label = (id: string) => text("report", language, id);
  return {
    title: prose(title, language),
    place: prose(place, language),
    body: html`<dl class="facts"><dt>${label("finding.problem")}</dt><dd>${prose(problem, language)}</dd>
<dt>${label("finding.remedy")}</dt><dd>${prose(remedy, language)}</dd></dl>`,
  };
}

/** Why a file was not stored, in the words of the finding. */
export function refusalNotice(
  environment: Pick<Environment, "areas">,
  language: Language,
  say: Say,
  finding: Finding,
): Html {
  const { title, place, body } = findingWords(environment, language, finding);
  return html`<div class="notice error" role="alert"><p><strong>${title}</strong> (${place})</p>
${body}<p>${say("upload.nothing-stored")}</p></div>`;
}

/** The mark of a severity and its name. */
export function severityLabel(finding: Pick<Finding, "severity">, language: Language): Html {
  const { severity } = finding;
  return html`<span class="mark" aria-hidden="true">${MARKS[severity]}</span> ${text("report", language, `severity.${severity}`)}`;
}

export const stateLabel = (state: State, language: Language): string =>
  text("settle", language, `state.${state}`);

/** What was said of a finding, oldest first; where it was of another value, of which. */
export function saidList({ finding, said }: Doubt, language: Language): Html | null {
  if (said.length === 0) return null;
  return html`<ul>${said.map((one) => saidItem(one, finding.value, language))}</ul>`;
}

function saidItem(one: Settlement, value: number | null, language: Language): Html {
  const id = one.kind === "explained" && one.public ? "said.explained.public" : `said.${one.kind}`;
  const at = `${one.at.slice(0, 16).replace("T", " ")} UTC`;
  const other =
    one.value !== value &&
    html` (${
      one.value === null
        ? text("settle", language, "said.of.none")
        : text("settle", language, "said.of", { value: String(one.value) })
    })`;
  return html`<li>${prose(text("settle", language, id, { at, by: one.by }), language)}${other}${
    one.text !== "" && html`<blockquote><p>${one.text}</p></blockquote>`
  }</li>`;
}

/** What a person of this kind may say of a finding as it stands, in the order in which forms offer it. */
export function sayable(doubt: Doubt, isCountry: boolean): readonly Saying["kind"][] {
  const kinds = isCountry ? (["explained"] as const) : (["accepted", "refused", "withdrawn"] as const);
  return kinds.filter((kind) => !objectionTo(doubt, { kind, text: "…", public: false, by: "…" }));
}

/** The figure that a finding is about. */
export const valueText = ({ value }: Pick<Finding, "value">, language: Language): string | null =>
  value === null ? null : exactText(value, language);
