import type { DataContent, DataSet, SdmxObservations } from "./model.js";

/** The data sets of a message; observations by themselves are one data set of information. */
export const dataSetsOf = (content: DataContent): readonly DataSet[] =>
  "dataSets" in content ? content.dataSets : [{ action: "Information", observations: content }];

/** The observations of all data sets, which may be gone through more than once. */
export const observationsOf = (dataSets: readonly DataSet[]): SdmxObservations => ({
  *[Symbol.iterator]() {
    for (const { observations } of dataSets) yield* observations;
  },
});
