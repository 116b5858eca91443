import { defineIndicator } from "../../src/define.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "صادرات الخدمات القابلة للتقديم رقمياً كنسبة مئوية من صادرات الخدمات",
  en: "Digitally deliverable services exports as a percentage of services exports",
  es: "Exportaciones de servicios prestables por medios digitales como porcentaje de las exportaciones de servicios",
  fr: "Exportations de services livrables par voie numérique en pourcentage des exportations de services",
  ru: "Экспорт услуг, которые могут предоставляться в цифровой форме, в процентах от экспорта услуг",
  zh: "可数字化交付服务出口占服务出口的百分比",
};

export default defineIndicator({
  id: "ICT5",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Exports of services that can be delivered over computer networks, by balance-of-payments " +
    "category, as a share of all services exported.",
  targets: ["17.11", "9.b"],
  custodian: "UNCTAD",
  questionnaire: "business",
  dataSource: "Balance of payments, trade in services",
  series: [
    {
      code: "ICT_ICT5",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: {},
      aggregation: { method: "weighted-mean", weight: "SERVICES_EXPORTS" },
      decimals: 1,
    },
  ],
  survey: false,
  denominator: "SERVICES_EXPORTS",
  estimation: "aggregates-only",
  methods: CHAIN,
  actionLines: [
    { line: "C6", reason: "Selling services abroad by network needs an enabling environment." },
    { line: "C7", reason: "The services are ICT applications sold abroad." },
    { line: "C11", reason: "Exports are part of countries' cooperation across borders." },
  ],
  methodology: "UNCTAD, Manual for the Production of Statistics on the Digital Economy, 2020 edition (ICT5)",
  caveats: [
    "Deliverable is not delivered: part of these services still travels with people.",
    "Gaps are filled inside group values only: countries often lack the detail of some service categories.",
  ],
});
