import { createReadStream } from "node:fs";
import { basename, join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { exporterOfFile, exporters } from "../../../export/index.js";
import { PLACES } from "../../../run/release/build.js";
import { LANGUAGES, type Language } from "../../../types.js";
import { Refusal } from "../../access.js";
import type { Given } from "../../given.js";
import { type Html, html } from "../../html.js";
import type { Say } from "../../page.js";
import type { Edition, Editions } from "../../published/editions.js";

/** Files of releases, as they were frozen. */
export function filePages(app: FastifyInstance, _given: Given, editions: Editions): void {
  app.get<{ Params: { release: string; "*": string } }>(
    "/:language/files/:release/*",
    { config: { access: "public" } },
    async (request, reply): Promise<FastifyReply> => {
      const { release, "*": path } = request.params;
      const { folder, manifest } = await editions.named(release);
      // Only what the manifest names is there to be had, so that no path leads out of the folder.
      const file = manifest.files.find((one) => one.path === path);
      if (!file) throw new Refusal(404, "not-there");
      const [, language = ""] = path.split("/");
      return reply
        .type(exporterOfFile(path)?.mediaType ?? "application/octet-stream")
        .header("content-disposition", `attachment; filename="${release}-${language}-${basename(path)}"`)
        .header("content-length", file.bytes)
        .header("etag", `"${file.sha256}"`)
        .header("cache-control", "public, max-age=3600")
        .send(createReadStream(join(folder, path)));
    },
  );
}

/** Links to a table's files: of each language the formats there are, or nothing where the release has none. */
export function tableDownloads(
  { name, manifest }: Edition,
  table: string,
  language: Language,
  say: Say,
): Html {
  const there = new Set(manifest.files.map(({ path }) => path));
  const link = (own: Language, { id, extension }: (typeof exporters)[number]) => {
    const path = `${PLACES.tables}/${own}/${table}.${extension}`;
    return there.has(path) && html` <a href="/${language}/files/${name}/${path}">${id}</a>`;
  };
  const names = new Intl.DisplayNames(language, { type: "language" });
  const rows = LANGUAGES.filter((own) => manifest.contents.languages.includes(own)).map(
    (own) => html`<li>${names.of(own)}:${exporters.map((exporter) => link(own, exporter))}</li>`,
  );
  return html`<h2>${say("downloads")}</h2><ul>${rows}</ul>`;
}
