import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTransport } from "nodemailer";
import { invite, linkFor } from "../accounts/links.js";
import type { Environment } from "../run/environment.js";
import type { Given } from "./given.js";

/** Where the portal is and what it sends letters with; each is an environment variable. */
export interface Wishes {
  /** ICTSDG_ORIGIN: where people reach the portal, such as https://ict.example.org. */
  readonly origin: string;
  /** ICTSDG_SECRET: 32 characters or more that sign cookies; kept in a file beside the store when absent. */
  readonly secret?: string | undefined;
  /** ICTSDG_SMTP: mail server, such as smtps://name:password@mail.example.org. */
  readonly smtp?: string | undefined;
  /** ICTSDG_MAIL_FROM: sender of letters. */
  readonly from?: string | undefined;
  readonly totp?: Given["totp"] | undefined;
}

/**
 * What the portal works with, from the environment and wishes.
 * @param beside a file in whose folder the secret and parts of uploads are kept, such as the store's
 * @throws Error `secret-short` when the secret is too short to sign with
 */
export function openPortal(environment: Environment, beside: string, wishes: Wishes): Given {
  const { origin, smtp, from = "ictsdg <noreply@localhost>", totp = "required" } = wishes;
  const secret = wishes.secret ?? keptSecret(join(dirname(beside), ".ictsdg-secret"));
  if (secret.length < 32)
    throw new Error("secret-short: ICTSDG_SECRET has fewer than 32 characters. Give a longer one.");
  const transport = smtp === undefined ? undefined : createTransport(smtp);
  const send = transport && (async (letter: object) => void (await transport.sendMail({ from, ...letter })));
  return {
    ...{ environment, accounts: environment.store.accounts, now: environment.now, secret, send, totp },
    ...{ origin: origin.replace(/\/$/, ""), uploads: join(dirname(beside), "uploads") },
  };
}

/** Made once and read by its owner alone, so that sessions outlive a restart. */
function keptSecret(path: string): string {
  if (!existsSync(path))
    writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  chmodSync(path, 0o600);
  return readFileSync(path, "utf8").trim();
}

/**
 * The link by which the first administrator sets a password, good once; undefined when somebody has set one already.
 */
export function firstLink(
  { accounts, origin, now }: Given,
  email = "administrator@localhost",
): string | undefined {
  const all = accounts.accounts();
  if (all.some(({ role, hasPassword }) => role === "administrator" && hasPassword)) return undefined;
  const there = all.find(({ role }) => role === "administrator");
  const account = {
    email,
    name: "Administrator",
    role: "administrator",
    area: null,
    language: "en",
  } as const;
  const secret = there
    ? linkFor(accounts, there, "invitation", now())
    : invite(accounts, account, "system", now()).secret;
  return `${origin}/en/link/${secret}`;
}
