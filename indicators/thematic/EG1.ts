import { defineIndicator } from "../../src/define.js";

const name = {
  ar: "مؤشر توافر الخدمات الحكومية على الإنترنت",
  en: "Online service availability of government",
  es: "Disponibilidad de servicios públicos en línea",
  fr: "Disponibilité en ligne des services publics",
  ru: "Доступность государственных услуг в режиме онлайн",
  zh: "政府在线服务提供情况",
};

export default defineIndicator({
  id: "EG1",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Index from 0 to 1 of how far a national government offers its services and information online, " +
    "as assessors find them on its portals.",
  targets: ["16.6", "16.7"],
  custodian: "UN DESA",
  questionnaire: "government",
  dataSource: "Expert survey of government portals",
  series: [
    {
      code: "ICT_EG1",
      name,
      unit: "IX",
      minimum: 0,
      maximum: 1,
      integer: false,
      dimensions: {},
      aggregation: { method: "weighted-mean", weight: "POPULATION" },
      decimals: 4,
    },
  ],
  // Assessors look at portals; nobody is interviewed, so there is no age scope.
  survey: false,
  denominator: "POPULATION",
  estimation: "none",
  methods: [],
  actionLines: [
    { line: "C1", reason: "Public services online are the government's own part in ICT for development." },
    { line: "C7", reason: "Government is one of the named fields of ICT applications (e-government)." },
  ],
  methodology: "UN DESA, United Nations E-Government Survey, Online Service Index",
  caveats: [
    "The questionnaire and the scale are renewed every two years: the index ranks countries of one " +
      "edition, and changes over time are not progress as such.",
    "Gaps are not filled: the survey covers all Member States.",
  ],
});
