import { audit } from "./audit.js";
import { hashPassword, isPassword, newSecret, secretHash } from "./secrets.js";
import { totpStep } from "./totp.js";
import type { Account, AccountStore, Session } from "./types.js";

/** After so many failures in a row an account is locked; each further one doubles the time, up to a day. */
const FAILURES = 5;
const LOCK = 60_000;
const LONGEST_LOCK = 24 * 60 * 60_000;

/** A session ends this long after it was last seen, and this long after it began (ASVS 3.3.2). */
const IDLE = 30 * 60_000;
const LIFETIME = 12 * 60 * 60_000;

export interface Attempt {
  readonly email: string;
  readonly password: string;
  /** Code of the authenticator; empty where none was given. */
  readonly code: string;
}

export type SignIn =
  | { readonly outcome: "signed-in"; readonly account: Account; readonly secret: string }
  /** Wrong address, password or code, a disabled account: which of them is not told. */
  | { readonly outcome: "refused" }
  /** The password is right; the code of the authenticator is missing. */
  | { readonly outcome: "code-needed" }
  | { readonly outcome: "locked"; readonly until: string };

/**
 * Signs a person in with address, password and, where the account has one, the code of an authenticator. The secret of
 * the new session is returned once and kept as a hash.
 */
export async function signIn(
  store: AccountStore,
  { email, password, code }: Attempt,
  now: Date,
): Promise<SignIn> {
  const account = store.accountByEmail(email.trim());
  const at = now.toISOString();
  const known = account && store.credentials(account.id);
  if (known?.lockedUntil && known.lockedUntil > at) return { outcome: "locked", until: known.lockedUntil };
  const isRight = await isPassword(known?.password ?? null, password);
  if (!account || !known || !isRight || account.disabledAt !== null) return refuse(store, account, now);
  if (known.totp !== null) {
    if (code.trim() === "") return { outcome: "code-needed" };
    const step = totpStep(known.totp, code, known.totpStep, now);
    if (step === null) return refuse(store, account, now);
    store.setCredentials(account.id, { totpStep: step });
  }
  store.setCredentials(account.id, { failures: 0, lockedUntil: null });
  const secret = openSession(store, account.id, at);
  audit(store, { at, actor: account.email, action: "sign-in", object: account.email, details: {} });
  return { outcome: "signed-in", account, secret };
}

function refuse(store: AccountStore, account: Account | undefined, now: Date): SignIn {
  const at = now.toISOString();
  if (account) {
    const failures = store.credentials(account.id).failures + 1;
    const wait = Math.min(LOCK * 2 ** (failures - FAILURES), LONGEST_LOCK);
    const lockedUntil = failures < FAILURES ? null : new Date(now.getTime() + wait).toISOString();
    store.setCredentials(account.id, { failures, lockedUntil });
  }
  // An address without an account may be a password typed in the wrong field, and is not kept.
  const object = account?.email ?? "unknown address";
  audit(store, { at, actor: "nobody", action: "sign-in-refused", object, details: {} });
  return { outcome: "refused" };
}

function openSession(store: AccountStore, account: number, at: string): string {
  const secret = newSecret();
  store.addSession(secretHash(secret), { account, csrf: newSecret(), createdAt: at, seenAt: at });
  return secret;
}

/** Who a session belongs to; undefined when it is unknown, has ended, or the account is disabled. */
export function signedIn(
  store: AccountStore,
  secret: string,
  now: Date,
): { readonly account: Account; readonly session: Session } | undefined {
  const hash = secretHash(secret);
  const session = store.session(hash);
  if (!session) return undefined;
  const account = store.account(session.account);
  const age = (time: string) => now.getTime() - Date.parse(time);
  if (
    !account ||
    account.disabledAt !== null ||
    age(session.seenAt) > IDLE ||
    age(session.createdAt) > LIFETIME
  ) {
    store.endSession(hash);
    return undefined;
  }
  // Once a minute is enough, and spares a write for every page.
  if (age(session.seenAt) > 60_000) store.seeSession(hash, now.toISOString());
  return { account, session };
}

export function signOut(store: AccountStore, secret: string): void {
  store.endSession(secretHash(secret));
}

/** Sets a password and ends all other sessions of the account. */
export async function setPassword(
  store: AccountStore,
  account: Account,
  password: string,
  now: Date,
  keep?: string,
): Promise<void> {
  store.setCredentials(account.id, {
    password: await hashPassword(password),
    failures: 0,
    lockedUntil: null,
  });
  store.endSessions(account.id, keep && secretHash(keep));
  const at = now.toISOString();
  audit(store, { at, actor: account.email, action: "password-set", object: account.email, details: {} });
}
