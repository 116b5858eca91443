import { createHash } from "node:crypto";
import type { AccountStore, AuditEntry } from "./types.js";

type Said = Omit<AuditEntry, "id" | "hash">;

/** SHA-256 over an entry and the hash of the one before, in hexadecimal. */
function sealOf({ at, actor, action, object, details }: Said, previous: string): string {
  return createHash("sha256")
    .update(JSON.stringify([previous, at, actor, action, object, details]))
    .digest("hex");
}

/** Adds what somebody did to the audit trail. `details` may hold no secret. */
export function audit(store: AccountStore, entry: Said): void {
  store.record(entry, (previous) => sealOf(entry, previous));
}

export interface AuditCheck {
  readonly entries: number;
  /** Id of the first entry that is not as it was written, or follows one that was taken out; null when all are. */
  readonly broken: number | null;
}

/**
 * Follows the chain of the audit trail from its start. Finds any change, and any entry taken out, but for those cut
 * off at its end: to find these, keep the last hash elsewhere.
 */
export function checkAudit(store: AccountStore): AuditCheck & { readonly last: string } {
  let previous = "";
  let entries = 0;
  for (const entry of store.auditTrail()) {
    entries++;
    if (sealOf(entry, previous) !== entry.hash) return { entries, broken: entry.id, last: previous };
    previous = entry.hash;
  }
  return { entries, broken: null, last: previous };
}
