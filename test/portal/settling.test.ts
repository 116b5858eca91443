/** Doubts as those see them who settle them: the queue, one finding, the decision. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleFinding } from "../../src/settle/settle.js";
import { csv } from "../run/workshop.js";
import { openPortalDesk, type Person, type PortalDesk } from "./desk.js";

const USE = "IT_USE_II99";
const [IND, NRU, PAK, SOUTHERN_ASIA, MICRONESIA] = [356, 520, 586, 34, 57];
/** Millions. */
const POPULATION = { [IND]: 1300, [PAK]: 200, [NRU]: 0.01, 296: 0.13, 583: 0.11, 36: 25 };

let desk: PortalDesk;
let statistician: Person;
beforeAll(async () => {
  desk = await openPortalDesk();
  statistician = await desk.person("statistician");
  const values = Object.entries(POPULATION).flatMap(([area, millions]) =>
    [2018, 2019, 2020].map((period) => ({
      ...{ series: "POPULATION", area: Number(area), period, dimensions: {} },
      ...{ value: millions * 1e6, revision: "1", source: "test" },
    })),
  );
  desk.shop.environment.store.importReference("1", values, "2026-01-01T00:00:00.000Z");
  await take("IND", 30, 31, 62);
  await take("NRU", 30, 31, 62);
  await take("PAK", 20, 21, 25);
});
afterAll(() => desk.close());

async function take(area: string, ...values: readonly number[]) {
  const rows = values.map((value, i) => [USE, area, 2018 + i, "_T", value, "PT"]);
  await desk.shop.take(desk.shop.write(`${area}.csv`, csv(...rows)));
}
const about = (area: number) =>
  desk.shop.environment.store.findings({ area, rule: "sudden-change" }).at(-1)?.id ?? Number.NaN;
/** Text of a page without its tags. */
const words = (body: string) =>
  body
    .replace(/<\/?bdi[^>]*>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const listed = (body: string) =>
  [...body.matchAll(/<a href="\/\w\w\/findings\/(\d+)/g)].map(([, id]) => Number(id));

describe("the queue", () => {
  it("has that first which moves a group most, with how far", async () => {
    const { body } = await statistician.get("/en/queue");
    expect(listed(body)).toEqual([about(IND), about(NRU)]);
    // 31 points of 1,300 of 1,500 million in Southern Asia; of 0.01 of 0.25 million in Micronesia.
    expect(words(body)).toMatch(/Sudden change India .*Southern Asia \+26\.9 percentage points Score 26\.9/);
    expect(words(body)).toMatch(/Sudden change Nauru .*Micronesia \+1\.24 percentage points Score 1\.24/);
  });

  it("says the same in Arabic, each number in its own direction", async () => {
    const { body } = await statistician.get("/ar/queue");
    expect(body).toContain('dir="rtl"');
    expect(body).toContain("\u2066+26.9\u2069");
    expect(words(body)).toContain("الهند");
  });

  it("shows what is asked for: of a country, an indicator, a severity, a state, or by one group", async () => {
    const shown = async (query: string) => listed((await statistician.get(`/en/queue?${query}`)).body);
    expect(await shown(`area=${NRU}`)).toEqual([about(NRU)]);
    expect(await shown("indicator=17.8.1")).toEqual([about(IND), about(NRU)]);
    expect(await shown("indicator=9.c.1")).toEqual([]);
    expect(await shown("severity=error")).toEqual([]);
    expect(await shown("state=refused")).toEqual([]);
    expect(await shown(`group=${MICRONESIA}`)).toEqual([about(NRU)]);
    expect(await shown(`group=${SOUTHERN_ASIA}`)).toEqual([about(IND)]);
  });

  it("also shows what is not worth asking about when asked to", async () => {
    const all = listed((await statistician.get("/en/queue?show=all")).body);
    const notes = desk.shop.environment.store.findings({ area: PAK, severity: "info" }).map(({ id }) => id);
    expect(notes).toHaveLength(1);
    expect(all).toEqual(expect.arrayContaining([about(IND), ...notes]));
  });
});

describe("one finding", () => {
  it("is on one page: words, figures over the years, countries like it, lines of the file", async () => {
    const { body } = await statistician.get(`/en/findings/${about(IND)}`);
    const text = words(body);
    expect(text).toContain("The figure in doubt: 62");
    expect(text).toMatch(/Expected 31 · what the rule expected/);
    expect(text).toMatch(/2019 31 A IND\.csv, 3 /);
    // Pakistan is in India's region and income class: 21 and 25.
    expect(text).toMatch(/Pakistan 21\.0 25\.0 \+4\.00/);
    expect(text).toMatch(/India ◆ 31\.0 62\.0 \+31\.0/);
    expect(text).toMatch(/4 ◆ IT_USE_II99 IND 2020 _T 62 PT/);
    expect(body).toContain("<mark>62</mark>");
  });

  it("leads to the next one, by the same choice", async () => {
    const { body } = await statistician.get(`/fr/findings/${about(IND)}?indicator=17.8.1`);
    expect(body).toContain(`rel="next" href="/fr/findings/${about(NRU)}?indicator=17.8.1"`);
    expect(body).not.toContain('rel="prev"');
    const last = await statistician.get(`/fr/findings/${about(NRU)}?indicator=17.8.1`);
    expect(last.body).toContain(`rel="prev" href="/fr/findings/${about(IND)}?indicator=17.8.1"`);
    expect(last.body).not.toContain('rel="next"');
  });

  it("has a chart that says in words what it shows", async () => {
    const { headers, body } = await statistician.get(`/en/findings/${about(IND)}/chart.svg`);
    expect(headers["content-type"]).toBe("image/svg+xml; charset=utf-8");
    expect(body).toMatch(/<desc id="desc">[^<]*India[^<]*2018: 30\.0; 2019: 31\.0; 2020: 62\.0/);
  });

  it("is not there under a number that no finding has", async () => {
    for (const id of ["99999", "x", "-1", "1e3"])
      for (const path of [`/en/findings/${id}`, `/en/findings/${id}/chart.svg`])
        expect((await statistician.get(path)).statusCode).toBe(404);
  });
});

describe("a decision", () => {
  const state = async (id: number) =>
    /· (open|explained, awaiting decision|explanation (?:not )?accepted|question withdrawn) ·/.exec(
      words((await statistician.get(`/en/findings/${id}`)).body),
    )?.[1];
  const trail = () =>
    [...desk.given.accounts.auditTrail()].filter(({ action }) => action.startsWith("finding-"));

  it("needs words unless it is to accept, and is not recorded without", async () => {
    const { statusCode, body } = await statistician.post(`/en/findings/${about(NRU)}`, {
      kind: "withdrawn",
      text: " ",
    });
    expect(statusCode).toBe(422);
    expect(body).toContain("Nothing was recorded. Please say why in a few words.");
    expect([await state(about(NRU)), trail()]).toEqual(["open", []]);
  });

  it("fits how far the doubt has come, or is not recorded", async () => {
    const { statusCode, body } = await statistician.post(`/en/findings/${about(NRU)}`, {
      kind: "accepted",
      text: "Good.",
    });
    expect(statusCode).toBe(422);
    expect(body).toContain("the state of the doubt has changed meanwhile");
    expect(
      (await statistician.post(`/en/findings/${about(NRU)}`, { kind: "explained", text: "Why?" })).statusCode,
    ).toBe(422);
    expect(await state(about(NRU))).toBe("open");
  });

  it("is kept with its words and who made it, and the doubt waits no longer", async () => {
    const id = about(NRU);
    const { statusCode, headers } = await statistician.post(`/en/findings/${id}?area=${NRU}`, {
      ...{ kind: "withdrawn", text: "A cable landed in 2020." },
    });
    expect([statusCode, headers.location]).toEqual([303, `/en/findings/${id}?area=${NRU}`]);
    const { body } = await statistician.get(`/en/findings/${id}`);
    expect(words(body)).toMatch(
      /statistician-1@example\.org: withdrew the question A cable landed in 2020\./,
    );
    expect(words(body)).toContain("As it stands there is nothing to decide.");
    expect(listed((await statistician.get("/en/queue")).body)).toEqual([about(IND)]);
    expect(trail()).toMatchObject([
      {
        actor: "statistician-1@example.org",
        action: "finding-withdrawn",
        object: `#${id}`,
        details: { area: NRU },
      },
    ]);
  });

  it("is asked for where a country has explained, and an accepted explanation ends the doubt", async () => {
    const id = about(IND);
    const saying = { kind: "explained", text: "A <new> survey.", public: true, by: "NSO" } as const;
    settleFinding(desk.shop.environment.store, id, saying, "2026-03-01T00:00:00.000Z");
    expect(listed((await statistician.get("/en/queue?state=explained")).body)).toEqual([id]);
    const { body } = await statistician.get(`/en/findings/${id}`);
    expect(body).toContain("A &lt;new&gt; survey.");
    expect([...body.matchAll(/name="kind" value="(\w+)"/g)].map(([, kind]) => kind)).toEqual([
      "accepted",
      "refused",
      "withdrawn",
    ]);
    expect((await statistician.post(`/en/findings/${id}`, { kind: "accepted", text: "" })).statusCode).toBe(
      303,
    );
    expect(await state(id)).toBe("explanation accepted");
    expect(listed((await statistician.get("/en/queue")).body)).toEqual([]);
  });
});

describe("doubts", () => {
  it("are for those who settle them alone", async () => {
    const paths = ["/en/queue", `/en/findings/${about(IND)}`, `/en/findings/${about(IND)}/chart.svg`];
    const others = [await desk.person("focal-point", IND), await desk.person("preparer")];
    for (const path of paths) {
      for (const person of others) expect((await person.get(path)).statusCode).toBe(403);
      expect((await desk.nobody.get(path)).statusCode).toBe(303);
    }
    for (const person of [...others, desk.nobody])
      expect(
        (await person.post(`/en/findings/${about(IND)}`, { kind: "refused", text: "x" })).statusCode,
      ).toBe(403);
  });
});
