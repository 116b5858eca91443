/**
 * How an indicator leads to the WSIS action lines and, through goals and action lines, to the outcomes of
 * ITU-D. Source: ITU-D contribution to the SDGs, Annexes 1 and 2.
 */
import type { Indicator } from "../src/define.js";
import type { I18n } from "../src/types.js";
import { findIndicator, indicators } from "./index.js";
import { goalOf } from "./targets.js";

/** WSIS action line, such as `C3` → title (Geneva Plan of Action, 2003). */
export const actionLines: ReadonlyMap<string, I18n> = new Map<string, I18n>([
  [
    "C1",
    {
      ar: "دور الحكومات وجميع أصحاب المصلحة في النهوض بتكنولوجيا المعلومات والاتصالات من أجل التنمية",
      en: "The role of governments and all stakeholders in the promotion of ICTs for development",
      es: "Papel de los gobiernos y de todas las partes interesadas en la promoción de las TIC para el desarrollo",
      fr: "Le rôle des gouvernements et de toutes les parties prenantes dans la promotion des TIC pour le développement",
      ru: "Роль государственных органов и всех заинтересованных сторон в содействии применению ИКТ в целях развития",
      zh: "各国政府和所有利益相关方在推动信息通信技术促进发展方面的作用",
    },
  ],
  [
    "C2",
    {
      ar: "البنية التحتية للمعلومات والاتصالات",
      en: "Information and communication infrastructure",
      es: "Infraestructura de la información y la comunicación",
      fr: "L’infrastructure de l’information et de la communication",
      ru: "Информационная и коммуникационная инфраструктура",
      zh: "信息通信基础设施",
    },
  ],
  [
    "C3",
    {
      ar: "النفاذ إلى المعلومات والمعرفة",
      en: "Access to information and knowledge",
      es: "Acceso a la información y al conocimiento",
      fr: "L’accès à l’information et au savoir",
      ru: "Доступ к информации и знаниям",
      zh: "信息和知识的获取",
    },
  ],
  [
    "C4",
    {
      ar: "بناء القدرات",
      en: "Capacity building",
      es: "Creación de capacidades",
      fr: "Le renforcement des capacités",
      ru: "Наращивание потенциала",
      zh: "能力建设",
    },
  ],
  [
    "C5",
    {
      ar: "بناء الثقة والأمن في استعمال تكنولوجيا المعلومات والاتصالات",
      en: "Building confidence and security in the use of ICTs",
      es: "Creación de confianza y seguridad en la utilización de las TIC",
      fr: "Établir la confiance et la sécurité dans l’utilisation des TIC",
      ru: "Укрепление доверия и безопасности при использовании ИКТ",
      zh: "树立使用信息通信技术的信心并提高安全性",
    },
  ],
  [
    "C6",
    {
      ar: "البيئة التمكينية",
      en: "Enabling environment",
      es: "Entorno habilitador",
      fr: "Créer un environnement propice",
      ru: "Благоприятная среда",
      zh: "有利环境",
    },
  ],
  [
    "C7",
    {
      ar: "تطبيقات تكنولوجيا المعلومات والاتصالات",
      en: "ICT applications",
      es: "Aplicaciones de las TIC",
      fr: "Les applications des TIC",
      ru: "Приложения на базе ИКТ",
      zh: "信息通信技术应用",
    },
  ],
  [
    "C8",
    {
      ar: "التنوع الثقافي والهوية الثقافية والتنوع اللغوي والمحتوى المحلي",
      en: "Cultural diversity and identity; linguistic diversity and local content",
      es: "Diversidad e identidad culturales, diversidad lingüística y contenido local",
      fr: "Diversité et identité culturelles, diversité linguistique et contenu local",
      ru: "Культурное разнообразие и культурная самобытность, языковое разнообразие и местный контент",
      zh: "文化多样性和文化特性、语言多样性和本地内容",
    },
  ],
  [
    "C9",
    {
      ar: "وسائط الإعلام",
      en: "Media",
      es: "Medios de comunicación",
      fr: "Médias",
      ru: "Средства массовой информации",
      zh: "媒体",
    },
  ],
  [
    "C10",
    {
      ar: "الأبعاد الأخلاقية لمجتمع المعلومات",
      en: "Ethical dimensions of the information society",
      es: "Dimensiones éticas de la sociedad de la información",
      fr: "Dimensions éthiques de la société de l’information",
      ru: "Этические аспекты информационного общества",
      zh: "信息社会的道德问题",
    },
  ],
  [
    "C11",
    {
      ar: "التعاون الدولي والإقليمي",
      en: "International and regional cooperation",
      es: "Cooperación internacional y regional",
      fr: "Coopération internationale et régionale",
      ru: "Международное и региональное сотрудничество",
      zh: "国际和区域性合作",
    },
  ],
]);

export interface Outcome {
  readonly code: string;
  readonly objective: string;
  /** English only: the source has the outcomes in English. */
  readonly title: string;
  readonly goals: readonly number[];
  readonly actionLines: readonly string[];
}

/** Outcomes of ITU-D's four objectives, with the goals and action lines each contributes to. */
export const outcomes: readonly Outcome[] = [
  {
    code: "D.1-1",
    objective: "D.1",
    title:
      "Better review of and broader agreement on ITU-D input to the ITU strategic plan and the WTDC " +
      "declaration and action plan",
    goals: [1, 3, 5, 10, 16, 17],
    actionLines: ["C1", "C11"],
  },
  {
    code: "D.1-2",
    objective: "D.1",
    title: "Assessment of how the WTDC and WSIS action plans are carried out",
    goals: [1, 3, 5, 10, 16, 17],
    actionLines: ["C1", "C11"],
  },
  {
    code: "D.1-3",
    objective: "D.1",
    title: "More knowledge-sharing, dialogue and partnership among members on telecommunication/ICT issues",
    goals: [1, 3, 5, 10, 16, 17],
    actionLines: ["C1", "C11"],
  },
  {
    code: "D.1-4",
    objective: "D.1",
    title: "Better process for telecommunication/ICT development projects and regional initiatives",
    goals: [1, 17],
    actionLines: ["C1", "C11"],
  },
  {
    code: "D.1-5",
    objective: "D.1",
    title: "Help in reaching cooperation agreements on telecommunication/ICT development projects",
    goals: [1, 17],
    actionLines: ["C1", "C11"],
  },
  {
    code: "D.2-1",
    objective: "D.2",
    title: "More capacity of members to provide resilient telecommunication/ICT infrastructure and services",
    goals: [1, 3, 5, 8, 9, 10, 11, 16, 17],
    actionLines: ["C1", "C2", "C3", "C9", "C11"],
  },
  {
    code: "D.2-2",
    objective: "D.2",
    title: "More capacity of Member States to share information, find solutions and respond to cyberthreats",
    goals: [4, 9, 11, 16, 17],
    actionLines: ["C5"],
  },
  {
    code: "D.2-3",
    objective: "D.2",
    title:
      "More capacity of Member States to use telecommunication/ICT for disaster risk reduction and " +
      "emergency communications",
    goals: [1, 3, 5, 11, 13],
    actionLines: ["C2", "C7"],
  },
  {
    code: "D.3-1",
    objective: "D.3",
    title: "More capacity of Member States to develop enabling policy, legal and regulatory frameworks",
    goals: [2, 4, 5, 8, 9, 10, 11, 16, 17],
    actionLines: ["C6"],
  },
  {
    code: "D.3-2",
    objective: "D.3",
    title:
      "More capacity of Member States to produce high-quality, internationally comparable ICT " +
      "statistics on agreed standards and methods",
    goals: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
    actionLines: ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11"],
  },
  {
    code: "D.3-3",
    objective: "D.3",
    title: "More human and institutional capacity of members to tap the potential of telecommunication/ICT",
    goals: [1, 2, 3, 4, 5, 6, 12, 13, 14, 16, 17],
    actionLines: ["C4"],
  },
  {
    code: "D.3-4",
    objective: "D.3",
    title: "More capacity of members to bring ICT innovation into national development agendas",
    goals: [1, 2, 3, 4, 5, 9, 12, 16, 17],
    actionLines: ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C11"],
  },
  {
    code: "D.4-1",
    objective: "D.4",
    title: "Better access to and use of ICT in LDCs, SIDS, LLDCs and economies in transition",
    goals: [1, 3, 7, 8, 9, 11, 13, 17],
    actionLines: ["C2", "C6", "C7"],
  },
  {
    code: "D.4-2",
    objective: "D.4",
    title:
      "More capacity of members to speed social and economic development with new technologies and " +
      "services",
    goals: [2, 3, 4, 6, 7, 11],
    actionLines: ["C7"],
  },
  {
    code: "D.4-3",
    objective: "D.4",
    title: "More capacity of members in digital-inclusion strategies, policies and practices",
    goals: [4, 5, 8, 10, 17],
    actionLines: ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"],
  },
  {
    code: "D.4-4",
    objective: "D.4",
    title: "More capacity of members in ICT strategies on climate change and renewable energy",
    goals: [3, 5, 11, 12, 13],
    actionLines: ["C7"],
  },
];

/** One way from an indicator to an outcome: by this target's goal and this action line. */
export interface CrosswalkRow {
  readonly indicator: string;
  readonly target: string;
  readonly actionLine: string;
  readonly outcome: string;
}

/** What rows to keep; a field left out keeps all. `indicator` may be a former id. */
export interface CrosswalkQuery {
  readonly indicator?: string;
  readonly target?: string;
  readonly goal?: number;
  readonly actionLine?: string;
  readonly outcome?: string;
}

/**
 * Every way from an indicator to an outcome that the query leaves, in the order of the indicators. An
 * outcome is reached when it shares a goal with the indicator's targets and an action line with the
 * indicator; the two annexes are joined by nothing else.
 */
export function crosswalk(query: CrosswalkQuery = {}): CrosswalkRow[] {
  const asked = query.indicator === undefined ? indicators : [findIndicator(query.indicator)];
  return asked
    .flatMap((indicator) => (indicator ? waysOf(indicator) : []))
    .filter(
      (row) =>
        (query.target === undefined || row.target === query.target) &&
        (query.goal === undefined || goalOf(row.target) === query.goal) &&
        (query.actionLine === undefined || row.actionLine === query.actionLine) &&
        (query.outcome === undefined || row.outcome === query.outcome),
    );
}

/** The outcomes an indicator reaches, in the order of the outcomes; none when nothing is shared. */
export function outcomesOf(indicator: Indicator): Outcome[] {
  const reached = new Set(waysOf(indicator).map(({ outcome }) => outcome));
  return outcomes.filter(({ code }) => reached.has(code));
}

function waysOf(indicator: Indicator): CrosswalkRow[] {
  return indicator.targets.flatMap((target) =>
    indicator.actionLines.flatMap(({ line }) =>
      outcomes
        .filter((outcome) => outcome.goals.includes(goalOf(target)) && outcome.actionLines.includes(line))
        .map(({ code }) => ({ indicator: indicator.id, target, actionLine: line, outcome: code })),
    ),
  );
}
