import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../src/keys.js";
import { storeAt } from "../../src/store/at.js";
import type { ConfirmedColumn, Notice, Position, Store } from "../../src/store/store.js";
import type { Finding, Observation, ReferenceValue, Settlement, Submission } from "../../src/types.js";

const submission = (id: string, receivedAt = "2026-01-01T00:00:00.000Z"): Submission => ({
  id,
  area: null,
  collection: "annual",
  filename: `${id}.csv`,
  receivedAt,
  receivedFrom: "test",
  bytes: 1,
});

const figure = (value: number | null, change: Partial<Observation> = {}): Observation => ({
  series: "IT_USE_II99",
  area: 404,
  period: 2019,
  dimensions: dimensionsOf({}),
  value,
  unit: "PT",
  unitMultiplier: 0,
  status: value === null ? "O" : "A",
  nature: "C",
  numerator: null,
  denominator: null,
  ageScope: "",
  source: "",
  comment: "",
  line: 2,
  ...change,
});

const finding = (rule: string, change: Partial<Finding> = {}): Finding => ({
  rule,
  level: 1,
  severity: "error",
  line: 2,
  column: "OBS_VALUE",
  key: null,
  value: null,
  params: { value: "x" },
  ...change,
});

const result = { area: 404, dialect: "{}", lines: 1, counts: [] };

function take(
  store: Store,
  id: string,
  figures: readonly Observation[],
  held: readonly Observation[] = [],
  at?: string,
) {
  const taking = store.take(submission(id, at), "rules");
  taking?.write("17.8.1", figures, new Set(held), []);
  return taking?.finish(result);
}

const women = { series: "IT_USE_II99", area: 404, period: 2019, dimensions: dimensionsOf({ SEX: "F" }) };

/** Takes a submission with one finding of women in Kenya. */
function doubt(store: Store, id: string, figures: readonly Observation[] = []): number {
  const taking = store.take(submission(id), "rules");
  taking?.write("17.8.1", figures, new Set(), [
    finding("sudden-change", { severity: "warning", key: women, value: 40.5 }),
  ]);
  taking?.finish(result);
  return Math.max(...store.findings({ rule: "sudden-change" }).map((one) => one.id));
}

const said = (of: number, change: Partial<Settlement> = {}): Omit<Settlement, "id"> => ({
  finding: of,
  rule: "sudden-change",
  key: women,
  value: 40.5,
  kind: "explained",
  text: "A new survey.",
  public: true,
  by: "Achieng",
  at: "2026-03-01T00:00:00.000Z",
  ...change,
});

const deadline = (area: number, due: string): Notice => ({
  kind: "deadline",
  area,
  collection: "annual",
  due,
  text: "",
  by: "agency",
  at: "2026-03-01T00:00:00.000Z",
});

const population = (value: number, revision: string): ReferenceValue => ({
  series: "POPULATION",
  area: 404,
  period: 2019,
  dimensions: dimensionsOf({}),
  value,
  revision,
  source: "test",
});

/** What every engine's store must do. `open` gives an empty one each time. */
export function storeContract(name: string, open: () => Store): void {
  describe(`${name} keeps the store's contract`, () => {
    const withStore = (run: (store: Store) => void) => () => {
      const store = open();
      try {
        run(store);
      } finally {
        store.close();
      }
    };

    it(
      "gives back what was taken, with its submission and line",
      withStore((store) => {
        const women = figure(40.5, {
          dimensions: dimensionsOf({ SEX: "F" }),
          comment: "c",
          source: "s",
          numerator: 1,
          denominator: 2,
          line: 7,
        });
        const vintage = take(store, "a", [women]);
        expect(store.observations(vintage?.id ?? 0)).toEqual([
          { ...women, submission: "a", vintage: vintage?.id },
        ]);
        expect(store.submission("a")).toMatchObject({ area: 404, lines: 1, observations: 1, held: 0 });
      }),
    );

    it(
      "takes the same submission once",
      withStore((store) => {
        take(store, "a", [figure(1)]);
        expect(store.take(submission("a"), "rules")).toBeUndefined();
        expect(store.submissions()).toHaveLength(1);
      }),
    );

    it(
      "leaves nothing of a submission that was not finished",
      withStore((store) => {
        const taking = store.take(submission("a"), "rules");
        taking?.write("17.8.1", [figure(1)], new Set(), [finding("within-range")]);
        taking?.abort();
        expect(store.submissions()).toEqual([]);
        expect(store.findings()).toEqual([]);
        expect(store.vintage()).toBeUndefined();
        expect(take(store, "a", [figure(1)])).toBeDefined();
      }),
    );

    it(
      "answers with the newest figure, and with the older one as of then",
      withStore((store) => {
        const first = take(store, "a", [figure(40)], [], "2026-01-01T00:00:00.000Z");
        const second = take(store, "b", [figure(45)], [], "2026-02-01T00:00:00.000Z");
        expect(store.observations(first?.id ?? 0).map(({ value }) => value)).toEqual([40]);
        expect(store.observations(second?.id ?? 0).map(({ value }) => value)).toEqual([45]);
        expect(store.pins("2026-01-15T00:00:00.000Z").vintage).toEqual(first);
        expect(store.pins("2025-12-31T00:00:00.000Z").vintage).toBeNull();
      }),
    );

    it(
      "answers for one area alone when asked so",
      withStore((store) => {
        const elsewhere = { ...figure(45), area: 800 };
        const all = take(store, "a", [figure(40), elsewhere]);
        expect(store.observations(all?.id ?? 0, 800).map(({ value }) => value)).toEqual([45]);
        expect(store.observations(all?.id ?? 0, 4)).toEqual([]);
      }),
    );

    it(
      "never answers with a held figure, and keeps the accepted one before it",
      withStore((store) => {
        const wrong = figure(400);
        take(store, "a", [figure(40)]);
        const second = take(store, "b", [wrong], [wrong]);
        expect(store.observations(second?.id ?? 0).map(({ value }) => value)).toEqual([40]);
        expect(store.submission("b")).toMatchObject({ observations: 1, held: 1 });
      }),
    );

    it(
      "lets a country withdraw a figure",
      withStore((store) => {
        take(store, "a", [figure(40)]);
        const second = take(store, "b", [figure(null)]);
        expect(store.observations(second?.id ?? 0)).toMatchObject([{ value: null, status: "O" }]);
      }),
    );

    it(
      "is not known before what came earlier, though the clock was set back",
      withStore((store) => {
        take(store, "a", [figure(1)], [], "2026-02-01T00:00:00.000Z");
        expect(take(store, "b", [figure(2)], [], "2026-01-01T00:00:00.000Z")?.asOf).toBe(
          "2026-02-01T00:00:00.000Z",
        );
      }),
    );

    it(
      "takes back a part of an unfinished submission, and only that part",
      withStore((store) => {
        const taking = store.take(submission("a"), "rules");
        const bad = figure(400, { line: 3 });
        taking?.write("17.8.1", [figure(1), bad], new Set([bad]), [
          finding("within-range", {
            key: { series: "IT_USE_II99", area: 404, period: 2019, dimensions: {} },
          }),
        ]);
        taking?.write("17.8.1", [figure(2, { area: 800 })], new Set(), []);
        const reopened = taking?.reopen("17.8.1", ["IT_USE_II99"], 404);
        expect(reopened?.rules).toEqual(["within-range"]);
        expect(reopened?.observations.map(({ value }) => value).sort()).toEqual([1, 400]);
        taking?.finish(result);
        expect(store.submission("a")).toMatchObject({ observations: 1, held: 0, errors: 0 });
      }),
    );

    it(
      "reads what has been written of an unfinished submission, without what is held back",
      withStore((store) => {
        const taking = store.take(submission("a"), "rules");
        const [bad, later] = [
          figure(400, { line: 3 }),
          figure(2, { line: 9, period: 2020, ageScope: "15+" }),
        ];
        taking?.write("17.8.1", [later, bad, figure(1, { line: 4 })], new Set([bad]), []);
        taking?.write("17.8.1", [figure(3, { area: 800 })], new Set(), []);
        taking?.write("5.b.1", [figure(5, { series: "IT_MOB_OWN" })], new Set(), []);
        expect(taking?.accepted(["IT_USE_II99", "ICT_HH10"], 404)).toEqual([figure(1, { line: 4 }), later]);
        expect(taking?.accepted(["ICT_HH10"], 404)).toEqual([]);
        taking?.finish(result);
        expect(store.submission("a")).toMatchObject({ observations: 5, held: 1 });
      }),
    );

    it(
      "lists findings worst first and by what is asked",
      withStore((store) => {
        const taking = store.take(submission("a"), "rules");
        const key = {
          series: "IT_USE_II99",
          area: 404,
          period: 2019,
          dimensions: dimensionsOf({ SEX: "F" }),
        };
        taking?.report([
          finding("sudden-change", { severity: "warning", key }),
          finding("unknown-area", { line: 9 }),
        ]);
        taking?.finish(result);
        expect(store.findings().map(({ rule }) => rule)).toEqual(["unknown-area", "sudden-change"]);
        expect(store.findings({ severity: "warning" })).toMatchObject([
          { key, submission: "a", filename: "a.csv", params: { value: "x" } },
        ]);
        expect(store.findings({ area: 404 })).toHaveLength(2);
        expect(store.findings({ area: 800 })).toHaveLength(0);
        expect(store.findings({ series: "IT_USE_II99" })).toHaveLength(1);
      }),
    );

    it(
      "knows a finding's figure, vintage and area, which is the file's where no figure is meant",
      withStore((store) => {
        const taking = store.take(submission("a"), "rules");
        const key = { ...women, area: 800 };
        taking?.report([finding("within-range", { key, value: 400 }), finding("unknown-area")]);
        const vintage = taking?.finish(result)?.id;
        const [range, unknown] = store.findings();
        expect(range).toMatchObject({ value: 400, vintage, area: 800 });
        expect(unknown).toMatchObject({ value: null, vintage, area: 404 });
        expect(store.findings({ id: unknown?.id ?? 0 })).toEqual([unknown]);
      }),
    );

    it(
      "tells of each key with a finding what was handed in last, held or not",
      withStore((store) => {
        doubt(store, "a", [figure(40.5, { dimensions: women.dimensions }), figure(50)]);
        expect(store.questioned()).toEqual([{ key: women, value: 40.5, vintage: 1 }]);
        const thousands = figure(0.5, { dimensions: women.dimensions, unitMultiplier: 3 });
        take(store, "b", [thousands], [thousands]);
        expect(store.questioned({ area: 404, series: "IT_USE_II99" })).toEqual([
          { key: women, value: 500, vintage: 2 },
        ]);
        expect(store.questioned({ vintage: 1 })).toMatchObject([{ value: 40.5, vintage: 1 }]);
        expect(store.questioned({ area: 800 })).toEqual([]);
        expect(store.questioned({ series: "IT_MOB_OWN" })).toEqual([]);
      }),
    );

    it(
      "adds up how rules ended, over all submissions or one",
      withStore((store) => {
        for (const id of ["a", "b"]) {
          store
            .take(submission(id), "rules")
            ?.finish({ ...result, counts: [{ rule: "within-range", pass: 2, fail: 1, notEvaluable: 3 }] });
        }
        expect(store.ruleCounts()).toEqual([{ rule: "within-range", pass: 4, fail: 2, notEvaluable: 6 }]);
        expect(store.ruleCounts("b")).toEqual([{ rule: "within-range", pass: 2, fail: 1, notEvaluable: 3 }]);
      }),
    );

    it(
      "keeps revisions of reference values side by side",
      withStore((store) => {
        expect(store.importReference("1", [population(100, "2024")], "2026-01-01")).toBe(1);
        expect(store.importReference("2", [population(100, "2024")], "2026-01-02")).toBe(0);
        expect(store.importReference("3", [population(110, "2025")], "2026-01-03")).toBe(1);
        expect(store.reference()).toEqual([population(110, "2025")]);
        expect(store.reference({ revision: "2024" })).toEqual([population(100, "2024")]);
        expect(store.referenceImported("2")).toBe(true);
        expect(() => store.importReference("4", [population(90, "2024")], "2026-01-04")).toThrow(
          /reference-changed/,
        );
        expect(store.referenceImported("4")).toBe(false);
      }),
    );

    it(
      "has other pins after every addition",
      withStore((store) => {
        const seen = new Set([JSON.stringify(store.pins())]);
        take(store, "a", [figure(1)]);
        seen.add(JSON.stringify(store.pins()));
        store.importReference("1", [population(100, "2024")], "2026-01-01");
        seen.add(JSON.stringify(store.pins()));
        const of = doubt(store, "b");
        seen.add(JSON.stringify(store.pins()));
        store.settle(said(of));
        seen.add(JSON.stringify(store.pins()));
        expect(seen.size).toBe(5);
      }),
    );

    it(
      "keeps what was said of findings, in the order it was said",
      withStore((store) => {
        const of = doubt(store, "a");
        const first = store.settle(said(of));
        const second = store.settle(
          said(of, { kind: "accepted", text: "", public: false, at: "2026-04-01T00:00:00.000Z" }),
        );
        expect(first).toMatchObject(said(of));
        expect(store.settlements()).toEqual([first, second]);
        expect(store.settlements({ through: store.pins("2026-03-15T00:00:00.000Z").settlement })).toEqual([
          first,
        ]);
        expect(store.settlements({ area: 404, rule: "sudden-change" })).toHaveLength(2);
        expect(store.settlements({ area: 800 })).toEqual([]);
        expect(store.settlements({ rule: "own-trend" })).toEqual([]);
      }),
    );

    it(
      "tells imports apart by time, though the clock was set back or stood still",
      withStore((store) => {
        store.importReference("1", [population(100, "2024")], "2026-01-02T00:00:00.000Z");
        const first = store.pins();
        store.importReference("2", [population(110, "2025")], "2026-01-02T00:00:00.000Z");
        const second = store.pins();
        store.importReference("3", [population(120, "2026")], "2025-12-31T00:00:00.000Z");
        expect(first.reference < second.reference && second.reference < store.pins().reference).toBe(true);
        expect(store.reference()).toEqual([population(120, "2026")]);
        expect(store.reference({ through: second.reference })).toEqual([population(110, "2025")]);
        expect(store.reference({ through: second.reference, revision: "2024" })).toEqual([
          population(100, "2024"),
        ]);
        expect(store.reference({ through: first.reference, revision: "2026" })).toEqual([
          population(100, "2024"),
        ]);
        expect(store.referenceRevisions().map(({ revision, values }) => [revision, values])).toEqual([
          ["2024", 1],
          ["2025", 1],
          ["2026", 1],
        ]);
      }),
    );

    it(
      "answers at pins as it did then, and takes nothing there",
      withStore((store) => {
        take(store, "a", [figure(40)]);
        const of = doubt(store, "b");
        store.settle(said(of));
        const then = storeAt(store, store.pins());
        const before = [
          then.submissions(),
          then.findings(),
          then.settlements(),
          then.questioned(),
          then.reference(),
        ];
        doubt(store, "c");
        store.settle(said(of, { kind: "accepted" }));
        store.importReference("1", [population(100, "2024")], "2026-01-01T00:00:00.000Z");
        expect([
          then.submissions(),
          then.findings(),
          then.settlements(),
          then.questioned(),
          then.reference(),
        ]).toEqual(before);
        expect(store.settlements()).toHaveLength(2);
        expect(then.submission("c")).toBeUndefined();
        expect(then.observations(99)).toEqual(store.observations(2));
        expect(() => then.settle(said(of))).toThrow(/store-past/);
        expect(() => then.take(submission("d"), "rules")).toThrow(/store-past/);
      }),
    );

    it(
      "keeps for ever what countries said of published figures, oldest first",
      withStore((store) => {
        const release = {
          name: "2026.q1",
          at: "2026-03-31T00:00:00.000Z",
          by: "agency",
          pins: store.pins(),
          manifest: "ab",
        };
        store.addRelease(release);
        const position = (change: Partial<Position> = {}): Position => ({
          release: "2026.q1",
          key: women,
          kind: "object",
          text: "The survey was of towns alone.",
          by: "Achieng",
          at: "2026-04-01T00:00:00.000Z",
          ...change,
        });
        store.takePosition(position());
        store.takePosition(position({ key: { ...women, area: 800 } }));
        store.takePosition(position({ kind: "agree", text: "" }));
        expect(store.positions({ area: 404, release: "2026.q1" })).toEqual([
          position(),
          position({ kind: "agree", text: "" }),
        ]);
        expect(store.positions()).toHaveLength(3);
        expect(store.positions({ release: "2026.q2" })).toEqual([]);
        expect(() => store.takePosition(position({ release: "2026.q2" }))).toThrow();
      }),
    );

    it(
      "keeps releases for ever, each name once",
      withStore((store) => {
        const release = {
          name: "2026.q1",
          at: "2026-01-01T00:00:00.000Z",
          by: "agency",
          pins: store.pins(),
          manifest: "ab",
        };
        store.addRelease(release);
        store.addRelease({ ...release, name: "2025.q4" });
        expect(() => store.addRelease({ ...release, manifest: "cd" })).toThrow(/release-exists/);
        expect(store.releases().map(({ name }) => name)).toEqual(["2026.q1", "2025.q4"]);
        expect(store.releases()[0]).toEqual(release);
      }),
    );

    it(
      "keeps runs for ever, the newest first, and ends each once",
      withStore((store) => {
        const first = store.beginRun("annual", "2026-01-01T00:00:00.000Z");
        const second = store.beginRun("annual", "2026-01-02T00:00:00.000Z");
        const step = { startedAt: "2026-01-01T00:00:01.000Z", endedAt: "2026-01-01T00:00:02.000Z" };
        const steps = [{ name: "take", ...step, inputs: ["KEN.csv"], outputs: ["ab"], skipped: [] }] as const;
        const end = {
          at: "2026-01-01T00:01:00.000Z",
          outcome: "published",
          steps,
          log: "KEN.csv: taken",
        } as const;
        store.endRun(first, end);
        expect(() => store.endRun(first, { ...end, outcome: "failed" })).toThrow(/run-not-open/);
        expect(() => store.endRun(99, end)).toThrow(/run-not-open/);
        const { at: endedAt, ...told } = end;
        const begun = { pipeline: "annual", startedAt: "2026-01-02T00:00:00.000Z" };
        expect(store.runs()).toEqual([
          { id: second, ...begun, endedAt: null, outcome: null, steps: [], log: "" },
          { id: first, pipeline: "annual", startedAt: "2026-01-01T00:00:00.000Z", endedAt, ...told },
        ]);
        expect(store.runs({ limit: 1 }).map(({ id }) => id)).toEqual([second]);
        expect(store.runs({ before: second }).map(({ id }) => id)).toEqual([first]);
      }),
    );

    it(
      "keeps every version of a definition, and lists the newest of each name",
      withStore((store) => {
        const by = { by: "preparer", at: "2026-03-01T00:00:00.000Z" };
        expect(store.saveDefinition({ name: "LDC use", content: "{}", ...by }).version).toBe(1);
        store.saveDefinition({ name: "Africa", content: "[1]", ...by });
        const second = store.saveDefinition({ name: "LDC use", content: "[2]", ...by });
        expect(second).toEqual({ name: "LDC use", version: 2, content: "[2]", ...by });
        expect(store.definitions().map(({ name, version }) => [name, version])).toEqual([
          ["Africa", 1],
          ["LDC use", 2],
        ]);
        expect(store.definitions("LDC use").map(({ content }) => content)).toEqual(["{}", "[2]"]);
        expect(store.definitions("none")).toEqual([]);
      }),
    );

    it(
      "says nothing of a finding that is not there",
      withStore((store) => {
        expect(() => store.settle(said(99))).toThrow();
        expect(store.settlements()).toEqual([]);
      }),
    );

    it(
      "keeps deadlines and reminders, the older ones too",
      withStore((store) => {
        const [first, later] = [deadline(404, "2026-05-01"), deadline(404, "2026-06-01")];
        const other = deadline(800, "2026-05-01");
        const reminder: Notice = { ...first, kind: "reminder", due: null, text: "Please answer." };
        for (const notice of [first, other, later, reminder]) store.notify(notice);
        expect(store.notices()).toEqual([first, other, later, reminder]);
        expect(store.notices({ area: 404, kind: "deadline", collection: "annual" })).toEqual([first, later]);
        expect(store.notices({ collection: "pilot" })).toEqual([]);
      }),
    );

    it(
      "answers with the meaning of a heading that an area confirmed last",
      withStore((store) => {
        const base = { by: "agency", at: "2026-03-01T00:00:00.000Z" };
        const value: ConfirmedColumn = { area: 404, title: "Taux", column: "OBS_VALUE", ...base };
        const unread = { ...value, title: "Note", column: "" };
        for (const one of [{ ...value, column: "NUMERATOR" }, unread, value, { ...value, area: 800 }])
          store.confirmColumn(one);
        expect(store.confirmedColumns(404)).toEqual([unread, value]);
        expect(store.confirmedColumns(756)).toEqual([]);
      }),
    );
  });
}
