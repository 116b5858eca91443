import { audit } from "../../accounts/audit.js";
import type { Account } from "../../accounts/types.js";
import type { Progress } from "../../settle/deadlines.js";
import { isAwaited, reminderText } from "../../settle/reminder.js";
import type { Language } from "../../types.js";
import type { Given } from "../given.js";

/** A country that still has something to do by a day. */
export type Awaited = Progress & { readonly due: string };

/** Those that a reminder can be sent to. */
export const awaitedIn = (progress: readonly Progress[]): Awaited[] =>
  progress.filter((one): one is Awaited => one.due !== null && isAwaited(one));

/** A reminder in one language, with those who read it. */
export interface Reminder {
  readonly language: Language;
  readonly text: string;
  /** E-mail addresses. */
  readonly to: readonly string[];
}

/** Reminders for a country in the languages of its focal points; in `language` where it has none. */
export function remindersFor(
  given: Given,
  awaited: Awaited,
  { name }: Pick<Account, "name">,
  language: Language,
): Reminder[] {
  const { accounts, environment } = given;
  const focalPoints = accounts
    .accounts()
    .filter(
      ({ role, area, disabledAt }) => role === "focal-point" && area === awaited.area && disabledAt === null,
    );
  const languages =
    focalPoints.length === 0 ? [language] : [...new Set(focalPoints.map((one) => one.language))];
  return languages.map((one) => ({
    language: one,
    text: reminderText(awaited, one, environment.areas.areaName(awaited.area, one), name),
    to: focalPoints.filter((account) => account.language === one).map(({ email }) => email),
  }));
}

/** `sent` to all, to `some` alone, to none as it `failed`, or `made` to be sent by hand. */
export type Sent = "sent" | "some" | "failed" | "made";

/**
 * Sends a reminder to the focal points of its country and records that it was; where there is no mail server or nobody to
 * write to, records that it was made.
 */
export async function remind(
  given: Given,
  awaited: Awaited,
  by: Pick<Account, "name" | "email">,
  language: Language,
): Promise<Sent> {
  const { accounts, environment, now, send } = given;
  const reminders = remindersFor(given, awaited, by, language);
  const letters = send ? reminders.flatMap(({ text, to }) => to.map((one) => letterOf(one, text))) : [];
  const results = await Promise.allSettled(letters.map(async (letter) => send?.(letter)));
  const failed = results.filter(({ status }) => status === "rejected").length;
  const outcome = outcomeOf(letters.length, failed);
  if (outcome === "failed") return outcome;
  const { area, collection } = awaited;
  const at = now().toISOString();
  const text = reminders.map((one) => one.text).join("\n\n");
  environment.store.notify({ kind: "reminder", area, collection, due: null, text, by: by.email, at });
  const details = { collection, letters: letters.length, failed };
  audit(accounts, { at, actor: by.email, action: `reminder-${outcome}`, object: String(area), details });
  return outcome;
}

function outcomeOf(letters: number, failed: number): Sent {
  if (letters === 0) return "made";
  if (failed === letters) return "failed";
  return failed > 0 ? "some" : "sent";
}

/** The first line of a reminder is its subject. */
function letterOf(to: string, text: string) {
  const [subject = "", ...lines] = text.split("\n");
  return { to, subject, text: lines.join("\n").trimStart() };
}
