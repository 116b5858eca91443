import { defineCodeList } from "../../src/define.js";

export default defineCodeList({
  id: "UNIT_MEASURE",
  source: "IAEG-SDGs:CL_UNIT_MEASURE(1.0)",
  codes: [
    {
      code: "PT",
      name: {
        ar: "نسبة مئوية",
        en: "Percent",
        es: "Porcentaje",
        fr: "Pourcentage",
        ru: "Процент",
        zh: "百分比",
      },
    },
    {
      code: "PER_100_POP",
      name: {
        ar: "لكل 100 من السكان",
        en: "Per 100 population",
        es: "Por cada 100 habitantes",
        fr: "Pour 100 habitants",
        ru: "На 100 жителей",
        zh: "每100居民",
      },
    },
    {
      code: "NUMBER",
      name: {
        ar: "عدد",
        en: "Number",
        es: "Número",
        fr: "Nombre",
        ru: "Число",
        zh: "数目",
      },
    },
    {
      code: "RO",
      name: {
        ar: "نسبة",
        en: "Ratio",
        es: "Razón",
        fr: "Ratio",
        ru: "Соотношение",
        zh: "比率",
      },
    },
    {
      code: "IX",
      name: {
        ar: "مؤشر",
        en: "Index",
        es: "Índice",
        fr: "Indice",
        ru: "Индекс",
        zh: "指数",
      },
    },
    {
      code: "T",
      name: {
        ar: "طن متري",
        en: "Metric tons",
        es: "Toneladas métricas",
        fr: "Tonnes métriques",
        ru: "Метрические тонны",
        zh: "公吨",
      },
    },
    // The remaining units are ours: the SDG list has none for them.
    {
      code: "BIT_S_PER_POP",
      name: {
        ar: "بتة في الثانية للفرد",
        en: "Bit/s per inhabitant",
        es: "bit/s por habitante",
        fr: "bit/s par habitant",
        ru: "бит/с на одного жителя",
        zh: "人均比特/秒",
      },
      own: true,
    },
    {
      code: "MBIT_S",
      name: {
        ar: "ميغابتة في الثانية",
        en: "Mbit/s",
        es: "Mbit/s (megabits por segundo)",
        fr: "Mbit/s (mégabits par seconde)",
        ru: "Мбит/с",
        zh: "兆比特/秒",
      },
      own: true,
    },
    {
      code: "PT_GNI_PER_CAP",
      name: {
        ar: "نسبة مئوية من نصيب الفرد من الدخل القومي الإجمالي",
        en: "Percent of gross national income per capita",
        es: "Porcentaje del ingreso nacional bruto por habitante",
        fr: "Pourcentage du revenu national brut par habitant",
        ru: "Процент валового национального дохода на душу населения",
        zh: "占人均国民总收入的百分比",
      },
      own: true,
    },
    {
      code: "KG_PER_POP",
      name: {
        ar: "كيلوغرام للفرد",
        en: "Kilograms per inhabitant",
        es: "Kilogramos por habitante",
        fr: "Kilogrammes par habitant",
        ru: "Килограммы на одного жителя",
        zh: "人均千克",
      },
      own: true,
    },
  ],
});
