import { defineIndicator } from "../../src/define.js";

const name = {
  ar: "عرض نطاق الإنترنت الدولي لكل فرد من السكان (بتة في الثانية)",
  en: "International Internet bandwidth per inhabitant (bit/s)",
  es: "Ancho de banda internacional de Internet por habitante (bit/s)",
  fr: "Largeur de bande Internet internationale par habitant (bit/s)",
  ru: "Международная пропускная способность интернета на одного жителя (бит/с)",
  zh: "人均国际互联网带宽（比特/秒）",
};

export default defineIndicator({
  id: "A5",
  aliases: [],
  framework: "thematic",
  listStatus: "reconstructed",
  name,
  definition:
    "Used capacity of the international links of a country's Internet providers, shared out over its " +
    "inhabitants.",
  targets: ["9.1"],
  custodian: "ITU",
  questionnaire: "administrative",
  dataSource: "Administrative data of regulators and operators",
  series: [
    {
      code: "ICT_A5",
      name,
      unit: "BIT_S_PER_POP",
      minimum: 0,
      maximum: null,
      integer: false,
      dimensions: {},
      // The total is in Mbit/s, so the factor turns Mbit/s per inhabitant into bit/s per inhabitant.
      aggregation: { method: "ratio", count: "ICT_A5N", denominator: "POPULATION", factor: 1_000_000 },
      decimals: 0,
    },
    {
      code: "ICT_A5N",
      name: {
        ar: "عرض نطاق الإنترنت الدولي (ميغابتة في الثانية)",
        en: "International Internet bandwidth (Mbit/s)",
        es: "Ancho de banda internacional de Internet (Mbit/s)",
        fr: "Largeur de bande Internet internationale (Mbit/s)",
        ru: "Международная пропускная способность интернета (Мбит/с)",
        zh: "国际互联网带宽（兆比特/秒）",
      },
      unit: "MBIT_S",
      minimum: 0,
      maximum: null,
      integer: false,
      dimensions: {},
      aggregation: { method: "sum" },
      decimals: 0,
    },
  ],
  survey: false,
  denominator: "POPULATION",
  estimation: "none",
  methods: [],
  actionLines: [
    {
      line: "C2",
      reason:
        "International links are the part of the infrastructure that joins a country to the " + "Internet.",
    },
  ],
  methodology:
    "ITU, Handbook for the Collection of Administrative Data on Telecommunications/ICT, 2020 edition " +
    "(i4214)",
  caveats: [
    "Used capacity is asked for; some countries report the capacity installed.",
    "Traffic through a hub country is counted where the link ends.",
    "Gaps are not filled: capacity grows in steps that neighbours' figures do not tell.",
  ],
});
