import { absoluteValue } from "../../estimate/absolute-value.js";
import { absent } from "../../tables/cell.js";
import type { Key, Language } from "../../types.js";
import { exactText, leftToRight } from "../numbers.js";
import type { Edition } from "../published/editions.js";
import { shownValue } from "../published/figures.js";
import type { Country } from "./country.js";
import { keyQuery } from "./paths.js";
import type { Stand } from "./stand.js";

/** Address of one figure of a country in a release. */
export const standPath = ({ path }: Country, { name }: Pick<Edition, "name">, key: Key): string =>
  `${path}/published/${encodeURIComponent(name)}/figure?${keyQuery(key)}`;

/** What was published, as tables show it, and its status. */
export function publishedText({ key, published }: Stand, language: Language): string {
  if (!published) return absent(null);
  const value = shownValue(key.series, published.OBS_VALUE, published.OBS_STATUS, language);
  return leftToRight(`${value} (${published.OBS_STATUS ?? ""})`, language);
}

/** What the country handed in, and its status; an error where it was held back. */
export function reportedText({ reported, held }: Stand, language: Language): string {
  const [first] = held;
  if (first)
    return leftToRight(
      `${first.value === null ? absent(null) : exactText(first.value, language)} ✗`,
      language,
    );
  if (!reported) return absent(null);
  const value = absoluteValue(reported);
  const shown = value === null ? absent(reported.status) : exactText(value, language);
  return leftToRight(`${shown} (${reported.status})`, language);
}
