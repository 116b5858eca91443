import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Fault, ServiceError, statusOf } from "../errors.js";
import { acceptedLanguage } from "../http/accept.js";
import { send } from "../http/answer.js";
import { targetOf } from "../http/target.js";
import type { SdmxService } from "../service.js";
import { availableStructures } from "./availability-answer.js";
import { type Asked, dataAnswer } from "./data-answer.js";
import { errorBody } from "./error-body.js";
import type { RestVersion } from "./formats.js";
import { structureMessage, structuresAnswer } from "./structures-answer.js";

/** Resources of the standard that are not served. */
const NOT_SERVED: ReadonlySet<string> = new Set(["schema", "metadata", "registration"]);

/** Adds SDMX REST to a server: 1.5 below `/rest/v1`, 2.x below `/rest/v2`. */
export async function restRoutes(app: FastifyInstance, service: SdmxService): Promise<void> {
  for (const version of [1, 2] as const) {
    const prefix = `/rest/v${version}`;
    await app.register(
      async (routes) => {
        routes.setErrorHandler((error, request, reply) => tellSdmx(version, error, request, reply));
        routes.setNotFoundHandler((request, reply) => refuse(version, request, reply));
        for (const path of ["/", "/*"])
          routes.get(path, { config: { hidden: true } }, (request, reply) =>
            answer(service, version, request, reply),
          );
      },
      { prefix },
    );
  }
}

function answer(service: SdmxService, version: RestVersion, request: FastifyRequest, reply: FastifyReply) {
  const url = request.raw.url ?? "";
  const { segments, parameters } = targetOf(url);
  const [, , resource = "", ...path] = segments;
  const { accept } = request.headers;
  const language = acceptedLanguage(request.headers["accept-language"]);
  const asked: Asked = { version, parameters, accept, language, url };
  if (resource === "data") {
    const data = dataAnswer(service, path, asked);
    return data ? send(request, reply, data) : nothing(version, reply);
  }
  if (resource === (version === 1 ? "availableconstraint" : "availability")) {
    const structures = availableStructures(service, path, asked);
    return structures
      ? send(request, reply, structureMessage(service, structures, asked))
      : nothing(version, reply);
  }
  if (NOT_SERVED.has(resource))
    throw new ServiceError(
      "not-implemented",
      `${resource} is not served here. Data, structures and availability are.`,
    );
  const [kind = "*", ...reference] = version === 1 ? [resource, ...path] : path;
  if (version === 2 && resource !== "structure")
    throw new ServiceError(
      "syntax",
      `"${resource.slice(0, 60)}" is no resource of SDMX REST 2. Ask for data, structure or availability.`,
    );
  return send(request, reply, structuresAnswer(service, kind, reference, asked));
}

/** Nothing found is an error in version 1, and no content in version 2. */
function nothing(version: RestVersion, reply: FastifyReply): FastifyReply {
  if (version === 2) return reply.code(204).send();
  throw new ServiceError("no-results", "No published data match the query.");
}

function refuse(version: RestVersion, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { method } = request;
  reply.header("allow", "GET, HEAD, OPTIONS");
  return tellSdmx(
    version,
    new ServiceError("not-allowed", `${method} is not understood. Use GET.`),
    request,
    reply,
  );
}

/** Tells an error as SDMX does. */
export function tellSdmx(
  version: RestVersion,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const isKnown = error instanceof ServiceError;
  if (!isKnown) request.log.error(error);
  const fault: Fault = isKnown ? error.fault : "internal";
  const message = isKnown ? error.message : "The service failed. Please try again, or tell its operator.";
  const { contentType, body } = errorBody(version, request.headers.accept, fault, message);
  return reply.code(statusOf(fault, version)).type(contentType).send(body);
}
