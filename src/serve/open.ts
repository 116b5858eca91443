import { dirname, join } from "node:path";
import type { FastifyInstance, FastifyServerOptions } from "fastify";
import type { Environment } from "../run/environment.js";
import { program } from "../run/program.js";
import { folderOf } from "../run/release/manifest.js";
import { lineagesByRelease } from "./api/lineage.js";
import { createApp } from "./app.js";
import { createKeeper, type Keeper } from "./published/keeper.js";
import { sdmxService } from "./service.js";
import { watchReleases } from "./watch.js";

/** A server that has read what is published; `close` ends it and what it opened, but not the environment. */
export interface Served {
  readonly app: FastifyInstance;
  /** What is published, for pages beside the services. */
  readonly keeper: Keeper;
  readonly close: () => Promise<void>;
}

/**
 * The server of an environment's releases. New releases are seen while it runs.
 * @param store the database file; the index of what is published, `published.db`, is kept beside it
 * @throws ReleaseError when a release's folder is not as it was frozen
 */
export async function openServer(
  environment: Environment,
  store: string,
  logger: FastifyServerOptions["logger"] = false,
): Promise<Served> {
  const keeper = createKeeper({
    path: join(dirname(store), "published.db"),
    releases: () => environment.store.releases(),
    folderOf: (name) => folderOf(environment, name),
  });
  await keeper.refresh();
  const { version, sha256 } = program();
  const app = await createApp({
    sdmx: sdmxService(environment, keeper.current, sha256),
    api: {
      ...{ environment, published: keeper.current, program: sha256, version },
      lineages: lineagesByRelease(environment),
    },
    logger,
  });
  const watch = watchReleases(keeper, (error) => app.log.error(error));
  const close = async () => {
    watch.stop();
    await app.close();
    keeper.close();
  };
  return { app, keeper, close };
}
