/** Long work of the portal: runs, imports, the back-test; one at a time, and nobody waits for it. */
import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workOf } from "../../src/portal/work/work.js";
import { csv } from "../run/workshop.js";
import { openPortalDesk, type Person, type PortalDesk } from "./desk.js";

let desk: PortalDesk;
let statistician: Person;
beforeAll(async () => {
  desk = await openPortalDesk();
  statistician = await desk.person("statistician");
});
afterAll(() => desk.close());

const idle = () => workOf(desk.given).idle();
const words = (body: string) =>
  body
    .replace(/<\/?bdi[^>]*>|[\u2066\u2069]/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const actions = () => [...desk.given.accounts.auditTrail()].map(({ action }) => action);

/** What lies in the folder of uploads, but for the folder of those that come in pieces. */
const left = () => readdirSync(desk.given.uploads).filter((name) => name !== "pieces");

const OWN = "SERIES,REF_AREA,TIME_PERIOD,SEX,AGE,URBANISATION,OBS_VALUE,REVISION,SOURCE";
const population = (value: number) => ({
  name: "../KEN population.csv",
  content: `${OWN}\nPOPULATION,KEN,2020,_T,_T,_T,${value},,\nPOPULATION,XXX,2020,_T,_T,_T,1,,\n`,
});
const FORM = { series: "POPULATION", revision: "2025", source: "A census" };

describe("importing denominators", () => {
  it("adds the values of a file, and says how many and what was left out", async () => {
    const { statusCode, headers } = await statistician.send("/en/lists/import", population(53_000_000), FORM);
    expect([statusCode, headers.location]).toEqual([303, "/en/lists"]);
    await idle();
    expect(desk.shop.environment.store.reference()).toMatchObject([
      {
        series: "POPULATION",
        area: 404,
        period: 2020,
        value: 53_000_000,
        revision: "2025",
        source: "A census",
      },
    ]);
    const text = words((await statistician.get("/en/lists")).body);
    expect(text).toMatch(/Done at .* Values added: 1; lines left out: 1\./);
    expect(text).toMatch(/POPULATION 2025 1 1 2020–2020/);
    expect(actions()).toContain("reference-imported");
    expect(left()).toEqual([]);
  });

  it("tells why a file was not imported, by the file's own name", async () => {
    await statistician.send("/ar/lists/import", population(54_000_000), FORM);
    await idle();
    const { body } = await statistician.get("/ar/lists");
    expect(body).toMatch(/<p lang="en" dir="ltr">reference-changed: .* is already 53000000 in revision/);
    await statistician.send("/ar/lists/import", { name: "odd.csv", content: "a,b\n1,2\n" }, FORM);
    await idle();
    expect((await statistician.get("/ar/lists")).body).toContain('dir="ltr">odd.csv, line 1: ');
    expect(left()).toEqual([]);
  });

  it("needs to know what the values are, and a form of the session", async () => {
    for (const form of [
      { ...FORM, revision: " " },
      { ...FORM, series: "RAIN" },
      { ...FORM, source: "" },
    ])
      expect((await statistician.send("/en/lists/import", population(1), form)).statusCode).toBe(422);
    const forged = await statistician.send("/en/lists/import", population(1), { ...FORM, csrf: "other" });
    expect(forged.statusCode).toBe(403);
    expect(desk.shop.environment.store.reference()).toHaveLength(1);
  });

  it("is for those who run the collection alone, as the lists are", async () => {
    const others = [await desk.person("focal-point", 404), await desk.person("preparer")];
    for (const person of others) {
      for (const path of ["lists", "lists/areas", "lists/groups", "lists/groups/199", "runs", "backtest"])
        expect((await person.get(`/en/${path}`)).statusCode).toBe(403);
      expect((await person.send("/en/lists/import", population(1), FORM)).statusCode).toBe(403);
      expect((await person.post("/en/runs", { pipeline: "annual-collection" })).statusCode).toBe(403);
      expect((await person.post("/en/backtest")).statusCode).toBe(403);
    }
  });
});

describe("reference lists", () => {
  it("show areas by their codes and groups with their members of a year", async () => {
    expect(words((await statistician.get("/fr/lists/areas?page=2")).body)).toMatch(/Kenya 404 KEN KE/);
    // Samoa left the least developed countries in 2014, and Equatorial Guinea in 2017: members until the year before.
    const members = async (year: number) =>
      Number(
        /LDC · 199 (\d+)/.exec(words((await statistician.get(`/en/lists/groups?year=${year}`)).body))?.[1],
      );
    expect((await members(2013)) - (await members(2014))).toBe(1);
    expect(words((await statistician.get("/en/lists/groups/199")).body)).toMatch(/Samoa 1971 2013/);
    expect((await statistician.get("/en/lists/groups/998")).statusCode).toBe(404);
  });
});

describe("a back-test", () => {
  it("is made on demand and kept with what it was made from", async () => {
    expect((await statistician.get("/en/backtest")).body).toContain("There is no back-test yet.");
    const years = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019];
    for (const [area, start] of [
      ["KEN", 20],
      ["UGA", 10],
      ["TZA", 15],
      ["RWA", 12],
    ] as const) {
      const rows = years.map((year, i) => ["IT_USE_II99", area, year, "_T", start + 2 * i, "PT"]);
      await desk.shop.take(desk.shop.write(`${area}.csv`, csv(...rows)));
    }
    expect((await statistician.post("/en/backtest")).headers.location).toBe("/en/backtest");
    await idle();
    expect(existsSync(`${desk.shop.folder}/backtest.json`)).toBe(true);
    const { body } = await statistician.get("/en/backtest?indicator=17.8.1");
    // Values rise by two points a year: what carries on the nearest year is two points off after one, four after two.
    expect(words(body)).toMatch(/nearest-year 1 \d+ 2\.00 .* nearest-year 2 \d+ 4\.00/);
    expect(words(body)).toMatch(/from vintage 4 by version \d+\.\d+\.\d+, seed 1\./);
    expect(body).not.toContain("have changed since");
    await desk.shop.take(desk.shop.write("SEN.csv", csv(["IT_USE_II99", "SEN", 2019, "_T", 40, "PT"])));
    expect((await statistician.get("/en/backtest")).body).toContain(
      "Data or denominators have changed since.",
    );
  });
});

describe("a run", () => {
  it("of a pipeline that there is not, or of the sample where it was never run, is not begun", async () => {
    for (const pipeline of ["sample", "none", ""])
      expect((await statistician.post("/en/runs", { pipeline })).statusCode).toBe(422);
    expect(desk.shop.environment.store.runs()).toEqual([]);
  });

  it("is begun, goes on while pages are read, and ends on record; a second one waits for its end", async () => {
    const { store } = desk.shop.environment;
    const earlier = store.beginRun("sample", "2025-12-01T00:00:00.000Z");
    expect((await statistician.post("/en/runs", { pipeline: "sample" })).statusCode).toBe(303);
    const second = await statistician.post("/en/runs", { pipeline: "sample" });
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain("Something else is at work");
    expect((await statistician.post("/ar/backtest")).body).toContain("هناك عمل آخر جارٍ");
    const during = words((await statistician.get("/en/runs")).body);
    expect(during).toContain("At work: a run of a pipeline.");
    await idle();
    expect(store.runs().map(({ id, outcome }) => [id, outcome])).toEqual([
      [earlier + 1, "published"],
      [earlier, null],
    ]);
    const text = words((await statistician.get("/en/runs")).body);
    expect(text).toMatch(/sample 2026-\S+ \S+ UTC Published · [\d.,]+ s Steps and log/);
    expect(text).toContain("No end is known: at work elsewhere, or cut short");
    expect(text).toMatch(/KEN\.csv: taken as vintage \d+, \d+ lines/);
    expect(actions().filter((action) => action === "run-started")).toHaveLength(1);
  });
});
