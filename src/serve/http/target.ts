import { ServiceError } from "../errors.js";

/** What a request asks for: the segments of its path and its parameters, decoded. */
export interface Target {
  readonly segments: readonly string[];
  readonly parameters: ReadonlyMap<string, string>;
}

/** Longer than any query that names every code of every dimension once. */
const LONGEST = 16_000;

/**
 * Takes a URL (path and query) apart. A plus sign is itself, as it is an operator of SDMX queries and stands in times
 * with a zone; slashes at the end mean nothing.
 * @throws ServiceError for a URL too long, an escape that is no UTF-8, or a parameter given twice
 */
export function targetOf(url: string): Target {
  if (url.length > LONGEST)
    throw new ServiceError(
      "too-long",
      `The URL has ${url.length} characters; at most ${LONGEST} are read. Leave a dimension open instead of naming all of its codes.`,
    );
  const [path = "", query = ""] = splitOnce(url, "?");
  const segments = path.split("/").slice(1).map(decoded);
  while (segments.at(-1) === "") segments.pop();
  const parameters = new Map<string, string>();
  for (const part of query.split("&")) {
    if (part === "") continue;
    const [name = "", value = ""] = splitOnce(part, "=").map(decoded);
    if (parameters.has(name))
      throw new ServiceError("syntax", `"${name}" is given twice. Give it once, with all its values.`);
    parameters.set(name, value);
  }
  return { segments, parameters };
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError(
      "syntax",
      `"${text.slice(0, 80)}" has an escape that is no UTF-8. Write a percent sign as %25.`,
    );
  }
}
