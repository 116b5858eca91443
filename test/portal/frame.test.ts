import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { html } from "../../src/portal/html.js";
import { preferred } from "../../src/portal/language.js";
import { firstLink } from "../../src/portal/open.js";
import { openPortalDesk, PASSWORD, type Person, type PortalDesk, signInAs } from "./desk.js";

let desk: PortalDesk;
let kenya: Person;
let administrator: Person;
beforeAll(async () => {
  desk = await openPortalDesk();
  kenya = await desk.person("focal-point", 404);
  administrator = await desk.person("administrator");
});
afterAll(() => desk.close());

describe("a piece of a page", () => {
  it("has what people typed escaped, in text and in attributes", () => {
    const name = `"><script>alert('x')</script>&`;
    expect(html`<p title="${name}">${[name, html`<b>${1}</b>`, null, false]}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;<b>1</b></p>',
    );
  });
});

describe("the language of a page", () => {
  it.each([
    ["ar-EG,en;q=0.5", "ar"],
    ["de, fr;q=0.7, es;q=0.9", "es"],
    ["zh;q=0, ru;q=0.1", "ru"],
    ["", "en"],
    ["*", "en"],
  ])("of %s is %s", (header, language) => expect(preferred(header)).toBe(language));

  it("is told to the browser, with its direction, and leads to the same page in the others", async () => {
    const { body, headers } = await desk.nobody.get("/ar/sign-in?back=%2Far%2Fqueue");
    expect(headers["content-language"]).toBe("ar");
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toContain('<a href="/fr/sign-in?back=%2Far%2Fqueue" hreflang="fr" lang="fr">Français</a>');
  });
});

describe("signing in to the portal", () => {
  it("leads back to the page that was asked for, and to no other site", async () => {
    const asked = await desk.nobody.get("/fr/accounts");
    expect([asked.statusCode, asked.headers.location]).toEqual([303, "/fr/sign-in?back=%2Ffr%2Faccounts"]);
    const form = { email: "administrator-2@example.org", password: PASSWORD };
    const led = async (back: string) =>
      (await desk.nobody.post("/en/sign-in", { ...form, back })).headers.location;
    expect(await led("/fr/accounts")).toBe("/fr/accounts");
    for (const back of [
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "",
    ])
      expect(await led(back)).toBe("/en/");
  });

  it("sets a signed cookie that scripts and other sites do not get; a changed one is nothing", async () => {
    const { headers, cookies } = await desk.nobody.post("/en/sign-in", {
      email: "focal-point-1@example.org",
      password: PASSWORD,
    });
    expect(headers["set-cookie"]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const value = cookies[0]?.value ?? "";
    const forged = `ictsdg_session=${encodeURIComponent(`${value.slice(0, -4)}AAAA`)}`;
    expect((await desk.app.inject({ url: "/en/account", headers: { cookie: forged } })).statusCode).toBe(303);
  });

  it("tells a wrong password from nothing else, and does not repeat it", async () => {
    const known = await desk.nobody.post("/en/sign-in", {
      email: "focal-point-1@example.org",
      password: "wrong-password",
    });
    const unknown = await desk.nobody.post("/en/sign-in", {
      email: "nobody@example.org",
      password: "wrong-password",
    });
    expect([known.statusCode, unknown.statusCode]).toEqual([422, 422]);
    expect(known.body.replaceAll("focal-point-1", "nobody")).toBe(unknown.body);
    expect(known.body).not.toContain("wrong-password");
  });

  it("ends with signing out", async () => {
    const person = await signInAs(desk.app, "focal-point-1@example.org");
    expect((await person.post("/en/sign-out")).headers.location).toBe("/en/");
    expect((await person.get("/en/account")).statusCode).toBe(303);
  });

  it("asks staff to set up an authenticator before anything else, where one is required", async () => {
    const strict = await openPortalDesk({ totp: "required" });
    const keeper = await strict.person("administrator");
    expect((await keeper.get("/en/accounts")).headers.location).toBe("/en/account");
    expect((await keeper.get("/en/account")).statusCode).toBe(200);
    await strict.close();
  });
});

describe("a route", () => {
  it("names who may use it, whatever it is", () => {
    expect(desk.routes.length).toBeGreaterThan(10);
    for (const { access, url } of desk.routes) expect(access, url).toBeDefined();
  });

  it("lets nobody in who is signed out, unless it is public", async () => {
    for (const { method, url, access } of desk.routes) {
      if (access === "public" || method === "HEAD") continue;
      const { statusCode, headers } = await desk.app.inject({ method: method as "GET", url: filled(url) });
      expect([url, statusCode]).toEqual([url, method === "GET" ? 303 : 403]);
      if (method === "GET") expect(headers.location).toMatch(/^\/en\/sign-in\?back=/);
    }
  });

  it("lets a role in that it names, and no other", async () => {
    for (const { method, url, access } of desk.routes) {
      if (typeof access === "string" || method !== "GET" || !Array.isArray(access)) continue;
      const { statusCode } = await kenya.get(filled(url, "800"));
      expect([url, statusCode]).toEqual([
        url,
        access.includes("focal-point") && !url.includes(":area") ? statusCode : 403,
      ]);
    }
  });

  it("takes no form without the session's token, or from another site", async () => {
    const posts = desk.routes.filter(({ method, access }) => method === "POST" && access !== "public");
    expect(posts.length).toBeGreaterThan(3);
    for (const { url } of posts) {
      const { statusCode } = await administrator.post(filled(url), { csrf: "guessed" });
      expect([url, statusCode]).toEqual([url, 403]);
    }
    const foreign = await desk.app.inject({
      method: "POST",
      url: "/en/sign-in",
      headers: { "sec-fetch-site": "cross-site" },
      payload: {},
    });
    expect(foreign.statusCode).toBe(403);
  });

  it("sends the headers that keep other sites and scripts out", async () => {
    const { headers } = await kenya.get("/en/account");
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
  });

  it("that is not there is told in the reader's language", async () => {
    const { statusCode, body } = await desk.nobody.get("/zh/nothing/here");
    expect(statusCode).toBe(404);
    expect(body).toContain("此处无内容");
  });

  it("that guesses could be tried on is closed for a while", async () => {
    const own = await openPortalDesk();
    const codes: number[] = [];
    for (let n = 0; n < 12; n++)
      codes.push((await own.app.inject({ method: "POST", url: "/en/reset" })).statusCode);
    expect(codes.slice(0, 10).every((code) => code === 200)).toBe(true);
    expect(codes.slice(10)).toEqual([429, 429]);
    await own.close();
  });
});

/** An address with something in place of each parameter. */
const filled = (url: string, area = "404"): string =>
  url.replace(":language", "en").replace(":area", area).replace(/:\w+/g, "1").replace("*", "x");

describe("accounts", () => {
  it("are made by an invitation, whose link sets the password once", async () => {
    const form = {
      email: "new@example.ke",
      name: "Otieno",
      role: "focal-point",
      area: "404",
      language: "fr",
    };
    expect((await administrator.post("/en/accounts", form)).statusCode).toBe(200);
    const letter = desk.letters.at(-1);
    expect(letter).toMatchObject({ to: "new@example.ke", subject: "Votre compte pour les indicateurs TIC" });
    const path = /http:\/\/localhost:8080(\/fr\/link\/\S+)/.exec(letter?.text ?? "")?.[1] ?? "";
    expect((await desk.nobody.get(path)).body).toContain("new@example.ke");
    expect((await desk.nobody.post(path, { password: "short", repeated: "short" })).statusCode).toBe(422);
    const good = { password: "long enough words", repeated: "long enough words" };
    expect((await desk.nobody.post(path, good)).headers.location).toBe("/fr/sign-in");
    expect((await desk.nobody.post(path, good)).statusCode).toBe(404);
    const person = await signInAs(desk.app, "new@example.ke", "long enough words");
    expect((await person.get("/fr/account")).body).toContain("Point focal, Kenya");
  });

  it("are not made twice, or for a focal point without a country", async () => {
    const form = {
      email: "focal-point-1@example.org",
      name: "A",
      role: "statistician",
      area: "",
      language: "en",
    };
    expect((await administrator.post("/en/accounts", form)).statusCode).toBe(409);
    expect(
      (await administrator.post("/en/accounts", { ...form, email: "b@example.org", role: "focal-point" }))
        .statusCode,
    ).toBe(422);
    expect(
      (await administrator.post("/en/accounts", { ...form, email: "b@example.org", area: "404" })).statusCode,
    ).toBe(422);
  });

  it("that are disabled are out at once; nobody disables the own one", async () => {
    const person = await desk.person("statistician");
    const id = desk.given.accounts.accounts().find(({ role }) => role === "statistician")?.id;
    expect((await person.get("/en/account")).statusCode).toBe(200);
    await administrator.post(`/en/accounts/${id}`, { do: "disable" });
    expect((await person.get("/en/account")).statusCode).toBe(303);
    const own = desk.given.accounts.accountByEmail("administrator-2@example.org")?.id;
    expect((await administrator.post(`/en/accounts/${own}`, { do: "disable" })).statusCode).toBe(409);
  });

  it("hand a token out once, and show it no more", async () => {
    const made = await kenya.post("/en/account/tokens", { name: "script", scope: "upload", days: "30" });
    const token = /class="code">([\w-]{43})</.exec(made.body)?.[1] ?? "";
    expect(token).not.toBe("");
    expect((await kenya.get("/en/account")).body).not.toContain(token);
    const hash = /name="hash" value="(\w+)"/.exec(made.body)?.[1] ?? "";
    expect((await administrator.post("/en/account/tokens/revoke", { hash })).statusCode).toBe(404);
    expect((await kenya.post("/en/account/tokens/revoke", { hash })).body).toContain("Revoked");
  });

  it("are in the audit trail with all that was done, which is whole", async () => {
    const { body } = await administrator.get("/en/audit");
    expect(body).toContain("the chain is whole");
    for (const action of ["account-invited", "sign-in-refused", "account-disabled", "token-made"])
      expect(body).toContain(action);
  });

  it("of the first administrator begin with a link, until a password is set", async () => {
    const own = await openPortalDesk();
    const first = firstLink(own.given, "chief@example.org") ?? "";
    const second = firstLink(own.given) ?? "";
    expect(first).not.toBe(second);
    const path = second.slice(own.given.origin.length);
    await own.nobody.post(path, { password: PASSWORD, repeated: PASSWORD });
    expect(firstLink(own.given)).toBeUndefined();
    await signInAs(own.app, "chief@example.org");
    await own.close();
  });
});
