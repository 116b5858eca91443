/**
 * Codes that several indicators allow for a dimension, besides the total `_T`. Each is in the code list
 * of its dimension (see codelists/); an indicator names the group it takes.
 */

export const SEXES = ["F", "M"];

export const AREAS = ["U", "R"];

/**
 * Groups and scopes of household surveys. Countries draw the lower limit at 5, 6, 10, 15, 16 or 18 and
 * the upper, if any, at 74 (ITU Manual 2020, chapter on classification by age). The groups 25-74 and
 * 75+ are asked for by the manual; the 1.0 code list lacks 25-74, so 25-64, 65+ and 25+ stand beside 75+.
 */
export const AGES = [
  "Y0T14",
  "Y5T14",
  "Y10T14",
  "Y15T24",
  "Y16T24",
  "Y25T44",
  "Y25T64",
  "Y45T64",
  "Y_GE25",
  "Y_GE65",
  "Y_GE75",
  "Y10T74",
  "Y15T74",
  "Y16T74",
  "Y18T74",
  "Y_GE5",
  "Y_GE6",
  "Y_GE10",
  "Y_GE15",
  "Y_GE16",
  "Y_GE18",
];

/** Highest level of education attained by a person (ISCED 2011, attainment). */
export const ATTAINMENTS = [
  "ISCED11A_0",
  "ISCED11A_1",
  "ISCED11A_2",
  "ISCED11A_3",
  "ISCED11A_4",
  "ISCED11A_5",
  "ISCED11A_6",
  "ISCED11A_7",
  "ISCED11A_8",
  "AGG_5T8",
];

/** Levels a school teaches (ISCED 2011, programmes); AGG_2_3 is secondary, AGG_1T3 primary and secondary. */
export const SCHOOL_LEVELS = ["ISCED11_1", "ISCED11_2", "ISCED11_3", "AGG_2_3", "AGG_1T3"];

/** ICT skills of 4.4.1. CMFL was asked until 2019; PRVCY and VRFY are asked from 2020 (metadata 4.4.1). */
export const ICT_SKILLS = [
  "SKILL_ICTATCH",
  "SKILL_ICTCPT",
  "SKILL_ICTCDV",
  "SKILL_ICTSSHT",
  "SKILL_ICTPRGM",
  "SKILL_ICTPST",
  "SKILL_ICTSFWR",
  "SKILL_ICTTRFF",
  "SKILL_ICTCMFL",
  "SKILL_ICTPRVCY",
  "SKILL_ICTVRFY",
];

/** Advertised download speed of 17.6.1, slowest first; together they are all fixed broadband. */
export const SPEED_TIERS = ["IS_256KT2M", "IS_2MT10M", "IS_GE10M"];

/** Persons employed in an enterprise. Our own codes: the SDG structure has no size class. */
export const ENTERPRISE_SIZES = ["ENT_SZ_0T9", "ENT_SZ_10T49", "ENT_SZ_50T249", "ENT_SZ_GE250"];
