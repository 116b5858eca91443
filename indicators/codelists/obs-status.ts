import { defineCodeList } from "../../src/define.js";

export default defineCodeList({
  id: "OBS_STATUS",
  source: "SDMX:CL_OBS_STATUS(2.1)",
  codes: [
    {
      code: "A",
      name: {
        ar: "قيمة عادية",
        en: "Normal value",
        es: "Valor normal",
        fr: "Valeur normale",
        ru: "Обычное значение",
        zh: "正常值",
      },
    },
    {
      code: "B",
      name: {
        ar: "انقطاع في السلسلة الزمنية",
        en: "Time series break",
        es: "Ruptura de la serie temporal",
        fr: "Rupture de série chronologique",
        ru: "Разрыв временного ряда",
        zh: "时间序列中断",
      },
    },
    {
      code: "D",
      name: {
        ar: "تعريف مختلف",
        en: "Definition differs",
        es: "La definición difiere",
        fr: "Définition différente",
        ru: "Определение отличается",
        zh: "定义不同",
      },
    },
    {
      code: "E",
      name: {
        ar: "قيمة مقدرة",
        en: "Estimated value",
        es: "Valor estimado",
        fr: "Valeur estimée",
        ru: "Оценочное значение",
        zh: "估计值",
      },
    },
    {
      code: "F",
      name: {
        ar: "قيمة متوقعة",
        en: "Forecast value",
        es: "Valor previsto",
        fr: "Valeur prévue",
        ru: "Прогнозное значение",
        zh: "预测值",
      },
    },
    {
      code: "G",
      name: {
        ar: "قيمة تجريبية",
        en: "Experimental value",
        es: "Valor experimental",
        fr: "Valeur expérimentale",
        ru: "Экспериментальное значение",
        zh: "试验值",
      },
    },
    {
      code: "H",
      name: {
        ar: "قيمة ناقصة؛ عطلة رسمية أو أسبوعية",
        en: "Missing value; holiday or weekend",
        es: "Valor faltante; festivo o fin de semana",
        fr: "Valeur manquante ; jour férié ou week-end",
        ru: "Значение отсутствует; праздничный или выходной день",
        zh: "缺失值；节假日或周末",
      },
    },
    {
      code: "I",
      name: {
        ar: "قيمة محتسبة بالتعويض",
        en: "Imputed value",
        es: "Valor imputado",
        fr: "Valeur imputée",
        ru: "Импутированное значение",
        zh: "插补值",
      },
    },
    {
      code: "J",
      name: {
        ar: "استثناء",
        en: "Derogation",
        es: "Excepción",
        fr: "Dérogation",
        ru: "Отступление от правил",
        zh: "例外豁免",
      },
    },
    {
      code: "K",
      name: {
        ar: "بيانات مدرجة في فئة أخرى",
        en: "Data included in another category",
        es: "Datos incluidos en otra categoría",
        fr: "Données incluses dans une autre catégorie",
        ru: "Данные включены в другую категорию",
        zh: "数据列入另一类别",
      },
    },
    {
      code: "L",
      name: {
        ar: "قيمة ناقصة؛ البيانات موجودة ولم تُجمع",
        en: "Missing value; data exist but were not collected",
        es: "Valor faltante; los datos existen pero no se recopilaron",
        fr: "Valeur manquante ; données existantes mais non collectées",
        ru: "Значение отсутствует; данные существуют, но не собраны",
        zh: "缺失值；数据存在但未收集",
      },
    },
    {
      code: "M",
      name: {
        ar: "قيمة ناقصة؛ لا يمكن أن توجد بيانات",
        en: "Missing value; data cannot exist",
        es: "Valor faltante; los datos no pueden existir",
        fr: "Valeur manquante ; données ne pouvant exister",
        ru: "Значение отсутствует; данные не могут существовать",
        zh: "缺失值；数据不可能存在",
      },
    },
    {
      code: "N",
      name: {
        ar: "غير ذي دلالة",
        en: "Not significant",
        es: "No significativo",
        fr: "Non significatif",
        ru: "Незначимое значение",
        zh: "不显著",
      },
    },
    {
      code: "O",
      name: {
        ar: "قيمة ناقصة",
        en: "Missing value",
        es: "Valor faltante",
        fr: "Valeur manquante",
        ru: "Значение отсутствует",
        zh: "缺失值",
      },
    },
    {
      code: "P",
      name: {
        ar: "قيمة مؤقتة",
        en: "Provisional value",
        es: "Valor provisional",
        fr: "Valeur provisoire",
        ru: "Предварительное значение",
        zh: "暂定值",
      },
    },
    {
      code: "Q",
      name: {
        ar: "قيمة ناقصة؛ محجوبة",
        en: "Missing value; suppressed",
        es: "Valor faltante; suprimido",
        fr: "Valeur manquante ; supprimée",
        ru: "Значение отсутствует; не раскрывается",
        zh: "缺失值；已隐去",
      },
    },
    {
      code: "S",
      name: {
        ar: "إضراب أو أحداث خاصة أخرى",
        en: "Strike and other special events",
        es: "Huelga y otros acontecimientos especiales",
        fr: "Grève et autres événements particuliers",
        ru: "Забастовка и другие особые события",
        zh: "罢工及其他特殊事件",
      },
    },
    {
      code: "U",
      name: {
        ar: "موثوقية منخفضة",
        en: "Low reliability",
        es: "Baja fiabilidad",
        fr: "Faible fiabilité",
        ru: "Низкая надежность",
        zh: "可靠性低",
      },
    },
    {
      code: "V",
      name: {
        ar: "قيمة لم تُدقق",
        en: "Unvalidated value",
        es: "Valor no validado",
        fr: "Valeur non validée",
        ru: "Непроверенное значение",
        zh: "未经验证的值",
      },
    },
    {
      code: "W",
      name: {
        ar: "تشمل بيانات من فئة أخرى",
        en: "Includes data from another category",
        es: "Incluye datos de otra categoría",
        fr: "Comprend des données d’une autre catégorie",
        ru: "Включает данные другой категории",
        zh: "包含另一类别的数据",
      },
    },
  ],
});
