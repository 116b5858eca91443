import { defineIndicator } from "../../src/define.js";
import { ENTERPRISE_SIZES } from "../breakdowns.js";

const name = {
  ar: "نسبة المنشآت التجارية التي لها حضور على شبكة الويب",
  en: "Proportion of businesses with a web presence",
  es: "Proporción de empresas con presencia en la web",
  fr: "Proportion d’entreprises présentes sur le web",
  ru: "Доля предприятий, представленных в сети интернет",
  zh: "拥有网站的企业比例",
};

export default defineIndicator({
  id: "B5",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Share of businesses in scope with a website, a home page or a page of their own on another's " +
    "site whose content they control.",
  targets: ["9.3"],
  custodian: "UNCTAD",
  questionnaire: "business",
  dataSource: "Business survey",
  series: [
    {
      code: "ICT_B5",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { COMPOSITE_BREAKDOWN: ENTERPRISE_SIZES },
      aggregation: { method: "weighted-mean", weight: "BUSINESSES" },
      decimals: 1,
    },
  ],
  // Asked in a survey, but of businesses: no age scope belongs to the value.
  survey: false,
  denominator: "BUSINESSES",
  estimation: "none",
  methods: [],
  actionLines: [
    { line: "C7", reason: "Business is one of the named fields of ICT applications (e-business)." },
    { line: "C8", reason: "Businesses' own pages are a large part of local content." },
  ],
  methodology: "UNCTAD, Manual for the Production of Statistics on the Digital Economy, 2020 edition (B5)",
  caveats: [
    "Countries differ in the smallest business and the industries covered; most leave out those " +
      "with fewer than ten persons employed.",
    "The size classes carry codes of our own (ENT_SZ_…): the SDG structure has none.",
    "Gaps are not filled: UNCTAD publishes what countries report.",
  ],
});
