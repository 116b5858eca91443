import type { Language } from "../types.js";
import findingsAr from "./findings/ar.json" with { type: "json" };
import findingsEn from "./findings/en.json" with { type: "json" };
import findingsEs from "./findings/es.json" with { type: "json" };
import findingsFr from "./findings/fr.json" with { type: "json" };
import findingsRu from "./findings/ru.json" with { type: "json" };
import findingsZh from "./findings/zh.json" with { type: "json" };
import portalAr from "./portal/ar.json" with { type: "json" };
import portalEn from "./portal/en.json" with { type: "json" };
import portalEs from "./portal/es.json" with { type: "json" };
import portalFr from "./portal/fr.json" with { type: "json" };
import portalRu from "./portal/ru.json" with { type: "json" };
import portalZh from "./portal/zh.json" with { type: "json" };
import reportAr from "./report/ar.json" with { type: "json" };
import reportEn from "./report/en.json" with { type: "json" };
import reportEs from "./report/es.json" with { type: "json" };
import reportFr from "./report/fr.json" with { type: "json" };
import reportRu from "./report/ru.json" with { type: "json" };
import reportZh from "./report/zh.json" with { type: "json" };
import settleAr from "./settle/ar.json" with { type: "json" };
import settleEn from "./settle/en.json" with { type: "json" };
import settleEs from "./settle/es.json" with { type: "json" };
import settleFr from "./settle/fr.json" with { type: "json" };
import settleRu from "./settle/ru.json" with { type: "json" };
import settleZh from "./settle/zh.json" with { type: "json" };
import tablesAr from "./tables/ar.json" with { type: "json" };
import tablesEn from "./tables/en.json" with { type: "json" };
import tablesEs from "./tables/es.json" with { type: "json" };
import tablesFr from "./tables/fr.json" with { type: "json" };
import tablesRu from "./tables/ru.json" with { type: "json" };
import tablesZh from "./tables/zh.json" with { type: "json" };

/** Message templates by id, in one language. */
export type Messages = Readonly<Record<string, string>>;
/** The same messages in the six languages. */
export type Catalogue = Readonly<Record<Language, Messages>>;

const findings: Catalogue = {
  ar: findingsAr,
  en: findingsEn,
  es: findingsEs,
  fr: findingsFr,
  ru: findingsRu,
  zh: findingsZh,
};
const portal: Catalogue = {
  ar: portalAr,
  en: portalEn,
  es: portalEs,
  fr: portalFr,
  ru: portalRu,
  zh: portalZh,
};
const report: Catalogue = {
  ar: reportAr,
  en: reportEn,
  es: reportEs,
  fr: reportFr,
  ru: reportRu,
  zh: reportZh,
};
const settle: Catalogue = {
  ar: settleAr,
  en: settleEn,
  es: settleEs,
  fr: settleFr,
  ru: settleRu,
  zh: settleZh,
};
const tables: Catalogue = {
  ar: tablesAr,
  en: tablesEn,
  es: tablesEs,
  fr: tablesFr,
  ru: tablesRu,
  zh: tablesZh,
};

/** Every catalogue of messages, by the name of its folder. */
export const catalogues = { findings, portal, report, settle, tables } as const satisfies Readonly<
  Record<string, Catalogue>
>;

export type CatalogueId = keyof typeof catalogues;
