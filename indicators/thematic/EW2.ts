import { defineIndicator } from "../../src/define.js";

const name = {
  ar: "كمية النفايات الإلكترونية المتولدة للفرد الواحد (كيلوغرام)",
  en: "E-waste generated per inhabitant (kg)",
  es: "Residuos electrónicos generados por habitante (kg)",
  fr: "Déchets électroniques produits par habitant (kg)",
  ru: "Объем образования электронных отходов на одного жителя (кг)",
  zh: "人均产生的电子废物（千克）",
};

export default defineIndicator({
  id: "EW2",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Weight of electrical and electronic equipment that becomes waste in the country in a year, " +
    "before any collection, shared out over its inhabitants.",
  targets: ["12.4", "11.6"],
  custodian: "UNU/UNITAR",
  questionnaire: "e-waste",
  dataSource: "Model on trade and lifetime data",
  series: [
    {
      code: "ICT_EW2",
      name,
      unit: "KG_PER_POP",
      minimum: 0,
      maximum: null,
      integer: false,
      dimensions: {},
      // The total is in tonnes, so the factor turns tonnes per inhabitant into kilograms per inhabitant.
      aggregation: { method: "ratio", count: "ICT_EW2N", denominator: "POPULATION", factor: 1_000 },
      decimals: 1,
    },
    {
      code: "ICT_EW2N",
      name: {
        ar: "كمية النفايات الإلكترونية المتولدة (طن)",
        en: "E-waste generated (tonnes)",
        es: "Residuos electrónicos generados (toneladas)",
        fr: "Déchets électroniques produits (tonnes)",
        ru: "Объем образования электронных отходов (тонн)",
        zh: "产生的电子废物（吨）",
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
  denominator: "POPULATION",
  estimation: "none",
  methods: [],
  actionLines: [
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
    "Modelled from sales and product lifetimes (NATURE M), not weighed.",
    "Gaps are not filled a second time: the custodian's model covers every country with trade data.",
  ],
});
