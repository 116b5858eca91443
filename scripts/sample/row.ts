/** The columns of the sample files, a subset of the canonical ones. */
export const SAMPLE_COLUMNS = [
  "SERIES",
  "REF_AREA",
  "TIME_PERIOD",
  "SEX",
  "URBANISATION",
  "EDUCATION_LEV",
  "COMPOSITE_BREAKDOWN",
  "OBS_VALUE",
  "UNIT_MEASURE",
  "OBS_STATUS",
  "NUMERATOR",
  "DENOMINATOR",
  "AGE_SCOPE",
  "SOURCE_DETAIL",
] as const;
export type SampleColumn = (typeof SAMPLE_COLUMNS)[number];
export type SampleRow = Readonly<Partial<Record<SampleColumn, string>>>;

/** First and last year of the collection. */
export const FIRST_YEAR = 2010;
export const LAST_YEAR = 2019;

export const SYNTHETIC = "SYNTHETIC: invented for demonstration";
export const REAL = "UN SDG global database, 2020";

/** What invented figures of a country are made from. */
export interface Profile {
  readonly iso3: string;
  /** Share of people using the Internet about 2015, 0 to 1: real, and the anchor of all that is invented. */
  readonly internet: number;
  /** Total population by year, 2009 to 2020, World Bank. */
  readonly population: ReadonlyMap<number, number>;
}

export const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));
