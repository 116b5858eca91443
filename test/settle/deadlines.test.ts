import { describe, expect, it } from "vitest";
import { isDay } from "../../src/dates.js";
import { daysUntil, progressOf } from "../../src/settle/deadlines.js";
import { isAwaited, reminderText } from "../../src/settle/reminder.js";
import type { Doubt } from "../../src/settle/state.js";
import type { Notice, SubmissionRecord } from "../../src/store/store.js";

const TODAY = new Date("2026-11-24T23:30:00Z");
const KENYA = 404;

const notice = (change: Partial<Notice>): Notice => ({
  ...{
    kind: "deadline",
    area: KENYA,
    collection: "annual",
    due: "2026-12-01",
    text: "",
    by: "x",
    at: "2026-11-01",
  },
  ...change,
});

const submission = (vintage: number, change: Partial<SubmissionRecord> = {}) =>
  ({ vintage, area: KENYA, collection: "annual", ...change }) as SubmissionRecord;

const doubt = (severity: "error" | "warning" | "info", state: Doubt["state"], vintage = 1, newest = true) =>
  ({ state, newest, finding: { severity, vintage, area: KENYA } }) as Doubt;

describe("days until a deadline", () => {
  it.each([
    ["2026-12-01", 7],
    ["2026-11-24", 0],
    ["2026-11-22", -2],
  ])("to %s are %i, whatever the hour", (due, days) => {
    expect(daysUntil(due, TODAY)).toBe(days);
  });

  it.each([
    ["2026-12-15", true],
    ["2026-02-30", false],
    ["15.12.2026", false],
    ["2026-13-01", false],
    ["2026-12-15T00:00", false],
  ])("are asked for a day: %s", (text, day) => {
    expect(isDay(text)).toBe(day);
  });
});

describe("progress towards a deadline", () => {
  it("counts what waits for the country, and apart from it what waits for the agency", () => {
    const doubts = [
      doubt("error", "open"),
      doubt("error", "corrected"),
      doubt("warning", "open"),
      doubt("warning", "refused"),
      doubt("warning", "explained"),
      doubt("warning", "accepted"),
      doubt("warning", "withdrawn"),
      doubt("info", "open"),
      doubt("warning", "open", 1, false),
    ];
    expect(progressOf(doubts, [submission(1)], [notice({})], TODAY)).toEqual([
      {
        ...{ area: KENYA, collection: "annual", due: "2026-12-01", daysLeft: 7, files: 1 },
        ...{ errors: 1, warnings: 2, explained: 1, reminders: 0 },
      },
    ]);
  });

  it("goes by the newest deadline, and counts the reminders", () => {
    const notices = [
      notice({ due: "2026-12-10" }),
      notice({ due: "2026-11-20" }),
      notice({ kind: "reminder", due: null }),
    ];
    expect(progressOf([], [], notices, TODAY)).toMatchObject([
      { due: "2026-11-20", daysLeft: -4, reminders: 1, files: 0 },
    ]);
  });

  it("keeps collections apart, and puts what is due first before what has no deadline", () => {
    const submissions = [submission(1), submission(2, { collection: "household" })];
    const doubts = [doubt("error", "open", 1), doubt("error", "open", 2)];
    const notices = [notice({ collection: "household" }), notice({ area: 8, due: "2026-11-30" })];
    const found = progressOf(doubts, submissions, notices, TODAY);
    expect(found.map(({ area, collection, due, errors }) => [area, collection, due, errors])).toEqual([
      [8, "annual", "2026-11-30", 0],
      [KENYA, "household", "2026-12-01", 1],
      [KENYA, "annual", null, 1],
    ]);
  });
});

describe("a reminder", () => {
  const [progress] = progressOf(
    [doubt("error", "open"), doubt("warning", "open"), doubt("warning", "open")],
    [submission(1)],
    [notice({})],
    TODAY,
  );
  const given = { ...(progress as NonNullable<typeof progress>), due: "2026-12-01" };

  it.each([
    ["ar", "كينيا", [/2026-12-01/, /الأيام المتبقية: ٧|الأيام المتبقية: 7/, /كينيا/, /نشكركم/]],
    [
      "fr",
      "Kenya",
      [/Jours restants\u00a0: 7\./, /erreurs à corriger\u00a0: 1/, /à expliquer\u00a0: 2/, /remercions/],
    ],
    ["zh", "肯尼亚", [/剩余天数：7。/, /需更正的错误：1；/, /警告：2。/, /感谢/]],
  ] as const)("says in %s what is due when, what is open, and thanks", (language, name, patterns) => {
    const text = reminderText(given, language, name, "J. Meyer");
    for (const pattern of patterns) expect(text).toMatch(pattern);
    expect(text.split("\n").at(-1)).toBe("J. Meyer");
  });

  it("counts the days since a deadline that has passed", () => {
    const late = reminderText({ ...given, due: "2026-11-20", daysLeft: -4 }, "en", "Kenya", "J. Meyer");
    expect(late).toContain("were due by 2026-11-20. Days overdue: 4.");
  });

  it("asks for a file where none has come", () => {
    const nothing = { ...given, files: 0, errors: 0, warnings: 0 };
    expect(isAwaited(nothing)).toBe(true);
    expect(reminderText(nothing, "en", "Kenya", "J. Meyer")).toContain("have not yet received a file");
  });

  it("is not needed where all has been corrected, or explained and awaits the agency", () => {
    expect(isAwaited({ ...given, errors: 0, warnings: 0 })).toBe(false);
    expect(isAwaited({ ...given, errors: 0, warnings: 0, explained: 2 })).toBe(false);
    expect(isAwaited(given)).toBe(true);
  });
});
