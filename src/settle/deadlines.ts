import { compareText } from "../keys.js";
import type { Notice, SubmissionRecord } from "../store/store.js";
import type { Doubt } from "./state.js";

/** Where one area stands in one collection. */
export interface Progress {
  readonly area: number;
  readonly collection: string;
  /** `YYYY-MM-DD`; null when no deadline was set. */
  readonly due: string | null;
  /** Days from today to the due day, which is still in time; negative when overdue. */
  readonly daysLeft: number | null;
  /** Files received. */
  readonly files: number;
  /** Errors not yet corrected. */
  readonly errors: number;
  /** Warnings that wait for the country: open, or explained in a way that was not accepted. */
  readonly warnings: number;
  /** Explanations that wait for the agency's decision. */
  readonly explained: number;
  readonly reminders: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Whole days from the UTC day of `today` to a day written `YYYY-MM-DD`. */
export function daysUntil(due: string, today: Date): number {
  return (Date.parse(due) - Date.parse(today.toISOString().slice(0, 10))) / DAY;
}

/**
 * How every area stands that was given a deadline or has something open: the earliest deadline first, those
 * without one last. Of deadlines for the same area and collection the newest counts.
 */
export function progressOf(
  doubts: readonly Doubt[],
  submissions: readonly SubmissionRecord[],
  notices: readonly Notice[],
  today: Date,
): Progress[] {
  const collections = new Map(submissions.map(({ vintage, collection }) => [vintage, collection]));
  const found = new Map<string, Progress>();
  const change = (area: number, collection: string, by: (one: Progress) => Partial<Progress>) => {
    const id = `${area} ${collection}`;
    const one = found.get(id) ?? nothingOf(area, collection);
    found.set(id, { ...one, ...by(one) });
  };
  for (const { kind, area, collection, due } of notices) {
    change(area, collection, (one) =>
      kind === "reminder"
        ? { reminders: one.reminders + 1 }
        : { due, daysLeft: due === null ? null : daysUntil(due, today) },
    );
  }
  for (const doubt of doubts) {
    const { area, vintage } = doubt.finding;
    const waiting = waitingOf(doubt);
    if (area === null || !doubt.newest || !waiting) continue;
    change(area, collections.get(vintage) ?? "", (one) => ({ [waiting]: one[waiting] + 1 }));
  }
  for (const { area, collection } of submissions) {
    if (area !== null && found.has(`${area} ${collection}`))
      change(area, collection, (one) => ({ files: one.files + 1 }));
  }
  return [...found.values()].sort(
    (a, b) =>
      compareText(a.due ?? "9999", b.due ?? "9999") ||
      a.area - b.area ||
      compareText(a.collection, b.collection),
  );
}

/** What a doubt waits for; undefined when for nothing. */
export function waitingOf({
  finding,
  state,
}: Doubt): keyof Pick<Progress, "errors" | "warnings" | "explained"> | undefined {
  if (finding.severity === "error") return state === "open" ? "errors" : undefined;
  if (finding.severity === "info") return undefined;
  if (state === "open" || state === "refused") return "warnings";
  return state === "explained" ? "explained" : undefined;
}

function nothingOf(area: number, collection: string): Progress {
  const counts = { files: 0, errors: 0, warnings: 0, explained: 0, reminders: 0 };
  return { area, collection, due: null, daysLeft: null, ...counts };
}
