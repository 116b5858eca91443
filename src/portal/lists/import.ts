import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import multipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit } from "../../accounts/audit.js";
import { REFERENCE_SERIES } from "../../define.js";
import { Refusal, requireToken, SETTLERS } from "../access.js";
import { personOf } from "../desk/country.js";
import { limitOf } from "../desk/upload.js";
import type { Given } from "../given.js";
import { languageOf } from "../language.js";
import { workOf } from "../work/work.js";

/** What the fields before the file say of it. */
interface About {
  readonly csrf?: string;
  readonly series?: string;
  readonly revision?: string;
  readonly source?: string;
}

/** Importing a file of denominators. The file comes last in the form, so that nothing of it is read without the token. */
export function importPages(app: FastifyInstance, given: Given): void {
  app.register(async (own) => {
    const limits = { files: 1, fields: 5, parts: 6, fieldSize: 1000, fileSize: limitOf(given) };
    await own.register(multipart, { limits, throwFileSizeLimit: false });
    const config = { access: SETTLERS, asksToken: true };
    own.post("/:language/lists/import", { config }, (request, reply) => receive(given, request, reply));
  });
}

async function receive(given: Given, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { about, file } = await partsOf(request);
  const revision = about.revision?.trim() ?? "";
  const source = about.source?.trim() ?? "";
  const series = REFERENCE_SERIES.find((one) => one === about.series);
  if (series === undefined || revision === "" || source === "" || file.filename === "") {
    file.file.resume();
    throw new Refusal(422, "import-incomplete");
  }
  const path = await keep(given, file);
  try {
    workOf(given).start({ kind: "reference", path, series, revision, source });
  } catch (error) {
    await rm(join(path, ".."), { recursive: true, force: true });
    throw error;
  }
  const details = { revision, source, filename: file.filename };
  const entry = { actor: personOf(request).email, action: "reference-imported", object: series, details };
  audit(given.accounts, { at: given.now().toISOString(), ...entry });
  return reply.redirect(`/${languageOf(request)}/lists`, 303);
}

/** @throws Refusal when the token is missing or wrong, or there is no file */
async function partsOf(request: FastifyRequest): Promise<{ about: About; file: MultipartFile }> {
  if (!request.isMultipart()) throw new Refusal(403, "old-form");
  const about: Record<string, unknown> = {};
  for await (const part of request.parts()) {
    if (part.type === "file") {
      requireToken(request, about.csrf);
      return { about, file: part };
    }
    about[part.fieldname] = part.value;
  }
  requireToken(request, about.csrf);
  throw new Refusal(422, "import-incomplete");
}

/** Puts the file into a folder of its own. The job that imports it removes the folder. */
async function keep({ uploads }: Given, { filename, file }: MultipartFile): Promise<string> {
  const folder = join(uploads, randomUUID());
  await mkdir(folder, { recursive: true });
  // People know the file by this name; a file system takes it whatever they called it.
  const name = filename
    .replace(/[^\w.-]+/g, "_")
    .replace(/^\.+/, "_")
    .slice(-100);
  const path = join(folder, name);
  await pipeline(file, createWriteStream(path));
  if (!file.truncated) return path;
  await rm(folder, { recursive: true, force: true });
  throw new Refusal(413, "too-large");
}
