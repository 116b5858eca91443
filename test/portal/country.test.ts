import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredFinding } from "../../src/store/store.js";
import { csv } from "../run/workshop.js";
import { openPortalDesk, type Person, type PortalDesk } from "./desk.js";

const KENYA = 404;
const HOME = "/en/country/404";

let desk: PortalDesk;
let kenya: Person;
let uganda: Person;
let statistician: Person;
/** The file that the tests look at: sudden changes in 2018 and 2019, and in 2019 more than all people. */
let receipt: string;
beforeAll(async () => {
  desk = await openPortalDesk();
  kenya = await desk.person("focal-point", KENYA);
  uganda = await desk.person("focal-point", 800);
  statistician = await desk.person("statistician");
  const row = (year: number, value: number) => ["IT_USE_II99", "KEN", year, "_T", value, "PT"];
  receipt = await send(csv(row(2016, 16.6), row(2017, 17.8), row(2018, 45), row(2019, 120)));
  await desk.shop.take(desk.shop.write("UGA.csv", csv(["IT_USE_II99", "UGA", 2017, "_T", 130, "PT"])));
});
afterAll(() => desk.close());

async function send(content: string): Promise<string> {
  const { headers } = await kenya.send(`${HOME}/upload`, { name: "KEN.csv", content });
  return /submissions\/(\w+)/.exec(String(headers.location))?.[1] ?? "";
}

const store = () => desk.shop.environment.store;
const findingOf = (rule: string, area = KENYA): StoredFinding =>
  store().findings({ rule, area })[0] as StoredFinding;

describe("the desk of a country", () => {
  it("says what is to do, what was sent, and by when", async () => {
    const { body } = await kenya.get(HOME);
    expect(body).toContain("<h1>Kenya</h1>");
    expect(body).toContain("No date has been set.");
    expect(body).toMatch(/Errors to correct<\/dt><dd>1</);
    expect(body).toMatch(/Warnings to correct or explain<\/dt><dd>2</);
    expect(body).toContain(`href="${HOME}/submissions/${receipt}?kind=error&amp;finding=`);
    expect(body).toContain(`${receipt.slice(0, 12)}…`);
    const due = { kind: "deadline", area: KENYA, collection: "annual", due: "2020-05-01" } as const;
    store().notify({ ...due, text: "", by: "agency", at: "2020-01-01T00:00:00.000Z" });
    expect((await kenya.get(HOME)).body).toMatch(/are due by 2020-05-01\. <strong>Days overdue/);
  });

  it("says so in Arabic, from right to left", async () => {
    const { body } = await kenya.get("/ar/country/404");
    expect(body).toContain('dir="rtl"');
    expect(body).toContain("<h1>كينيا</h1>");
    expect(body).toMatch(/أخطاء ينبغي تصحيحها<\/dt><dd>\u2066?1/);
  });

  it("that is none, or no country, is not there", async () => {
    for (const area of ["999", "0x194", "4040", "kenya"])
      expect((await statistician.get(`/en/country/${area}`)).statusCode).toBe(404);
  });

  it("has pages of less than 60 KB without a style or a script in them", async () => {
    for (const page of ["", "/upload", `/submissions/${receipt}`, "/figures", "/published", "/templates"]) {
      const { body } = await kenya.get(HOME + page);
      expect(Buffer.byteLength(body)).toBeLessThan(60_000);
      expect(body).not.toMatch(/<style|style="|<script(?! type="module" src="\/assets\/)|\son\w+="/);
    }
  });
});

describe("what belongs to one country", () => {
  it("is not shown to a person of another one, on any page of the desk", async () => {
    const { id } = findingOf("within-range");
    const pages = desk.routes.filter(({ url }) => url.startsWith("/:language/country/:area"));
    expect(pages.length).toBeGreaterThan(15);
    for (const { method, url } of pages) {
      const path = url
        .replace(":language", "en")
        .replace(":area", "404")
        .replace(":receipt", receipt)
        .replace(":id", String(id))
        .replace(/:\w+/g, "1");
      const asked = { GET: () => uganda.get(path), POST: () => uganda.post(path) }[method];
      const status = asked ? (await asked()).statusCode : (await uganda.fetch(method, path, {})).status;
      expect([method, url, status]).toEqual([method, url, 403]);
    }
  });

  it("is not found by its number at the desk of another one", async () => {
    const { id, submission } = findingOf("within-range", 800);
    expect((await kenya.get(`${HOME}/submissions/${submission}`)).statusCode).toBe(404);
    expect((await kenya.get(`${HOME}/submissions/${submission}/marked.xlsx`)).statusCode).toBe(404);
    expect((await statistician.get(`${HOME}/submissions/${submission}`)).statusCode).toBe(404);
    const explain = { kind: "explained", text: "x" };
    expect((await kenya.post(`${HOME}/findings/${id}`, explain)).statusCode).toBe(404);
    expect(store().settlements({ area: 800 })).toEqual([]);
  });
});

describe("the page of a file", () => {
  it("says how it was read, and lists what to correct first", async () => {
    const { body } = await kenya.get(`${HOME}/submissions/${receipt}`);
    expect(body).toContain(receipt);
    expect(body).toContain("focal-point-1@example.org");
    expect(body).toMatch(/Encoding<\/dt><dd><bdi>utf-8<\/bdi> \(detected\)/i);
    expect(body).toMatch(/Figures held back<\/dt><dd>1</);
    expect(body).toContain("Errors: 1");
    expect(body).toContain("line 5, column OBS_VALUE");
    expect(body).toContain("The figure in doubt: 120");
    expect(body).toContain(`href="${HOME}/figures/edit?series=IT_USE_II99&amp;period=2019"`);
    expect(body).not.toContain("Explain the figure");
  });

  it("lets a warning be explained by the country, in its words, and decided by the agency", async () => {
    const { id } = findingOf("sudden-change");
    const page = `${HOME}/submissions/${receipt}?kind=warning`;
    expect((await kenya.get(page)).body).toContain("Send the explanation");
    expect((await kenya.get(page)).body).not.toContain("Accept the explanation");
    const url = `${HOME}/findings/${id}`;
    expect((await kenya.post(url, { kind: "explained", text: " " })).statusCode).toBe(422);
    expect((await kenya.post(url, { kind: "accepted" })).statusCode).toBe(409);
    expect((await statistician.post(url, { kind: "explained", text: "x" })).statusCode).toBe(409);
    const said = { kind: "explained", text: "New <survey> in 2018.", public: "yes" };
    const { statusCode, headers } = await kenya.post(url, said);
    expect([statusCode, headers.location]).toEqual([303, `${page}&finding=${id}#f${id}`]);
    expect(store().settlements()).toMatchObject([
      {
        finding: id,
        kind: "explained",
        text: "New <survey> in 2018.",
        public: true,
        by: "focal-point-1@example.org",
      },
    ]);
    const after = (await statistician.get(page)).body;
    expect(after).toContain("New &lt;survey&gt; in 2018.");
    expect(after).toContain("explained, awaiting decision");
    expect(after).toContain("Do not accept it");
    const refused = { kind: "refused", text: "Which survey?" };
    expect((await statistician.post(url, refused)).statusCode).toBe(303);
    const home = (await kenya.get(HOME)).body;
    expect(home).toMatch(/Explanations not accepted<\/dt><dd>1</);
    expect((await kenya.get(page.replace("/en/", "/ar/"))).body).toContain("لم يُقبل التوضيح");
  });

  it("has an error corrected and not explained", async () => {
    const { id } = findingOf("within-range");
    const said = { kind: "explained", text: "More people than there are." };
    expect((await kenya.post(`${HOME}/findings/${id}`, said)).statusCode).toBe(409);
  });

  it("gives the file back with its findings marked, and reports of it", async () => {
    const marked = await kenya.get(`${HOME}/submissions/${receipt}/marked.xlsx`);
    expect(marked.headers["content-type"]).toContain("spreadsheetml");
    expect(marked.rawPayload.subarray(0, 2).toString()).toBe("PK");
    const rows: string[][] = parse((await kenya.get(`${HOME}/submissions/${receipt}/report.csv`)).body);
    expect(rows.map((row) => row[2])).toEqual(expect.arrayContaining(["within-range", "sudden-change"]));
    const { file, reading } = (await kenya.get(`/fr/country/404/submissions/${receipt}/report.json`)).json();
    expect(file).toMatchObject({ name: "KEN.csv", sha256: receipt, area: KENYA, areaName: "Kenya" });
    expect(reading).toMatchObject({ delimiter: "comma", lines: 4, figures: 4, held: 1 });
    expect((await kenya.get(`${HOME}/submissions/${receipt}/constructor`)).statusCode).toBe(404);
  });

  it("shows a long list of findings part by part", async () => {
    const own = await openPortalDesk();
    const person = await own.person("focal-point", KENYA);
    const rows = Array.from({ length: 40 }, (_, n) => ["IT_USE_II99", "KEN", 1980 + n, "_T", 101 + n, "PT"]);
    const { headers } = await person.send(`${HOME}/upload`, { name: "KEN.csv", content: csv(...rows) });
    const page = await person.get(String(headers.location));
    expect(Buffer.byteLength(page.body)).toBeLessThan(60_000);
    expect(page.body.match(/<li id="f/g)).toHaveLength(15);
    const next = await person.get(`${headers.location}?kind=error&page=3`);
    expect(next.body.match(/<li id="f/g)).toHaveLength(10);
    await own.close();
  });
});

describe("correcting one figure", () => {
  const EDIT = `${HOME}/figures/edit?series=IT_USE_II99&period=2017`;
  const vintage = () => String(store().vintage()?.id);
  const inForce = (period: number) =>
    store()
      .observations(Number(vintage()), KENYA)
      .find((one) => one.series === "IT_USE_II99" && one.period === period);

  it("shows the figure in force, as the reader's language writes it", async () => {
    expect((await kenya.get(EDIT)).body).toContain('value="17.8"');
    expect((await kenya.get(EDIT.replace("/en/", "/fr/"))).body).toContain('value="17,8"');
  });

  it("makes a file of one line, taken from the person like any other", async () => {
    const form = { value: "18.234", status: "A", comment: "Corrected, after the census", after: vintage() };
    const { statusCode, headers } = await kenya.post(EDIT, form);
    expect([statusCode, headers.location]).toEqual([303, expect.stringMatching(/\/submissions\/\w{64}$/)]);
    expect(inForce(2017)).toMatchObject({ value: 18.234, comment: form.comment, line: 2 });
    expect(store().submissions().at(-1)).toMatchObject({
      filename: "KEN-correction-1.csv",
      receivedFrom: "focal-point-1@example.org",
      observations: 1,
    });
  });

  it("reads a number as the reader's language writes it", async () => {
    const form = { value: "18,5", status: "A", comment: "", after: vintage() };
    expect((await kenya.post(EDIT.replace("/en/", "/fr/"), form)).statusCode).toBe(303);
    expect(inForce(2017)?.value).toBe(18.5);
  });

  it("is not done over the head of somebody who was faster", async () => {
    const form = { value: "19", status: "A", comment: "", after: "1" };
    const { statusCode, body } = await kenya.post(EDIT, form);
    expect(statusCode).toBe(409);
    expect(body).toContain("The figure has changed meanwhile");
    expect(inForce(2017)?.value).toBe(18.5);
  });

  it("takes a figure back and again to what it was, each time as a file of its own", async () => {
    for (const value of ["20", "21", "20"]) {
      const form = { value, status: "A", comment: "", after: vintage() };
      expect((await kenya.post(EDIT, form)).headers.location).not.toContain("again");
      expect(inForce(2017)?.value).toBe(Number(value));
    }
  });

  it.each([
    [{ value: "a lot", status: "A" }, "not a number"],
    [{ value: "", status: "A" }, "choose a status that says why"],
    [{ value: "20", status: "O" }, "does not go with the value"],
    [{ value: "20", status: "XX" }, "does not go with the value"],
  ])("asks again for %o", async (form, words) => {
    const { statusCode, body } = await kenya.post(EDIT, { comment: "kept", after: vintage(), ...form });
    expect(statusCode).toBe(422);
    expect(body).toContain(words);
    expect(body).toContain("kept</textarea>");
  });

  it("says that there is no value, with a status that says why", async () => {
    const form = { value: "", status: "M", comment: "", after: vintage() };
    await kenya.post(EDIT, form);
    expect(inForce(2017)).toMatchObject({ value: null, status: "M" });
  });

  it("brings a figure that was held back for an error", async () => {
    const url = EDIT.replace("2017", "2019");
    expect((await kenya.get(url)).body).toContain("<dd>none</dd>");
    await kenya.post(url, { value: "47", status: "A", comment: "", after: vintage() });
    expect(inForce(2019)?.value).toBe(47);
    expect((await kenya.get(HOME)).body).toMatch(/Errors to correct<\/dt><dd>0</);
  });

  it("is of a figure that can be handed in", async () => {
    for (const query of [
      "series=NOTHING&period=2017",
      "series=IT_USE_II99&period=17",
      "series=IT_USE_II99&period=2017&SEX=X",
      "series=IT_USE_II99&period=2017&EDUCATION_LEV=_O",
    ])
      expect([query, (await kenya.get(`${HOME}/figures/edit?${query}`)).statusCode]).toEqual([query, 404]);
  });
});

describe("the figures over the years", () => {
  it("show what is in force and every version with its file", async () => {
    const { body } = await kenya.get(`${HOME}/figures?indicator=17.8.1`);
    expect(body).toContain("Proportion of individuals using the Internet (Per");
    expect(body).toMatch(/>2016<\/th><td class="n">16\.6</);
    const year = /<th scope="row">2017<\/th>.*?<\/tr>/s.exec(body)?.[0] ?? "";
    expect(year.match(/<li>/g)?.length).toBeGreaterThan(4);
    expect(year).toContain("KEN-correction-1.csv");
    expect(year).toContain(" · line 3</li>");
  });

  it("have a chart, with the estimates where the policy lets them stand beside the country", async () => {
    const rows = [2014, 2016].map((year) => ["IT_MOB_3GNTWK", "KEN", year, "_T", year - 1950, "PT"]);
    await send(csv(...rows));
    const page = `${HOME}/figures?series=IT_MOB_3GNTWK`;
    expect((await kenya.get(page)).body).toContain("The estimates are being made.");
    const body = await untilEstimated(page);
    expect(body).toMatch(/>2015<\/th><td class="n">\.\.<\/td><td><\/td><td class="n">65\.0 <small>/);
    const chart = await kenya.get(`${HOME}/figures/chart.svg?series=IT_MOB_3GNTWK`);
    expect(chart.headers["content-type"]).toContain("image/svg+xml");
    expect(chart.body).toContain("Kenya · Total · reported");
    expect(chart.body).toContain("Kenya · Total · estimated");
  });

  async function untilEstimated(page: string): Promise<string> {
    for (;;) {
      const { body } = await kenya.get(page);
      if (!body.includes("The estimates are being made.")) return body;
      await new Promise((later) => setTimeout(later, 20));
    }
  }
});

describe("templates", () => {
  it("are listed with the indicators that each asks for", async () => {
    const { body } = await kenya.get(`${HOME}/templates`);
    expect(body).toContain(`href="${HOME}/templates/household.csv"`);
    expect((await kenya.get("/ar/country/404/templates")).body).toContain("مسح الأسر المعيشية");
  });

  it("come with the country's figures of the year before, and lines to fill in", async () => {
    const { body, headers } = await kenya.get(`${HOME}/templates/household.csv`);
    const year = new Date().getUTCFullYear() - 1;
    expect(headers["content-disposition"]).toContain(`KEN-household-${year}.csv`);
    const rows: Record<string, string>[] = parse(body, { columns: true });
    const own = rows.filter(
      ({ SERIES, SEX, AGE, URBANISATION, EDUCATION_LEV }) =>
        [SERIES, SEX, AGE, URBANISATION, EDUCATION_LEV].join() === "IT_USE_II99,_T,_T,_T,_T",
    );
    expect(own.map(({ REF_AREA, TIME_PERIOD, OBS_VALUE }) => [REF_AREA, TIME_PERIOD, OBS_VALUE])).toEqual([
      ["KEN", "2019", "47"],
      ["KEN", String(year), ""],
    ]);
    const book = await kenya.get(`${HOME}/templates/household.xlsx`);
    expect(book.rawPayload.subarray(0, 2).toString()).toBe("PK");
  });

  it("that are none are not there", async () => {
    for (const name of ["nothing.csv", "household.pdf", "household"])
      expect((await kenya.get(`${HOME}/templates/${name}`)).statusCode).toBe(404);
  });
});
