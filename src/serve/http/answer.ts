import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Conditions, entityTag, stillHolds } from "./freshness.js";

/** An answer that is made from releases, so that it holds until there is another one. */
export interface Answer {
  readonly contentType: string;
  /** Names what the answer was made from: the same name, the same answer. */
  readonly madeFrom: readonly string[];
  /** ISO 8601 time of the newest release; null before the first. */
  readonly modified: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not called when the client's own answer still holds, or when only the head is asked for. */
  readonly body: () => Readable | string | Buffer;
}

/** Sends an answer, or says that the client's own still holds. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const tag = entityTag(...answer.madeFrom, answer.contentType);
  reply.headers({ etag: tag, "cache-control": "no-cache", ...answer.headers });
  reply.header("vary", "accept, accept-language, accept-encoding");
  if (answer.modified !== null) reply.header("last-modified", new Date(answer.modified).toUTCString());
  if (stillHolds(request.headers as Conditions, tag, answer.modified)) return reply.code(304).send();
  reply.header("content-type", answer.contentType);
  return reply.send(request.method === "HEAD" ? "" : answer.body());
}
