import { AGENCY } from "../../sdmx/code-lists.js";
import { contentConstraint } from "../../sdmx/constraints.js";
import type { ContentConstraint, Structures } from "../../sdmx/model.js";
import type { Answer } from "../http/answer.js";
import { streamOf } from "../http/pieces.js";
import type { Published } from "../published/published.js";
import type { SdmxService } from "../service.js";
import { type Asked, stateOf } from "./data-answer.js";
import { keysFor } from "./data-sets.js";
import { structureFormat } from "./formats.js";
import { answerStructures } from "./structure-answer.js";
import { structureQuery } from "./structure-query.js";
import { selection2 } from "./v2.js";

/**
 * Structures, with those they refer to or are referred by where asked for.
 * @param resource such as `dataflow`
 * @param path what follows it: agency, id, version and item
 * @throws ServiceError
 */
export function structuresAnswer(
  service: SdmxService,
  resource: string,
  path: readonly string[],
  asked: Asked,
): Answer {
  const query = structureQuery(resource, path, asked.parameters, ["format"]);
  // To know what data there are takes a reading of all keys, so it is done only where it may be told.
  const needsContent =
    query.kinds.includes("constraint") ||
    query.references.some((one) => !/^(none|children|descendants)$/.test(one));
  const all = needsContent ? withContent(service, asked) : service.structures;
  return structureMessage(service, answerStructures(all, query), asked);
}

/** A message with the structures given. */
export function structureMessage(service: SdmxService, structures: Structures, asked: Asked): Answer {
  const { version, accept, parameters, language, url } = asked;
  const { format, contentType } = structureFormat(version, accept, parameters);
  const published = service.published();
  const head = {
    id: `STRUCTURES-${published.releases.length}`,
    prepared: published.releases.at(-1)?.at ?? new Date(0).toISOString(),
    sender: AGENCY,
    language,
  };
  return {
    contentType,
    madeFrom: [service.program, stateOf(published), url, language],
    modified: published.releases.at(-1)?.at ?? null,
    headers: { "content-language": language },
    body: () => streamOf(format.write(head, structures)),
  };
}

const contents = new WeakMap<Published, readonly ContentConstraint[]>();

/** The structures with what data each dataflow has. It is looked up once for what is published. */
function withContent(service: SdmxService, { language }: Asked): Structures {
  const published = service.published();
  const { structures, areaCode } = service;
  const known =
    contents.get(published) ??
    structures.dataflows
      .map((flow) => {
        const query = selection2(structures, ["dataflow", flow.agency, flow.id, flow.version], new Map());
        return contentConstraint(flow, keysFor({ published, areaCode, language }, query));
      })
      .filter(({ periods }) => periods.length > 0);
  contents.set(published, known);
  return { ...structures, constraints: known };
}
