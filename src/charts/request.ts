/** What to draw of which series; a chart that has no use for a field does not look at it. */
export interface ChartRequest {
  /** SDMX series code, upper case. */
  readonly series: string;
  /** M49 or own codes of groups, in the order of the legend. */
  readonly groups: readonly number[];
  /** First and last year; those of the data when absent. */
  readonly from?: number;
  readonly to?: number;
}
