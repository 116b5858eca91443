import { defineIndicator } from "../../src/define.js";
import { AREAS } from "../breakdowns.js";
import { CHAIN } from "../chain.js";

export default defineIndicator({
  id: "9.c.1",
  aliases: [],
  framework: "global",
  listStatus: "adopted",
  name: {
    ar: "نسبة السكان المشمولين بشبكة الهاتف المحمول، بحسب التكنولوجيا",
    en: "Proportion of population covered by a mobile network, by technology",
    es: "Proporción de la población con cobertura de red móvil, desglosada por tecnología",
    fr: "Proportion de la population ayant accès à un réseau mobile, par type de technologie",
    ru: "Доля населения, охваченного мобильными сетями, в разбивке по технологиям",
    zh: "移动网络所覆盖的人口比例，按技术种类分列",
  },
  definition:
    "Share of people who live within reach of a mobile signal, whether or not they subscribe, for " +
    "each generation of technology or a newer one.",
  targets: ["9.c"],
  custodian: "ITU",
  questionnaire: "administrative",
  dataSource: "Administrative data of regulators and operators",
  series: [
    {
      code: "IT_MOB_2GNTWK",
      name: {
        ar: "نسبة السكان المشمولين بشبكة هاتف محمول من الجيل الثاني على الأقل",
        en: "Proportion of population covered by at least a 2G mobile network",
        es: "Proporción de la población con cobertura de red móvil 2G como mínimo",
        fr: "Proportion de la population couverte au moins par un réseau mobile 2G",
        ru: "Доля населения, охваченного мобильными сетями не ниже 2G",
        zh: "至少被2G移动网络覆盖的人口比例",
      },
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { URBANISATION: AREAS },
      aggregation: { method: "weighted-mean", weight: "POPULATION" },
      operator: "OPERATOR_2G",
      decimals: 1,
    },
    {
      code: "IT_MOB_3GNTWK",
      name: {
        ar: "نسبة السكان المشمولين بشبكة هاتف محمول من الجيل الثالث على الأقل",
        en: "Proportion of population covered by at least a 3G mobile network",
        es: "Proporción de la población con cobertura de red móvil 3G como mínimo",
        fr: "Proportion de la population couverte au moins par un réseau mobile 3G",
        ru: "Доля населения, охваченного мобильными сетями не ниже 3G",
        zh: "至少被3G移动网络覆盖的人口比例",
      },
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { URBANISATION: AREAS },
      aggregation: { method: "weighted-mean", weight: "POPULATION" },
      operator: "OPERATOR_3G",
      decimals: 1,
    },
    {
      code: "IT_MOB_4GNTWK",
      name: {
        ar: "نسبة السكان المشمولين بشبكة هاتف محمول من الجيل الرابع على الأقل",
        en: "Proportion of population covered by at least a 4G mobile network",
        es: "Proporción de la población con cobertura de red móvil 4G como mínimo",
        fr: "Proportion de la population couverte au moins par un réseau mobile 4G",
        ru: "Доля населения, охваченного мобильными сетями не ниже 4G",
        zh: "至少被4G移动网络覆盖的人口比例",
      },
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { URBANISATION: AREAS },
      aggregation: { method: "weighted-mean", weight: "POPULATION" },
      operator: "OPERATOR_4G",
      decimals: 1,
    },
    {
      // Not in the 1.0 structure; later versions of IAEG-SDGs:CL_SERIES carry it.
      code: "IT_MOB_5GNTWK",
      name: {
        ar: "نسبة السكان المشمولين بشبكة هاتف محمول من الجيل الخامس على الأقل",
        en: "Proportion of population covered by at least a 5G mobile network",
        es: "Proporción de la población con cobertura de red móvil 5G como mínimo",
        fr: "Proportion de la population couverte au moins par un réseau mobile 5G",
        ru: "Доля населения, охваченного мобильными сетями не ниже 5G",
        zh: "至少被5G移动网络覆盖的人口比例",
      },
      unit: "PT",
      minimum: 0,
      maximum: 100,
      integer: false,
      dimensions: { URBANISATION: AREAS },
      aggregation: { method: "weighted-mean", weight: "POPULATION" },
      operator: "OPERATOR_5G",
      decimals: 1,
    },
  ],
  // Each figure is for "at least" that generation, so an older one never covers fewer people.
  nested: ["IT_MOB_2GNTWK", "IT_MOB_3GNTWK", "IT_MOB_4GNTWK", "IT_MOB_5GNTWK"],
  survey: false,
  denominator: "POPULATION",
  estimation: "published",
  // The metadata has figures of countries by technology only, and "global estimates for the rural population".
  aggregatesOnlyBy: ["URBANISATION"],
  urbanFirst: true,
  methods: ["dominant-operator", ...CHAIN],
  actionLines: [
    { line: "C2", reason: "Network coverage is the reach of the ICT infrastructure." },
    { line: "C3", reason: "Without a signal at home there is no mobile access to information." },
  ],
  methodology:
    "UN Statistics Division, SDG indicator metadata 9.c.1; ITU, Handbook for the Collection of " +
    "Administrative Data on Telecommunications/ICT, 2020 edition (i271pop, i271G, i271GA)",
  caveats: [
    "A figure of the largest operator alone may understate coverage.",
    "Coverage says where a signal is, not whether people can afford or use it.",
    "Urban coverage is rarely split off by countries.",
  ],
});
