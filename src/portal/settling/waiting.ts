import { findIndicator, seriesByCode } from "../../../indicators/index.js";
import { SEVERITIES } from "../../report/report.js";
import type { OpenFinding } from "../../run/queue.js";
import type { Queue } from "../../settle/queue.js";
import type { Scored, Unscored } from "../../settle/score.js";
import type { State } from "../../settle/state.js";
import type { Severity } from "../../types.js";
import type { Query } from "../paging.js";
import { PENDING, type Settling } from "./settling.js";

/** Which of the doubts that wait a person wants to see. */
export interface Wanted {
  readonly area?: number | undefined;
  /** Id of an indicator. */
  readonly indicator?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly state?: State | undefined;
  /** Order by the influence on this group alone. */
  readonly group?: number | undefined;
  /** Also what is not worth asking about. */
  readonly all: boolean;
}

/** A doubt that waits, with its place among all of them. */
export type Waiting = (Scored<OpenFinding> | Unscored<OpenFinding>) & {
  /** Counted from 1; null for what has no score. */
  readonly rank: number | null;
};

/** What an address asks for; a part that names nothing there is counts as absent. */
export function wantedIn({ area, indicator = "", severity, state, group, show }: Query): Wanted {
  return {
    area: numberIn(area),
    indicator: findIndicator(indicator)?.id,
    severity: SEVERITIES.find((one) => one === severity),
    state: [...PENDING].find((one) => one === state),
    group: numberIn(group),
    all: show === "all",
  };
}

const numberIn = (text = ""): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** The parts of an address that say the same, to be carried from page to page. */
export function queryOf({ area, indicator, severity, state, group, all }: Wanted): string {
  const said = { area, indicator, severity, state, group, show: all ? "all" : undefined };
  const given = Object.entries(said).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

/** What waits and is wanted: the highest score first, and what has none after it. */
export function waiting({ queue, queueFor }: Settling, wanted: Wanted): Waiting[] {
  const all = placed(wanted.group === undefined ? queue() : queueFor(wanted.group));
  return all.filter((one) => isWanted(one, wanted));
}

type Placed = Waiting & { readonly asked: boolean };

function placed({ scored, unscored }: Queue<OpenFinding>): Placed[] {
  return [
    ...scored.map((one, place) => ({ ...one, rank: place + 1 })),
    ...unscored.map((one) => ({ ...one, rank: null })),
  ];
}

/** An explanation waits for a decision, however little the figure moves. */
function isWanted({ finding, asked }: Placed, { area, indicator, severity, state, all }: Wanted): boolean {
  return (
    (all || asked || finding.state === "explained") &&
    (area ?? finding.area) === finding.area &&
    (severity ?? finding.severity) === finding.severity &&
    (state ?? finding.state) === finding.state &&
    (indicator === undefined || seriesByCode.get(finding.key?.series ?? "")?.indicator.id === indicator)
  );
}
