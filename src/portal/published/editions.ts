import { dirname, join } from "node:path";
import { seriesByCode } from "../../../indicators/index.js";
import { type Environment, environmentAt } from "../../run/environment.js";
import { PLACES } from "../../run/release/build.js";
import { folderOf, type Manifest, readManifest } from "../../run/release/manifest.js";
import type { FlowId } from "../../sdmx/structure.js";
import { createKeeper, type Keeper } from "../../serve/published/keeper.js";
import type { FigureVersion, Published, Slice } from "../../serve/published/published.js";
import type { Release } from "../../store/store.js";
import { Refusal } from "../access.js";
import type { Given } from "../given.js";

/** A release as pages show it. */
export interface Edition {
  readonly name: string;
  readonly release: Release;
  readonly manifest: Manifest;
  readonly folder: string;
  /** As it was when the release was made, with the release's own lists. */
  readonly environment: Environment;
  isGroup(area: number): boolean;
  /** What there is of each series and area in a dataflow, whether or not it still stood in this release. */
  slices(flow: FlowId): readonly Slice[];
  /** Figures of a series and area as this release published them, by breakdown and year. */
  figures(series: string, area: number): FigureVersion[];
}

/** The releases, to be shown. */
export interface Editions {
  /** The newest release; undefined before the first. */
  newest(): Promise<Edition | undefined>;
  /** A release by name, or the newest where none is named. @throws Refusal when there is none */
  named(name: string | undefined): Promise<Edition>;
  /** Calls for each release that becomes the newest, so that what takes long is begun before somebody asks for it. */
  whenNew(listener: (edition: Edition) => void): void;
  /** Takes a release in that has just been made. */
  refresh(): Promise<void>;
  close(): void;
}

/**
 * Opens what has been published. A new release is read in while readers see the one before; the first is waited for.
 * @param told is told why a release cannot be read; readers then see those before it
 */
export function openEditions(given: Given, told: (error: unknown) => void): Editions {
  const keeper = given.published ?? ownKeeper(given);
  const opened = new Map<string, Edition>();
  const refresh = () => keeper.refresh().catch(told);
  const current = async (): Promise<Published> => {
    const looking = refresh();
    if (keeper.current().releases.length === 0) await looking;
    return keeper.current();
  };
  const editionOf = (published: Published, name: string): Edition | undefined => {
    const marked = published.releases.find((one) => one.name === name);
    if (!marked) return undefined;
    const known = opened.get(marked.manifest);
    if (known) return known;
    const edition = openEdition(given, keeper, name);
    if (edition) opened.set(marked.manifest, edition);
    return edition;
  };
  const listeners: ((edition: Edition) => void)[] = [];
  let last: Edition | undefined;
  const newest = async () => {
    const published = await current();
    const edition = editionOf(published, published.releases.at(-1)?.name ?? "");
    if (edition && edition !== last) {
      last = edition;
      for (const listener of listeners) listener(edition);
    }
    return edition;
  };
  return {
    newest,
    named: async (name) => {
      const found = name === undefined ? await newest() : editionOf(await current(), name);
      if (!found) throw new Refusal(404, name === undefined ? "nothing-published" : "not-there");
      return found;
    },
    whenNew: (listener) => void listeners.push(listener),
    refresh,
    close: () => {
      if (!given.published) keeper.close();
    },
  };
}

const ownKeeper = ({ environment, uploads }: Given): Keeper =>
  createKeeper({
    path: join(dirname(uploads), "published.db"),
    releases: () => environment.store.releases(),
    folderOf: (name) => folderOf(environment, name),
  });

function openEdition({ environment: today }: Given, keeper: Keeper, name: string): Edition | undefined {
  const release = today.store.releases().find((one) => one.name === name);
  if (!release) return undefined;
  const folder = folderOf(today, name);
  const manifest = readManifest(folder);
  const then = environmentAt(today, release.pins, join(folder, PLACES.lists));
  const environment = { ...then, composition: manifest.contents.composition };
  const isGroup = (area: number) => environment.groups.get(area) !== undefined;
  return {
    ...{ name, release, manifest, folder, environment, isGroup },
    slices: (flow) => keeper.current().slices(flow),
    figures: (series, area) => {
      const flow = flowOf(series, isGroup(area));
      const published = keeper.current();
      // The index may have been made anew since, with more releases.
      const at = published.releases.findIndex((one) => one.name === name) + 1;
      return flow
        ? published.versions(flow, { series, area }, { through: at, after: at, changedAfter: null })
        : [];
    },
  };
}

/** The dataflow that has the figures of a series; undefined of a series that no indicator has. */
export function flowOf(series: string, isGroup: boolean): FlowId | undefined {
  const indicator = seriesByCode.get(series)?.indicator;
  if (!indicator) return undefined;
  if (isGroup) return "AGGREGATES";
  return indicator.framework === "global" ? "GLOBAL" : "THEMATIC";
}
