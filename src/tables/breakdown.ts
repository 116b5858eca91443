import { codeLists } from "../../indicators/index.js";
import { text } from "../i18n/text.js";
import { DIMENSIONS, type DimensionId, type Dimensions, type Language } from "../types.js";
import type { Line } from "./columns.js";

const names = new Map(
  codeLists.flatMap(({ id, codes }) => codes.map(({ code, name }) => [`${id}/${code}`, name] as const)),
);

const COMMA: Readonly<Partial<Record<Language, string>>> = { ar: "، ", zh: "，" };

/** Name of a code; the code itself where its list does not have it, so that nothing disappears. */
const codeName = (dimension: DimensionId, code: string, language: Language): string =>
  names.get(`${dimension}/${code}`)?.[language] ?? code;

/** Dimension columns of a row with `_T` written out, and the same in words ("Female, Urban"). */
export function breakdown(dimensions: Dimensions, language: Language): Line {
  const words = DIMENSIONS.flatMap((id) => {
    const code = dimensions[id] ?? "_T";
    return code === "_T" ? [] : [codeName(id, code, language)];
  });
  return {
    ...Object.fromEntries(DIMENSIONS.map((id) => [id, dimensions[id] ?? "_T"])),
    BREAKDOWN: words.length ? words.join(COMMA[language] ?? ", ") : text("tables", language, "total"),
  };
}
