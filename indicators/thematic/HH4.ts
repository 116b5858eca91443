import { defineIndicator } from "../../src/define.js";
import { AREAS } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

const name = {
  ar: "نسبة الأسر المعيشية التي لديها حاسوب",
  en: "Proportion of households with a computer",
  es: "Proporción de hogares con ordenador",
  fr: "Proportion de ménages équipés d’un ordinateur",
  ru: "Доля домохозяйств, имеющих компьютер",
  zh: "拥有计算机的家庭比例",
};

export default defineIndicator({
  id: "HH4",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Share of households where at least one member can use a desktop, laptop or tablet computer at " +
    "home.",
  targets: ["1.4"],
  custodian: "ITU",
  questionnaire: "household",
  dataSource: "Household survey",
  series: [
    {
      code: "ICT_HH4",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { URBANISATION: AREAS },
      aggregation: { method: "weighted-mean", weight: "HOUSEHOLDS" },
      decimals: 1,
    },
  ],
  // Asked in a survey, but of households: no age scope belongs to the value.
  survey: false,
  denominator: "HOUSEHOLDS",
  estimation: "aggregates-only",
  methods: CHAIN,
  actionLines: [{ line: "C3", reason: "A computer at home is a means of access to information." }],
  methodology:
    "ITU, Manual for Measuring ICT Access and Use by Households and Individuals, 2020 edition (HH4)",
  caveats: [
    "Gaps are filled inside group values only and never shown beside a country's name, as ITU does " +
      "for 5.b.1.",
    "Smartphones are not computers here; tablets are, since 2014.",
  ],
});
