import { loadAreas, loadGroups } from "../../src/reference/areas.js";
import { areaCode } from "../../src/sdmx/code-lists.js";
import { contentConstraint } from "../../src/sdmx/constraints.js";
import { sdmxKey } from "../../src/sdmx/mapping.js";
import type { DataMessage, SdmxObservation, Structures } from "../../src/sdmx/model.js";
import { findDataflow, structuresOf } from "../../src/sdmx/structure.js";
import type { Dimensions } from "../../src/types.js";

const groups = loadGroups("data/reference");
export const structures: Structures = structuresOf(loadAreas("data/reference"), groups);

/** Text with everything that some format has to escape. */
export const AWKWARD = 'Enquête <2019> & "sondage", l’an\n2 – 第二 – \ttab; الثانية';

export const observation = (
  series: string,
  area: number,
  period: number,
  value: number | null,
  attributes: Readonly<Record<string, string>> = {},
  dimensions: Dimensions = {},
): SdmxObservation => ({
  key: sdmxKey({ series, area, dimensions }, (code) => areaCode(code, groups)),
  period: String(period),
  value,
  attributes: { OBS_STATUS: "A", UNIT_MULT: "0", UNIT_MEASURE: "PT", NATURE: "C", ...attributes },
});

/** Three series of the global flow: a break, a missing value, extreme numbers and awkward text. */
export const OBSERVATIONS: readonly SdmxObservation[] = [
  observation("IT_USE_II99", 404, 2017, 17.8, { COMMENT_OBS: AWKWARD }),
  observation("IT_USE_II99", 404, 2018, null, { OBS_STATUS: "O" }),
  observation("IT_USE_II99", 404, 2019, 22.565656565656564, { OBS_STATUS: "B", LOWER_BOUND: "20.1" }),
  observation("IT_USE_II99", 404, 2019, 0.1 + 0.2, { SOURCE_DETAIL: "KNBS" }, { SEX: "F" }),
  observation("IT_USE_II99", 901, 2019, 1e-7, { NATURE: "G" }),
];

export const message = (changes: Partial<DataMessage> = {}): DataMessage => {
  const dataflow = findDataflow(structures, "GLOBAL");
  if (!dataflow) throw new Error("no dataflow GLOBAL");
  return {
    id: "TEST1",
    prepared: "2026-07-01T00:00:00Z",
    sender: "ICTSDG",
    language: "en",
    dataflow,
    dimensionAtObservation: "TIME_PERIOD",
    detail: "full",
    ...changes,
  };
};

/** The structures with the content of the sample as a constraint. */
export const withConstraint = (): Structures => ({
  ...structures,
  constraints: [contentConstraint(message().dataflow, OBSERVATIONS)],
});

export const text = (pieces: Iterable<string>): string => [...pieces].join("");
