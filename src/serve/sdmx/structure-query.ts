import { ServiceError } from "../errors.js";
import { choice, type Parameters, requireKnown } from "./query.js";
import type { Reference } from "./references.js";

/** Kinds of structures there are here, in the words of SDMX REST. */
export const KINDS = [
  "agencyscheme",
  "codelist",
  "conceptscheme",
  "datastructure",
  "dataflow",
  "constraint",
] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds of the standard, of which there are none here. */
const OTHER_KINDS: ReadonlySet<string> = new Set(
  `metadatastructure categoryscheme hierarchicalcodelist hierarchy hierarchyassociation valuelist organisationscheme
  dataproviderscheme metadataproviderscheme dataconsumerscheme organisationunitscheme metadataflow reportingtaxonomy
  provisionagreement metadataprovisionagreement structureset structuremap representationmap conceptschememap
  categoryschememap organisationschememap reportingtaxonomymap process categorisation attachmentconstraint
  metadataconstraint transformationscheme rulesetscheme userdefinedoperatorscheme customtypescheme
  namepersonalisationscheme vtlmappingscheme namealiasscheme`.split(/\s+/),
);

/** The kinds a resource stands for; none for one of which there are none here. */
export function kindsOf(resource: string): readonly Kind[] | undefined {
  if (resource === "structure" || resource === "*") return KINDS;
  if (resource === "organisationscheme") return ["agencyscheme"];
  if (resource === "contentconstraint" || resource === "dataconstraint") return ["constraint"];
  const kind = KINDS.find((one) => one === resource && one !== "constraint");
  if (kind) return [kind];
  return OTHER_KINDS.has(resource) ? [] : undefined;
}

/** A query for structures. */
export interface StructureQuery {
  readonly kinds: readonly Kind[];
  readonly asked: Reference;
  /** Items of schemes and lists to tell; null for all. */
  readonly items: ReadonlySet<string> | null;
  readonly references: readonly string[];
  readonly detail: (typeof DETAILS)[number];
}

const DETAILS = [
  ...[
    "full",
    "allstubs",
    "referencestubs",
    "allcompletestubs",
    "referencecompletestubs",
    "referencepartial",
    "raw",
  ],
] as [string, ...string[]];
const REFERENCES = ["none", "parents", "parentsandsiblings", "ancestors", "children", "descendants", "all"];

/**
 * @param resource such as `codelist`
 * @param path agency, id, version and item, each of which may be absent
 */
export function structureQuery(
  resource: string,
  [agency = "all", id = "all", version = "latest", item, ...more]: readonly string[],
  parameters: Parameters,
  others: readonly string[],
): StructureQuery {
  requireKnown(parameters, ["references", "detail", ...others]);
  const kinds = kindsOf(resource);
  if (kinds === undefined || more.length > 0)
    throw new ServiceError(
      "syntax",
      `"${resource.slice(0, 60)}" is no resource of SDMX REST, or has too many parts after it.`,
    );
  const references = (parameters.get("references") ?? "none").split(",");
  const stranger = references.find((one) => !REFERENCES.includes(one) && kindsOf(one) === undefined);
  if (stranger !== undefined)
    throw new ServiceError(
      "syntax",
      `references names "${stranger.slice(0, 60)}". Known are ${REFERENCES.join(", ")} and kinds such as codelist.`,
    );
  return {
    kinds,
    asked: { agency, id, version },
    items: item === undefined || item === "all" || item === "*" ? null : new Set(item.split(/[,+]/)),
    references,
    detail: choice(parameters, "detail", DETAILS),
  };
}
