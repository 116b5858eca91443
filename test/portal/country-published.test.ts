import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRelease } from "../../src/run/release/create.js";
import { csv } from "../run/workshop.js";
import { openPortalDesk, type Person, type PortalDesk } from "./desk.js";

const KENYA = 404;
const PUBLISHED = "/en/country/404/published";
const figure = (query: string) => `${PUBLISHED}/2026.q1/figure?series=IT_MOB_3GNTWK&${query}`;

let desk: PortalDesk;
let kenya: Person;
let uganda: Person;
let statistician: Person;
beforeAll(async () => {
  desk = await openPortalDesk();
  kenya = await desk.person("focal-point", KENYA);
  uganda = await desk.person("focal-point", 800);
  statistician = await desk.person("statistician");
  // 2015 is left open between 64 and 66, and 2017 has more than all people.
  const row = (year: number, value: number) => ["IT_MOB_3GNTWK", "KEN", year, "_T", value, "PT"];
  const { shop } = desk;
  await shop.take(shop.write("KEN.csv", csv(row(2014, 64), row(2016, 66), row(2017, 130))));
});
afterAll(() => desk.close());

const release = (name: string) =>
  createRelease(desk.shop.environment, name, "agency", {
    ...{ tables: ["sdg-country"], formats: ["csv"], languages: ["en"] },
    ...{ strict: false, composition: "by-year" },
  });
const positions = () => desk.shop.environment.store.positions();

describe("what was published of a country", () => {
  it("is nothing before the first release", async () => {
    expect((await kenya.get(PUBLISHED)).body).toContain("Nothing has been published yet.");
    await release("2026.q1");
  });

  it("shows all that the agency did, and nothing else unless it is asked for", async () => {
    const { body } = await kenya.get(PUBLISHED);
    expect(body).toContain("Gap filled by an estimate: 1");
    expect(body).toContain("Figure held back: 1");
    const rows = [...body.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) => row);
    expect(rows.map((row) => /<td>(\d{4})<\/td>/.exec(row)?.[1])).toEqual(["2015", "2017"]);
    expect(rows[0]).toContain("65.0 (E)");
    expect(rows[1]).toContain("130 ✗");
    const all = (await kenya.get(`${PUBLISHED}?show=all`)).body;
    expect(all).toContain("64.0 (A)");
    expect((await kenya.get("/ar/country/404/published")).body).toContain("فجوة مُلئت بتقدير: 1");
  });

  it("stands beside what the country sent, figure by figure, with the reason", async () => {
    const estimated = (await kenya.get(figure("period=2015"))).body;
    expect(estimated).toContain("interpolation");
    expect(estimated).toContain("The country has sent no value for this year");
    expect(estimated).toContain('href="/en/lineage/404/IT_MOB_3GNTWK/2015?release=2026.q1"');
    const held = (await kenya.get(figure("period=2017"))).body;
    expect(held).toContain("A figure was sent that an error keeps from use");
    expect(held).toContain("Value out of range");
  });

  it("is agreed to or contested by the country, with a reason, and what was said is kept", async () => {
    const url = figure("period=2015");
    expect((await kenya.post(url, { kind: "object", text: " " })).statusCode).toBe(422);
    expect((await kenya.post(url, { kind: "shrug", text: "x" })).statusCode).toBe(422);
    const said = { kind: "object", text: "The <network> reached fewer." };
    const { statusCode, headers } = await kenya.post(url, said);
    expect([statusCode, headers.location]).toEqual([303, url]);
    await kenya.post(url, { kind: "agree", text: "" });
    expect(positions()).toMatchObject([
      { release: "2026.q1", kind: "object", text: said.text, by: "focal-point-1@example.org" },
      { kind: "agree", key: { series: "IT_MOB_3GNTWK", area: KENYA, period: 2015 } },
    ]);
    const { body } = await statistician.get(url);
    expect(body).toContain("The &lt;network&gt; reached fewer.");
    expect(body).not.toContain("Object</button>");
    expect((await kenya.get(PUBLISHED)).body).toContain("<td>agreed</td>");
    const trail = [...desk.given.accounts.auditTrail()].map(({ action }) => action);
    expect(trail).toEqual(expect.arrayContaining(["position-object", "position-agree"]));
  });

  it("is the country's own to speak of", async () => {
    const url = figure("period=2015");
    const before = positions().length;
    for (const person of [uganda, statistician, desk.nobody])
      expect((await person.post(url, { kind: "agree", text: "" })).statusCode).toBe(403);
    expect((await uganda.get(url)).statusCode).toBe(403);
    expect(positions()).toHaveLength(before);
  });

  it("has no figure that is not there, and no release", async () => {
    for (const query of ["period=1999", "period=2015&SEX=F", "period=x"])
      expect([query, (await kenya.get(figure(query))).statusCode]).toEqual([query, 404]);
    expect((await kenya.get(figure("period=2015").replace("2026.q1", "2020.q1"))).statusCode).toBe(404);
  });

  it("counts for the release that it was said of", async () => {
    const { shop } = desk;
    await shop.take(shop.write("KEN2.csv", csv(["IT_MOB_3GNTWK", "KEN", 2015, "_T", 64.5, "PT"])));
    await release("2026.q2");
    await desk.nobody.get("/en/");
    const body = await until(() => kenya.get(PUBLISHED), "Release 2026.q2");
    expect(body).not.toContain("Gap filled by an estimate");
    expect(body).not.toContain("<td>agreed</td>");
  });

  /** A new release is read in while readers see the one before. */
  async function until(ask: () => ReturnType<Person["get"]>, words: string): Promise<string> {
    for (;;) {
      const { body } = await ask();
      if (body.includes(words)) return body;
      await new Promise((later) => setTimeout(later, 20));
    }
  }
});
