import { defineIndicator } from "../../src/define.js";

const name = {
  ar: "نسبة النفايات الإلكترونية التي تُجمع ويعاد تدويرها رسمياً",
  en: "Proportion of e-waste formally collected and recycled",
  es: "Proporción de residuos electrónicos recogidos y reciclados de manera formal",
  fr: "Proportion de déchets électroniques collectés et recyclés par les filières officielles",
  ru: "Доля официально собранных и переработанных электронных отходов",
  zh: "正规收集和回收的电子废物比例",
};

export default defineIndicator({
  id: "EW4",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Weight of e-waste collected by the formal system and sent to recycling, as a share of the " +
    "weight generated in the same year.",
  targets: ["12.5", "3.9"],
  custodian: "UNU/UNITAR",
  questionnaire: "e-waste",
  dataSource: "Administrative data of environment authorities",
  series: [
    {
      code: "ICT_EW4",
      name,
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: {},
      // EWASTE_GENERATED is in tonnes, like the count.
      aggregation: { method: "ratio", count: "ICT_EW4N", denominator: "EWASTE_GENERATED", factor: 100 },
      decimals: 1,
    },
    {
      code: "ICT_EW4N",
      name: {
        ar: "كمية النفايات الإلكترونية المجمّعة والمعاد تدويرها رسمياً (طن)",
        en: "E-waste formally collected and recycled (tonnes)",
        es: "Residuos electrónicos recogidos y reciclados de manera formal (toneladas)",
        fr: "Déchets électroniques collectés et recyclés par les filières officielles (tonnes)",
        ru: "Официально собранные и переработанные электронные отходы (тонн)",
        zh: "正规收集和回收的电子废物（吨）",
      },
      unit: "T",
      minimum: 0,
      maximum: null,
      integer: false,
      dimensions: {},
      aggregation: { method: "sum" },
      decimals: 0,
    },
  ],
  survey: false,
  denominator: "EWASTE_GENERATED",
  estimation: "none",
  methods: [],
  actionLines: [
    { line: "C6", reason: "Formal collection exists where the law provides for it." },
    {
      line: "C7",
      reason:
        "The environment is one of the named fields of ICT applications (e-environment), which asks " +
        "for the disposal of ICT equipment in an environmentally sound way.",
    },
  ],
  methodology:
    "UNU, E-waste Statistics: Guidelines on Classification, Reporting and Indicators, 2nd edition, " + "2018",
  caveats: [
    "Collection outside the formal system is not counted.",
    "Gaps are not filled: collection follows each country's law, which neighbours do not tell.",
  ],
});
