import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes and one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** OWASP ASVS 4.0.3, 2.1.1 and 2.1.2: at least 12 characters, at most 128. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), ARGON2);
}

/** Whether a password is that of a hash. Without a hash as much work is done, so that time does not tell accounts apart. */
export async function isPassword(hashed: string | null, password: string): Promise<boolean> {
  return (await verify(hashed ?? (await decoy()), password.normalize("NFKC"))) && hashed !== null;
}

let kept: Promise<string> | null = null;
function decoy(): Promise<string> {
  kept ??= hashPassword(newSecret());
  return kept;
}

/** 256 random bits, for sessions, links and tokens, in a form that fits URLs. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** How a secret is kept: it is random and long, so that a plain hash cannot be guessed back. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
