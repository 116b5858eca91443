import { constants } from "node:zlib";
import compress from "@fastify/compress";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from "fastify";
import { apiRoutes, tellProblem } from "./api/api.js";
import type { ApiService } from "./api/route.js";
import { ServiceError } from "./errors.js";
import { restRoutes, tellSdmx } from "./sdmx/rest.js";
import type { SdmxService } from "./service.js";

/** What the server is made from; it reads no clock and no disk of its own. */
export interface App {
  readonly sdmx: SdmxService;
  /** Left out where SDMX alone is served. */
  readonly api?: ApiService;
  readonly logger?: FastifyServerOptions["logger"];
}

/** What is worth compressing: text in any of its forms. */
const TEXT = /^text\/|[/+](json|xml|csv)(;|$)/;

/** Longest segment of a path that is taken for a parameter. */
const LONGEST_SEGMENT = 200;

/** The server, not yet listening. Pages may be added beside the services. */
export async function createApp({ sdmx, api, logger = false }: App): Promise<FastifyInstance> {
  const app = Fastify({
    logger,
    routerOptions: { maxParamLength: LONGEST_SEGMENT },
    frameworkErrors: (_, request, reply) => tellMalformed(request, reply),
  });
  await app.register(compress, {
    encodings: ["gzip", "br"],
    customTypes: TEXT,
    // The library's default for files that are kept takes ten times as long for a tenth less.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(async (services) => {
    services.addHook("onRequest", async (_, reply) => {
      reply.header("access-control-allow-origin", "*");
    });
    for (const prefix of ["/rest/*", "/api/*"])
      services.options(prefix, (_, reply) => reply.headers(ALLOWED).code(204).send());
    await restRoutes(services, sdmx);
    if (api) await apiRoutes(services, api);
  });
  return app;
}

/** Everybody may read, with any page's script (Fetch Standard, CORS protocol). */
const ALLOWED = {
  "access-control-allow-methods": "GET, HEAD, OPTIONS",
  "access-control-allow-headers": "*",
  "access-control-max-age": "86400",
};

/** An address that could not be taken apart. */
function tellMalformed(request: FastifyRequest, reply: FastifyReply): void {
  const error = new ServiceError(
    "syntax",
    `The address has an escape that is no UTF-8, or a part of more than ${LONGEST_SEGMENT} characters. Write a percent sign as %25.`,
  );
  const version = /^\/rest\/v([12])/.exec(request.raw.url ?? "")?.[1];
  if (version === undefined) tellProblem(error, request, reply);
  else tellSdmx(version === "1" ? 1 : 2, error, request, reply);
}
