import type { Indicator } from "../define.js";
import type { Dimensions } from "../types.js";

/**
 * Whether an estimate of this breakdown may stand beside a country's name: only where the indicator's policy is
 * `published`, and not for breakdowns that are estimated for aggregates only. Everything that shows a country's
 * figures asks here.
 * Source: SDG metadata, field 4.f of each indicator (`Indicator.estimation`).
 */
export function standsBesideCountry(
  { estimation, aggregatesOnlyBy = [] }: Indicator,
  dimensions: Dimensions,
): boolean {
  return estimation === "published" && aggregatesOnlyBy.every((id) => (dimensions[id] ?? "_T") === "_T");
}
