/** Files with a fault in about every third line, so that every rule has something to find. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { SUBMISSION_COLUMNS } from "../../indicators/schema.js";
import type { Observation } from "../../src/types.js";
import { seededRandom } from "../sample/random.js";
import { identifiers } from "./vtl-data.js";

/** Null leaves the line out. */
type Fault = (one: Observation, random: () => number) => Observation | null;

const scaled =
  (least: number, most: number): Fault =>
  (one, random) => ({
    ...one,
    value: one.value === null ? null : Number((one.value * (least + (most - least) * random())).toFixed(1)),
  });

const FAULTS: readonly Fault[] = [
  scaled(0.5, 1),
  scaled(1, 2),
  scaled(0.97, 1.03),
  () => null,
  (one) => ({ ...one, value: null, status: "M" }),
  (one) => ({ ...one, status: "L" }),
  (one) => ({ ...one, status: "B", value: one.value === null ? null : one.value / 2 }),
  (one) => ({ ...one, period: one.period + 40 }),
  (one) => ({ ...one, ageScope: "" }),
  (one) => ({ ...one, value: one.value === null ? null : one.value + 0.25 }),
  (one) => ({ ...one, value: one.value === null ? null : one.value / 1000, unitMultiplier: 3 }),
  (one) => ({ ...one, numerator: one.denominator, denominator: one.numerator }),
  (one) => ({ ...one, numerator: one.value, denominator: 100 }),
  (one) => ({ ...one, denominator: 0, numerator: 1 }),
  (one) => ({ ...one, value: one.value === null ? null : -one.value }),
  (one) => ({ ...one, value: one.value === null ? null : one.value * 0.9, comment: "Revised" }),
];

/** Writes one file a country with the figures and their faults; the same seed gives the same files. */
export function writeFaulty(folder: string, figures: readonly Observation[], seed: string): void {
  const random = seededRandom(seed);
  const countries = new Map<number, Observation[]>();
  for (const figure of figures) {
    const fault = random() < 0.3 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined;
    const faulty = fault ? fault(figure, random) : figure;
    if (faulty) countries.set(figure.area, [...(countries.get(figure.area) ?? []), faulty]);
  }
  mkdirSync(folder, { recursive: true });
  [...countries.values()].forEach((lines, i) => {
    const columns = [...SUBMISSION_COLUMNS];
    writeFileSync(
      join(folder, `faulty-${i + 1}.csv`),
      stringify(lines.map(lineOf), { header: true, columns }),
    );
  });
}

function lineOf(one: Observation): Record<string, unknown> {
  return {
    ...identifiers(one),
    OBS_VALUE: one.value,
    UNIT_MEASURE: one.unit,
    UNIT_MULT: one.unitMultiplier,
    OBS_STATUS: one.status,
    NATURE: one.nature,
    NUMERATOR: one.numerator,
    DENOMINATOR: one.denominator,
    AGE_SCOPE: one.ageScope,
    SOURCE_DETAIL: one.source,
    COMMENT_OBS: one.comment,
  };
}
