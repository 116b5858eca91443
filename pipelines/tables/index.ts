import type { TableDefinition } from "../../src/define.js";
import availability from "./availability.js";
import countryRanking from "./country-ranking.js";
import crosswalk from "./crosswalk.js";
import factsAndFigures from "./facts-and-figures.js";
import sdgCountry from "./sdg-country.js";

/** Every comparable table. A new one is a file in this folder and a line here. */
export const tables: readonly TableDefinition[] = [
  factsAndFigures,
  sdgCountry,
  countryRanking,
  availability,
  crosswalk,
];
