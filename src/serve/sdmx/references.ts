import type { Dataflow, Maintainable, Structures } from "../../sdmx/model.js";
import { ServiceError } from "../errors.js";

/** Agency, id and version as a query names them; a text for each, with operators. */
export interface Reference {
  readonly agency: string;
  readonly id: string;
  readonly version: string;
}

const ANY: ReadonlySet<string> = new Set(["*", "all"]);
const LATEST: ReadonlySet<string> = new Set(["latest", "+", "~"]);

const isNamed = (asked: string, name: string): boolean =>
  asked.split(",").some((one) => ANY.has(one.toLowerCase()) || one === name);

/** Whether a structure is among those asked for. Every structure here has one version, which is the latest. */
export const isAsked = (asked: Reference, one: Maintainable): boolean =>
  isNamed(asked.agency, one.agency) &&
  isNamed(asked.id, one.id) &&
  asked.version.split(",").some((version) => isVersion(version, one.version));

/** Whether a version is meant, such as 1.0 by `1.0`, `latest`, `*`, `1.+` or `1+.0` (sdmx-rest, "Query syntax for versions"). */
export function isVersion(asked: string, version: string): boolean {
  if (ANY.has(asked.toLowerCase()) || LATEST.has(asked.toLowerCase())) return true;
  const own = version.split(".").map(Number);
  const parts = asked.split(".");
  for (const [at, part] of parts.entries()) {
    if (/^[*+~]$/.test(part)) return true;
    const found = own[at] ?? 0;
    if (/^\d+[*+~]$/.test(part)) return found >= Number.parseInt(part, 10);
    if (part !== String(found)) return false;
  }
  return own.slice(parts.length).every((part) => part === 0);
}

/** The one dataflow that a query names. @throws ServiceError when there is none, or several */
export function oneFlow({ dataflows }: Structures, asked: Reference): Dataflow {
  const [found, ...others] = dataflows.filter((flow) => isAsked(asked, flow));
  const all = dataflows.map(({ id }) => id).join(", ");
  if (!found)
    throw new ServiceError(
      "no-results",
      `There is no dataflow "${[asked.agency, asked.id, asked.version].join(",").slice(0, 120)}". There are ${all}.`,
    );
  if (others.length === 0) return found;
  throw new ServiceError(
    "not-implemented",
    `Data of several dataflows in one message are not made. Name one of ${all}.`,
  );
}
