import { defineCodeList } from "../../src/define.js";

export default defineCodeList({
  id: "NATURE",
  source: "IAEG-SDGs:CL_NATURE(1.0)",
  codes: [
    {
      code: "C",
      name: {
        ar: "بيانات قطرية",
        en: "Country data",
        es: "Datos del país",
        fr: "Données nationales",
        ru: "Данные страны",
        zh: "国家数据",
      },
    },
    {
      code: "CA",
      name: {
        ar: "بيانات قطرية معدلة",
        en: "Country adjusted",
        es: "Datos del país ajustados",
        fr: "Données nationales ajustées",
        ru: "Скорректированные данные страны",
        zh: "调整后的国家数据",
      },
    },
    {
      code: "E",
      name: {
        ar: "مقدرة",
        en: "Estimated",
        es: "Estimados",
        fr: "Estimées",
        ru: "Оценочные данные",
        zh: "估计数据",
      },
    },
    {
      code: "G",
      name: {
        ar: "بيانات الرصد العالمي",
        en: "Global monitoring data",
        es: "Datos del seguimiento mundial",
        fr: "Données de suivi mondial",
        ru: "Данные глобального мониторинга",
        zh: "全球监测数据",
      },
    },
    {
      code: "M",
      name: {
        ar: "مستمدة من نموذج",
        en: "Modeled",
        es: "Modelizados",
        fr: "Modélisées",
        ru: "Модельные данные",
        zh: "模型数据",
      },
    },
    {
      code: "N",
      name: {
        ar: "غير ذات صلة",
        en: "Non-relevant",
        es: "No pertinentes",
        fr: "Sans objet",
        ru: "Неприменимо",
        zh: "不相关",
      },
    },
    {
      code: "_X",
      name: {
        ar: "غير متاح",
        en: "Not available",
        es: "No disponible",
        fr: "Non disponible",
        ru: "Нет данных",
        zh: "不详",
      },
    },
  ],
});
