import { defineIndicator } from "../../src/define.js";
import { ENTERPRISE_SIZES } from "../breakdowns.js";

const name = {
  ar: "نسبة المنشآت التجارية التي تقدم طلبات عبر الإنترنت",
  en: "Proportion of businesses placing orders over the Internet",
  es: "Proporción de empresas que realizan pedidos por Internet",
  fr: "Proportion d’entreprises passant des commandes par Internet",
  ru: "Доля предприятий, размещающих заказы через интернет",
  zh: "通过互联网发出订单的企业比例",
};

export default defineIndicator({
  id: "B8",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Share of businesses in scope that ordered goods or services over the Internet in the last " +
    "twelve months, wherever they were paid.",
  targets: ["8.3"],
  custodian: "UNCTAD",
  questionnaire: "business",
  dataSource: "Business survey",
  series: [
    {
      code: "ICT_B8",
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
    { line: "C5", reason: "Businesses order online where they trust the exchange." },
    { line: "C7", reason: "Business is one of the named fields of ICT applications (e-business)." },
  ],
  methodology: "UNCTAD, Manual for the Production of Statistics on the Digital Economy, 2020 edition (B8)",
  caveats: [
    "Countries differ in the smallest business and the industries covered; most leave out those " +
      "with fewer than ten persons employed.",
    "The size classes carry codes of our own (ENT_SZ_…): the SDG structure has none.",
    "Gaps are not filled: UNCTAD publishes what countries report.",
  ],
});
