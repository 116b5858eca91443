import { LANGUAGES, type Language } from "../../types.js";

/** One thing a client accepts, such as `text/csv` or `fr`, with its parameters. */
export interface Accepted {
  /** In lower case. */
  readonly name: string;
  /** Names in lower case; q left out. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * What an Accept, Accept-Language or similar header wants, the most wanted first; of equal weight, as it stands there.
 * What has the weight 0 is left out (RFC 9110, section 12.4.2).
 */
export function accepted(header: string): Accepted[] {
  return header
    .split(",")
    .map((part) => {
      const [name = "", ...given] = part.split(";").map((piece) => piece.trim());
      const parameters = new Map(given.map(parameterOf));
      const quality = Number(parameters.get("q") ?? "1");
      parameters.delete("q");
      return { name: name.toLowerCase(), parameters, quality: Number.isNaN(quality) ? 1 : quality };
    })
    .filter(({ name, quality }) => name !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ name, parameters }) => ({ name, parameters }));
}

function parameterOf(text: string): [string, string] {
  const [name = "", ...value] = text.split("=");
  return [
    name.trim().toLowerCase(),
    value
      .join("=")
      .trim()
      .replace(/^"(.*)"$/, "$1"),
  ];
}

/** The first language of an Accept-Language header that names are known in, or else English. */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = accepted(header ?? "").map(({ name }) => name.split("-")[0]);
  return wanted.flatMap((tag) => LANGUAGES.filter((one) => one === tag))[0] ?? "en";
}
