import type { Store } from "../store/store.js";
import type { Settlement } from "../types.js";
import { doubtOf } from "./doubts.js";
import type { Doubt, State } from "./state.js";

/** What somebody wants to say of a finding. */
export type Saying = Pick<Settlement, "kind" | "text" | "public" | "by">;

/** Why something cannot be said of a finding: code, cause and remedy in one line. */
export class UnfitSaying extends Error {}

/** States of a doubt in which a thing may be said of it. Whoever explains anew asks for a new decision. */
const SAID_IN: Readonly<Record<Settlement["kind"], readonly State[]>> = {
  explained: ["open", "explained", "accepted", "refused"],
  accepted: ["explained"],
  refused: ["explained", "accepted"],
  withdrawn: ["open", "explained", "refused"],
};

const STATE_REMEDY: Readonly<Record<State, string>> = {
  open: "nothing has been said of the figure as it stands. Explain it first",
  explained: "an explanation is awaiting a decision. Accept or refuse it",
  accepted: "its explanation has been accepted. Refuse the explanation to ask again",
  refused: "its explanation was not accepted. Correct the figure by a new file, or explain it anew",
  corrected: "a newer file has corrected it, and nothing is left to settle",
  withdrawn: "the question was taken back, and nothing is left to settle",
};

/**
 * Says something of a finding, once it has been made sure that it makes sense.
 *
 * @param at ISO 8601 time
 * @throws UnfitSaying when it does not, or when there is no such finding
 */
export function settleFinding(store: Store, id: number, saying: Saying, at: string): Settlement {
  const doubt = doubtOf(store, id);
  if (!doubt)
    throw new UnfitSaying(`settle-unknown: there is no finding #${id}. \`ictsdg findings\` lists them.`);
  const objection = objectionTo(doubt, saying);
  if (objection !== undefined) throw new UnfitSaying(objection);
  const { finding } = doubt;
  if (!finding.key) throw new Error(`Finding #${id} has no key.`);
  return store.settle({
    finding: id,
    rule: finding.rule,
    key: finding.key,
    value: finding.value,
    kind: saying.kind,
    text: saying.text.trim(),
    public: saying.public,
    by: saying.by.trim(),
    at,
  });
}

/** Why this cannot be said of a doubt; undefined when it can. */
export function objectionTo({ finding, state }: Doubt, { kind, text, by }: Saying): string | undefined {
  const name = `#${finding.id} (${finding.rule})`;
  if (finding.severity === "error")
    return `settle-error: ${name} is an error, and an error cannot be ${kind}; correct it by a new file.`;
  if (finding.severity === "info")
    return `settle-note: ${name} is a note; it asks for nothing, so that nothing need be said to it.`;
  if (!finding.key)
    return `settle-no-figure: ${name} is about a place of the file and not about one figure; correct it by a new file.`;
  if (!SAID_IN[kind].includes(state))
    return `settle-${state}: ${name} cannot be ${kind}: ${STATE_REMEDY[state]}.`;
  if (kind !== "accepted" && text.trim() === "")
    return `settle-no-text: ${name} cannot be ${kind} without a word. Say why with --text.`;
  if (by.trim() === "") return `settle-no-name: say with --by who has ${kind} ${name}.`;
  return undefined;
}
