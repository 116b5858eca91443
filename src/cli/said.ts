import { text } from "../i18n/text.js";
import type { Doubt, State } from "../settle/state.js";
import type { Language, Settlement } from "../types.js";

/** A state in words. */
export function stateText(state: State, language: Language): string {
  return text("settle", language, `state.${state}`);
}

type Said = Pick<Settlement, "kind" | "text" | "public" | "by" | "at">;

/** Who said what and when, the words themselves on lines of their own below. */
export function saidText(
  { kind, text: words, public: isPublic, by, at }: Said,
  language: Language,
  indent: string,
) {
  const id = kind === "explained" && isPublic ? "said.explained.public" : `said.${kind}`;
  const head = `${indent}${text("settle", language, id, { at, by })}`;
  return words === "" ? head : `${head}\n${words.replace(/^/gm, `${indent}  `)}`;
}

/** What was said of a finding, oldest first; where it was of another value than the present one, of which. */
export function historyText({ finding, said }: Doubt, language: Language): string[] {
  return said.map((one) => {
    const words = saidText(one, language, "  ");
    if (one.value === finding.value) return words;
    const of =
      one.value === null
        ? text("settle", language, "said.of.none")
        : text("settle", language, "said.of", { value: String(one.value) });
    return `${words}\n    (${of})`;
  });
}

/** That some warnings of a file need no answer any more. */
export function settledText(count: number): string {
  return `Settled before, not asked again: ${count} (explained and accepted, or withdrawn)`;
}
