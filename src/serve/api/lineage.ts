import { join } from "node:path";
import { seriesByCode } from "../../../indicators/index.js";
import { standsBesideCountry } from "../../estimate/policy.js";
import { dimensionsOf, sameKey } from "../../keys.js";
import { type Environment, environmentAt } from "../../run/environment.js";
import { lineageSchema } from "../../run/lineage/schema.js";
import type { Lineage, LineagePart, Report } from "../../run/lineage/types.js";
import { type Lineages, openLineages } from "../../run/lineage.js";
import { PLACES } from "../../run/release/build.js";
import { folderOf, readManifest } from "../../run/release/manifest.js";
import { FLOWS } from "../../sdmx/structure.js";
import type { Release } from "../../store/store.js";
import { DIMENSIONS, type Key } from "../../types.js";
import { ServiceError } from "../errors.js";
import { BREAKDOWN, CODE, PERIOD, RELEASE } from "./parameters.js";
import { type ApiRoute, type ApiService, type Given, jsonAnswer, publishedRelease } from "./route.js";

/** Lineages of releases, each opened when it is first asked about: its estimates are made again, which takes seconds. */
export function lineagesByRelease(environment: Environment): (release: Release) => Lineages {
  const opened = new Map<string, Lineages>();
  return (release) => {
    const known = opened.get(release.name) ?? openAt(environment, release);
    opened.set(release.name, known);
    return known;
  };
}

function openAt(environment: Environment, { name, pins }: Release): Lineages {
  const folder = folderOf(environment, name);
  const { composition } = readManifest(folder).contents;
  const then = { ...environmentAt(environment, pins, join(folder, PLACES.lists)), composition };
  const lineages = openLineages(then);
  if (!lineages) throw new ServiceError("no-results", `Release ${name} was made from nothing.`);
  return lineages;
}

const lineage: ApiRoute = {
  path: "/releases/:release/lineage",
  summary: "What a published figure was made from, down to file and line of every country's figure",
  parameters: {
    release: RELEASE,
    series: { description: "Code of the series", required: true, schema: { type: "string", maxLength: 40 } },
    area: CODE,
    period: PERIOD,
    ...BREAKDOWN,
  },
  content: { "application/json": lineageSchema() },
  answer: (service, given) => {
    const release = publishedRelease(service, given.release ?? "");
    const key = keyOf(service, given);
    const value = publishedValue(service, release, key);
    return jsonAnswer(service, given, release.manifest, () => lineageOf(service, release, key, value));
  },
};

function keyOf({ environment: { areas, groups } }: ApiService, given: Given): Key {
  const { area = "", period, series = "" } = given;
  const code = /^world$/i.test(area) ? 1 : (groups.findGroup(area) ?? areas.findArea(area));
  if (code === undefined)
    throw new ServiceError(
      "no-results",
      `There is no area or group "${area}". /api/areas and /api/groups list them.`,
    );
  const dimensions = dimensionsOf(
    Object.fromEntries(DIMENSIONS.flatMap((id) => (given[id] ? [[id, given[id]]] : []))),
  );
  return { series: series.toUpperCase(), area: code, period: Number(period), dimensions };
}

/** The value a release published. @throws ServiceError when it published no such figure, whatever the store has */
function publishedValue({ published }: ApiService, { name }: Release, key: Key): number | null {
  const { releases, versions } = published();
  const through = releases.findIndex((one) => one.name === name) + 1;
  const span = { through, after: through, changedAfter: null };
  const [found] = FLOWS.flatMap((flow) => versions(flow, key, span)).filter((one) => sameKey(one, key));
  if (found) return found.OBS_VALUE;
  throw new ServiceError("no-results", `Release ${name} has no such figure.`);
}

function lineageOf(service: ApiService, release: Release, key: Key, value: number | null): Lineage {
  const found = service.lineages(release).of(key);
  // Another program may estimate otherwise than the one that made the release.
  if (!found || !isSame(found.value, value))
    throw new ServiceError(
      "conflict",
      `What ${release.name} published cannot be followed by this version of the program, which would make another figure of the same files. \`ictsdg release rebuild ${release.name}\` tells what differs.`,
    );
  return forEverybody(found);
}

/** Whether two values are the same but for the last bits of a sum. */
export const isSame = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));

/**
 * What everybody may see of a lineage: not who sent a file, not what was said of doubts, and of an estimate that is for
 * aggregates only not its value, which is never shown beside a country's name (SDG metadata, field 4.f).
 */
export function forEverybody(found: Lineage): Lineage {
  const indicator = seriesByCode.get(found.key.series)?.indicator;
  const mayStand = indicator !== undefined && standsBesideCountry(indicator, found.key.dimensions);
  return {
    ...found,
    parts: found.parts.map((part) => shownPart(part, mayStand)),
    leftOut: found.leftOut.map(({ area, reports }) => ({ area, reports: reports.map(shownReport) })),
  };
}

function shownPart(part: LineagePart, mayStand: boolean): LineagePart {
  const shown = { ...part, reports: part.reports.map(shownReport), findings: [] };
  if (part.source !== "estimated" || mayStand) return shown;
  return { ...shown, value: null, contribution: null, shareOfTotal: null, estimates: [] };
}

const shownReport = (report: Report): Report => ({ ...report, receivedFrom: "" });

export const lineageRoutes: readonly ApiRoute[] = [lineage];
