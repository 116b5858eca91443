/**
 * Time and memory of writing SDMX: `node dist/scripts/bench/sdmx.js [observations=2000000]`. Observations are made as
 * they are asked for, 20 to a series; each format is written to a file by a process of its own, and once more
 * with a tenth of the observations.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWhole } from "../../src/export/whole-file.js";
import { openEnvironment, places } from "../../src/run/environment.js";
import { dataFormats } from "../../src/sdmx/index.js";
import { sdmxKey } from "../../src/sdmx/mapping.js";
import type { SdmxObservations } from "../../src/sdmx/model.js";
import { findDataflow, structuresOf } from "../../src/sdmx/structure.js";
import { child, inScratch, measure } from "./child.js";

const YEARS = 20;

/** Made anew each time they are gone through; a series for each area, then again from the first. */
const made = (count: number, areas: readonly number[]): SdmxObservations => ({
  *[Symbol.iterator]() {
    for (let at = 0; at < count / YEARS; at++) {
      const area = areas[at % areas.length] ?? 1;
      // Two keys in a row differ, so that each begins a series.
      const key = sdmxKey({ series: "IT_USE_II99", area, dimensions: {} }, String);
      for (let year = 0; year < YEARS; year++)
        yield {
          key,
          period: String(2000 + year),
          value: 100 * Math.abs(Math.sin(at * YEARS + year)),
          attributes: {
            OBS_STATUS: "A",
            UNIT_MULT: "0",
            UNIT_MEASURE: "PT",
            NATURE: "C",
            SOURCE_DETAIL: "Household survey",
          },
        };
    }
  },
});

function write(id: string, count: number): Promise<string> {
  return inScratch(async (folder) => {
    const environment = openEnvironment({ ...places(), store: join(folder, "store.db") });
    const { areas, groups } = environment;
    environment.close();
    const dataflow = findDataflow(structuresOf(areas, groups), "GLOBAL");
    const format = dataFormats.find((one) => one.id === id);
    if (!dataflow || !format) throw new Error(`bench-sdmx: there is no format "${id}".`);
    const head = { id: "BENCH", prepared: "2026-07-01T00:00:00Z", sender: "ICTSDG", language: "en" as const };
    const message = {
      ...head,
      dataflow,
      dimensionAtObservation: "TIME_PERIOD" as const,
      detail: "full" as const,
    };
    const codes = areas.list.map(({ m49 }) => m49);
    const { bytes } = await writeWhole(join(folder, "data"), format.write(message, made(count, codes)));
    return `${(bytes / 1e6).toFixed(0)} MB`;
  });
}

function compare(count: number): void {
  const script = fileURLToPath(import.meta.url);
  console.log("format            seconds    size      MiB  MiB of a tenth  ratio");
  for (const { id } of dataFormats) {
    const [tenth, whole] = [child(script, id, String(count / 10)), child(script, id, String(count))];
    const ratio = (whole.memory / tenth.memory).toFixed(2);
    const numbers = [
      whole.memory.toFixed(0).padStart(9),
      tenth.memory.toFixed(0).padStart(16),
      ratio.padStart(7),
    ];
    console.log(
      `${id.padEnd(16)}${whole.seconds.toFixed(1).padStart(9)}${whole.detail.padStart(8)}${numbers.join("")}`,
    );
  }
}

// A process that may use all memory of the machine tidies up late; with so little, what grew would end it.
process.env.NODE_OPTIONS = "--max-old-space-size=256";

const [first = "2000000", second = ""] = process.argv.slice(2);
if (dataFormats.some(({ id }) => id === first)) await measure(() => write(first, Number(second)));
else compare(Number(first));
