import { defineIndicator } from "../../src/define.js";

const name = {
  ar: "الاشتراكات النشطة في النطاق العريض المتنقل لكل 100 من السكان",
  en: "Active mobile-broadband subscriptions per 100 inhabitants",
  es: "Suscripciones activas a la banda ancha móvil por cada 100 habitantes",
  fr: "Abonnements actifs au large bande mobile pour 100 habitants",
  ru: "Число активных абонентов подвижной широкополосной связи на 100 жителей",
  zh: "每百居民活跃移动宽带用户数",
};

export default defineIndicator({
  id: "A4",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Mobile subscriptions, with a handset or a computer, that were used to reach the Internet at " +
    "broadband speed in the last three months, for every 100 inhabitants.",
  targets: ["9.1"],
  custodian: "ITU",
  questionnaire: "administrative",
  dataSource: "Administrative data of regulators and operators",
  series: [
    {
      code: "ICT_A4",
      name,
      unit: "PER_100_POP",
      minimum: 0,
      maximum: null,
      integer: false,
      dimensions: {},
      aggregation: { method: "ratio", count: "ICT_A4N", denominator: "POPULATION", factor: 100 },
      decimals: 1,
    },
    {
      code: "ICT_A4N",
      name: {
        ar: "الاشتراكات النشطة في النطاق العريض المتنقل (العدد)",
        en: "Active mobile-broadband subscriptions (number)",
        es: "Suscripciones activas a la banda ancha móvil (número)",
        fr: "Abonnements actifs au large bande mobile (nombre)",
        ru: "Активные абоненты подвижной широкополосной связи (число)",
        zh: "活跃移动宽带用户数（总数）",
      },
      unit: "NUMBER",
      minimum: 0,
      maximum: null,
      integer: true,
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
    { line: "C2", reason: "Mobile broadband is the most spread ICT infrastructure." },
    { line: "C3", reason: "An active subscription is access to the Internet." },
  ],
  methodology:
    "ITU, Handbook for the Collection of Administrative Data on Telecommunications/ICT, 2020 edition " +
    "(i271mw)",
  caveats: [
    "One person may hold several subscriptions, so the rate may exceed 100.",
    "Gaps are not filled, as for the fixed subscriptions of 17.6.1: counts come from operators' books.",
  ],
});
