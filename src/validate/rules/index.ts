import { createHash } from "node:crypto";
import type { Rule } from "../../define.js";
import activitiesWithinUsers from "./activities-within-users.js";
import ageScopeIncomplete from "./age-scope-incomplete.js";
import ageScopeStated from "./age-scope-stated.js";
import broadbandNeedsCoverage from "./broadband-needs-coverage.js";
import collectedWithinGenerated from "./collected-within-generated.js";
import coverageFalls from "./coverage-falls.js";
import duplicateKey from "./duplicate-key.js";
import earlyPeriod from "./early-period.js";
import futurePeriod from "./future-period.js";
import instructionWithinComputers from "./instruction-within-computers.js";
import nestedCoverage from "./nested-coverage.js";
import numeratorWithinDenominator from "./numerator-within-denominator.js";
import ordersWithinUsers from "./orders-within-users.js";
import ownTrend from "./own-trend.js";
import ownersWithinUsers from "./owners-within-users.js";
import partitionRemainder from "./partition-remainder.js";
import partitionTotal from "./partition-total.js";
import partitionWithoutTotal from "./partition-without-total.js";
import peerChange from "./peer-change.js";
import populationUsed from "./population-used.js";
import rateAgainstCount from "./rate-against-count.js";
import ratioOfParts from "./ratio-of-parts.js";
import referencePeriod from "./reference-period.js";
import sexesTurned from "./sexes-turned.js";
import skillBreakMarked from "./skill-break-marked.js";
import skillOfItsTime from "./skill-of-its-time.js";
import skillsWithinUsers from "./skills-within-users.js";
import statusFitsValue from "./status-fits-value.js";
import suddenChange from "./sudden-change.js";
import totalBetweenParts from "./total-between-parts.js";
import totalMidway from "./total-midway.js";
import unexplainedRevision from "./unexplained-revision.js";
import usersAgainstSubscriptions from "./users-against-subscriptions.js";
import vanishedValue from "./vanished-value.js";
import weightedTotal from "./weighted-total.js";
import wholeNumber from "./whole-number.js";
import withinRange from "./within-range.js";

/** Goes up with every change of a rule's outcome: the year, and the how-manyth set of rules in it. */
const RULE_SET_VERSION = "2026.2";

/** Every rule that figures are judged by, cheapest first. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  withinRange,
  wholeNumber,
  futurePeriod,
  earlyPeriod,
  statusFitsValue,
  skillOfItsTime,
  ratioOfParts,
  numeratorWithinDenominator,
  populationUsed,
  referencePeriod,
  duplicateKey,
  nestedCoverage,
  partitionTotal,
  partitionRemainder,
  partitionWithoutTotal,
  totalBetweenParts,
  totalMidway,
  sexesTurned,
  rateAgainstCount,
  suddenChange,
  coverageFalls,
  weightedTotal,
  unexplainedRevision,
  vanishedValue,
  skillBreakMarked,
  ownTrend,
  peerChange,
  ageScopeStated,
  ageScopeIncomplete,
  ownersWithinUsers,
  skillsWithinUsers,
  activitiesWithinUsers,
  ordersWithinUsers,
  instructionWithinComputers,
  collectedWithinGenerated,
  broadbandNeedsCoverage,
  usersAgainstSubscriptions,
];

/** Which rules in which version: two programs with the same hash judge alike, whatever their set is called. */
const hash: string = createHash("sha256")
  .update(rules.map((rule) => `${rule.id}@${rule.version}:${rule.severity}`).join("\n"))
  .digest("hex");

/** Stored with each vintage and shown in reports: the version, a space, the hash. */
export const ruleSet = `${RULE_SET_VERSION} ${hash}`;
