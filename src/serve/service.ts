import type { Areas, Groups } from "../reference/areas.js";
import { areaCode } from "../sdmx/code-lists.js";
import type { Structures } from "../sdmx/model.js";
import { structuresOf } from "../sdmx/structure.js";
import type { Published } from "./published/published.js";

/** What the SDMX service is made from. */
export interface SdmxService {
  /** What is published when it is asked. */
  readonly published: () => Published;
  readonly structures: Structures;
  /** Code of an area or group in SDMX. */
  readonly areaCode: (area: number) => string;
  /** Names the program, so that an answer made by another one is not taken for the same. */
  readonly program: string;
  /** Most observations in an answer that has to be gone through before it can begin, as JSON has. */
  readonly mostInJson: number;
}

/** Half a million observations are gone through in about a second and a half. */
export const MOST_IN_JSON = 500_000;

/** The SDMX service of the areas and groups given. */
export function sdmxService(
  lists: { readonly areas: Areas; readonly groups: Groups },
  published: () => Published,
  program: string,
): SdmxService {
  return {
    published,
    structures: structuresOf(lists.areas, lists.groups),
    areaCode: (area) => areaCode(area, lists.groups),
    program,
    mostInJson: MOST_IN_JSON,
  };
}
