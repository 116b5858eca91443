import { defineIndicator } from "../../src/define.js";

const name = {
  ar: "حصة قطاع تكنولوجيا المعلومات والاتصالات من إجمالي القيمة المضافة",
  en: "ICT sector share of gross value added",
  es: "Participación del sector de las TIC en el valor añadido bruto",
  fr: "Part du secteur des TIC dans la valeur ajoutée brute",
  ru: "Доля сектора ИКТ в валовой добавленной стоимости",
  zh: "信通技术部门占增加值总额的比例",
};

export default defineIndicator({
  id: "ICT2",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Gross value added of the ICT sector as a share of that of the business sector, at basic prices.",
  targets: ["8.2", "9.b"],
  custodian: "UNCTAD",
  questionnaire: "business",
  dataSource: "National accounts",
  series: [
    {
      code: "ICT_ICT2",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: {},
      aggregation: { method: "weighted-mean", weight: "GROSS_VALUE_ADDED" },
      decimals: 1,
    },
  ],
  survey: false,
  denominator: "GROSS_VALUE_ADDED",
  estimation: "none",
  methods: [],
  actionLines: [{ line: "C6", reason: "A sector grows in an enabling environment." }],
  methodology: "UNCTAD, Manual for the Production of Statistics on the Digital Economy, 2020 edition (ICT2)",
  caveats: [
    "Some countries relate the sector to the entire economy's value added; that is a different " +
      "definition (OBS_STATUS D).",
    "Gaps are not filled: UNCTAD publishes what countries report.",
  ],
});
