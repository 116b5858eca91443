import type { Choice } from "../../forms.js";
import { type Html, html } from "../../html.js";

/** A form or address as it comes: what is given once is text, what is given more often a list. */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a field holds; the first where it is given more often. */
export function one(form: Form, name: string): string {
  const [first = ""] = chosenIn(form, name) ?? [];
  return first;
}

/** All that was chosen; undefined where nothing was. */
export function chosenIn(form: Form, name: string): readonly string[] | undefined {
  const given = form[name];
  return typeof given === "string" ? [given] : given;
}

/** Several of many, each with a box to tick. */
export function manyOf(
  name: string,
  title: string,
  choices: readonly Choice[],
  chosen: readonly string[],
): Html {
  const box = ({ value, label }: Choice) =>
    html`<li><label><input type="checkbox" name="${name}" value="${value}"${chosen.includes(value) && html` checked`}> <span>${label}</span></label></li>`;
  return html`<fieldset><legend>${title}</legend><ul class="boxes">${choices.map(box)}</ul></fieldset>`;
}

/** Several of very many, in a list that is as high as a few lines. */
export function manyIn(
  name: string,
  title: string,
  hint: string,
  choices: readonly Choice[],
  chosen: readonly string[],
): Html {
  const option = ({ value, label }: Choice) =>
    html`<option value="${value}"${chosen.includes(value) && html` selected`}>${label}</option>`;
  return html`<div class="field"><label for="${name}">${title}</label><span class="hint" id="${name}-hint">${hint}</span>
<select id="${name}" name="${name}" multiple size="8" aria-describedby="${name}-hint">${choices.map(option)}</select></div>`;
}
