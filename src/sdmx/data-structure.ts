import { AGENCY } from "./code-lists.js";
import { ownConcepts, sdgConcepts } from "./concepts.js";
import type { Attribute, Component, DataStructure, SdmxCodeList, TextType } from "./model.js";
import { messageNames } from "./names.js";

/** Dimensions of IAEG-SDGs:SDG(1.0) in the order of its key. */
const DIMENSIONS = [
  "FREQ",
  "REPORTING_TYPE",
  "SERIES",
  "REF_AREA",
  "SEX",
  "AGE",
  "URBANISATION",
  "INCOME_WEALTH_QUANTILE",
  "EDUCATION_LEV",
  "OCCUPATION",
  "CUST_BREAKDOWN",
  "COMPOSITE_BREAKDOWN",
  "DISABILITY_STATUS",
  "ACTIVITY",
  "PRODUCT",
] as const;

type AttributeRow = readonly [string, Attribute["attachedTo"], TextType?];

/** Attributes of IAEG-SDGs:SDG(1.0) in its order. */
const SDG_ATTRIBUTES: readonly AttributeRow[] = [
  ["OBS_STATUS", "observation"],
  ["UNIT_MULT", "observation"],
  ["UNIT_MEASURE", "series"],
  ["NATURE", "observation"],
  ["COMMENT_OBS", "observation"],
  ["TIME_COVERAGE", "observation", "DateTime"],
  ["UPPER_BOUND", "observation", "Double"],
  ["LOWER_BOUND", "observation", "Double"],
  ["BASE_PER", "observation", "DateTime"],
  ["TIME_DETAIL", "observation"],
  ["SOURCE_DETAIL", "observation"],
  ["COMMENT_TS", "series"],
  ["GEO_INFO_URL", "series"],
  ["GEO_INFO_TYPE", "series"],
  ["CUST_BREAKDOWN_LB", "series"],
  ["DATA_LAST_UPDATE", "series", "DateTime"],
];

/** What a submission also says of a figure, and the SDG structure has no place for. */
const OWN_ATTRIBUTES: readonly AttributeRow[] = [
  ["AGE_SCOPE", "observation"],
  ["NUMERATOR", "observation", "Double"],
  ["DENOMINATOR", "observation", "Double"],
];

const MANDATORY = new Set(["OBS_STATUS", "UNIT_MULT", "UNIT_MEASURE"]);

function component(
  id: string,
  lists: ReadonlyMap<string, SdmxCodeList>,
  type: TextType = "String",
): Component {
  const scheme = sdgConcepts.concepts.some((concept) => concept.id === id) ? sdgConcepts : ownConcepts;
  const names = scheme.concepts.find((concept) => concept.id === id)?.names ?? { en: id };
  return { id, names, scheme, list: lists.get(id) ?? null, type };
}

/**
 * `ICTSDG:ICT_SDG(1.0)`: the dimensions and attributes of the global data structure of the SDGs
 * (IAEG-SDGs:SDG(1.0), by its file of 2019-06-13), with the same ids, order and attachment, and three attributes
 * more at the end. It has an agency of its own because some of its code lists have codes of our own.
 * @param lists code list of each coded component, by id
 */
export function dataStructure(lists: ReadonlyMap<string, SdmxCodeList>): DataStructure {
  return {
    agency: AGENCY,
    id: "ICT_SDG",
    version: "1.0",
    names: messageNames("sdmx.structure"),
    dimensions: DIMENSIONS.map((id) => component(id, lists)),
    time: component("TIME_PERIOD", lists, "ObservationalTimePeriod"),
    measure: component("OBS_VALUE", lists, "Double"),
    attributes: [...SDG_ATTRIBUTES, ...OWN_ATTRIBUTES].map(
      ([id, attachedTo, type]): Attribute => ({
        ...component(id, lists, type),
        mandatory: MANDATORY.has(id),
        attachedTo,
      }),
    ),
  };
}
