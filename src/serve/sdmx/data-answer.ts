import type { Readable } from "node:stream";
import { AGENCY } from "../../sdmx/code-lists.js";
import type { DataMessage, DataSet } from "../../sdmx/model.js";
import type { Language } from "../../types.js";
import { ServiceError } from "../errors.js";
import type { Answer } from "../http/answer.js";
import { streamOf } from "../http/pieces.js";
import type { Published } from "../published/published.js";
import type { SdmxService } from "../service.js";
import { dataSetsFor } from "./data-sets.js";
import { type ChosenData, dataFormat, FORMAT_PARAMETERS, type RestVersion } from "./formats.js";
import type { DataQuery, Parameters } from "./query.js";
import { atMost, type Source } from "./select.js";
import { dataQuery1 } from "./v1.js";
import { dataQuery2 } from "./v2.js";

/** What a request says beside its path. */
export interface Asked {
  readonly version: RestVersion;
  readonly parameters: Parameters;
  readonly accept: string | undefined;
  readonly language: Language;
  /** The address as it came. */
  readonly url: string;
}

/** A spreadsheet takes a file for UTF-8 when it begins with the byte order mark. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * Data as a stream, which begins before all of them have been read; undefined where there are none.
 * @param path what follows `data/`
 * @throws ServiceError
 */
export function dataAnswer(service: SdmxService, path: readonly string[], asked: Asked): Answer | undefined {
  const { version, parameters, language, url } = asked;
  const read = version === 1 ? dataQuery1 : dataQuery2;
  const query = read(service.structures, path, parameters, FORMAT_PARAMETERS);
  const chosen = dataFormat(version, asked.accept, parameters);
  const published = service.published();
  const source: Source = { published, areaCode: service.areaCode, language };
  requireNotTooMany(service, source, query, chosen);
  const dataSets = dataSetsFor(source, query);
  if (dataSets.length === 0) return undefined;
  const file = { "content-disposition": `attachment; filename="${query.flow.id}.csv"` };
  return {
    contentType: chosen.contentType,
    madeFrom: [service.program, stateOf(published), url, language],
    modified: published.releases.at(-1)?.at ?? null,
    headers: { "content-language": language, ...(chosen.forSpreadsheet ? file : {}) },
    body: () => bodyOf(messageOf(query, published, language), dataSets, chosen),
  };
}

function bodyOf(
  message: DataMessage,
  dataSets: readonly DataSet[],
  { format, options, forSpreadsheet }: ChosenData,
): Readable {
  return streamOf(format.write(message, { dataSets }, options), forSpreadsheet ? BYTE_ORDER_MARK : "");
}

/** Names all that has been published: each release by its manifest. */
export const stateOf = ({ releases }: Published): string =>
  releases.map(({ manifest }) => manifest).join(" ");

function messageOf(query: DataQuery, published: Published, language: Language): DataMessage {
  const release = query.asOf === null ? published.releases.length : published.releaseAt(query.asOf);
  return {
    id: `${query.flow.id}-${release}`,
    prepared: published.releases[release - 1]?.at ?? "",
    sender: AGENCY,
    language,
    dataflow: query.flow,
    dimensionAtObservation: query.dimensionAtObservation,
    detail: query.detail,
  };
}

/** JSON lists the codes that occur before the observations that have them, which takes a reading of its own. */
function requireNotTooMany(
  service: SdmxService,
  source: Source,
  query: DataQuery,
  { format }: ChosenData,
): void {
  if (!format.id.startsWith("json")) return;
  const most = atMost(source, query);
  if (most > service.mostInJson)
    throw new ServiceError(
      "too-large",
      `There may be ${most} observations; at most ${service.mostInJson} are sent as JSON. Ask for CSV or XML, or for fewer series or areas.`,
    );
}
