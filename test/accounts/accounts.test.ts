import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { audit, checkAudit } from "../../src/accounts/audit.js";
import { accountOfLink, followLink, invite, linkFor } from "../../src/accounts/links.js";
import { isPassword, newSecret, secretHash } from "../../src/accounts/secrets.js";
import { setPassword, signedIn, signIn } from "../../src/accounts/sign-in.js";
import { totpStep } from "../../src/accounts/totp.js";
import type { Account, AccountStore } from "../../src/accounts/types.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { Store } from "../../src/store/store.js";

const START = new Date("2026-03-01T08:00:00.000Z");
const MINUTE = 60_000;
const later = (minutes: number): Date => new Date(START.getTime() + minutes * MINUTE);
const PASSWORD = "correct horse battery";
const KENYA = {
  email: "focal@example.ke",
  name: "Achieng",
  role: "focal-point",
  area: 404,
  language: "en",
} as const;

let folder: string;
let store: Store;
let accounts: AccountStore;
let account: Account;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ictsdg-accounts-"));
  store = openSqlite(join(folder, "store.db"));
  accounts = store.accounts;
  account = invite(accounts, KENYA, "system", START).account;
  await setPassword(accounts, account, PASSWORD, START);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const attempt = (password: string, code = "", now = START, email: string = KENYA.email) =>
  signIn(accounts, { email, password, code }, now);

describe("signing in", () => {
  it("takes the password alone, and the address in any case", async () => {
    expect(await attempt(PASSWORD, "", START, "FOCAL@EXAMPLE.KE")).toMatchObject({
      outcome: "signed-in",
      account: { id: account.id },
    });
    expect(await attempt(`${PASSWORD} `)).toEqual({ outcome: "refused" });
  });

  it("refuses unknown addresses, disabled accounts and accounts without a password alike", async () => {
    const invited = invite(accounts, { ...KENYA, email: "new@example.ke" }, "system", START).account;
    expect(await attempt(PASSWORD, "", START, "nobody@example.ke")).toEqual({ outcome: "refused" });
    expect(await attempt("", "", START, invited.email)).toEqual({ outcome: "refused" });
    accounts.disable(account.id, START.toISOString());
    expect(await attempt(PASSWORD)).toEqual({ outcome: "refused" });
  });

  it("locks an account after five wrong passwords, longer with each one more", async () => {
    for (let wrong = 0; wrong < 5; wrong++) expect(await attempt("wrong")).toEqual({ outcome: "refused" });
    expect(await attempt(PASSWORD)).toEqual({ outcome: "locked", until: later(1).toISOString() });
    expect(await attempt("wrong", "", later(1))).toEqual({ outcome: "refused" });
    expect(await attempt(PASSWORD, "", later(2))).toEqual({
      outcome: "locked",
      until: later(3).toISOString(),
    });
    expect(await attempt(PASSWORD, "", later(3))).toMatchObject({ outcome: "signed-in" });
    expect(await attempt("wrong", "", later(3))).toEqual({ outcome: "refused" });
    expect(await attempt(PASSWORD, "", later(3))).toMatchObject({ outcome: "signed-in" });
  });

  it("asks for the code of an authenticator where there is one, and takes each code once", async () => {
    const totp = new TOTP({
      secret: Secret.fromBase32("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
      digits: 6,
      period: 30,
    });
    accounts.setCredentials(account.id, { totp: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" });
    const code = totp.generate({ timestamp: START.getTime() });
    expect(await attempt(PASSWORD)).toEqual({ outcome: "code-needed" });
    expect(await attempt("wrong", code)).toEqual({ outcome: "refused" });
    expect(await attempt(PASSWORD, code)).toMatchObject({ outcome: "signed-in" });
    expect(await attempt(PASSWORD, code)).toEqual({ outcome: "refused" });
    const next = totp.generate({ timestamp: later(1).getTime() });
    expect(await attempt(PASSWORD, next, later(1))).toMatchObject({ outcome: "signed-in" });
  });
});

describe("a code of an authenticator", () => {
  // RFC 6238, appendix B: the SHA-1 secret "12345678901234567890" at 59 s, last six of 94287082.
  const secret = Secret.fromUTF8("12345678901234567890").base32;
  it("is that of RFC 6238, one step early or late, and no older one", () => {
    const at = (seconds: number) => new Date(seconds * 1000);
    expect(totpStep(secret, "287 082", 0, at(59))).toBe(1);
    expect(totpStep(secret, "287082", 0, at(89))).toBe(1);
    expect(totpStep(secret, "287082", 1, at(89))).toBeNull();
    expect(totpStep(secret, "287082", 0, at(120))).toBeNull();
    expect(totpStep(secret, "28708", 0, at(59))).toBeNull();
  });
});

describe("a session", () => {
  const open = async (): Promise<string> => {
    const result = await attempt(PASSWORD);
    if (result.outcome !== "signed-in") throw new Error(result.outcome);
    return result.secret;
  };

  it("lasts while it is used, at most twelve hours", async () => {
    const secret = await open();
    for (let minutes = 25; minutes <= 12 * 60; minutes += 25)
      expect(signedIn(accounts, secret, later(minutes))?.account.id).toBe(account.id);
    expect(signedIn(accounts, secret, later(12 * 60 + 1))).toBeUndefined();
  });

  it("ends when it was not used for half an hour, with another password, and when the account is disabled", async () => {
    const [idle, other, own] = [await open(), await open(), await open()];
    expect(signedIn(accounts, idle, later(31))).toBeUndefined();
    await setPassword(accounts, account, "another password", START, own);
    expect(signedIn(accounts, other, START)).toBeUndefined();
    expect(signedIn(accounts, own, START)?.account.id).toBe(account.id);
    accounts.disable(account.id, START.toISOString());
    expect(signedIn(accounts, own, START)).toBeUndefined();
    expect(signedIn(accounts, newSecret(), START)).toBeUndefined();
  });
});

describe("a link", () => {
  it("sets a password once, within its time", async () => {
    const { secret, account: invited } = invite(
      accounts,
      { ...KENYA, email: "new@example.ke" },
      "system",
      START,
    );
    expect(accountOfLink(accounts, secret, START)?.id).toBe(invited.id);
    expect(await followLink(accounts, secret, PASSWORD, START)).toMatchObject({ id: invited.id });
    expect(await followLink(accounts, secret, "something else", START)).toBeUndefined();
    expect(await attempt(PASSWORD, "", START, invited.email)).toMatchObject({ outcome: "signed-in" });
    const late = linkFor(accounts, account, "reset", START);
    expect(accountOfLink(accounts, late, later(59))).toBeDefined();
    expect(await followLink(accounts, late, PASSWORD, later(61))).toBeUndefined();
    const disabled = linkFor(accounts, account, "reset", START);
    accounts.disable(account.id, START.toISOString());
    expect(accountOfLink(accounts, disabled, START)).toBeUndefined();
  });
});

describe("secrets", () => {
  it("are nowhere in the store as they are", async () => {
    const secret = (await attempt(PASSWORD)) as { secret: string };
    const link = linkFor(accounts, account, "reset", START);
    store.close();
    const db = new Database(join(folder, "store.db"));
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .pluck()
      .all();
    const rows = tables.flatMap((name) => db.prepare(`SELECT * FROM ${name}`).raw().all());
    db.close();
    const all = JSON.stringify(rows);
    expect(all).toContain(secretHash(link));
    for (const hidden of [PASSWORD, secret.secret, link]) expect(all).not.toContain(hidden);
    store = openSqlite(join(folder, "store.db"));
  });

  it("of an account without a password fit nothing", async () => {
    expect(await isPassword(null, "")).toBe(false);
  });
});

describe("the audit trail", () => {
  it("is a chain that a change, and an entry taken out, break", () => {
    const entry = { at: START.toISOString(), actor: "a", action: "b", object: "c", details: { x: 1 } };
    for (let n = 0; n < 3; n++) audit(accounts, entry);
    const whole = checkAudit(accounts);
    // The invitation and the password of the set-up come first.
    expect(whole).toMatchObject({ entries: 5, broken: null });
    store.close();
    const db = new Database(join(folder, "store.db"));
    expect(() => db.exec("UPDATE audit SET actor = 'z' WHERE id = 4")).toThrow(/never changed/);
    expect(() => db.exec("DELETE FROM audit WHERE id = 4")).toThrow(/never shortened/);
    db.exec("DROP TRIGGER audit_is_fixed; DROP TRIGGER audit_is_kept");
    db.exec("UPDATE audit SET actor = 'z' WHERE id = 4");
    db.close();
    store = openSqlite(join(folder, "store.db"));
    expect(checkAudit(store.accounts)).toMatchObject({ broken: 4 });
    store.close();
    const again = new Database(join(folder, "store.db"));
    again.exec("UPDATE audit SET actor = 'a' WHERE id = 4; DELETE FROM audit WHERE id = 3");
    again.close();
    store = openSqlite(join(folder, "store.db"));
    expect(checkAudit(store.accounts)).toMatchObject({ broken: 4 });
  });
});
