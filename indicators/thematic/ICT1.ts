import { defineIndicator } from "../../src/define.js";
import { SEXES } from "../breakdowns.js";

const name = {
  ar: "نسبة العاملين في قطاع تكنولوجيا المعلومات والاتصالات من مجموع القوى العاملة في قطاع الأعمال",
  en: "Proportion of the business-sector workforce involved in the ICT sector",
  es: "Proporción de la fuerza de trabajo del sector empresarial ocupada en el sector de las TIC",
  fr: "Part du secteur des TIC dans les effectifs du secteur des entreprises",
  ru: "Доля занятых в секторе ИКТ в общей численности работников предпринимательского сектора",
  zh: "信通技术部门从业人员占企业部门从业人员总数的比例",
};

export default defineIndicator({
  id: "ICT1",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "People working in the ICT sector, as ISIC Rev. 4 draws it, as a share of all people working in " +
    "the business sector.",
  targets: ["8.5"],
  custodian: "UNCTAD",
  questionnaire: "business",
  dataSource: "Business statistics",
  series: [
    {
      code: "ICT_ICT1",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { SEX: SEXES },
      aggregation: { method: "weighted-mean", weight: "BUSINESS_WORKFORCE" },
      decimals: 1,
    },
  ],
  survey: false,
  denominator: "BUSINESS_WORKFORCE",
  estimation: "none",
  methods: [],
  actionLines: [
    { line: "C4", reason: "A sector's workforce is the skilled people it could find." },
    { line: "C6", reason: "A sector grows in an enabling environment." },
  ],
  methodology: "UNCTAD, Manual for the Production of Statistics on the Digital Economy, 2020 edition (ICT1)",
  caveats: [
    "Business sector and ICT sector are drawn by ISIC Rev. 4; older figures follow Rev. 3.1 " +
      "(OBS_STATUS B at the change).",
    "Gaps are not filled: UNCTAD publishes what countries report.",
  ],
});
