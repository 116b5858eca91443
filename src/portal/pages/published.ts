import type { FastifyInstance } from "fastify";
import { deskPublishedPages } from "../desk/published.js";
import type { Given } from "../given.js";
import { type Editions, openEditions } from "../published/editions.js";
import { releasePages } from "./preparer/releases.js";
import { workbenchPages } from "./preparer/workbench.js";
import { areaPages } from "./public/areas.js";
import { availabilityPages } from "./public/availability.js";
import { chartPages } from "./public/charts.js";
import { filePages } from "./public/files.js";
import { homePages } from "./public/home.js";
import { indicatorPages } from "./public/indicators.js";
import { lineagePages } from "./public/lineage.js";
import { searchPages } from "./public/search.js";
import { tablePages } from "./public/tables.js";

/** Pages that show what has been published. */
export type PublishedPages = (app: FastifyInstance, given: Given, editions: Editions) => void;

const PAGES: readonly PublishedPages[] = [
  homePages,
  indicatorPages,
  areaPages,
  tablePages,
  availabilityPages,
  searchPages,
  lineagePages,
  chartPages,
  filePages,
  deskPublishedPages,
  workbenchPages,
  releasePages,
];

/** What everybody may read, and what preparers make of it. All of them look at the same releases. */
export function publishedPages(app: FastifyInstance, given: Given): void {
  const editions = openEditions(given, (error) => app.log.error(error));
  app.addHook("onReady", async () => void (await editions.newest()));
  app.addHook("onClose", async () => editions.close());
  for (const pages of PAGES) pages(app, given, editions);
}
