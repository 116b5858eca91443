import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csv } from "../run/workshop.js";
import { openPortalDesk, type Person, type PortalDesk } from "./desk.js";

const KENYA = 404;
const UPLOAD = "/en/country/404/upload";
const LIMIT = 100_000;

let desk: PortalDesk;
let kenya: Person;
let uganda: Person;
let statistician: Person;
beforeAll(async () => {
  desk = await openPortalDesk({ uploadLimit: LIMIT });
  kenya = await desk.person("focal-point", KENYA);
  uganda = await desk.person("focal-point", 800);
  statistician = await desk.person("statistician");
});
afterAll(() => desk.close());

const use = (value: number, area = "KEN", year = 2017) => csv(["IT_USE_II99", area, year, "_T", value, "PT"]);
const receiptOf = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
const submissions = () => desk.shop.environment.store.submissions();
/** Folders of uploads that were not cleared away. */
const leftOver = () => {
  const folder = desk.given.uploads;
  return existsSync(folder) ? readdirSync(folder).filter((name) => name !== "pieces") : [];
};

describe("sending a file", () => {
  it("works by a form alone, and leads to the page of the file", async () => {
    const form = (await kenya.get(UPLOAD)).body;
    expect(form).toMatch(/<form[^>]* method="post"[^>]* enctype="multipart\/form-data"/);
    const content = use(17);
    const { statusCode, headers } = await kenya.send(UPLOAD, { name: "KEN.csv", content });
    expect(statusCode).toBe(303);
    expect(headers.location).toBe(`/en/country/404/submissions/${receiptOf(content)}`);
    expect(submissions().at(-1)).toMatchObject({
      ...{ area: KENYA, filename: "KEN.csv", receivedFrom: "focal-point-1@example.org", observations: 1 },
    });
    expect(leftOver()).toEqual([]);
  });

  it("takes the country from the desk and not from the file's name", async () => {
    const content = use(17.1);
    expect((await kenya.send(UPLOAD, { name: "my data.csv", content })).statusCode).toBe(303);
    expect(submissions().at(-1)).toMatchObject({ area: KENYA, filename: "my data.csv" });
  });

  it("is open to a statistician for a country that sends its files by mail", async () => {
    expect((await statistician.send(UPLOAD, { name: "KEN.csv", content: use(17.2) })).statusCode).toBe(303);
    expect(submissions().at(-1)?.receivedFrom).toBe("statistician-3@example.org");
  });

  it("says of the same file that it was there before, and shows its first receipt", async () => {
    const content = use(17);
    const before = submissions().length;
    const { headers } = await kenya.send(UPLOAD, { name: "another name.csv", content });
    expect(headers.location).toBe(`/en/country/404/submissions/${receiptOf(content)}?again=1`);
    expect(submissions()).toHaveLength(before);
    expect((await kenya.get(headers.location ?? "")).body).toContain("This file was sent before");
    const arabic = (await kenya.get(String(headers.location).replace("/en/", "/ar/"))).body;
    expect(arabic).toContain("سبق إرسال هذا الملف");
    expect(arabic).toContain(receiptOf(content));
  });

  it("refuses a file of another country in the words of the finding, and stores nothing of it", async () => {
    const before = submissions().length;
    const { statusCode, body } = await kenya.send(UPLOAD, { name: "UGA.csv", content: use(20, "UGA") });
    expect(statusCode).toBe(422);
    expect(body).toContain("Another country or area");
    expect(body).toContain("Uganda; the file was expected to contain only figures of: Kenya.");
    const arabic = await kenya.send("/ar/country/404/upload", { name: "UGA.csv", content: use(20, "UGA") });
    expect(arabic.body).toContain("بلد آخر أو منطقة أخرى");
    expect(submissions()).toHaveLength(before);
  });

  it("takes the country's own lines of a file that has others too, which are errors", async () => {
    const content = csv(
      ["IT_USE_II99", "KEN", 2016, "_T", 16.6, "PT"],
      ["IT_USE_II99", "UGA", 2016, "_T", 21.9, "PT"],
    );
    expect((await kenya.send(UPLOAD, { name: "KEN.csv", content })).statusCode).toBe(303);
    expect(submissions().at(-1)).toMatchObject({ observations: 1, errors: 1 });
  });

  it.each([
    ["empty", "", "Empty file"],
    [
      "no text",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      "Not a text file",
    ],
    ["without the columns of a submission", "a,b\n1,2\n", "No header line"],
  ])("refuses a file that is %s in the words of the finding", async (_, content, words) => {
    const { statusCode, body } = await kenya.send(UPLOAD, { name: "KEN.csv", content });
    expect(statusCode).toBe(422);
    expect(body).toContain(words);
    expect(body).toContain("Nothing of the file was stored.");
  });

  it("stops at the most that a file may have", async () => {
    const content = "x".repeat(LIMIT + 1);
    const { statusCode, body } = await kenya.send(UPLOAD, { name: "KEN.csv", content });
    expect(statusCode).toBe(413);
    expect(body).toContain("The file is larger than 100,000 bytes");
    expect(leftOver()).toEqual([]);
  });

  it("asks for a file where none was chosen", async () => {
    const { statusCode, body } = await kenya.send(UPLOAD, { name: "", content: "" });
    expect(statusCode).toBe(422);
    expect(body).toContain("Please choose a file first.");
  });

  it("reads nothing without the session's token", async () => {
    const before = submissions().length;
    const guessed = await kenya.send(UPLOAD, { name: "KEN.csv", content: use(30) }, { csrf: "guessed" });
    expect(guessed.statusCode).toBe(403);
    expect(submissions()).toHaveLength(before);
  });

  it("is for the country's own people", async () => {
    expect((await uganda.get(UPLOAD)).statusCode).toBe(403);
    expect((await uganda.send(UPLOAD, { name: "KEN.csv", content: use(31) })).statusCode).toBe(403);
    expect((await desk.nobody.send(UPLOAD, { name: "KEN.csv", content: use(31) })).statusCode).toBe(403);
  });

  it("does not lead to a file that another country sent", async () => {
    const content = use(22, "UGA");
    expect((await uganda.send("/en/country/800/upload", { name: "UGA.csv", content })).statusCode).toBe(303);
    const { statusCode, body } = await kenya.send(UPLOAD, { name: "UGA.csv", content });
    expect(statusCode).toBe(409);
    expect(body).toContain("not by your country");
  });

  it("keeps a name in any script, and nothing of a path", async () => {
    const content = use(17.3);
    await kenya.send(UPLOAD, { name: "../../بيانات كينيا.csv", content });
    expect(submissions().at(-1)?.filename).toBe("بيانات كينيا.csv");
  });

  it("is on record with who sent it", async () => {
    const actions = [...desk.given.accounts.auditTrail()].map(({ actor, action }) => `${actor} ${action}`);
    expect(actions).toContain("focal-point-1@example.org file-taken");
    expect(actions).toContain("focal-point-1@example.org file-refused");
  });
});

describe("sending a file in pieces", () => {
  const TUS = { "tus-resumable": "1.0.0" };
  const begin = async (person: Person, size: number, area = KENYA) =>
    person.fetch("POST", `/en/country/${area}/resume`, {
      ...TUS,
      "upload-length": String(size),
      "upload-metadata": `filename ${Buffer.from("KEN.csv").toString("base64")}`,
    });
  const piece = (person: Person, url: string, offset: number, payload: string) =>
    person.fetch(
      "PATCH",
      url,
      { ...TUS, "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
      payload,
    );

  it("goes on where it stopped, and is taken when it is whole", async () => {
    const content = use(18.5);
    const begun = await begin(kenya, content.length);
    expect(begun.status).toBe(201);
    const url = String(begun.headers.get("location"));
    expect(url).toMatch(/^\/en\/country\/404\/resume\/404-\d+-/);
    expect((await piece(kenya, url, 0, content.slice(0, 10))).status).toBe(204);
    const state = await kenya.fetch("HEAD", url, TUS);
    expect(state.headers.get("upload-offset")).toBe("10");
    const last = await piece(kenya, url, 10, content.slice(10));
    expect(last.status).toBe(200);
    expect(await last.json()).toEqual({ to: `/en/country/404/submissions/${receiptOf(content)}` });
    expect(submissions().at(-1)).toMatchObject({ filename: "KEN.csv", area: KENYA });
    expect((await kenya.fetch("HEAD", url, TUS)).status).toBe(404);
  });

  it("tells in words why nothing was stored", async () => {
    const content = use(18.5, "UGA");
    const url = String((await begin(kenya, content.length)).headers.get("location"));
    const { notice } = await (await piece(kenya, url, 0, content)).json();
    expect(notice).toContain("Another country or area");
  });

  it("is for the person who began it, at the desk where it began", async () => {
    const other = await desk.person("focal-point", KENYA);
    const url = String((await begin(kenya, 100)).headers.get("location"));
    for (const person of [uganda, other, statistician])
      expect([403, 404]).toContain((await piece(person, url, 0, "x")).status);
    expect((await begin(uganda, 100)).status).toBe(403);
    expect((await kenya.fetch("HEAD", url, TUS)).headers.get("upload-offset")).toBe("0");
  });

  it("has the same limit, and takes no empty file", async () => {
    expect((await begin(kenya, LIMIT + 1)).status).toBe(413);
    expect((await begin(kenya, 0)).status).toBe(400);
  });

  it("asks for the session's token", async () => {
    const url = "/en/country/404/resume";
    const { status } = await kenya.fetch("POST", url, { ...TUS, "x-csrf-token": "guessed" });
    expect(status).toBe(403);
  });

  it("has a script that browsers keep, and that is small when packed", async () => {
    const page = (await kenya.get(UPLOAD)).body;
    const scripts = [...page.matchAll(/src="(\/assets\/[0-9a-f]+\.js)"/g)].map(([, path]) => path ?? "");
    expect(scripts).toHaveLength(2);
    let bytes = 0;
    for (const path of scripts) {
      const { statusCode, headers, rawPayload } = await desk.nobody.get(path, { "accept-encoding": "gzip" });
      expect([statusCode, headers["content-encoding"]]).toEqual([200, "gzip"]);
      expect(headers["cache-control"]).toContain("immutable");
      bytes += rawPayload.length;
    }
    expect(bytes).toBeLessThan(25_000);
  });
});
