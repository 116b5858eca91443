import type { Language } from "../types.js";

const LATIN = "Noto Sans, DejaVu Sans, Liberation Sans, Arial, sans-serif";

/** Families to look for in turn, free ones first: what one machine lacks, another has. */
export const FONTS: Readonly<Record<Language, string>> = {
  // Arabic fonts without Latin letters come last: the names of agencies and of statuses are Latin.
  ar: "DejaVu Sans, Segoe UI, Arial, Noto Sans Arabic, sans-serif",
  en: LATIN,
  es: LATIN,
  fr: LATIN,
  ru: LATIN,
  zh: "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif",
};

/** A letter of the language's script: where it cannot be drawn, no text can. */
export const PROBES: Readonly<Record<Language, string>> = {
  ar: "م",
  en: "m",
  es: "ñ",
  fr: "é",
  ru: "ж",
  zh: "国",
};

/** Packages of Debian and Ubuntu that have the script. */
export const FONT_PACKAGES: Readonly<Record<Language, string>> = {
  ar: "fonts-noto-core",
  en: "fonts-dejavu-core",
  es: "fonts-dejavu-core",
  fr: "fonts-dejavu-core",
  ru: "fonts-dejavu-core",
  zh: "fonts-noto-cjk",
};
