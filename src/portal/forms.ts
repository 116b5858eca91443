import { PASSWORD_LENGTH } from "../accounts/secrets.js";
import type { Indicator } from "../define.js";
import type { Language } from "../types.js";
import { type Html, html } from "./html.js";
import { leftToRight } from "./numbers.js";
import type { Say } from "./page.js";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: "text" | "email" | "password" | "date" | "number" | "search" | "url";
  readonly value?: string | number;
  readonly autocomplete?: string;
  readonly inputmode?: "numeric" | "decimal";
  readonly required?: boolean;
}

/** One line to fill in, with its label and, where there is one, a hint that screen readers read with it. */
export function field(one: Field): Html {
  const { name, label, hint, type = "text", value = "", autocomplete, inputmode, required } = one;
  return html`<div class="field"><label for="${name}">${label}</label>${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}
<input id="${name}" name="${name}" type="${type}" value="${value}"${autocomplete && html` autocomplete="${autocomplete}"`}${inputmode && html` inputmode="${inputmode}"`}${hint && html` aria-describedby="${name}-hint"`}${required && html` required`}></div>
`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of several, as a list to open. */
export function choose(
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen = "",
  hint = "",
): Html {
  return html`<div class="field"><label for="${name}">${label}</label>${hint !== "" && html`<span class="hint" id="${name}-hint">${hint}</span>`}
<select id="${name}" name="${name}"${hint !== "" && html` aria-describedby="${name}-hint"`}>${choices.map(
    ({ value, label: text }) =>
      html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )}</select></div>
`;
}

/** Several lines of text. */
export function longField(name: string, label: string, value = "", hint = "", required = false): Html {
  return html`<div class="field"><label for="${name}">${label}</label>${hint !== "" && html`<span class="hint" id="${name}-hint">${hint}</span>`}
<textarea id="${name}" name="${name}" rows="4" maxlength="4000"${hint !== "" && html` aria-describedby="${name}-hint"`}${required && html` required`}>${value}</textarea></div>
`;
}

/** A new password, twice. */
export function passwordFields(say: Say): Html {
  const hint = say("password.hint", { least: PASSWORD_LENGTH.least });
  return html`${field({ name: "password", label: say("password.new"), hint, type: "password", autocomplete: "new-password", required: true })}
${field({ name: "repeated", label: say("password.repeat"), type: "password", autocomplete: "new-password", required: true })}`;
}

/** What is wrong with a new password; null when nothing is. */
export function passwordFault(say: Say, password: string, repeated: string): Html | null {
  const { least, most } = PASSWORD_LENGTH;
  const fault =
    password.length < least || password.length > most
      ? say("password.length", { least, most })
      : password !== repeated
        ? say("password.differ")
        : null;
  return fault === null ? null : html`<p class="notice error" role="alert">${fault}</p>`;
}

/** Indicators to choose from, by number and name. */
export const indicatorChoices = (
  indicators: readonly Pick<Indicator, "id" | "name">[],
  language: Language,
): Choice[] =>
  indicators.map(({ id, name }) => ({
    value: id,
    label: `${leftToRight(id, language)} ${name[language]}`,
  }));
