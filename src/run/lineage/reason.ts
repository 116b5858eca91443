import { statusOf } from "../../aggregate/thresholds.js";
import type { Thresholds } from "../../types.js";
import type { CoverageUsed, Reason } from "./types.js";

/** Which of the thresholds made an aggregate's status what it is. */
export function reasonOf(coverage: CoverageUsed, thresholds: Thresholds): Reason {
  switch (statusOf(coverage, thresholds)) {
    case "O":
      if (coverage.countriesReported + coverage.countriesEstimated === 0) return "no-figure";
      return coverage.weightUsed < thresholds.minimumWeight ? "thin-weight" : "thin-countries";
    case "U":
      return "low-coverage";
    case "E":
      return "mostly-estimated";
    case "A":
      return "sufficient";
  }
}
