import { text } from "../i18n/text.js";
import type { Language, Params } from "../types.js";
import type { Progress } from "./deadlines.js";

/** True when a country still has something to do: to send a file, to correct or to explain. */
export function isAwaited({ files, errors, warnings, explained }: Progress): boolean {
  return errors + warnings > 0 || files + explained === 0;
}

/**
 * A reminder ready to be sent, in one of the six languages: what is due when, what is still open, and what is
 * asked for. `progress` must have a deadline.
 */
export function reminderText(
  progress: Progress & { readonly due: string },
  language: Language,
  areaName: string,
  by: string,
): string {
  const say = (id: string, params: Params = {}) => text("settle", language, `reminder.${id}`, params);
  const { due, files, errors, warnings, collection } = progress;
  const days = progress.daysLeft ?? 0;
  const isOpen = errors + warnings > 0;
  return [
    say("subject", { collection, area: areaName }),
    "",
    say("greeting"),
    "",
    say(days < 0 ? "overdue" : "due", { date: due, days: Math.abs(days) }),
    ...(isOpen ? [say("open", { errors, warnings }), say("request")] : []),
    ...(files === 0 && !isOpen ? [say("nothing-received")] : []),
    "",
    say("thanks"),
    by,
  ].join("\n");
}
