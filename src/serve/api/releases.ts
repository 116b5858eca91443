import { createReadStream } from "node:fs";
import { basename, join } from "node:path";
import { exporterOfFile } from "../../export/index.js";
import { exactly, listOf } from "../../json-schema.js";
import { PLACES } from "../../run/release/build.js";
import { type FrozenFile, folderOf, type Manifest, readManifest } from "../../run/release/manifest.js";
import type { Release } from "../../store/store.js";
import { ServiceError } from "../errors.js";
import type { Answer } from "../http/answer.js";
import { FORMAT, LANGUAGE, languageOf, RELEASE } from "./parameters.js";
import { type ApiRoute, type ApiService, jsonAnswer, publishedRelease } from "./route.js";

const STRING = { type: "string" };

const release = {
  name: STRING,
  at: { ...STRING, format: "date-time" },
  dataAsOf: { type: ["string", "null"], format: "date-time" },
  manifest: { ...STRING, description: "SHA-256 of the manifest" },
};

const releases: ApiRoute = {
  path: "/releases",
  summary: "Releases, oldest first",
  parameters: {},
  content: { "application/json": listOf(exactly(release)) },
  answer: (service, given) =>
    jsonAnswer(service, given, stateOf(service), () =>
      service.published().releases.map(({ name }) => described(publishedRelease(service, name))),
    ),
};

const described = ({ name, at, pins, manifest }: Release) => ({
  ...{ name, at },
  dataAsOf: pins.vintage?.asOf ?? null,
  manifest,
});

const stateOf = ({ published }: ApiService): string =>
  published()
    .releases.map(({ manifest }) => manifest)
    .join(" ");

const tables: ApiRoute = {
  path: "/releases/:release/tables",
  summary: "Files of the tables of a release",
  parameters: { release: RELEASE },
  content: {
    "application/json": listOf(
      exactly({
        ...{ table: STRING, language: STRING, format: STRING, bytes: { type: "integer" } },
        sha256: { ...STRING, description: "Of the file, in hexadecimal" },
      }),
    ),
  },
  answer: (service, given) => {
    const found = publishedRelease(service, given.release ?? "");
    return jsonAnswer(service, given, found.manifest, () =>
      tableFiles(manifestOf(service, found)).map(({ path: _, mediaType, ...file }) => file),
    );
  },
};

const manifestOf = ({ environment }: ApiService, { name }: Release): Manifest =>
  readManifest(folderOf(environment, name));

/** The file of a table in one language and format. */
interface TableFile extends FrozenFile {
  readonly table: string;
  readonly language: string;
  readonly format: string;
  readonly mediaType: string;
}

/** Files of tables; what describes them is left out. */
function tableFiles({ files, contents }: Manifest): TableFile[] {
  return files.flatMap((one) => {
    const [folder, language = "", file = "", ...more] = one.path.split("/");
    const exporter = exporterOfFile(file);
    if (folder !== PLACES.tables || !exporter || more.length > 0) return [];
    const name = file.slice(0, -(exporter.extension.length + 1));
    if (!contents.tables.includes(name)) return [];
    return [{ ...one, table: name, language, format: exporter.id, mediaType: exporter.mediaType }];
  });
}

const table: ApiRoute = {
  path: "/releases/:release/tables/:table",
  summary: "One table of a release, as it was frozen",
  parameters: {
    release: RELEASE,
    table: { description: "Such as facts-and-figures", required: true, schema: { ...STRING, maxLength: 80 } },
    format: FORMAT,
    lang: LANGUAGE,
  },
  content: { "text/csv": null, "application/json": null, "*/*": null },
  answer: (service, given) => {
    const found = publishedRelease(service, given.release ?? "");
    const { table: asked, format = "csv" } = given;
    const language = languageOf(given);
    // Only what the manifest lists can be asked for, so that no name leads out of the folder.
    const file = tableFiles(manifestOf(service, found)).find(
      (one) => one.table === asked && one.language === language && one.format === format,
    );
    if (!file)
      throw new ServiceError(
        "no-results",
        `Release ${found.name} has no table "${asked}" as ${format} in ${language}. /api/releases/${found.name}/tables lists what it has.`,
      );
    return fileAnswer(join(folderOf(service.environment, found.name), file.path), file, found.at);
  },
};

function fileAnswer(path: string, { mediaType, bytes, sha256 }: TableFile, modified: string): Answer {
  return {
    contentType: mediaType,
    madeFrom: [sha256],
    modified,
    headers: {
      "content-disposition": `inline; filename="${basename(path)}"`,
      "content-length": String(bytes),
    },
    body: () => createReadStream(path),
  };
}

export const releaseRoutes: readonly ApiRoute[] = [releases, tables, table];
