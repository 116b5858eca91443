import { defineCodeList } from "../../src/define.js";

export default defineCodeList({
  id: "URBANISATION",
  source: "IAEG-SDGs:CL_URBANISATION(1.0)",
  codes: [
    {
      code: "_T",
      name: {
        ar: "المجموع",
        en: "Total",
        es: "Total",
        fr: "Total",
        ru: "Всего",
        zh: "合计",
      },
    },
    {
      code: "U",
      name: {
        ar: "حضري",
        en: "Urban",
        es: "Urbano",
        fr: "Milieu urbain",
        ru: "Городская местность",
        zh: "城市",
      },
    },
    {
      code: "R",
      name: {
        ar: "ريفي",
        en: "Rural",
        es: "Rural",
        fr: "Milieu rural",
        ru: "Сельская местность",
        zh: "农村",
      },
    },
  ],
});
