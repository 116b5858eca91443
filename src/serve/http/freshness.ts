import { createHash } from "node:crypto";

/** What a client that has an answer already sends to ask whether it still holds. */
export interface Conditions {
  readonly "if-none-match"?: string | undefined;
  readonly "if-modified-since"?: string | undefined;
}

/** A weak entity tag (RFC 9110, section 8.8.3) of all that an answer is made from; weak, since it may be compressed. */
export const entityTag = (...madeFrom: readonly string[]): string =>
  `W/"${createHash("sha256").update(madeFrom.join("\0")).digest("base64url").slice(0, 32)}"`;

/**
 * Whether the client's answer still holds (RFC 9110, section 13.2.2): by its tag, or where it sends none by time.
 * @param modified ISO 8601 time; null where nothing has been published
 */
export function stillHolds(conditions: Conditions, tag: string, modified: string | null): boolean {
  const tags = conditions["if-none-match"];
  const bare = (one: string) => one.trim().replace(/^W\//, "");
  if (tags !== undefined) return tags.split(",").some((one) => one.trim() === "*" || bare(one) === bare(tag));
  const since = Date.parse(conditions["if-modified-since"] ?? "");
  // HTTP counts whole seconds.
  return modified !== null && Math.floor(Date.parse(modified) / 1000) * 1000 <= since;
}
