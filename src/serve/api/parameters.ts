import { exporters } from "../../export/index.js";
import { DIMENSIONS, type DimensionId, LANGUAGES, type Language } from "../../types.js";
import type { Given, Parameter } from "./route.js";

export const LANGUAGE: Parameter = {
  description: "Language of names; by the Accept-Language header where absent",
  schema: { type: "string", enum: [...LANGUAGES] },
};

export const RELEASE: Parameter = {
  description: "Name of a release, or latest",
  required: true,
  schema: { type: "string", maxLength: 64 },
};

export const FORMAT: Parameter = {
  description: "Format of the file; a release has those it was made with",
  schema: { type: "string", enum: exporters.map(({ id }) => id), default: "csv" },
};

export const PERIOD: Parameter = {
  description: "Calendar year",
  required: true,
  schema: { type: "string", pattern: "^[0-9]{4}$" },
};

export const CODE: Parameter = {
  description: "ISO or M49 code of a country, or code or alias of a group",
  required: true,
  schema: { type: "string", minLength: 1, maxLength: 20 },
};

/** A code of each free dimension; absent is the total. */
export const BREAKDOWN: Readonly<Record<DimensionId, Parameter>> = Object.fromEntries(
  DIMENSIONS.map((id) => [
    id,
    { description: `Code of ${id}; the total where absent`, schema: { type: "string", maxLength: 40 } },
  ]),
) as unknown as Record<DimensionId, Parameter>;

/** The language asked for, which the server fills in from the header where the address has none. */
export const languageOf = ({ lang }: Given): Language => LANGUAGES.find((one) => one === lang) ?? "en";
