import type { Language } from "../../types.js";
import { type Html, html } from "../html.js";
import { countText, timeText } from "../numbers.js";
import type { Say } from "../page.js";
import type { Job } from "./job.js";
import type { Work } from "./work.js";

/** What is being done, and what became of the last job of a kind; nothing before there was one. */
export function workNotice(work: Work, kind: Job["kind"], say: Say, language: Language): Html | null {
  const current = work.current();
  if (current)
    return html`<p class="notice info" role="status">${say("work.current", { kind: say(`work.${current.kind}`) })}</p>`;
  const last = work.last(kind);
  if (!last) return null;
  const at = timeText(last.at, language);
  // What went wrong is told in English, as at the command line.
  if (last.fault !== null)
    return html`<div class="notice error" role="alert"><p>${say("work.failed", { at })}</p><p lang="en" dir="ltr">${last.fault}</p></div>`;
  const { added, skipped } = last.done ?? {};
  const counts =
    added !== undefined &&
    html` ${say("work.imported", { added: countText(added, language), skipped: countText(skipped ?? 0, language) })}`;
  return html`<p class="notice good" role="status">${say("work.done", { at })}${counts}</p>`;
}
