import { stringify } from "csv-stringify/sync";
import { SUBMISSION_COLUMNS } from "../../../indicators/schema.js";
import type { Series } from "../../define.js";
import { absoluteValue } from "../../estimate/absolute-value.js";
import { plain } from "../../tables/round.js";
import { DIMENSIONS, type Key, type StoredObservation } from "../../types.js";

/** What a person says of one figure; the value in the series' own unit. */
export interface Change {
  /** Null with a status that says why there is none. */
  readonly value: number | null;
  readonly status: string;
  readonly comment: string;
}

/**
 * Names the message by the vintage it follows, a column that is passed over in reading: whoever changes a figure back
 * and again says the same twice, and without it the second time would be the same file as the first.
 */
const MESSAGE = "OBS_KEY";

/**
 * A submission of one line that corrects one figure: what was said beside the figure in force stays, but for the parts
 * that the value was made of when this is another one.
 * @param iso3 code of the country
 * @param inForce undefined where there is none yet
 * @param after the newest vintage that the person has seen
 */
export function correction(
  iso3: string,
  key: Key,
  series: Series,
  inForce: StoredObservation | undefined,
  { value, status, comment }: Change,
  after: number,
): string {
  const isSame = inForce !== undefined && absoluteValue(inForce) === value;
  const row = {
    ...{ SERIES: key.series, REF_AREA: iso3, TIME_PERIOD: key.period },
    ...Object.fromEntries(DIMENSIONS.map((id) => [id, key.dimensions[id] ?? "_T"])),
    ...{ OBS_VALUE: value === null ? "" : plain(value), UNIT_MEASURE: series.unit, UNIT_MULT: 0 },
    ...{ OBS_STATUS: status, NATURE: inForce?.nature ?? "C" },
    NUMERATOR: (isSame && inForce.numerator) || "",
    DENOMINATOR: (isSame && inForce.denominator) || "",
    AGE_SCOPE: inForce?.ageScope ?? "",
    SOURCE_DETAIL: inForce?.source ?? "",
    COMMENT_OBS: comment,
    [MESSAGE]: `after-${after}`,
  };
  return stringify([row], { header: true, columns: [...SUBMISSION_COLUMNS, MESSAGE] });
}
