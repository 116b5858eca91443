import { randomUUID } from "node:crypto";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { MemoryLocker, Server } from "@tus/server";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { DESK, Refusal, requireToken } from "../access.js";
import type { Given } from "../given.js";
import { languageOf } from "../language.js";
import { sayIn } from "../page.js";
import { type Country, countryOf, personOf } from "./country.js";
import { refusalNotice } from "./findings.js";
import { inFolderOfItsOwn, intakeOf } from "./intake.js";
import { arrivalPath, limitOf } from "./upload.js";

/** How long the pieces of a file are kept that has not come whole. */
const KEPT = 7 * 24 * 60 * 60_000;
const METHODS = ["POST", "HEAD", "PATCH", "DELETE"] as const;
const PIECE = "application/offset+octet-stream";

/** Files in pieces by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload), for the script of the upload page. */
export function resumePages(app: FastifyInstance, given: Given): void {
  const pieces = new FileStore({
    directory: join(given.uploads, "pieces"),
    expirationPeriodInMilliseconds: KEPT,
  });
  const locker = new MemoryLocker();
  const config = { access: DESK, asksToken: true };
  app.register(async (own) => {
    // A piece goes to its file as it comes.
    own.addContentTypeParser(PIECE, (_, __, done) => done(null));
    for (const url of ["/:language/country/:area/resume", "/:language/country/:area/resume/:id"])
      own.route({
        ...{ method: [...METHODS], url, config, exposeHeadRoute: false },
        handler: async (request, reply) => {
          requireToken(request, request.headers["x-csrf-token"]);
          const country = countryOf(given, request);
          requireOwn(request, country);
          if (request.method === "POST") await removeOld(pieces);
          reply.hijack();
          await serverFor(given, request, country, pieces, locker).handle(request.raw, reply.raw);
        },
      });
  });
}

/** Names of pieces begin with the country and the person they are of, and are of no use to others. */
const ownerOf = (request: FastifyRequest, { m49 }: Country): string => `${m49}-${personOf(request).id}-`;

function requireOwn(request: FastifyRequest, country: Country): void {
  const { id } = request.params as { readonly id?: string };
  if (id === undefined ? request.method === "POST" : id.startsWith(ownerOf(request, country))) return;
  throw new Refusal(404, "not-there");
}

/** Clears away what was never sent to its end. Pieces that somebody else has just cleared away are no fault. */
async function removeOld(pieces: FileStore): Promise<void> {
  await pieces.deleteExpired().catch(() => 0);
}

function serverFor(
  given: Given,
  request: FastifyRequest,
  country: Country,
  datastore: FileStore,
  locker: MemoryLocker,
): Server {
  return new Server({
    ...{ path: `${country.path}/resume`, datastore, locker, maxSize: limitOf(given), relativeLocation: true },
    allowedOrigins: [given.origin],
    namingFunction: () => ownerOf(request, country) + randomUUID(),
    onUploadCreate: async (_, { size, metadata }) => {
      // An empty file is sent by the form itself, which can tell so.
      if (!size) throw { status_code: 400, body: "Upload-Length must be known and more than 0\n" };
      return { metadata: metadata ?? {} };
    },
    onUploadFinish: async (_, upload) => ({
      ...{ status_code: 200, headers: { "content-type": "application/json; charset=utf-8" } },
      body: JSON.stringify(await finished(given, request, country, datastore, upload)),
    }),
  });
}

/** Takes a file that is whole. Tells where the person is led, or as a piece of the page why nothing was stored. */
async function finished(
  given: Given,
  request: FastifyRequest,
  country: Country,
  pieces: FileStore,
  { id, metadata }: { readonly id: string; readonly metadata?: Record<string, string | null> | undefined },
): Promise<{ readonly to: string } | { readonly notice: string }> {
  const arrival = await inFolderOfItsOwn(given, metadata?.filename ?? "", async (path) => {
    await rename(join(pieces.directory, id), path);
    await pieces.configstore.delete(id);
    return intakeOf(given)(path, { area: country.m49, by: personOf(request).email });
  });
  if (arrival.outcome !== "refused") return { to: arrivalPath(given, country, arrival) };
  const language = languageOf(request);
  return { notice: refusalNotice(given.environment, language, sayIn(language), arrival.finding).text };
}
