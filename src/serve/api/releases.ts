import { createReadStream } from "node:fs";
import { join } from "node:path";
import { exporterOfFile } from "../../export/index.js";
import { exactly, listOf } from "../../json-schema.js";
import { PLACES } from "../../run/release/build.js";
import { folderOf, type Manifest, readManifest } from "../../run/release/manifest.js";
import type { Release } from "../../store/store.js";
import { ServiceError } from "../errors.js";
import { exporterOf, FORMAT, LANGUAGE, languageOf, RELEASE } from "./parameters.js";
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
    return jsonAnswer(service, given, found.manifest, () => tableFiles(manifestOf(service, found)));
  },
};

const manifestOf = ({ environment }: ApiService, { name }: Release): Manifest =>
  readManifest(folderOf(environment, name));

function tableFiles({ files }: Manifest) {
  return files.flatMap(({ path, bytes, sha256 }) => {
    const [folder, language, file = "", ...more] = path.split("/");
    const exporter = exporterOfFile(file);
    if (folder !== PLACES.tables || !exporter || more.length > 0) return [];
    const table = file.slice(0, -(exporter.extension.length + 1));
    return [{ table, language, format: exporter.id, bytes, sha256 }];
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
    const exporter = exporterOf(given);
    const name = `${given.table}.${exporter?.extension}`;
    const path = `${PLACES.tables}/${languageOf(given)}/${name}`;
    // Only what the manifest lists can be asked for, so that no name leads out of the folder.
    const file = manifestOf(service, found).files.find((one) => one.path === path);
    if (!file || !exporter)
      throw new ServiceError(
        "no-results",
        `Release ${found.name} has no ${path.slice(0, 160)}. /api/releases/${found.name}/tables lists what it has.`,
      );
    return {
      contentType: exporter.mediaType,
      madeFrom: [file.sha256],
      modified: found.at,
      headers: { "content-disposition": `inline; filename="${name}"`, "content-length": String(file.bytes) },
      body: () => createReadStream(join(folderOf(service.environment, found.name), path)),
    };
  },
};

export const releaseRoutes: readonly ApiRoute[] = [releases, tables, table];
