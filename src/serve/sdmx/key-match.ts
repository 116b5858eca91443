import { type AreaCode, sdmxKey } from "../../sdmx/mapping.js";
import type { SdmxObservation } from "../../sdmx/model.js";
import { DIMENSIONS } from "../../types.js";
import type { Slice } from "../published/published.js";
import { fits } from "./filter.js";
import type { DataQuery, KeyPattern } from "./query.js";

type Codes = KeyPattern[number];

const allows = (codes: Codes | undefined, code: string): boolean => codes?.has(code) ?? true;

/** Whether a series is asked for by its key. */
export function isKeyAsked({ keys, flow }: DataQuery, key: SdmxObservation["key"]): boolean {
  const { dimensions } = flow.structure;
  return (
    keys.length === 0 ||
    keys.some((pattern) => pattern.every((codes, at) => allows(codes, key[dimensions[at]?.id ?? ""] ?? "")))
  );
}

/**
 * Tells whether some series of a slice may be asked for, by its series code and area. Made once for a query, since there
 * are thousands of slices; what all series have in common, such as the frequency, is judged here.
 */
export function sliceTest(
  query: DataQuery,
  areaCode: AreaCode,
): (slice: Pick<Slice, "series" | "area">) => boolean {
  const ids = query.flow.structure.dimensions.map(({ id }) => id);
  const [series, area] = [ids.indexOf("SERIES"), ids.indexOf("REF_AREA")];
  const keys = query.keys.filter((pattern) => fitsConstants(pattern, ids));
  const filters = query.filters.filter(({ component }) => component === "SERIES" || component === "REF_AREA");
  const isFiltered = (key: SdmxObservation["key"]) =>
    filters.every((one) => fits(query.flow.structure, one, { key, period: "", value: null, attributes: {} }));
  return (slice) => {
    const code = areaCode(slice.area);
    const isAsked =
      query.keys.length === 0 ||
      keys.some((pattern) => allows(pattern[series], slice.series) && allows(pattern[area], code));
    return isAsked && isFiltered({ SERIES: slice.series, REF_AREA: code });
  };
}

const VARYING: ReadonlySet<string> = new Set(["SERIES", "REF_AREA", ...DIMENSIONS]);

function fitsConstants(pattern: KeyPattern, ids: readonly string[]): boolean {
  const common: Readonly<Record<string, string>> = sdmxKey({ series: "", area: 0, dimensions: {} }, () => "");
  return pattern.every((codes, at) => {
    const id = ids[at] ?? "";
    return VARYING.has(id) || allows(codes, common[id] ?? "");
  });
}
