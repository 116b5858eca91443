import type { JsonSchema } from "../../json-schema.js";
import type { ApiRoute } from "./route.js";

/** What a problem is told as (RFC 9457). */
export const PROBLEM: JsonSchema = {
  type: "object",
  required: ["title", "status", "detail"],
  properties: { title: { type: "string" }, status: { type: "integer" }, detail: { type: "string" } },
};

/** The OpenAPI 3.1 document of the routes, made from their declarations. */
export function openApi(routes: readonly ApiRoute[], prefix: string, version: string): JsonSchema {
  return {
    openapi: "3.1.0",
    info: {
      title: "ictsdg",
      version,
      summary: "ICT indicators of the Sustainable Development Goals as they were published",
      description: "Data are also served by SDMX REST: 1.5 below /rest/v1, 2.x below /rest/v2.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: Object.fromEntries(
      routes.map((route) => [`${prefix}${route.path.replace(/:(\w+)/g, "{$1}")}`, { get: operation(route) }]),
    ),
    components: { schemas: { problem: PROBLEM } },
  };
}

const isInPath = ({ path }: ApiRoute, name: string): boolean => path.split("/").includes(`:${name}`);

function operation(route: ApiRoute): JsonSchema {
  const refusal = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } },
  });
  return {
    summary: route.summary,
    operationId: route.path.split(/[/:]+/).filter(Boolean).join("-"),
    parameters: Object.entries(route.parameters).map(([name, { description, required, schema }]) => ({
      name,
      in: isInPath(route, name) ? "path" : "query",
      required: isInPath(route, name) || required === true,
      ...{ description, schema },
    })),
    responses: {
      "200": {
        description: route.summary,
        content: Object.fromEntries(
          Object.entries(route.content).map(([type, schema]) => [type, schema === null ? {} : { schema }]),
        ),
      },
      "304": { description: "The client's own answer still holds" },
      "400": refusal("A parameter is not as it may be"),
      "404": refusal("There is no such thing"),
    },
  };
}

/** What Fastify checks the parameters of a route by. */
export function requestSchema(route: ApiRoute) {
  const of = (inPath: boolean) => {
    const all = Object.entries(route.parameters).filter(([name]) => isInPath(route, name) === inPath);
    return {
      type: "object",
      additionalProperties: false,
      required: all.filter(([, { required }]) => inPath || required === true).map(([name]) => name),
      properties: Object.fromEntries(all.map(([name, { schema }]) => [name, schema])),
    };
  };
  return { params: of(true), querystring: of(false) };
}
