import { defineIndicator } from "../../src/define.js";
import { ENTERPRISE_SIZES } from "../breakdowns.js";

const name = {
  ar: "نسبة المنشآت التجارية التي تتلقى طلبات عبر الإنترنت",
  en: "Proportion of businesses receiving orders over the Internet",
  es: "Proporción de empresas que reciben pedidos por Internet",
  fr: "Proportion d’entreprises recevant des commandes par Internet",
  ru: "Доля предприятий, получающих заказы через интернет",
  zh: "通过互联网接收订单的企业比例",
};

export default defineIndicator({
  id: "B7",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Share of businesses in scope that received orders for goods or services over the Internet in " +
    "the last twelve months, wherever they were paid.",
  targets: ["8.3", "17.11"],
  custodian: "UNCTAD",
  questionnaire: "business",
  dataSource: "Business survey",
  series: [
    {
      code: "ICT_B7",
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
    { line: "C5", reason: "Orders come where buyers trust the exchange." },
    { line: "C7", reason: "Business is one of the named fields of ICT applications (e-business)." },
  ],
  methodology: "UNCTAD, Manual for the Production of Statistics on the Digital Economy, 2020 edition (B7)",
  caveats: [
    "Countries differ in the smallest business and the industries covered; most leave out those " +
      "with fewer than ten persons employed.",
    "The size classes carry codes of our own (ENT_SZ_…): the SDG structure has none.",
    "Gaps are not filled: UNCTAD publishes what countries report.",
  ],
});
