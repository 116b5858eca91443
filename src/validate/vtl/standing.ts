/** Figures as they stand once a file is taken, in VTL: those of the file, and those accepted before where it is silent. */
import type { VtlCheck } from "../../define.js";
import { HISTORY } from "./datasets.js";
import { suffix } from "./fragments.js";

const MEASURES = ["STANDS", "STANDS_SLACK", "NEW", "SCOPE", "STATUS", "YEAR"];

/**
 * STANDS is the figure, STANDS_SLACK its rounding, NEW 1 where it is in the file. Of one key in both the union
 * keeps the file's; one that is absent there does not stand.
 */
export const STANDING = `STANDING := union(${half("DS_1", 1)},\n  ${half("DS_0", 0)})\n  [filter not isnull(STANDS)]`;

function half(dataset: string, isNew: number): string {
  return [
    `${dataset}[calc measure STANDS := OBS_VALUE * power(10, UNIT_MULT),`,
    "    measure STANDS_SLACK := (0.5 * power(10, -1 * DECIMALS) + 0.000000001) * power(10, UNIT_MULT),",
    `    measure NEW := ${isNew}, measure SCOPE := nvl(AGE_SCOPE, ""), measure STATUS := OBS_STATUS,`,
    `    measure YEAR := TIME_PERIOD][keep ${MEASURES.join(", ")}]`,
  ].join("\n");
}

/** The steps to one series' standing figures, with the year before each in its history. */
export function standingHistory(name: string, series: string): string[] {
  const history = HISTORY.join(", ");
  return [
    STANDING,
    `${name} := STANDING[filter SERIES = "${series}"]\n  [calc measure YEAR_BEFORE := lag(YEAR, 1 over (partition by ${history} order by TIME_PERIOD))]`,
  ];
}

/**
 * Each standing figure of the narrower series at most that of the wider one, of the same people.
 *
 * @param totalOf true where COMPOSITE_BREAKDOWN says what the narrower series measures, and the wider has none
 */
export function withinChecks(
  rule: string,
  wider: string,
  narrower: readonly string[],
  totalOf = false,
): VtlCheck[] {
  return narrower.map((series, i) => {
    const name = `${suffix(rule)}_${i + 1}`;
    const whole = `STANDING[sub SERIES = "${wider}"${totalOf ? ', COMPOSITE_BREAKDOWN = "_T"' : ""}]`;
    const renamed = ["STANDS", "STANDS_SLACK", "NEW", "SCOPE"]
      .map((one) => `${one} to WHOLE_${one}`)
      .join(", ");
    return {
      steps: [
        STANDING,
        `${name} := inner_join(STANDING[sub SERIES = "${series}"][keep STANDS, STANDS_SLACK, NEW, SCOPE] as part,\n    ${whole}[keep STANDS, STANDS_SLACK, NEW, SCOPE][rename ${renamed}] as whole\n  calc identifier SERIES := "${series}")`,
      ],
      over: name,
      variables: [
        ...["STANDS", "STANDS_SLACK", "NEW", "SCOPE"],
        ...["WHOLE_STANDS", "WHOLE_STANDS_SLACK", "WHOLE_NEW", "WHOLE_SCOPE"],
      ],
      conditions: [
        `when NEW + WHOLE_NEW > 0 and (SCOPE = "" or WHOLE_SCOPE = "" or SCOPE = WHOLE_SCOPE)\n    then STANDS <= WHOLE_STANDS + STANDS_SLACK or STANDS <= WHOLE_STANDS + WHOLE_STANDS_SLACK`,
      ],
    };
  });
}
