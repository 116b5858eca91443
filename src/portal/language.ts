import type { FastifyRequest } from "fastify";
import { LANGUAGES, type Language } from "../types.js";

/** The language of a page: that of its address, or the one that the browser prefers. */
export function languageOf({ url, headers }: Pick<FastifyRequest, "url" | "headers">): Language {
  const [, first] = url.split(/[/?]/);
  return LANGUAGES.find((one) => one === first) ?? preferred(headers["accept-language"]);
}

/** The best of the six languages by an `Accept-Language` header (RFC 9110, 12.5.4); English when none is asked for. */
export function preferred(header = ""): Language {
  const wishes = header.split(",").map((part, place) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
    return { tag: tag.split("-")[0], q: q === undefined ? 1 : Number(q), place };
  });
  const best = wishes.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q || a.place - b.place);
  for (const { tag } of best) {
    const found = LANGUAGES.find((one) => one === tag);
    if (found) return found;
  }
  return "en";
}
