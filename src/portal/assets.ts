import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { UPLOAD_SCRIPT } from "./scripts/upload.js";

const require = createRequire(import.meta.url);

/** The client of the tus protocol as its authors packed it for browsers. */
const TUS = readFileSync(require.resolve("tus-js-client/dist/tus.min.js"), "utf8");

const BY_NAME = new Map([UPLOAD_SCRIPT, TUS].map((script) => [nameOf(script), script]));

/** Names below /assets of the scripts that make pages nicer. A name changes with its script, which may be kept for ever. */
export const SCRIPTS = { upload: nameOf(UPLOAD_SCRIPT), tus: nameOf(TUS) } as const;

function nameOf(script: string): string {
  return `${createHash("sha256").update(script).digest("hex").slice(0, 12)}.js`;
}

/** The scripts, packed where the browser can unpack them. */
export function assets(app: FastifyInstance): void {
  for (const [name, script] of BY_NAME) {
    const packed = gzipSync(script);
    app.get(`/assets/${name}`, { config: { access: "public" } }, (request, reply) => {
      reply
        .type("text/javascript; charset=utf-8")
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("vary", "accept-encoding");
      const unpacks = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
      return unpacks ? reply.header("content-encoding", "gzip").send(packed) : reply.send(script);
    });
  }
}
