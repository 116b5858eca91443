import { type AcrossContext, defineAcrossRule, type Failure } from "../../define.js";
import { dimensionsOf } from "../../keys.js";
import type { Dimensions, Observation } from "../../types.js";
import { without } from "../without.js";
import { PASSED } from "./passed.js";
import { median, robustDeviation } from "./robust.js";
import { standings } from "./standing.js";

const USERS = "IT_USE_II99";
/** Per 100 inhabitants. Each is held against users on its own: most are online by one or the other. */
const SUBSCRIPTIONS = ["IT_NET_BBND", "ICT_A4"];
const ALL: Dimensions = dimensionsOf({});
const FEWEST_PEERS = 20;
/** Subscriptions per 100 inhabitants: with fewer, people are online by other means and the ratio says nothing. */
const FEWEST_SUBSCRIPTIONS = 0.1;
/** So many years accepted before make a band of the country's own. */
const FEWEST_YEARS = 4;
/** Modified z-score (Iglewicz and Hoaglin). */
const LIMIT = 3.5;

export default defineAcrossRule({
  id: "users-against-subscriptions",
  version: 1,
  level: 4,
  severity: "info",
  over: "siblings",
  across: [USERS, ...SUBSCRIPTIONS],
  source:
    "Internet users of a survey over broadband subscriptions of operators: the log ratio against other countries in the same year and the country's own years, robust |z| > 3.5 (Iglewicz and Hoaglin 1993) (R19)",
  applies: (indicator) => indicator.series.some(({ code }) => code === USERS),
  parameters: {
    "robust standard deviations": LIMIT,
    "fewest other countries": FEWEST_PEERS,
    "fewest years of the country's own": FEWEST_YEARS,
    "fewest subscriptions per 100 inhabitants": FEWEST_SUBSCRIPTIONS,
  },
  vtl: { reason: "The band needs the figures that every other country has had accepted." },
  judge(observations, context) {
    const [first] = observations;
    if (!first || without(first.dimensions, "COMPOSITE_BREAKDOWN") !== ALL) return "not-evaluable";
    const standing = standings(observations, context, first);
    const users = standing(USERS, ALL);
    if (!users || users.value <= 0) return "not-evaluable";
    const failures: Failure[] = [];
    let judged = false;
    for (const series of SUBSCRIPTIONS) {
      const subscriptions = standing(series, ALL);
      const at = users.at ?? subscriptions?.at;
      if (!at || !subscriptions || subscriptions.value < FEWEST_SUBSCRIPTIONS) continue;
      const peers = peerRatios(series, first, context);
      const band = peers.length < FEWEST_PEERS ? null : bandOf(peers);
      if (!band) continue;
      judged = true;
      const ratio = Math.log(users.value / subscriptions.value);
      if (isWithin(band, ratio) || isWithin(ownBand(series, first, context), ratio)) continue;
      failures.push({
        at,
        params: {
          value: users.value,
          subscriptions: subscriptions.value,
          series,
          period: String(first.period),
          usual: usualUsers(subscriptions.value, band),
          peers: peers.length,
        },
      });
    }
    if (failures.length > 0) return failures;
    return judged ? PASSED : "not-evaluable";
  },
});

/** Where most ratios lie, on the log scale. */
interface Band {
  readonly middle: number;
  readonly reach: number;
}

/** Null where all are the same, so that there is no scale. */
function bandOf(ratios: readonly number[]): Band | null {
  const middle = median(ratios);
  const reach = LIMIT * robustDeviation(ratios, middle);
  return reach > 0 ? { middle, reach } : null;
}

function isWithin(band: Band | null, ratio: number): boolean {
  return band !== null && Math.abs(ratio - band.middle) <= band.reach;
}

/** Per cent: what the median ratio makes of the subscriptions. */
function usualUsers(subscriptions: number, { middle }: Band): number {
  return Math.min(100, Number((subscriptions * Math.exp(middle)).toPrecision(3)));
}

type Place = Pick<Observation, "area" | "period">;

/** Of every other country that has had both accepted for the year. */
function peerRatios(series: string, { area, period }: Place, { peers }: AcrossContext): number[] {
  const users = peers(USERS, ALL, period, period);
  if (users.length < FEWEST_PEERS) return [];
  const subscriptions = new Map(peers(series, ALL, period, period).map((peer) => [peer.area, peer.after]));
  return users.flatMap((peer) =>
    peer.area === area ? [] : logRatio(peer.after, subscriptions.get(peer.area)),
  );
}

/** Of the country itself in the other years; null where they are too few. */
function ownBand(series: string, { area, period }: Place, { previous }: AcrossContext): Band | null {
  const subscriptions = previous(series, area, ALL);
  const ratios = [...previous(USERS, area, ALL)].flatMap(([year, { value }]) =>
    year === period ? [] : logRatio(value, subscriptions.get(year)?.value),
  );
  return ratios.length < FEWEST_YEARS ? null : bandOf(ratios);
}

function logRatio(users: number, subscriptions: number | undefined): number[] {
  return users > 0 && subscriptions !== undefined && subscriptions >= FEWEST_SUBSCRIPTIONS
    ? [Math.log(users / subscriptions)]
    : [];
}
