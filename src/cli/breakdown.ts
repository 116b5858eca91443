import { dimensionsOf } from "../keys.js";
import { DIMENSIONS, type DimensionId, type Dimensions } from "../types.js";
import { UsageError } from "./context.js";

/** The breakdown a person names by codes such as SEX=F. @throws UsageError when one is not of that form */
export function breakdown(codes: readonly string[]): Dimensions {
  const pairs = codes.map((text) => {
    const [id = "", code = ""] = text.split("=");
    if (!DIMENSIONS.includes(id as DimensionId) || !code)
      throw new UsageError(
        `"${text}" is no breakdown. Write it as SEX=F; dimensions are ${DIMENSIONS.join(", ")}.`,
      );
    return [id, code] as const;
  });
  return dimensionsOf(Object.fromEntries(pairs));
}
