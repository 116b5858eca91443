import { defineCodeList } from "../../src/define.js";

export default defineCodeList({
  id: "EDUCATION_LEV",
  source: "IAEG-SDGs:CL_EDUCATION_LEV(1.0)",
  codes: [
    {
      code: "_T",
      name: {
        ar: "المجموع أو دون تفصيل بحسب المستوى التعليمي",
        en: "Total or no breakdown by education level",
        es: "Total o sin desglose por nivel de educación",
        fr: "Total ou sans ventilation par niveau d’éducation",
        ru: "Всего или без разбивки по уровню образования",
        zh: "合计或未按教育程度分列",
      },
    },
    {
      code: "ISCED11_1",
      name: {
        ar: "التعليم الابتدائي",
        en: "Primary education",
        es: "Educación primaria",
        fr: "Enseignement primaire",
        ru: "Начальное образование",
        zh: "初等教育",
      },
    },
    {
      code: "ISCED11_2",
      name: {
        ar: "المرحلة الدنيا من التعليم الثانوي",
        en: "Lower secondary education",
        es: "Primer ciclo de la educación secundaria",
        fr: "Premier cycle de l’enseignement secondaire",
        ru: "Первый этап среднего образования",
        zh: "初级中等教育",
      },
    },
    {
      code: "ISCED11_3",
      name: {
        ar: "المرحلة العليا من التعليم الثانوي",
        en: "Upper secondary education",
        es: "Segundo ciclo de la educación secundaria",
        fr: "Deuxième cycle de l’enseignement secondaire",
        ru: "Второй этап среднего образования",
        zh: "高级中等教育",
      },
    },
    {
      code: "AGG_2_3",
      name: {
        ar: "التعليم الثانوي",
        en: "Secondary education",
        es: "Educación secundaria",
        fr: "Enseignement secondaire",
        ru: "Среднее образование",
        zh: "中等教育",
      },
    },
    {
      code: "AGG_1T3",
      name: {
        ar: "التعليم الابتدائي والثانوي",
        en: "Primary and secondary education",
        es: "Educación primaria y secundaria",
        fr: "Enseignement primaire et secondaire",
        ru: "Начальное и среднее образование",
        zh: "初等和中等教育",
      },
    },
    {
      code: "ISCED11A_0",
      name: {
        ar: "التحصيل: دون التعليم الابتدائي",
        en: "Attainment: less than primary education",
        es: "Nivel alcanzado: inferior a la educación primaria",
        fr: "Niveau atteint : inférieur à l’enseignement primaire",
        ru: "Достигнутый уровень: ниже начального образования",
        zh: "受教育程度：初等教育以下",
      },
    },
    {
      code: "ISCED11A_1",
      name: {
        ar: "التحصيل: التعليم الابتدائي",
        en: "Attainment: primary education",
        es: "Nivel alcanzado: educación primaria",
        fr: "Niveau atteint : enseignement primaire",
        ru: "Достигнутый уровень: начальное образование",
        zh: "受教育程度：初等教育",
      },
    },
    {
      code: "ISCED11A_2",
      name: {
        ar: "التحصيل: المرحلة الدنيا من التعليم الثانوي",
        en: "Attainment: lower secondary education",
        es: "Nivel alcanzado: primer ciclo de la educación secundaria",
        fr: "Niveau atteint : premier cycle de l’enseignement secondaire",
        ru: "Достигнутый уровень: первый этап среднего образования",
        zh: "受教育程度：初级中等教育",
      },
    },
    {
      code: "ISCED11A_3",
      name: {
        ar: "التحصيل: المرحلة العليا من التعليم الثانوي",
        en: "Attainment: upper secondary education",
        es: "Nivel alcanzado: segundo ciclo de la educación secundaria",
        fr: "Niveau atteint : deuxième cycle de l’enseignement secondaire",
        ru: "Достигнутый уровень: второй этап среднего образования",
        zh: "受教育程度：高级中等教育",
      },
    },
    {
      code: "ISCED11A_4",
      name: {
        ar: "التحصيل: التعليم ما بعد الثانوي غير العالي",
        en: "Attainment: post-secondary non-tertiary education",
        es: "Nivel alcanzado: educación postsecundaria no terciaria",
        fr: "Niveau atteint : enseignement postsecondaire non supérieur",
        ru: "Достигнутый уровень: послесреднее нетретичное образование",
        zh: "受教育程度：中等后非高等教育",
      },
    },
    {
      code: "ISCED11A_5",
      name: {
        ar: "التحصيل: التعليم العالي قصير الأمد",
        en: "Attainment: short-cycle tertiary education",
        es: "Nivel alcanzado: educación terciaria de ciclo corto",
        fr: "Niveau atteint : enseignement supérieur de cycle court",
        ru: "Достигнутый уровень: короткий цикл третичного образования",
        zh: "受教育程度：短期高等教育",
      },
    },
    {
      code: "ISCED11A_6",
      name: {
        ar: "التحصيل: البكالوريوس أو ما يعادله",
        en: "Attainment: bachelor’s or equivalent level",
        es: "Nivel alcanzado: grado o equivalente",
        fr: "Niveau atteint : licence ou équivalent",
        ru: "Достигнутый уровень: бакалавриат или его эквивалент",
        zh: "受教育程度：学士或同等程度",
      },
    },
    {
      code: "ISCED11A_7",
      name: {
        ar: "التحصيل: الماجستير أو ما يعادله",
        en: "Attainment: master’s or equivalent level",
        es: "Nivel alcanzado: maestría o equivalente",
        fr: "Niveau atteint : master ou équivalent",
        ru: "Достигнутый уровень: магистратура или ее эквивалент",
        zh: "受教育程度：硕士或同等程度",
      },
    },
    {
      code: "ISCED11A_8",
      name: {
        ar: "التحصيل: الدكتوراه أو ما يعادلها",
        en: "Attainment: doctoral or equivalent level",
        es: "Nivel alcanzado: doctorado o equivalente",
        fr: "Niveau atteint : doctorat ou équivalent",
        ru: "Достигнутый уровень: докторантура или ее эквивалент",
        zh: "受教育程度：博士或同等程度",
      },
    },
    {
      code: "AGG_5T8",
      name: {
        ar: "التعليم العالي",
        en: "Tertiary education",
        es: "Educación terciaria",
        fr: "Enseignement supérieur",
        ru: "Третичное образование",
        zh: "高等教育",
      },
    },
  ],
});
