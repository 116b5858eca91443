import type { FastifyInstance } from "fastify";
import type { Given } from "../given.js";
import { workOf } from "../work/work.js";
import { backtestPages } from "./backtest.js";
import { collectionPages } from "./collection.js";
import { collectionCountryPages } from "./collection-country.js";
import { findingPages } from "./finding.js";
import { groupsPages } from "./groups.js";
import { listsPages } from "./lists.js";
import { queuePages } from "./queue.js";
import { runsPages } from "./runs.js";

/** The pages of those who run the collection and settle doubts. */
export function staffPages(app: FastifyInstance, given: Given): void {
  queuePages(app, given);
  findingPages(app, given);
  collectionPages(app, given);
  collectionCountryPages(app, given);
  runsPages(app, given);
  listsPages(app, given);
  groupsPages(app, given);
  backtestPages(app, given);
  app.addHook("onClose", () => workOf(given).close());
}
