import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { exactly } from "../json-schema.js";
import type { Thresholds } from "../types.js";
import { malformed } from "./malformed.js";

/**
 * Half of the population and half of the countries: what the IAEG-SDGs ask of a Tier I indicator (tier
 * classification 2021), and the baseline below which Statistical Journal of the IAOS 2022, sji220090,
 * advises against a world figure. Two thirds: the World Bank publishes no weighted average or sum with
 * more than one third of the weight missing (WDI, aggregation methods).
 */
export const THRESHOLDS: Thresholds = { minimumWeight: 0.5, minimumCountries: 0.5, reliableWeight: 2 / 3 };

export const THRESHOLDS_FILE = "thresholds.json";

const share = { type: "number", minimum: 0, maximum: 1 };
/** Compiled where there is a file to check, since most have none and every command comes by here. */
const validator = () =>
  new Ajv2020({ allErrors: true }).compile<Thresholds>(
    exactly({ minimumWeight: share, minimumCountries: share, reliableWeight: share }),
  );

const REMEDY = `Give shares from 0 to 1, such as ${JSON.stringify({ ...THRESHOLDS, reliableWeight: 0.667 })}, or remove the file.`;

/**
 * Reads `thresholds.json`: all three shares of `Thresholds`, from 0 to 1. Without the file, `THRESHOLDS`.
 * @param directory the reference directory, such as data/reference
 * @throws MalformedReference naming the file, each property at fault and the remedy
 */
export function loadThresholds(directory: string): Thresholds {
  const file = join(directory, THRESHOLDS_FILE);
  if (!existsSync(file)) return THRESHOLDS;
  const given = parse(file);
  const isThresholds = validator();
  if (!isThresholds(given)) throw malformed(file, 0, `${causesOf(isThresholds.errors)}.`, REMEDY);
  if (given.reliableWeight < given.minimumWeight) {
    throw malformed(file, 0, "reliableWeight is less than minimumWeight.", "Swap or correct the shares.");
  }
  return given;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw malformed(file, 0, `it is not JSON (${(error as Error).message}).`, REMEDY);
  }
}

function causesOf(errors: ErrorObject[] | null | undefined): string {
  const named = (errors ?? []).map(({ instancePath, message, params }) => {
    const extra = "additionalProperty" in params ? ` (${params.additionalProperty})` : "";
    return `${instancePath.slice(1) || "the file"} ${message}${extra}`;
  });
  return named.join("; ");
}
