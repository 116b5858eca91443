import type { I18n } from "../types.js";
import type { ConceptScheme, Item } from "./model.js";
import { messageNames } from "./names.js";

const named = (id: string, names: I18n): Item => ({ id, names });
/** A concept that has no value here; the scheme names it in English alone. */
const unused = (id: string, name: string): Item => ({ id, names: { en: name } });

/**
 * Concepts of the global data structure of the SDGs (IAEG-SDGs:SDG_CONCEPTS(1.0)), all of them. English names are
 * the scheme's; the other languages, where there are any, are this project's.
 */
const sdg: readonly Item[] = [
  named("FREQ", {
    ar: "تواتر المشاهدة",
    en: "Frequency of observation",
    es: "Frecuencia de observación",
    fr: "Fréquence d’observation",
    ru: "Периодичность наблюдений",
    zh: "观测频率",
  }),
  named("REPORTING_TYPE", {
    ar: "نوع الإبلاغ",
    en: "Reporting type",
    es: "Tipo de presentación",
    fr: "Type de communication",
    ru: "Вид отчетности",
    zh: "报告类型",
  }),
  named("SERIES", {
    ar: "سلسلة أهداف التنمية المستدامة",
    en: "SDG Series",
    es: "Serie de los ODS",
    fr: "Série des ODD",
    ru: "Ряд ЦУР",
    zh: "可持续发展目标系列",
  }),
  named("REF_AREA", {
    ar: "المنطقة المرجعية",
    en: "Reference area",
    es: "Zona de referencia",
    fr: "Zone de référence",
    ru: "Отчетная территория",
    zh: "参考地区",
  }),
  named("SEX", { ar: "الجنس", en: "Sex", es: "Sexo", fr: "Sexe", ru: "Пол", zh: "性别" }),
  named("AGE", { ar: "العمر", en: "Age", es: "Edad", fr: "Âge", ru: "Возраст", zh: "年龄" }),
  named("URBANISATION", {
    ar: "درجة التحضر",
    en: "Degree of urbanisation",
    es: "Grado de urbanización",
    fr: "Degré d’urbanisation",
    ru: "Степень урбанизации",
    zh: "城市化程度",
  }),
  named("INCOME_WEALTH_QUANTILE", {
    ar: "شريحة الدخل أو الثروة",
    en: "Income or wealth quantile",
    es: "Cuantil de ingresos o riqueza",
    fr: "Quantile de revenu ou de richesse",
    ru: "Квантиль дохода или благосостояния",
    zh: "收入或财富分位数",
  }),
  named("EDUCATION_LEV", {
    ar: "مستوى التعليم",
    en: "Education level",
    es: "Nivel educativo",
    fr: "Niveau d’éducation",
    ru: "Уровень образования",
    zh: "教育程度",
  }),
  named("OCCUPATION", {
    ar: "المهنة",
    en: "Occupation",
    es: "Ocupación",
    fr: "Profession",
    ru: "Род занятий",
    zh: "职业",
  }),
  named("CUST_BREAKDOWN", {
    ar: "تفصيل خاص",
    en: "Custom Breakdown",
    es: "Desglose personalizado",
    fr: "Ventilation personnalisée",
    ru: "Пользовательская разбивка",
    zh: "自定义分列",
  }),
  named("COMPOSITE_BREAKDOWN", {
    ar: "تفصيل مركب",
    en: "Composite breakdown",
    es: "Desglose compuesto",
    fr: "Ventilation composite",
    ru: "Составная разбивка",
    zh: "复合分列",
  }),
  named("DISABILITY_STATUS", {
    ar: "حالة الإعاقة",
    en: "Disability status",
    es: "Situación de discapacidad",
    fr: "Situation de handicap",
    ru: "Инвалидность",
    zh: "残疾状况",
  }),
  named("ACTIVITY", {
    ar: "النشاط الاقتصادي",
    en: "Economic activity",
    es: "Actividad económica",
    fr: "Activité économique",
    ru: "Вид экономической деятельности",
    zh: "经济活动",
  }),
  named("PRODUCT", {
    ar: "نوع المنتج",
    en: "Type of product",
    es: "Tipo de producto",
    fr: "Type de produit",
    ru: "Вид продукции",
    zh: "产品类型",
  }),
  named("TIME_PERIOD", {
    ar: "الفترة الزمنية",
    en: "Time period",
    es: "Período",
    fr: "Période",
    ru: "Период",
    zh: "时期",
  }),
  named("OBS_VALUE", {
    ar: "قيمة المشاهدة",
    en: "Observation value",
    es: "Valor de la observación",
    fr: "Valeur de l’observation",
    ru: "Значение наблюдения",
    zh: "观测值",
  }),
  named("OBS_STATUS", {
    ar: "حالة المشاهدة",
    en: "Observation status",
    es: "Estado de la observación",
    fr: "Statut de l’observation",
    ru: "Статус наблюдения",
    zh: "观测状态",
  }),
  named("UNIT_MULT", {
    ar: "مضاعف الوحدة",
    en: "Unit multiplier",
    es: "Multiplicador de la unidad",
    fr: "Multiplicateur de l’unité",
    ru: "Множитель единицы",
    zh: "单位乘数",
  }),
  named("UNIT_MEASURE", {
    ar: "وحدة القياس",
    en: "Unit of measure",
    es: "Unidad de medida",
    fr: "Unité de mesure",
    ru: "Единица измерения",
    zh: "计量单位",
  }),
  named("NATURE", {
    ar: "طبيعة البيانات",
    en: "Nature of data points",
    es: "Naturaleza de los datos",
    fr: "Nature des données",
    ru: "Характер данных",
    zh: "数据性质",
  }),
  named("COMMENT_OBS", {
    ar: "حواشي المشاهدة",
    en: "Observation-level footnotes",
    es: "Notas sobre la observación",
    fr: "Notes sur l’observation",
    ru: "Примечания к наблюдению",
    zh: "观测注释",
  }),
  unused("TIME_COVERAGE", "Time period or range (ISO8601)"),
  named("UPPER_BOUND", {
    ar: "الحد الأعلى للقيمة",
    en: "Upper bound value",
    es: "Límite superior del valor",
    fr: "Limite supérieure de la valeur",
    ru: "Верхняя граница значения",
    zh: "数值上限",
  }),
  named("LOWER_BOUND", {
    ar: "الحد الأدنى للقيمة",
    en: "Lower bound value",
    es: "Límite inferior del valor",
    fr: "Limite inférieure de la valeur",
    ru: "Нижняя граница значения",
    zh: "数值下限",
  }),
  unused("BASE_PER", "Base period"),
  unused("TIME_DETAIL", "Time period details"),
  named("SOURCE_DETAIL", {
    ar: "تفاصيل المصدر",
    en: "Source details",
    es: "Detalles de la fuente",
    fr: "Précisions sur la source",
    ru: "Сведения об источнике",
    zh: "来源详情",
  }),
  unused("COMMENT_TS", "Time series-level footnotes"),
  unused("GEO_INFO_URL", "Geoinformation URL"),
  unused("GEO_INFO_TYPE", "Geoinformation type"),
  unused("CUST_BREAKDOWN_LB", "Label for custom breakdown"),
  unused("DATA_LAST_UPDATE", "Date of the most recent change of the series."),
];

/** What a submission says beside the concepts of the SDGs. */
const own: readonly Item[] = [
  named("AGE_SCOPE", messageNames("column.AGE_SCOPE")),
  named("NUMERATOR", {
    ar: "البسط",
    en: "Numerator",
    es: "Numerador",
    fr: "Numérateur",
    ru: "Числитель",
    zh: "分子",
  }),
  named("DENOMINATOR", {
    ar: "المقام",
    en: "Denominator",
    es: "Denominador",
    fr: "Dénominateur",
    ru: "Знаменатель",
    zh: "分母",
  }),
];

export const sdgConcepts: ConceptScheme = {
  agency: "IAEG-SDGs",
  id: "SDG_CONCEPTS",
  version: "1.0",
  names: { en: "SDG Concept Scheme" },
  partial: false,
  concepts: sdg,
};

export const ownConcepts: ConceptScheme = {
  agency: "ICTSDG",
  id: "ICT_CONCEPTS",
  version: "1.0",
  names: {
    ar: "مفاهيم خاصة بمؤشرات تكنولوجيا المعلومات والاتصالات",
    en: "Concepts of ICT indicators",
    es: "Conceptos propios de los indicadores de TIC",
    fr: "Concepts propres aux indicateurs des TIC",
    ru: "Понятия показателей ИКТ",
    zh: "信息通信技术指标的概念",
  },
  partial: false,
  concepts: own,
};
