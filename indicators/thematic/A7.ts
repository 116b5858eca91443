import { defineIndicator } from "../../src/define.js";

const name = {
  ar: "سعر سلة النطاق العريض الثابت كنسبة مئوية من نصيب الفرد من الدخل القومي الإجمالي",
  en: "Fixed-broadband basket price as a percentage of gross national income per capita",
  es: "Precio de la cesta de banda ancha fija como porcentaje del ingreso nacional bruto por habitante",
  fr: "Prix du panier large bande fixe en pourcentage du revenu national brut par habitant",
  ru: "Стоимость корзины услуг фиксированной широкополосной связи в процентах от валового национального дохода на душу населения",
  zh: "固定宽带一篮子价格占人均国民总收入的百分比",
};

export default defineIndicator({
  id: "A7",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Price of the cheapest entry-level fixed-broadband plan of the leading provider, set against " +
    "monthly gross national income per capita.",
  targets: ["1.4", "9.c"],
  custodian: "ITU",
  questionnaire: "administrative",
  dataSource: "Price survey of operators' published tariffs",
  series: [
    {
      code: "ICT_A7",
      name,
      unit: "PT_GNI_PER_CAP",
      minimum: 0,
      maximum: null,
      integer: false,
      dimensions: {},
      aggregation: { method: "median" },
      decimals: 2,
    },
  ],
  survey: false,
  denominator: null,
  estimation: "none",
  methods: [],
  actionLines: [
    { line: "C3", reason: "Price decides who can have access." },
    { line: "C6", reason: "Prices follow from competition and regulation." },
  ],
  methodology:
    "ITU, ICT Price Basket methodology; ITU, Handbook for the Collection of Administrative Data on " +
    "Telecommunications/ICT, 2020 edition",
  caveats: [
    "The median of countries is shown for groups: a mean would be ruled by a few very dear ones.",
    "Basket sizes are revised from time to time; figures of different baskets are not one series " +
      "(OBS_STATUS B).",
    "Gaps are not filled: a price is looked up, not inferred.",
  ],
});
