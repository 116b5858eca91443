import { defineIndicator } from "../../src/define.js";
import { SPEED_TIERS } from "../breakdowns.js";

export default defineIndicator({
  id: "17.6.1",
  aliases: ["17.6.2"],
  framework: "global",
  listStatus: "adopted",
  name: {
    ar: "الاشتراكات في الإنترنت السلكي ذي النطاق العريض لكل 100 من السكان، بحسب السرعة",
    en: "Fixed Internet broadband subscriptions per 100 inhabitants, by speed",
    es: "Número de abonados a Internet de banda ancha fija por cada 100 habitantes, desglosado por velocidad",
    fr: "Abonnements à une connexion à Internet à haut débit fixe pour 100 habitants, par vitesse de connexion",
    ru: "Число стационарных абонентов широкополосного Интернета в разбивке по скорости",
    zh: "每100居民中固定因特网宽带用户数，按速度分列",
  },
  definition:
    "Fixed subscriptions to high-speed access to the public Internet, at 256 kbit/s or more " +
    "downstream, for every 100 inhabitants and by advertised speed.",
  targets: ["17.6"],
  custodian: "ITU",
  questionnaire: "administrative",
  dataSource: "Administrative data of regulators and operators",
  series: [
    {
      code: "IT_NET_BBND",
      name: {
        ar: "الاشتراكات في الإنترنت السلكي ذي النطاق العريض لكل 100 من السكان",
        en: "Fixed Internet broadband subscriptions per 100 inhabitants",
        es: "Suscripciones a Internet de banda ancha fija por cada 100 habitantes",
        fr: "Abonnements à une connexion à Internet à haut débit fixe pour 100 habitants",
        ru: "Число абонентов стационарного широкополосного Интернета на 100 жителей",
        zh: "每100居民中固定因特网宽带用户数",
      },
      unit: "PER_100_POP",
      minimum: 0,
      maximum: null,
      integer: false,
      dimensions: { COMPOSITE_BREAKDOWN: SPEED_TIERS },
      aggregation: { method: "ratio", count: "IT_NET_BBNDN", denominator: "POPULATION", factor: 100 },
      noAggregateBy: ["COMPOSITE_BREAKDOWN"],
      decimals: 2,
    },
    {
      code: "IT_NET_BBNDN",
      name: {
        ar: "الاشتراكات في الإنترنت السلكي ذي النطاق العريض (العدد)",
        en: "Fixed Internet broadband subscriptions (number)",
        es: "Suscripciones a Internet de banda ancha fija (número)",
        fr: "Abonnements à une connexion à Internet à haut débit fixe (nombre)",
        ru: "Абоненты стационарного широкополосного Интернета (число)",
        zh: "固定因特网宽带用户数（总数）",
      },
      unit: "NUMBER",
      minimum: 0,
      maximum: null,
      integer: true,
      dimensions: { COMPOSITE_BREAKDOWN: SPEED_TIERS },
      aggregation: { method: "sum" },
      noAggregateBy: ["COMPOSITE_BREAKDOWN"],
      decimals: 0,
    },
  ],
  partition: {
    dimension: "COMPOSITE_BREAKDOWN",
    codes: SPEED_TIERS,
    series: ["IT_NET_BBND", "IT_NET_BBNDN"],
  },
  survey: false,
  denominator: "POPULATION",
  estimation: "none",
  methods: [],
  actionLines: [
    { line: "C2", reason: "Fixed broadband lines are ICT infrastructure in use." },
    { line: "C3", reason: "A subscription at home is access to information and knowledge." },
  ],
  methodology:
    "UN Statistics Division, SDG indicator metadata 17.6.1; ITU, Handbook for the Collection of " +
    "Administrative Data on Telecommunications/ICT, 2020 edition (i4213tfbb)",
  caveats: [
    "No group value is published by speed: countries do not report the same tiers.",
    "One subscription may serve several people, so the rate is not a share of users.",
    "Called 17.6.2 until the 2020 comprehensive review.",
  ],
});
