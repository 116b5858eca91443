import { createHash } from "node:crypto";
import type { Rule } from "../../define.js";
import ageScopeStated from "./age-scope-stated.js";
import coverageFalls from "./coverage-falls.js";
import duplicateKey from "./duplicate-key.js";
import futurePeriod from "./future-period.js";
import nestedCoverage from "./nested-coverage.js";
import numeratorWithinDenominator from "./numerator-within-denominator.js";
import ownTrend from "./own-trend.js";
import ownersWithinUsers from "./owners-within-users.js";
import partitionRemainder from "./partition-remainder.js";
import partitionTotal from "./partition-total.js";
import partitionWithoutTotal from "./partition-without-total.js";
import peerChange from "./peer-change.js";
import rateAgainstCount from "./rate-against-count.js";
import ratioOfParts from "./ratio-of-parts.js";
import statusFitsValue from "./status-fits-value.js";
import suddenChange from "./sudden-change.js";
import totalBetweenParts from "./total-between-parts.js";
import unexplainedRevision from "./unexplained-revision.js";
import vanishedValue from "./vanished-value.js";
import weightedTotal from "./weighted-total.js";
import wholeNumber from "./whole-number.js";
import withinRange from "./within-range.js";

/** Every rule that figures are judged by, cheapest first. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  withinRange,
  wholeNumber,
  futurePeriod,
  statusFitsValue,
  ratioOfParts,
  numeratorWithinDenominator,
  duplicateKey,
  nestedCoverage,
  partitionTotal,
  partitionRemainder,
  partitionWithoutTotal,
  totalBetweenParts,
  rateAgainstCount,
  suddenChange,
  coverageFalls,
  weightedTotal,
  unexplainedRevision,
  ownersWithinUsers,
  vanishedValue,
  ownTrend,
  peerChange,
  ageScopeStated,
];

/** Stored with each vintage: which rules, in which version, judged it. */
export const ruleSetHash: string = createHash("sha256")
  .update(rules.map((rule) => `${rule.id}@${rule.version}:${rule.severity}`).join("\n"))
  .digest("hex");
