import type { TableDefinition } from "../../src/define.js";
import availability from "./availability.js";
import countryRanking from "./country-ranking.js";
import crosswalk from "./crosswalk.js";
import factsAndFigures from "./facts-and-figures.js";
import ituDOutcomes from "./itu-d-outcomes.js";
import sdgCountry from "./sdg-country.js";
import sdgTargets from "./sdg-targets.js";
import wsisActionLines from "./wsis-action-lines.js";

/** Every comparable table. A new one is a file in this folder and a line here. */
export const tables: readonly TableDefinition[] = [
  factsAndFigures,
  sdgCountry,
  countryRanking,
  availability,
  crosswalk,
  wsisActionLines,
  sdgTargets,
  ituDOutcomes,
];
