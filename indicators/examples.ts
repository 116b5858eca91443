/**
 * Invented round figures for a country of nine million, from which the templates are filled. They are
 * examples of form, not statistics; they agree with one another so that a filled template passes validation.
 */

/** Inhabitants, and those of 15 years and over, whom the example survey asked. */
export const EXAMPLE_POPULATION = 9_000_000;
export const EXAMPLE_POPULATION_15_AND_OVER = 7_600_000;

/** Total of each series. A share stays at 94 or lower, so that no breakdown below passes 100. */
export const EXAMPLE_TOTALS: ReadonlyMap<string, number> = new Map([
  ["SE_ADT_ACTS", 60],
  ["SE_ACS_INTNT", 90],
  ["SE_ACS_CMPTR", 92],
  ["IT_MOB_OWN", 90],
  ["IT_MOB_2GNTWK", 94],
  ["IT_MOB_3GNTWK", 93],
  ["IT_MOB_4GNTWK", 90],
  ["IT_MOB_5GNTWK", 70],
  ["IT_NET_BBND", 50],
  ["IT_NET_BBNDN", 4_500_000],
  ["IT_USE_II99", 90],
  ["ICT_A4", 105],
  ["ICT_A4N", 9_450_000],
  ["ICT_A5", 200_000],
  ["ICT_A5N", 1_800_000],
  ["ICT_A7", 0.8],
  ["ICT_A9", 0.4],
  ["ICT_HH4", 85],
  ["ICT_HH6", 93],
  ["ICT_HH9H", 60],
  ["ICT_HH9G", 70],
  ["ICT_HH9E", 20],
  ["ICT_HH10", 94],
  ["ICT_HH20", 65],
  ["ICT_B3", 90],
  ["ICT_B5", 80],
  ["ICT_B7", 20],
  ["ICT_B8", 40],
  ["ICT_ICT1", 5],
  ["ICT_ICT2", 6],
  ["ICT_ICT4", 3],
  ["ICT_ICT5", 50],
  ["ICT_ED4", 8],
  ["ICT_ED5", 80],
  ["ICT_ED7", 6],
  ["ICT_ED8", 40],
  ["ICT_EG1", 0.75],
  ["ICT_EW2", 23],
  ["ICT_EW2N", 207_000],
  ["ICT_EW4", 60],
  ["ICT_EW4N", 124_200],
]);

/**
 * How a breakdown's figure stands to the total (`level`) and what part of the total it makes up (`share`).
 * Within sex, age and area Σ share · level is 1 to two decimals, so that the parts average to the total.
 * Ages are those that split the example's scope, 15 and over.
 */
export const EXAMPLE_BREAKDOWNS: ReadonlyMap<string, { readonly level: number; readonly share: number }> =
  new Map([
    ["F", { level: 0.98, share: 0.5 }],
    ["M", { level: 1.02, share: 0.5 }],
    ["Y15T24", { level: 1.05, share: 0.12 }],
    ["Y25T64", { level: 1.02, share: 0.65 }],
    ["Y_GE65", { level: 0.92, share: 0.23 }],
    ["U", { level: 1.02, share: 0.75 }],
    ["R", { level: 0.94, share: 0.25 }],
    ["ISCED11A_1", { level: 0.85, share: 0.1 }],
    ["ISCED11A_2", { level: 0.94, share: 0.2 }],
    ["ISCED11A_3", { level: 1.01, share: 0.35 }],
    ["AGG_5T8", { level: 1.06, share: 0.35 }],
    ["ISCED11_1", { level: 0.95, share: 0.5 }],
    ["ISCED11_2", { level: 1.04, share: 0.3 }],
    ["ISCED11_3", { level: 1.06, share: 0.2 }],
    ["ENT_SZ_0T9", { level: 0.95, share: 0.6 }],
    ["ENT_SZ_10T49", { level: 1.05, share: 0.3 }],
    ["ENT_SZ_50T249", { level: 1.06, share: 0.08 }],
    ["ENT_SZ_GE250", { level: 1.06, share: 0.02 }],
  ]);

/** Parts of a total that is the sum of them (speed tiers): they add up to 1. */
export const EXAMPLE_PARTS: ReadonlyMap<string, number> = new Map([
  ["IS_256KT2M", 0.01],
  ["IS_2MT10M", 0.05],
  ["IS_GE10M", 0.94],
]);

/** Skills asked since 2020, in per cent of people; the skill of the old list is left out of a 2024 file. */
export const EXAMPLE_SKILLS: ReadonlyMap<string, number> = new Map([
  ["SKILL_ICTATCH", 70],
  ["SKILL_ICTCPT", 60],
  ["SKILL_ICTCDV", 50],
  ["SKILL_ICTSSHT", 40],
  ["SKILL_ICTPRGM", 10],
  ["SKILL_ICTPST", 40],
  ["SKILL_ICTSFWR", 50],
  ["SKILL_ICTTRFF", 60],
  ["SKILL_ICTPRVCY", 40],
  ["SKILL_ICTVRFY", 50],
]);
