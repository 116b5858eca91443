import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rehearsed } from "../../src/store/rehearsed.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { Notice, Store } from "../../src/store/store.js";
import { csv, openWorkshop, type Workshop } from "../run/workshop.js";

let shop: Workshop;
let store: Store;
beforeEach(() => {
  shop = openWorkshop();
  store = shop.environment.store;
});
afterEach(() => shop.close());

const notice = (text: string): Notice => ({
  ...{ kind: "reminder", area: 404, collection: "annual", due: null, text },
  ...{ by: "agency", at: "2026-01-01T00:00:00.000Z" },
});

const use = (value: number) =>
  shop.write(`KEN-${value}.csv`, csv(["IT_USE_II99", "KEN", 2017, "_T", value, "PT"]));

const rehearsing = (mayFinish = () => {}) => rehearsed(store, () => openSqlite(""), mayFinish);

describe("a take that is rehearsed", () => {
  it("ends as one that is not", async () => {
    const path = shop.write(
      "KEN.csv",
      csv(
        ["IT_USE_II99", "KEN", 2016, "_T", 16.6, "PT"],
        ["IT_USE_II99", "KEN", 2017, "_T", 130, "PT"],
        ["NOTHING", "KEN", 2017, "_T", 1, "PT"],
      ),
    );
    const other = openSqlite("");
    const plain = await shop.take(path, {}, { store: other });
    const apart = await shop.take(path, {}, { store: rehearsing() });
    expect([plain.outcome, apart.outcome]).toEqual(["taken", "taken"]);
    const of = (one: Store) => {
      const [{ receivedAt, asOf, ...submission } = { receivedAt: "", asOf: "" }] = one.submissions();
      return [submission, one.observations(1), one.findings(), one.ruleCounts()];
    };
    expect(of(store)).toEqual(of(other));
    other.close();
  });

  it("that fails loses nothing of what others wrote while its file was read", async () => {
    const refusal = new Error("Nothing of this file may be kept.");
    const apart = rehearsing(() => {
      throw refusal;
    });
    const busy: Store = {
      ...apart,
      take: (...given) => {
        const take = apart.take(...given);
        store.notify(notice("meanwhile"));
        return take;
      },
    };
    await expect(shop.take(use(17), {}, { store: busy })).rejects.toBe(refusal);
    expect(store.notices()).toMatchObject([{ text: "meanwhile" }]);
    expect(store.submissions()).toEqual([]);
  });

  it("holds the store at no time while its file is read", () => {
    const apart = rehearsing();
    const submission = {
      ...{ id: "a", area: 404, collection: "annual", filename: "a.csv", bytes: 1 },
      ...{ receivedAt: "2026-01-01T00:00:00.000Z", receivedFrom: "test" },
    };
    const [first, second] = [
      apart.take(submission, "rules"),
      apart.take({ ...submission, id: "b" }, "rules"),
    ];
    store.notify(notice("kept"));
    first?.abort();
    second?.finish({ area: 404, dialect: "{}", lines: 1, counts: [] });
    expect(store.notices()).toHaveLength(1);
    expect(store.submissions().map(({ id }) => id)).toEqual(["b"]);
  });

  it("is told apart from one that another process has finished meanwhile", async () => {
    const path = use(18);
    const apart = rehearsing();
    const late: Store = {
      ...apart,
      take: (submission, rules) => {
        const take = apart.take(submission, rules);
        store.take(submission, rules)?.finish({ area: 404, dialect: "{}", lines: 1, counts: [] });
        return take;
      },
    };
    await expect(shop.take(path, {}, { store: late })).rejects.toThrow(/taken meanwhile/);
    expect(store.submissions()).toHaveLength(1);
  });

  it("knows what has been taken before", async () => {
    const apart = rehearsing();
    await shop.take(use(19), {}, { store: apart });
    expect((await shop.take(use(19), {}, { store: apart })).outcome).toBe("already-taken");
  });
});
