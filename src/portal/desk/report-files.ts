import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import csv from "../../report/csv.js";
import html from "../../report/html.js";
import json from "../../report/json.js";
import type { ReportFormat } from "../../report/report.js";
import xlsx from "../../report/xlsx.js";
import { submissionReport } from "../../run/submission-report.js";
import { Refusal } from "../access.js";
import type { Given } from "../given.js";
import { languageOf } from "../language.js";
import { AT_DESK, countryOf } from "./country.js";
import { submissionOf } from "./sent.js";

/** Files about a submission by their names below its page: the file itself with its findings marked, and reports. */
export const REPORT_FILES: Readonly<Record<string, ReportFormat>> = {
  "marked.xlsx": xlsx,
  "report.html": html,
  "report.csv": csv,
  "report.json": json,
};

type Named = { Params: { receipt: string; file: string } };

/** What is told of a submission, to be kept or worked on. */
export function reportFilePages(app: FastifyInstance, given: Given): void {
  app.get<Named>("/:language/country/:area/submissions/:receipt/:file", AT_DESK, (request, reply) =>
    sendReport(given, request, reply),
  );
}

async function sendReport(
  given: Given,
  request: FastifyRequest<Named>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { receipt, file } = request.params;
  const submission = submissionOf(given, countryOf(given, request), receipt);
  const format = Object.hasOwn(REPORT_FILES, file) ? REPORT_FILES[file] : undefined;
  if (!format) throw new Refusal(404, "not-there");
  const report = await submissionReport(given.environment, submission, languageOf(request));
  const name = `${submission.filename}.${report.language}.${format.extension}`;
  return reply
    .type(format.mediaType)
    .header("content-disposition", attachment(name))
    .send(Readable.from(format.write(report)));
}

/** A file to be saved under this name, in whatever script (RFC 6266, RFC 8187). */
export const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
