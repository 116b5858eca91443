import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { FAULTS, type Fault, ServiceError, statusOf } from "../errors.js";
import { acceptedLanguage } from "../http/accept.js";
import { send } from "../http/answer.js";
import { findingRoutes } from "./findings.js";
import { lineageRoutes } from "./lineage.js";
import { listRoutes } from "./lists.js";
import { openApi, requestSchema } from "./openapi.js";
import { releaseRoutes } from "./releases.js";
import { type ApiRoute, type ApiService, type Given, jsonAnswer } from "./route.js";

export const PREFIX = "/api";

/** Every address of the JSON service. */
export const routes: readonly ApiRoute[] = [
  ...releaseRoutes,
  ...lineageRoutes,
  ...listRoutes,
  ...findingRoutes,
];

/** Adds the JSON service below `/api`, with its OpenAPI document. */
export async function apiRoutes(app: FastifyInstance, service: ApiService): Promise<void> {
  await app.register(
    async (own) => {
      own.setErrorHandler(tellProblem);
      own.setNotFoundHandler((request, reply) =>
        tellProblem(
          new ServiceError("no-results", "There is no such address. /api/openapi.json lists them."),
          request,
          reply,
        ),
      );
      for (const route of routes)
        own.get(route.path, { schema: requestSchema(route) }, (request, reply) =>
          send(request, reply, route.answer(service, givenIn(route, request))),
        );
      const document = openApi(routes, PREFIX, service.version);
      own.get("/openapi.json", (request, reply) =>
        send(
          request,
          reply,
          jsonAnswer(service, {}, "openapi", () => document),
        ),
      );
    },
    { prefix: PREFIX },
  );
}

/** What the address says; the language by the header where the address has none. */
function givenIn({ parameters }: ApiRoute, { params, query, headers }: FastifyRequest): Given {
  const given = { ...(query as Given), ...(params as Given) };
  if (!("lang" in parameters)) return given;
  return { lang: acceptedLanguage(headers["accept-language"]), ...given };
}

/** Tells an error as JSON does (RFC 9457, problem details). */
export function tellProblem(
  error: FastifyError | ServiceError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const fault = faultOf(error);
  if (fault === "internal") request.log.error(error);
  const detail =
    fault === "internal" ? "The service failed. Please try again, or tell its operator." : error.message;
  const [title, status] = [FAULTS[fault].title, statusOf(fault, 2)];
  return reply
    .code(status)
    .type("application/problem+json")
    .send(`${JSON.stringify({ title, status, detail })}\n`);
}

function faultOf(error: FastifyError | ServiceError): Fault {
  if (error instanceof ServiceError) return error.fault;
  return error.validation || (error.statusCode ?? 500) < 500 ? "syntax" : "internal";
}
