/** Rules across indicators while a file is taken. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { csv, openWorkshop, type Workshop } from "./workshop.js";

const [OWN, USE] = ["IT_MOB_OWN", "ICT_HH10"];
let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.close());

type Row = readonly [series: string, area: string, year: number, sex: string, value: number];

async function take(name: string, ...rows: readonly Row[]) {
  const report = await shop.take(shop.write(name, csv(...rows.map((row) => [...row, "PT"]))), {
    anyArea: true,
  });
  if (report.outcome !== "taken") throw new Error(report.outcome);
  return report.counts.find(({ rule }) => rule === "owners-within-users");
}
const found = () =>
  shop.environment.store
    .findings({ rule: "owners-within-users" })
    .map(({ filename, line, params }) => [filename, line, params.where]);

describe("a rule across indicators", () => {
  it("compares what one file brings of both, in the first file already", async () => {
    const counts = await take(
      "a.csv",
      [OWN, "KEN", 2020, "_T", 81],
      [OWN, "KEN", 2020, "F", 70],
      [USE, "KEN", 2020, "_T", 75],
      [USE, "KEN", 2020, "F", 75],
      [OWN, "KEN", 2021, "_T", 82],
      [OWN, "CHE", 2020, "_T", 82],
    );
    expect(found()).toEqual([["a.csv", 2, "file"]]);
    expect(counts).toMatchObject({ pass: 1, fail: 1, notEvaluable: 2 });
  });

  it("compares what two files bring, whichever comes first", async () => {
    await take("a.csv", [OWN, "KEN", 2020, "_T", 81], [USE, "CHE", 2020, "_T", 75]);
    await take("b.csv", [USE, "KEN", 2020, "_T", 75], [OWN, "CHE", 2020, "_T", 81]);
    expect(found()).toEqual([
      ["b.csv", 2, "earlier"],
      ["b.csv", 3, "earlier"],
    ]);
  });

  it("leaves out figures that are held back, and holds none back itself", async () => {
    await take("a.csv", [OWN, "KEN", 2020, "_T", 120], [USE, "KEN", 2020, "_T", 75]);
    expect(found()).toEqual([]);
    await take("b.csv", [OWN, "KEN", 2020, "_T", 81], [USE, "KEN", 2020, "_T", 75]);
    expect(found()).toEqual([["b.csv", 2, "file"]]);
    expect(shop.environment.store.submissions().map(({ held }) => held)).toEqual([1, 0]);
  });
});
