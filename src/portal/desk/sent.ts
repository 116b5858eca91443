import type { SubmissionRecord } from "../../store/store.js";
import { Refusal } from "../access.js";
import type { Given } from "../given.js";
import type { Country } from "./country.js";

/** Address of the page of a file that was sent. */
export const submissionPath = ({ path }: Country, receipt: string): string =>
  `${path}/submissions/${receipt}`;

/** @throws Refusal when the country has not sent such a file */
export function submissionOf({ environment }: Given, { m49 }: Country, receipt: string): SubmissionRecord {
  const submission = environment.store.submission(receipt);
  if (submission?.area !== m49) throw new Refusal(404, "not-there");
  return submission;
}

/** Files that a country has sent, newest first. */
export const sentBy = ({ environment }: Given, { m49 }: Country): SubmissionRecord[] =>
  environment.store
    .submissions()
    .filter(({ area }) => area === m49)
    .reverse();
