import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import multipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Finding } from "../../types.js";
import { levelOf, severityOf } from "../../validate/severity.js";
import { DESK, Refusal, requireToken } from "../access.js";
import { SCRIPTS } from "../assets.js";
import { type Given, UPLOAD_LIMIT } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { csrfField, sayIn, sendPage } from "../page.js";
import { AT_DESK, type Country, countryOf, personOf } from "./country.js";
import { refusalNotice } from "./findings.js";
import { type Arrival, inFolderOfItsOwn, intakeOf } from "./intake.js";
import { submissionPath } from "./sent.js";

/** Endings of files that can be read, as a file picker wants them. */
const ENDINGS = ".csv,.tsv,.txt,.xlsx,.xlsm";

/** Sending a file: by a form alone, and with a script in pieces that go on after a broken line (see resume.ts). */
export function uploadPages(app: FastifyInstance, given: Given): void {
  app.get("/:language/country/:area/upload", AT_DESK, (request, reply) => uploadPage(given, request, reply));
  app.register(async (own) => {
    const limits = { files: 1, fields: 5, parts: 6, fileSize: limitOf(given) };
    await own.register(multipart, { limits, throwFileSizeLimit: false });
    const config = { access: DESK, asksToken: true };
    own.post("/:language/country/:area/upload", { config }, (request, reply) =>
      receive(given, request, reply),
    );
  });
}

/** Bytes that a file may have. */
export const limitOf = ({ uploadLimit = UPLOAD_LIMIT }: Given): number => uploadLimit;

/** Where a person is led who has sent a file. */
export function arrivalPath(
  given: Given,
  country: Country,
  arrival: Exclude<Arrival, { readonly outcome: "refused" }>,
): string {
  // The same bytes may have come from an agency, or for another country.
  if (given.environment.store.submission(arrival.receipt)?.area !== country.m49)
    throw new Refusal(409, "sent-elsewhere");
  return `${submissionPath(country, arrival.receipt)}${arrival.outcome === "known" ? "?again=1" : ""}`;
}

/** What is told of a file with more bytes than may be sent. */
export function tooLarge(limit: number): Finding {
  const rule = "file-too-large";
  const place = { line: 0, column: "", key: null, value: null };
  return { rule, level: levelOf(rule), severity: severityOf(rule), ...place, params: { limit } };
}

function uploadPage(
  given: Given,
  request: FastifyRequest,
  reply: FastifyReply,
  notice?: Html,
  status = 200,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const country = countryOf(given, request);
  const megabytes = Math.floor(limitOf(given) / 1024 ** 2);
  const body = html`${notice}
<p>${say("upload.how")}</p>
<form id="upload" method="post" action="${country.path}/upload" enctype="multipart/form-data" data-resume="${country.path}/resume" data-limit="${limitOf(given)}" data-sending="${say("upload.sending")}" data-checking="${say("upload.checking")}" data-broken="${say("upload.broken")}">${csrfField(request)}
<div class="field"><label for="file">${say("upload.file")}</label><span class="hint" id="file-hint"><bdi>${say("upload.hint")}</bdi><br>
${megabytes > 0 && say("upload.limit", { megabytes })}</span>
<input id="file" name="file" type="file" accept="${ENDINGS}" aria-describedby="file-hint" required></div>
<button class="main">${say("upload.send")}</button>
<p id="upload-state" role="status"></p></form>
<p><a href="${country.path}/templates">${say("templates")}</a></p>`;
  const title = say("upload.title", { country: country.title });
  return sendPage(request, reply, { title, body, status, scripts: [SCRIPTS.tus, SCRIPTS.upload] });
}

async function receive(given: Given, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const country = countryOf(given, request);
  const say = sayIn(languageOf(request));
  const part = await filePart(request);
  if (!part || part.filename === "") {
    part?.file.resume();
    const notice = html`<p class="notice error" role="alert">${say("upload.none")}</p>`;
    return uploadPage(given, request, reply, notice, 422);
  }
  const arrival = await arrive(given, request, country, part);
  if (arrival.outcome !== "refused") return reply.redirect(arrivalPath(given, country, arrival), 303);
  const notice = refusalNotice(given.environment, languageOf(request), say, arrival.finding);
  const status = arrival.finding.rule === "file-too-large" ? 413 : 422;
  return uploadPage(given, request, reply, notice, status);
}

/** The file of a form. The token comes before it and is looked at before a byte of the file is read. */
async function filePart(request: FastifyRequest): Promise<MultipartFile | undefined> {
  if (!request.isMultipart()) throw new Refusal(403, "old-form");
  let csrf: unknown;
  for await (const part of request.parts()) {
    if (part.type === "field") {
      if (part.fieldname === "csrf") csrf = part.value;
    } else {
      requireToken(request, csrf);
      return part;
    }
  }
  requireToken(request, csrf);
  return undefined;
}

function arrive(
  given: Given,
  request: FastifyRequest,
  { m49: area }: Country,
  { filename, file }: MultipartFile,
): Promise<Arrival> {
  return inFolderOfItsOwn(given, filename, async (path) => {
    await pipeline(file, createWriteStream(path));
    if (file.truncated) return { outcome: "refused", finding: tooLarge(limitOf(given)) };
    return intakeOf(given)(path, { area, by: personOf(request).email });
  });
}
