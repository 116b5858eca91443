import type { Language } from "../types.js";

/**
 * What a person may do. A focal point sees and writes its own country alone; statisticians run the collection and
 * settle doubts; preparers make tables and releases; administrators also keep the accounts.
 */
export const ROLES = ["focal-point", "statistician", "preparer", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export interface Account {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** M49 code of a focal point's country; null for all others. */
  readonly area: number | null;
  readonly language: Language;
  /** ISO 8601 times. */
  readonly createdAt: string;
  readonly disabledAt: string | null;
  readonly hasPassword: boolean;
  /** Whether a code of an authenticator app is asked for at sign-in. */
  readonly hasTotp: boolean;
}

export type NewAccount = Pick<Account, "email" | "name" | "role" | "area" | "language">;

/** What signing in is checked against. Never leaves src/accounts. */
export interface Credentials {
  /** Argon2id in PHC form; null until a password has been set. */
  readonly password: string | null;
  /** Secret of the authenticator in base 32. */
  readonly totp: string | null;
  /** The time step of the code that was used last, which is not taken again. */
  readonly totpStep: number;
  readonly failures: number;
  readonly lockedUntil: string | null;
}

export interface Session {
  readonly account: number;
  /** To be sent back with every form. */
  readonly csrf: string;
  readonly createdAt: string;
  readonly seenAt: string;
}

export type LinkPurpose = "invitation" | "reset";
export const SCOPES = ["read", "upload"] as const;
export type Scope = (typeof SCOPES)[number];

export interface ApiToken {
  /** SHA-256 of the token, by which it is named. */
  readonly hash: string;
  readonly account: number;
  readonly name: string;
  readonly scope: Scope;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** Something that somebody did. */
export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  /** E-mail address, `system`, or `nobody` for one who was not signed in. */
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
  /** SHA-256 over this entry and the hash of the one before. */
  readonly hash: string;
}

/** What the store keeps of accounts. Secrets come and go as hashes. */
export interface AccountStore {
  /** @throws Error `account-exists` when the address has an account */
  addAccount(account: NewAccount, at: string): Account;
  account(id: number): Account | undefined;
  accountByEmail(email: string): Account | undefined;
  accounts(): Account[];
  credentials(id: number): Credentials;
  setCredentials(id: number, change: Partial<Credentials>): void;
  disable(id: number, at: string | null): void;
  addLink(hash: string, account: number, purpose: LinkPurpose, expiresAt: string): void;
  /** The account of a link that is neither used nor expired. */
  link(hash: string, at: string): { readonly account: number; readonly purpose: LinkPurpose } | undefined;
  /** Uses a link up; false when it was used or has expired, so that of two at once one alone succeeds. */
  useLink(hash: string, at: string): boolean;
  addSession(hash: string, session: Session): void;
  session(hash: string): Session | undefined;
  seeSession(hash: string, at: string): void;
  endSession(hash: string): void;
  /** Ends all sessions of an account, but for one where it is given. */
  endSessions(account: number, except?: string): void;
  addToken(token: ApiToken): void;
  token(hash: string): ApiToken | undefined;
  tokens(account: number): ApiToken[];
  revokeToken(hash: string, at: string): void;
  /** Adds to the audit trail; `seal` gives the entry's hash from the one before. */
  record(entry: Omit<AuditEntry, "id" | "hash">, seal: (previous: string) => string): void;
  /** Oldest first, read one by one. */
  auditTrail(): Iterable<AuditEntry>;
}
