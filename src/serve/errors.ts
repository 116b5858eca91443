/**
 * Errors of the SDMX web services: their numbers (SDMX 2.1, section 7, "Error codes"; "SDMX to HTTP error mapping" of
 * sdmx-rest) and what they are called.
 */
export const FAULTS = {
  "no-results": { code: 100, title: "No results found" },
  "too-large": { code: 130, title: "Response too large due to client request" },
  syntax: { code: 140, title: "Syntax error" },
  semantic: { code: 150, title: "Semantic error" },
  "not-acceptable": { code: 140, title: "Not acceptable" },
  "too-long": { code: 140, title: "Query too long" },
  "not-allowed": { code: 140, title: "Method not allowed" },
  internal: { code: 500, title: "Internal server error" },
  "not-implemented": { code: 501, title: "Not implemented" },
  // From 1000 on, the numbers are a service's own.
  conflict: { code: 1000, title: "Conflict" },
} as const;
export type Fault = keyof typeof FAULTS;

/** HTTP status of each; what breaks a rule of the data is 403 by SDMX REST 1.5, and 422 by 2.x. */
const STATUSES: Readonly<Record<Exclude<Fault, "semantic">, number>> = {
  "no-results": 404,
  "too-large": 413,
  syntax: 400,
  "not-acceptable": 406,
  "too-long": 414,
  "not-allowed": 405,
  internal: 500,
  "not-implemented": 501,
  conflict: 409,
};

/** A request that cannot be answered as it is; the message says what is wrong and what would be right. */
export class ServiceError extends Error {
  constructor(
    readonly fault: Fault,
    message: string,
  ) {
    super(message);
  }
}

export const statusOf = (fault: Fault, version: 1 | 2): number =>
  fault === "semantic" ? (version === 1 ? 403 : 422) : STATUSES[fault];
