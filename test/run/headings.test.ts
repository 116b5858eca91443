import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forgetHeading, rememberedHeadings } from "../../src/run/headings.js";
import type { TakeReport } from "../../src/run/take.js";
import { openWorkshop, type Workshop } from "./workshop.js";

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.close());

const SENEGAL = 686;
const TITLE = "Taux d’accès";
const file = (area: string, year: number, title = TITLE) =>
  `Série;Pays;Année;${title}\nIT_USE_II99;${area};${year};40,5\n`;
const stated = [{ title: TITLE, column: "OBS_VALUE", confirmedAt: null }] as const;
const mappedIn = (report: TakeReport) =>
  report.outcome === "taken" ? report.mapped : report.outcome === "refused" ? report.finding.rule : null;

describe("what a heading means", () => {
  it("holds for this file and, confirmed by its sender, for the next one of the country", async () => {
    const first = await shop.take(shop.write("a.csv", file("SEN", 2019)), { mappings: stated, from: "ARTP" });
    expect(mappedIn(first)).toEqual(stated);
    const [remembered] = shop.environment.store.confirmedColumns(SENEGAL);
    expect(remembered).toMatchObject({ title: TITLE, column: "OBS_VALUE", by: "ARTP" });
    const next = await shop.take(shop.write("b.csv", file("SEN", 2020, "TAUX D'ACCÈS")));
    expect(mappedIn(next)).toEqual([
      { title: "TAUX D'ACCÈS", column: "OBS_VALUE", confirmedAt: remembered?.at },
    ]);
  });

  it("is not that of another country", async () => {
    await shop.take(shop.write("a.csv", file("SEN", 2019)), { mappings: stated });
    expect(mappedIn(await shop.take(shop.write("b.csv", file("MLI", 2019))))).toBe("file-missing-column");
    expect(mappedIn(await shop.take(shop.write("MLI.csv", file("SEN", 2020))))).toBe("file-missing-column");
  });

  it("is not remembered of a file that is refused, or that speaks for several countries", async () => {
    const twice = `Série;Pays;Année;${TITLE};Valeur\nIT_USE_II99;SEN;2019;40,5;1\n`;
    expect(mappedIn(await shop.take(shop.write("a.csv", twice), { mappings: stated }))).toBe(
      "file-duplicate-column",
    );
    await shop.take(shop.write("b.csv", file("SEN", 2019)), { mappings: stated, anyArea: true });
    expect(rememberedHeadings(shop.environment.store, SENEGAL)).toEqual([]);
  });

  it("is forgotten in any spelling", async () => {
    await shop.take(shop.write("a.csv", file("SEN", 2019)), { mappings: stated });
    const { store } = shop.environment;
    const said = { area: SENEGAL, by: "ARTP", at: "2026-02-01T00:00:00.000Z" };
    expect(forgetHeading(store, "taux d'accès", said)).toBe(true);
    expect(rememberedHeadings(store, SENEGAL)).toEqual([]);
    expect(forgetHeading(store, TITLE, said)).toBe(false);
    expect(mappedIn(await shop.take(shop.write("b.csv", file("SEN", 2020))))).toBe("file-missing-column");
  });
});
