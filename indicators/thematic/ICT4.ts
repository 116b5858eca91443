import { defineIndicator } from "../../src/define.js";

const name = {
  ar: "صادرات سلع تكنولوجيا المعلومات والاتصالات كنسبة مئوية من مجموع الصادرات",
  en: "ICT goods exports as a percentage of total exports",
  es: "Exportaciones de bienes de TIC como porcentaje de las exportaciones totales",
  fr: "Exportations de biens TIC en pourcentage des exportations totales",
  ru: "Экспорт товаров ИКТ в процентах от общего объема экспорта",
  zh: "信通技术产品出口占出口总额的百分比",
};

export default defineIndicator({
  id: "ICT4",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Exports of ICT goods, as the Harmonized System list of ICT goods draws them, as a share of all " +
    "goods exported.",
  targets: ["17.11"],
  custodian: "UNCTAD",
  questionnaire: "business",
  dataSource: "Merchandise trade statistics",
  series: [
    {
      code: "ICT_ICT4",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: {},
      aggregation: { method: "weighted-mean", weight: "GOODS_EXPORTS" },
      decimals: 1,
    },
  ],
  survey: false,
  denominator: "GOODS_EXPORTS",
  estimation: "none",
  methods: [],
  actionLines: [
    { line: "C6", reason: "Trade in ICT goods follows from trade policy." },
    { line: "C11", reason: "Exports are part of countries' cooperation across borders." },
  ],
  methodology: "UNCTAD, Manual for the Production of Statistics on the Digital Economy, 2020 edition (ICT4)",
  caveats: [
    "Re-exports are included where a country cannot separate them.",
    "The list of goods changes with each edition of the Harmonized System.",
    "Gaps are not filled: UNCTAD publishes what countries report.",
  ],
});
