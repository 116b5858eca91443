import type { FastifyInstance, FastifyServerOptions } from "fastify";
import type { Environment, Places } from "../run/environment.js";
import { openServer } from "../serve/open.js";
import { portal } from "./app.js";
import type { Given } from "./given.js";
import { openPortal, type Wishes } from "./open.js";

/** The portal beside SDMX REST and JSON, not yet listening; `close` ends all of it, but not the environment. */
export interface Site {
  readonly app: FastifyInstance;
  readonly given: Given;
  readonly close: () => Promise<void>;
}

/**
 * Opens everything that is served: pages, SDMX REST and JSON, all from the same releases.
 * @param at the places of the environment; long work is done in threads that open them again
 * @throws ReleaseError when a release's folder is not as it was frozen
 */
export async function openSite(
  environment: Environment,
  at: Places,
  wishes: Wishes,
  logger: FastifyServerOptions["logger"] = false,
): Promise<Site> {
  const { app, keeper, close } = await openServer(environment, at.store, logger);
  const given: Given = { ...openPortal(environment, at.store, wishes), places: at, published: keeper };
  await app.register(portal, given);
  return { app, given, close };
}
