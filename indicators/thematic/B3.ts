import { defineIndicator } from "../../src/define.js";
import { ENTERPRISE_SIZES } from "../breakdowns.js";

const name = {
  ar: "نسبة المنشآت التجارية التي تستخدم الإنترنت",
  en: "Proportion of businesses using the Internet",
  es: "Proporción de empresas que utilizan Internet",
  fr: "Proportion d’entreprises utilisant Internet",
  ru: "Доля предприятий, использующих интернет",
  zh: "使用互联网的企业比例",
};

export default defineIndicator({
  id: "B3",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition: "Share of businesses in scope that used the Internet in the last twelve months.",
  targets: ["9.3", "8.2"],
  custodian: "UNCTAD",
  questionnaire: "business",
  dataSource: "Business survey",
  series: [
    {
      code: "ICT_B3",
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
    { line: "C3", reason: "It is access, seen from the side of businesses." },
    { line: "C7", reason: "Business is one of the named fields of ICT applications (e-business)." },
  ],
  methodology: "UNCTAD, Manual for the Production of Statistics on the Digital Economy, 2020 edition (B3)",
  caveats: [
    "Countries differ in the smallest business and the industries covered; most leave out those " +
      "with fewer than ten persons employed.",
    "The size classes carry codes of our own (ENT_SZ_…): the SDG structure has none.",
    "Gaps are not filled: UNCTAD publishes what countries report.",
  ],
});
