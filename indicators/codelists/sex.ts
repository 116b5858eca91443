import { defineCodeList } from "../../src/define.js";

export default defineCodeList({
  id: "SEX",
  source: "IAEG-SDGs:CL_SEX(1.0)",
  codes: [
    {
      code: "_T",
      name: {
        ar: "كلا الجنسين أو دون تفصيل بحسب الجنس",
        en: "Both sexes or no breakdown by sex",
        es: "Ambos sexos o sin desglose por sexo",
        fr: "Les deux sexes ou sans ventilation par sexe",
        ru: "Оба пола или без разбивки по полу",
        zh: "男女合计或未按性别分列",
      },
    },
    {
      code: "F",
      name: {
        ar: "إناث",
        en: "Female",
        es: "Mujeres",
        fr: "Femmes",
        ru: "Женщины",
        zh: "女性",
      },
    },
    {
      code: "M",
      name: {
        ar: "ذكور",
        en: "Male",
        es: "Hombres",
        fr: "Hommes",
        ru: "Мужчины",
        zh: "男性",
      },
    },
  ],
});
