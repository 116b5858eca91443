import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/types.js";
import { openPortalDesk, type PortalDesk } from "./desk.js";
import { CENTRAL_ASIA, KAZ, openPublishedDesk, TJK } from "./published-desk.js";

let desk: PortalDesk;
beforeAll(async () => {
  desk = await openPublishedDesk();
});
afterAll(() => desk.close());

const read = async (url: string) => {
  const { statusCode, body } = await desk.nobody.get(url);
  return { statusCode, body, words: body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") };
};

describe("before the first release", () => {
  it("pages say that nothing has been published", async () => {
    const empty = await openPortalDesk();
    expect((await empty.nobody.get("/en/")).body).toContain("Nothing has been published yet");
    const { statusCode, body } = await empty.nobody.get("/ar/tables");
    expect([statusCode, body.includes("لم يُنشر شيء بعد")]).toEqual([404, true]);
    await empty.close();
  });
});

const PAGES = [
  ...["", "indicators", "indicators/17.8.1", "areas", "areas/143", "areas/398", "tables", "availability"],
  ...["tables/sdg-country", "tables/facts-and-figures", "search?q=internet"],
  ...["lineage/143/IT_USE_II99/2017", "lineage/398/IT_USE_II99/2017"],
];

describe("every public page", () => {
  it.each(LANGUAGES)("is there in %s, in less than 60 KB", async (language) => {
    for (const page of PAGES) {
      const { statusCode, body } = await read(`/${language}/${page}`);
      expect([page, statusCode]).toEqual([page, 200]);
      expect(Buffer.byteLength(body), page).toBeLessThan(60_000);
      expect(body, page).not.toMatch(/ style=| on\w+=|<script(?! type="module" src="\/assets\/)/);
    }
  });

  it("says which release it shows, in Arabic too", async () => {
    expect((await read("/en/areas/398")).words).toMatch(/Release 2026\.q1, 2026-01-01/);
    expect((await read("/ar/areas/398")).body).toContain("\u20662026.q1\u2069");
  });
});

describe("a profile", () => {
  it("of a group has its newest values, its members and its chart", async () => {
    const { body, words } = await read(`/en/areas/${CENTRAL_ASIA}`);
    expect(body).toContain(
      `<a href="/en/lineage/${CENTRAL_ASIA}/IT_USE_II99/2017?release=2026.q1"><bdi dir="ltr">60.0</bdi></a>`,
    );
    expect(words).toContain("5 members");
    expect(body).toMatch(/<img src="\/en\/charts\/2026\.q1\/line\.svg\?series=IT_USE_II99/);
  });

  it("of a country is found by any of its codes", async () => {
    const { headers, statusCode } = await desk.nobody.get("/fr/areas/kaz");
    expect([statusCode, headers.location]).toEqual([301, "/fr/areas/398"]);
    expect((await read("/ar/areas/398")).words).toContain("كازاخستان");
    expect((await read("/en/areas/XYZ")).statusCode).toBe(404);
  });
});

describe("an indicator", () => {
  it("has its definition, its values and what it leads to", async () => {
    const { words, body } = await read("/en/indicators/17.8.1");
    expect(words).toContain("Share of people who used the Internet in the last three months");
    expect(words).toContain("Newest values: countries (3)");
    expect(words).toContain("C3 Access to information and knowledge");
    expect(body).toContain("/rest/v2/data/dataflow/ICTSDG/GLOBAL/1.0/*?c[SERIES]=IT_USE_II99");
    expect((await read("/ar/indicators/17.8.1")).body).toContain('<span lang="en" dir="ltr">Share of people');
  });

  it("is found by a former number, and by no other", async () => {
    expect((await desk.nobody.get("/en/indicators/17.6.2")).headers.location).toBe("/en/indicators/17.6.1");
    expect((await read("/en/indicators/99.9")).statusCode).toBe(404);
  });
});

describe("a table", () => {
  it("is shown as it was frozen, its figures leading to where they come from", async () => {
    const { body, words } = await read("/en/tables/sdg-country");
    expect(words).toContain(
      "Kazakhstan 17.8.1 Proportion of individuals using the Internet 2017 Total PT 80.0 A",
    );
    expect(body).toContain('/en/lineage/398/IT_USE_II99/2017?release=2026.q1"><bdi dir="ltr">80.0</bdi>');
    expect(words).toContain("Source: submissions of countries and areas");
  });

  it("can be narrowed to an indicator and an area", async () => {
    const rows = async (query: string) =>
      ((await read(`/en/tables/sdg-country?${query}`)).body.match(/<tr>/g) ?? []).length - 1;
    expect(await rows("")).toBe(3);
    expect(await rows("area=398")).toBe(1);
    expect(await rows("indicator=5.b.1")).toBe(0);
  });

  it("that is longer than a page goes on on the next", async () => {
    const { body, words } = await read("/en/tables/availability?page=2");
    // 33 indicators of 249 countries and areas, 100 rows a page.
    expect(words).toContain("Page 2 of 83");
    expect(body).toContain('rel="next" href="/en/tables/availability?release=2026.q1&amp;page=3"');
    expect((await read("/en/tables/availability?page=99999")).words).toContain("Page 83 of 83");
  });

  it("in a language that the release lacks is shown in another, and says so", async () => {
    const { body } = await read("/fr/tables/sdg-country");
    expect(body).toContain("Cette publication n’a pas le tableau dans cette langue");
    expect(body).toMatch(/lang="(en|ar)"><table>/);
  });

  it("can be taken along as the file that was frozen; nothing else in the folder can", async () => {
    const file = await desk.nobody.get("/en/files/2026.q1/tables/en/sdg-country.csv");
    expect([file.statusCode, file.headers["content-type"]]).toEqual([
      200,
      "text/csv; charset=utf-8; header=present",
    ]);
    expect(file.body).toContain("Kazakhstan");
    for (const path of ["manifest.json", "..%2f..%2fstore.db", "tables/en/none.csv"])
      expect((await desk.nobody.get(`/en/files/2026.q1/${path}`)).statusCode, path).toBe(404);
    expect((await desk.nobody.get("/en/files/none/tables/en/sdg-country.csv")).statusCode).toBe(404);
  });
});

describe("availability", () => {
  it("counts the countries that reported each indicator, held-back figures not among them", async () => {
    const { body } = await read("/en/availability");
    expect(body).toMatch(/17\.8\.1<\/bdi>[^<]*<\/a><\/th><td class="n">3<\/td>/);
    expect(body).toContain("/en/charts/2026.q1/heat.svg");
  });
});

describe("a chart", () => {
  it("is a picture with a text alternative, and a specification with its data", async () => {
    const svg = await desk.nobody.get("/en/charts/2026.q1/line.svg?series=IT_USE_II99&areas=143,398");
    expect(svg.headers["content-type"]).toBe("image/svg+xml; charset=utf-8");
    expect(svg.body).toContain("<desc");
    const spec = (
      await desk.nobody.get("/en/charts/2026.q1/line.vl.json?series=IT_USE_II99&areas=143,398")
    ).json();
    expect(spec.vconcat[0].data.values.map(({ value }: { value: number }) => value)).toEqual([60, 80]);
  });

  it.each([
    "none.svg?series=IT_USE_II99&areas=143",
    "line.exe?series=IT_USE_II99&areas=143",
    "line.svg?series=NONE&areas=143",
    "line.svg?series=IT_USE_II99&areas=4",
  ])("%s is not there", async (path) => {
    expect((await desk.nobody.get(`/en/charts/2026.q1/${path}`)).statusCode).toBe(404);
  });
});

describe("where a figure comes from", () => {
  it("is told of a group country by country: values, weights, shares and what each adds", async () => {
    const { words } = await read(`/en/lineage/${CENTRAL_ASIA}/IT_USE_II99/2017`);
    expect(words).toContain("Weighted mean Σ(POPULATION · value) / Σ POPULATION");
    // 20 of 35 million people: 57.1 %; 20 · 80 / 35 = 45.7 of 60, which is 76.2 %.
    expect(words).toMatch(/Kazakhstan 80\.0 Reported [0-9a-f]{8}:2 20 57\.1 % 45\.7 76\.2 %/);
    expect(words).toContain("70.0 % of the weight reported");
  });

  it("names file and sender to staff and to the country alone", async () => {
    const url = `/en/lineage/${KAZ}/IT_USE_II99/2017`;
    const [statistician, kazakh, kyrgyz] = await Promise.all([
      desk.person("statistician"),
      desk.person("focal-point", KAZ),
      desk.person("focal-point", 417),
    ]);
    const told = async (person: { get: typeof desk.nobody.get }) => {
      const { body } = await person.get(url);
      return [body.includes("KAZ.csv"), body.includes("Bolat"), /<code>[0-9a-f]{64}<\/code>/.test(body)];
    };
    expect(await told(statistician)).toEqual([true, true, true]);
    expect(await told(kazakh)).toEqual([true, true, true]);
    expect(await told(kyrgyz)).toEqual([false, false, true]);
    expect(await told(desk.nobody)).toEqual([false, false, true]);
  });

  it("is told of a figure that is held back to staff and to the country alone", async () => {
    const url = `/en/lineage/${TJK}/IT_USE_II99/2017`;
    expect((await read(url)).statusCode).toBe(404);
    expect((await (await desk.person("focal-point", KAZ)).get(url)).statusCode).toBe(404);
    for (const person of [await desk.person("statistician"), await desk.person("focal-point", TJK)])
      expect((await person.get(url)).body).toContain("an error keeps the figure out until it is corrected");
  });

  it.each([
    "143/NONE/2017",
    "143/IT_USE_II99/1999",
    "x/IT_USE_II99/2017",
    "143/IT_USE_II99/2017?SEX=F",
    "143/IT_USE_II99/2017?measure=gap",
  ])("is not told of what is not there: %s", async (path) =>
    expect((await read(`/en/lineage/${path}`)).statusCode).toBe(404),
  );
});

describe("a search page", () => {
  it("leads to what was found, in any language", async () => {
    expect((await read("/ar/search?q=kazajstán")).body).toContain('<a href="/ar/areas/398">كازاخستان</a>');
    expect((await read("/en/search?q=zzz")).words).toContain("Nothing was found");
    expect((await read("/en/search?q=%22%3E%3Cscript%3E")).body).toContain(
      'value="&quot;&gt;&lt;script&gt;"',
    );
  });
});
