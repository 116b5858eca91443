import { audit } from "./audit.js";
import { newSecret, secretHash } from "./secrets.js";
import { setPassword } from "./sign-in.js";
import type { Account, AccountStore, LinkPurpose, NewAccount } from "./types.js";

const HOUR = 60 * 60_000;
const LASTS: Readonly<Record<LinkPurpose, number>> = { invitation: 7 * 24 * HOUR, reset: HOUR };

/** An account and the secret of the link by which its owner sets a password. The secret is given once. */
export interface Invited {
  readonly account: Account;
  readonly secret: string;
}

/** Makes an account and an invitation to it, good once within seven days. @throws Error `account-exists` */
export function invite(store: AccountStore, account: NewAccount, by: string, now: Date): Invited {
  const added = store.addAccount(account, now.toISOString());
  const { email, role, area } = added;
  audit(store, {
    at: now.toISOString(),
    actor: by,
    action: "account-invited",
    object: email,
    details: { role, area },
  });
  return { account: added, secret: linkFor(store, added, "invitation", now) };
}

/** A link to set a new password, good once within an hour. */
export function linkFor(store: AccountStore, account: Account, purpose: LinkPurpose, now: Date): string {
  const secret = newSecret();
  store.addLink(
    secretHash(secret),
    account.id,
    purpose,
    new Date(now.getTime() + LASTS[purpose]).toISOString(),
  );
  return secret;
}

/** Whose link it is; undefined when it is unknown, used or too old. */
export function accountOfLink(store: AccountStore, secret: string, now: Date): Account | undefined {
  const found = store.link(secretHash(secret), now.toISOString());
  const account = found && store.account(found.account);
  return account?.disabledAt === null ? account : undefined;
}

/** Sets the password by a link and uses the link up; undefined when it is no longer good. */
export async function followLink(
  store: AccountStore,
  secret: string,
  password: string,
  now: Date,
): Promise<Account | undefined> {
  const account = accountOfLink(store, secret, now);
  if (!account || !store.useLink(secretHash(secret), now.toISOString())) return undefined;
  await setPassword(store, account, password, now);
  return account;
}
