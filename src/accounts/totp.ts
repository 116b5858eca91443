import { Secret, TOTP } from "otpauth";

/** RFC 6238: codes of six digits, new every 30 seconds; the one before and the one after are taken too. */
const PERIOD = 30;
const WINDOW = 1;

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads. */
export function totpAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/**
 * The time step of a code, or null when it is wrong. A step is good once: pass the step used last, and the same or an
 * older code is refused (RFC 6238, 5.2).
 */
export function totpStep(secret: string, code: string, last: number, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret, "").validate({ token: code.replace(/\s/g, ""), timestamp, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta;
  return step > last ? step : null;
}

function totpOf(secret: string, email: string): TOTP {
  return new TOTP({
    issuer: "ictsdg",
    label: email,
    period: PERIOD,
    digits: 6,
    secret: Secret.fromBase32(secret),
  });
}
