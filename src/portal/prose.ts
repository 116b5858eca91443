import { prose as proseText } from "../export/html-parts.js";
import type { Language } from "../types.js";
import { Html } from "./html.js";

/** A sentence on a page. In Arabic, codes and what a file holds keep a direction of their own. */
export const prose = (sentence: string, language: Language): Html => new Html(proseText(sentence, language));
