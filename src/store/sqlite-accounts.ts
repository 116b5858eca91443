import type {
  Account,
  AccountStore,
  ApiToken,
  AuditEntry,
  Credentials,
  NewAccount,
  Session,
} from "../accounts/types.js";
import type { Db } from "./sqlite-ids.js";

const ACCOUNT = `SELECT id, email, name, role, area, language, created_at AS createdAt, disabled_at AS disabledAt,
                        password IS NOT NULL AS hasPassword, totp IS NOT NULL AS hasTotp FROM account`;
const TOKEN = `SELECT hash, account, name, scope, created_at AS createdAt, expires_at AS expiresAt, revoked_at AS revokedAt
                 FROM api_token`;

/** Columns that hold what is changed of credentials. */
const CREDENTIALS: Readonly<Record<keyof Credentials, string>> = {
  password: "password",
  totp: "totp",
  totpStep: "totp_step",
  failures: "failures",
  lockedUntil: "locked_until",
};

export function accountStore(db: Db): AccountStore {
  return { ...people(db), ...links(db), ...sessions(db), ...tokens(db), ...trail(db) };
}

function people(db: Db) {
  const find = (where: string, value: string | number): Account | undefined => {
    const row = db.prepare(`${ACCOUNT} WHERE ${where}`).get(value) as Account | undefined;
    return row && plain(row);
  };
  return {
    addAccount: ({ email, name, role, area, language }: NewAccount, at: string): Account => {
      const { changes, lastInsertRowid } = db
        .prepare(
          "INSERT INTO account (email, name, role, area, language, created_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .run(email, name, role, area, language, at);
      if (changes === 0) throw new Error(`account-exists: there is an account of ${email} already.`);
      return find("id = ?", Number(lastInsertRowid)) as Account;
    },
    account: (id: number) => find("id = ?", id),
    accountByEmail: (email: string) => find("email = ?", email),
    accounts: () => (db.prepare(`${ACCOUNT} ORDER BY email`).all() as Account[]).map(plain),
    credentials: (id: number) => {
      const columns = Object.entries(CREDENTIALS).map(([name, column]) => `${column} AS ${name}`);
      return db.prepare(`SELECT ${columns.join(", ")} FROM account WHERE id = ?`).get(id) as Credentials;
    },
    setCredentials: (id: number, change: Partial<Credentials>) => {
      const names = Object.keys(change) as (keyof Credentials)[];
      const set = names.map((name) => `${CREDENTIALS[name]} = @${name}`).join(", ");
      db.prepare(`UPDATE account SET ${set} WHERE id = @id`).run({ ...change, id });
    },
    disable: (id: number, at: string | null) => {
      db.prepare("UPDATE account SET disabled_at = ? WHERE id = ?").run(at, id);
    },
  };
}

/** SQLite knows no booleans. */
function plain(row: Account): Account {
  return { ...row, hasPassword: Boolean(row.hasPassword), hasTotp: Boolean(row.hasTotp) };
}

function links(db: Db) {
  const open = "hash = ? AND used_at IS NULL AND expires_at > ?";
  return {
    addLink: (hash: string, account: number, purpose: string, expiresAt: string) => {
      db.prepare("INSERT INTO account_link (hash, account, purpose, expires_at) VALUES (?, ?, ?, ?)").run(
        hash,
        account,
        purpose,
        expiresAt,
      );
    },
    link: (hash: string, at: string) =>
      db.prepare(`SELECT account, purpose FROM account_link WHERE ${open}`).get(hash, at) as ReturnType<
        AccountStore["link"]
      >,
    useLink: (hash: string, at: string) =>
      db.prepare(`UPDATE account_link SET used_at = ? WHERE ${open}`).run(at, hash, at).changes === 1,
  };
}

function sessions(db: Db) {
  return {
    addSession: (hash: string, { account, csrf, createdAt, seenAt }: Session) => {
      db.prepare("INSERT INTO session (hash, account, csrf, created_at, seen_at) VALUES (?, ?, ?, ?, ?)").run(
        hash,
        account,
        csrf,
        createdAt,
        seenAt,
      );
    },
    session: (hash: string) =>
      db
        .prepare(
          "SELECT account, csrf, created_at AS createdAt, seen_at AS seenAt FROM session WHERE hash = ?",
        )
        .get(hash) as Session | undefined,
    seeSession: (hash: string, at: string) => {
      db.prepare("UPDATE session SET seen_at = ? WHERE hash = ?").run(at, hash);
    },
    endSession: (hash: string) => {
      db.prepare("DELETE FROM session WHERE hash = ?").run(hash);
    },
    endSessions: (account: number, except = "") => {
      db.prepare("DELETE FROM session WHERE account = ? AND hash <> ?").run(account, except);
    },
  };
}

function tokens(db: Db) {
  return {
    addToken: ({ hash, account, name, scope, createdAt, expiresAt }: ApiToken) => {
      db.prepare(
        "INSERT INTO api_token (hash, account, name, scope, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
      ).run(hash, account, name, scope, createdAt, expiresAt);
    },
    token: (hash: string) => db.prepare(`${TOKEN} WHERE hash = ?`).get(hash) as ApiToken | undefined,
    tokens: (account: number) =>
      db.prepare(`${TOKEN} WHERE account = ? ORDER BY created_at, hash`).all(account) as ApiToken[],
    revokeToken: (hash: string, at: string) => {
      db.prepare("UPDATE api_token SET revoked_at = ? WHERE hash = ? AND revoked_at IS NULL").run(at, hash);
    },
  };
}

function trail(db: Db) {
  const last = () =>
    (db.prepare("SELECT hash FROM audit ORDER BY id DESC LIMIT 1").pluck().get() as string | undefined) ?? "";
  return {
    record: (
      { at, actor, action, object, details }: Omit<AuditEntry, "id" | "hash">,
      seal: (previous: string) => string,
    ) => {
      // Immediate, so that no other process adds an entry between reading the last hash and writing this one.
      db.transaction(() => {
        db.prepare(
          "INSERT INTO audit (at, actor, action, object, details, hash) VALUES (?, ?, ?, ?, ?, ?)",
        ).run(at, actor, action, object, JSON.stringify(details), seal(last()));
      }).immediate();
    },
    *auditTrail(): Generator<AuditEntry> {
      const rows = db
        .prepare("SELECT id, at, actor, action, object, details, hash FROM audit ORDER BY id")
        .iterate();
      for (const row of rows as IterableIterator<AuditEntry & { readonly details: unknown }>)
        yield { ...row, details: JSON.parse(String(row.details)) as AuditEntry["details"] };
    },
  };
}
