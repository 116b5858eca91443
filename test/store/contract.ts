import { describe, expect, it } from "vitest";
import { dimensionsOf } from "../../src/keys.js";
import type { Store } from "../../src/store/store.js";
import type { Finding, Observation, ReferenceValue, Submission } from "../../src/types.js";

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
        expect(store.vintage("2026-01-15T00:00:00.000Z")).toEqual(first);
        expect(store.vintage("2025-12-31T00:00:00.000Z")).toBeUndefined();
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
        expect(store.reference("2024")).toEqual([population(100, "2024")]);
        expect(store.referenceImported("2")).toBe(true);
        expect(() => store.importReference("4", [population(90, "2024")], "2026-01-04")).toThrow(
          /reference-changed/,
        );
        expect(store.referenceImported("4")).toBe(false);
      }),
    );

    it(
      "has another fingerprint after every addition",
      withStore((store) => {
        const seen = new Set([store.fingerprint()]);
        take(store, "a", [figure(1)]);
        seen.add(store.fingerprint());
        store.importReference("1", [population(100, "2024")], "2026-01-01");
        seen.add(store.fingerprint());
        expect(seen.size).toBe(3);
      }),
    );
  });
}
