import { codeLists, indicators } from "../../indicators/index.js";
import type { CodeList } from "../define.js";
import type { Areas, Groups } from "../reference/areas.js";
import type { I18n } from "../types.js";
import { ownConcepts, sdgConcepts } from "./concepts.js";
import type { Code, Names, SdmxCodeList } from "./model.js";

/** Agency of what this project adds to the structures of others. */
export const AGENCY = "ICTSDG";

/** Lists of others that are here with all their codes. */
const COMPLETE = new Set([
  "CL_GEO_INFO_TYPE",
  "CL_NATURE",
  "CL_OBS_STATUS",
  "CL_REPORTING_TYPE",
  "CL_UNIT_MULT",
  "CL_URBANISATION",
]);

const sourceOf = (text: string) => {
  const [, agency = "", id = "", version = ""] = /^(.+):(.+)\((.+)\)$/.exec(text) ?? [];
  return { agency, id, version };
};

/** A list is called what its codes are codes of. */
const conceptNames = (id: string): Names =>
  [...sdgConcepts.concepts, ...ownConcepts.concepts].find((concept) => concept.id === id)?.names ?? {
    en: id,
  };

/**
 * A list of another agency where it holds only that agency's codes, marked partial unless it holds all of them;
 * a list of this project's own, under the same id, as soon as one code is (SDMX 3.0, section 2, "isPartial").
 */
function listOf(component: string, source: string, codes: readonly Code[], own: boolean): SdmxCodeList {
  const { agency, id, version } = sourceOf(source);
  const names = conceptNames(component);
  return own
    ? { agency: AGENCY, id, version: "1.0", names, partial: false, codes }
    : { agency, id, version, names, partial: !COMPLETE.has(id), codes };
}

const declared = ({ id, source, codes }: CodeList): SdmxCodeList =>
  listOf(
    id,
    source,
    codes.map(({ code, name }) => ({ id: code, names: name })),
    codes.some(({ own }) => own === true),
  );

/** What `_T` is called where nothing is broken down by a dimension. */
const noBreakdown: I18n | undefined = codeLists
  .find(({ id }) => id === "COMPOSITE_BREAKDOWN")
  ?.codes.find(({ code }) => code === "_T")?.name;

const total = (component: string, source: string): SdmxCodeList =>
  listOf(component, source, [{ id: "_T", names: noBreakdown ?? { en: "No breakdown" } }], false);

const series = (): SdmxCodeList =>
  listOf(
    "SERIES",
    "IAEG-SDGs:CL_SERIES(1.0)",
    indicators.flatMap((indicator) =>
      indicator.series.map(({ code, name }) => ({
        id: code,
        names: name,
        annotations: { Indicator: indicator.id, IndicatorTitle: indicator.name.en },
      })),
    ),
    true,
  );

/**
 * Code of an area or group in SDMX. Countries and the groups of M49 have their M49 code without leading zeros. Own
 * groups have the code they are known by, with whose it is: their numbers are other groups' in CL_AREA(1.0).
 */
export function areaCode(area: number, groups: Groups): string {
  const group = groups.get(area);
  if (group?.kind === "itu-region") return `ITU_${group.alias}`;
  if (group?.kind === "income-group") return `WB_${group.alias}`;
  return String(area);
}

const areas = ({ list }: Areas, groups: Groups): SdmxCodeList =>
  listOf(
    "REF_AREA",
    "IAEG-SDGs:CL_AREA(1.0)",
    [
      ...list.map(({ m49, name }) => ({ id: String(m49), names: name })),
      ...groups.list.map(({ code, name }) => ({ id: areaCode(code, groups), names: name })),
    ],
    true,
  );

const frequencies = listOf(
  "FREQ",
  "SDMX:CL_FREQ(2.0)",
  [
    {
      id: "A",
      names: { ar: "سنوي", en: "Annual", es: "Anual", fr: "Annuelle", ru: "Ежегодная", zh: "年度" },
    },
  ],
  false,
);

const reportingTypes = listOf(
  "REPORTING_TYPE",
  "IAEG-SDGs:CL_REPORTING_TYPE(1.0)",
  [
    {
      id: "G",
      names: { ar: "عالمي", en: "Global", es: "Mundial", fr: "Mondial", ru: "Глобальный", zh: "全球" },
    },
    {
      id: "R",
      names: { ar: "إقليمي", en: "Regional", es: "Regional", fr: "Régional", ru: "Региональный", zh: "区域" },
    },
    {
      id: "N",
      names: { ar: "وطني", en: "National", es: "Nacional", fr: "National", ru: "Национальный", zh: "国家" },
    },
  ],
  false,
);

const geoInfoTypes = listOf(
  "GEO_INFO_TYPE",
  "IAEG-SDGs:CL_GEO_INFO_TYPE(1.0)",
  [
    { id: "GML", names: { en: "Geography Markup Language" } },
    { id: "GMLJP2", names: { en: "GML in JPEG 2000 for Geographic Imagery" } },
    { id: "KML_2_2", names: { en: "KML version 2.2" } },
    { id: "GeoJSON_1_1", names: { en: "GeoJSON version 1.0" } },
  ],
  false,
);

/**
 * The code list of every coded component, by the component's id, made from the indicators and the reference
 * lists of areas. Dimensions of the global data structure that no indicator uses have the total alone.
 */
export function codeListsOf(known: Areas, groups: Groups): ReadonlyMap<string, SdmxCodeList> {
  return new Map<string, SdmxCodeList>([
    ...codeLists.map((list): [string, SdmxCodeList] => [list.id, declared(list)]),
    ["FREQ", frequencies],
    ["REPORTING_TYPE", reportingTypes],
    ["SERIES", series()],
    ["REF_AREA", areas(known, groups)],
    ["INCOME_WEALTH_QUANTILE", total("INCOME_WEALTH_QUANTILE", "IAEG-SDGs:CL_QUANTILE(1.0)")],
    ["OCCUPATION", total("OCCUPATION", "IAEG-SDGs:CL_OCCUPATION(1.0)")],
    ["CUST_BREAKDOWN", total("CUST_BREAKDOWN", "IAEG-SDGs:CL_CUST_BREAKDOWN(1.0)")],
    ["DISABILITY_STATUS", total("DISABILITY_STATUS", "IAEG-SDGs:CL_DISABILITY(1.0)")],
    ["ACTIVITY", total("ACTIVITY", "IAEG-SDGs:CL_ACTIVITY(1.0)")],
    ["PRODUCT", total("PRODUCT", "IAEG-SDGs:CL_PRODUCT(1.0)")],
    ["GEO_INFO_TYPE", geoInfoTypes],
  ]);
}
