/** How far the collection is, deadlines, and reminders. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invite } from "../../src/accounts/links.js";
import { csv } from "../run/workshop.js";
import { openPortalDesk, type Person, type PortalDesk } from "./desk.js";

const KEN = 404;
const SENEGAL = 686;

let desk: PortalDesk;
let statistician: Person;
beforeAll(async () => {
  desk = await openPortalDesk({ now: () => new Date("2026-03-10T12:00:00.000Z") });
  statistician = await desk.person("statistician");
  const { shop, given } = desk;
  const users = [30, 31, 62].map((value, i) => ["IT_USE_II99", "KEN", 2018 + i, "_T", value, "PT"]);
  await shop.take(shop.write("KEN.csv", csv(...users, ["IT_MOB_OWN", "KEN", 2021, "_T", 162, "PT"])));
  const focalPoint = {
    email: "sen@example.org",
    name: "A. Diop",
    role: "focal-point",
    area: SENEGAL,
  } as const;
  invite(given.accounts, { ...focalPoint, language: "fr" }, "system", given.now());
});
afterAll(() => desk.close());

/** Text of a page without its tags and marks of direction. */
const words = (body: string) =>
  body
    .replace(/<\/?bdi[^>]*>|[\u2066\u2069]/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const notices = (area: number) => desk.shop.environment.store.notices({ area });

describe("the collection", () => {
  it("says of every country what came, how new it is, and what is open", async () => {
    const text = words((await statistician.get("/en/collection")).body);
    // Files, figures, newest year, errors, warnings, to decide: 162 per cent are held back.
    expect(text).toMatch(/Kenya 1 3 2020 1 1 0 /);
    expect(text).toMatch(/Senegal 0 0 – 0 0 0 /);
  });

  it("says it of one indicator too, and of one country for all of them", async () => {
    const other = words((await statistician.get("/en/collection?indicator=9.c.1")).body);
    expect(other).toMatch(/Kenya 0 0 – 0 0 0 /);
    const kenya = words((await statistician.get(`/ar/collection/${KEN}`)).body);
    expect(kenya).toMatch(/17\.8\.1 \S[^0-9]*1 3 2020 0 1 0 /);
  });

  it("is for those who settle doubts alone, and knows no country that there is not", async () => {
    const focalPoint = await desk.person("focal-point", KEN);
    for (const path of ["/en/collection", `/en/collection/${KEN}`])
      expect((await focalPoint.get(path)).statusCode).toBe(403);
    const deadline = { due: "2026-05-01", collection: "annual" };
    for (const path of [`/en/collection/${KEN}/deadline`, "/en/collection/deadline"])
      expect((await focalPoint.post(path, deadline)).statusCode).toBe(403);
    expect((await statistician.get("/en/collection/999")).statusCode).toBe(404);
    expect(notices(KEN)).toEqual([]);
  });
});

describe("a deadline", () => {
  it("is set for one country, with who set it", async () => {
    const form = { due: "2026-03-20", collection: "annual" };
    const { statusCode, headers } = await statistician.post(`/en/collection/${KEN}/deadline`, form);
    expect([statusCode, headers.location]).toEqual([303, `/en/collection/${KEN}`]);
    expect(notices(KEN)).toMatchObject([{ kind: "deadline", ...form, by: "statistician-1@example.org" }]);
    const text = words((await statistician.get("/en/collection")).body);
    expect(text).toMatch(/Kenya .* 2026-03-20 10 days left/);
  });

  it("is set for all that are listed at once", async () => {
    await statistician.post("/en/collection/deadline", { due: "2026-03-09", collection: "annual" });
    expect(notices(SENEGAL).map(({ due }) => due)).toEqual(["2026-03-09"]);
    expect(notices(KEN).map(({ due }) => due)).toEqual(["2026-03-20", "2026-03-09"]);
    expect(words((await statistician.get("/en/collection")).body)).toMatch(
      /Kenya .* 2026-03-09 ✗ 1 day overdue/,
    );
  });

  it("is a day of the calendar", async () => {
    for (const due of ["2026-02-30", "soon", ""])
      expect(
        (await statistician.post(`/en/collection/${KEN}/deadline`, { due, collection: "annual" })).statusCode,
      ).toBe(422);
  });
});

describe("a reminder", () => {
  it("is ready in the language of the country's focal point, goes to it, and is recorded", async () => {
    const path = `/en/collection/${SENEGAL}`;
    const { body } = await statistician.get(path);
    expect(body).toContain('<pre class="letter" lang="fr" dir="auto">Rappel');
    expect(words(body)).toContain("It goes to: sen@example.org");
    const { headers } = await statistician.post(`${path}/reminder`, { collection: "annual" });
    expect(headers.location).toBe(`${path}?told=sent`);
    expect(desk.letters.at(-1)).toMatchObject({
      to: "sen@example.org",
      subject: expect.stringMatching(/^Rappel/),
    });
    expect(desk.letters.at(-1)?.text).toMatch(/2026-03-09[\s\S]*Person 1$/);
    expect(notices(SENEGAL).at(-1)).toMatchObject({ kind: "reminder", collection: "annual" });
    expect((await statistician.get(`${path}?told=sent`)).body).toContain(
      "The reminder was sent and recorded.",
    );
    expect([...desk.given.accounts.auditTrail()].at(-1)).toMatchObject({
      ...{ action: "reminder-sent", object: String(SENEGAL) },
      details: { collection: "annual", letters: 1, failed: 0 },
    });
  });

  it("is not sent where nothing is awaited by a day", async () => {
    const { statusCode } = await statistician.post(`/en/collection/${KEN}/reminder`, { collection: "pilot" });
    expect(statusCode).toBe(409);
  });

  it("is shown to be copied where there is no mail server, and recorded as made", async () => {
    const without = await openPortalDesk({ send: undefined });
    try {
      const person = await without.person("administrator");
      await person.post(`/en/collection/${KEN}/deadline`, { due: "2026-03-20", collection: "annual" });
      const { body } = await person.get(`/ar/collection/${KEN}`);
      expect(body).toContain('<pre class="letter" lang="ar" dir="auto">تذكير');
      const { headers } = await person.post(`/ar/collection/${KEN}/reminder`, { collection: "annual" });
      expect(headers.location).toBe(`/ar/collection/${KEN}?told=made`);
      const recorded = without.shop.environment.store.notices({ area: KEN }).map(({ kind }) => kind);
      expect(recorded).toEqual(["deadline", "reminder"]);
    } finally {
      await without.close();
    }
  });

  it("is not recorded when no letter could be sent", async () => {
    const broken = await openPortalDesk({ send: () => Promise.reject(new Error("no route")) });
    try {
      const person = await broken.person("statistician");
      await broken.person("focal-point", KEN);
      await person.post(`/en/collection/${KEN}/deadline`, { due: "2026-03-20", collection: "annual" });
      const { statusCode, body } = await person.post(`/en/collection/${KEN}/reminder`, {
        collection: "annual",
      });
      expect(statusCode).toBe(502);
      expect(body).toContain("The reminder could not be sent, and nothing was recorded.");
      expect(broken.shop.environment.store.notices({ kind: "reminder" })).toEqual([]);
    } finally {
      await broken.close();
    }
  });
});
