/**
 * Has the SDMX that the sample gives read by independent readers, sdmx1 and pysdmx (PyPI), and compares every value,
 * status and comment with what was written. `node dist/scripts/interop/sdmx.js`; needs python3, and the network
 * the first time.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWhole } from "../../src/export/whole-file.js";
import { type Environment, openEnvironment, ROOT } from "../../src/run/environment.js";
import { addReference } from "../../src/run/pipeline.js";
import { messageHead, type SdmxContent, sdmxContent } from "../../src/run/sdmx.js";
import { takeEnvironment, takeFile } from "../../src/run/take.js";
import { dataFormats, structureFormats } from "../../src/sdmx/index.js";
import { FLOWS } from "../../src/sdmx/structure.js";
import { pythonWith } from "./python.js";
import { READERS, READERS_PLACE } from "./readers.js";

const LAYOUTS = [
  { layout: "series", dimensionAtObservation: "TIME_PERIOD", flows: FLOWS },
  { layout: "flat", dimensionAtObservation: "AllDimensions", flows: ["GLOBAL"] },
] as const;

async function main(): Promise<void> {
  const python = pythonWith(READERS_PLACE, READERS);
  if (python === null) return;
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-sdmx-"));
  const at = { store: join(folder, "store.db"), archive: "", out: "" };
  const environment = openEnvironment(
    { ...at, reference: join(ROOT, "data", "reference") },
    () => new Date("2026-07-01T00:00:00Z"),
  );
  try {
    await takeSample(environment);
    const content = sdmxContent(environment, "en");
    if (!content) throw new Error("sdmx-interop: the sample gave no vintage.");
    await writeAll(content, folder);
    const program = join(ROOT, "scripts", "interop", "sdmx-readers.py");
    process.exitCode = spawnSync(python, [program, folder], { stdio: "inherit" }).status ?? 1;
  } finally {
    environment.close();
    rmSync(folder, { recursive: true });
  }
}

async function takeSample(environment: Environment): Promise<void> {
  const sample = join(ROOT, "data", "sample");
  const wishes = { series: "POPULATION", revision: "sample", source: "sample" };
  addReference(environment, join(sample, "denominators.csv"), wishes);
  const files = readdirSync(sample).filter((name) => name.endsWith(".csv") && name !== "denominators.csv");
  for (const file of files)
    await takeFile(join(sample, file), { ...takeEnvironment(environment), archive: null });
}

/** Every format of every dataflow, one of them in both layouts, the structures, and the observations to be found in them. */
async function writeAll(content: SdmxContent, folder: string): Promise<void> {
  const { structures, vintage } = content;
  const expected: Record<string, unknown> = {};
  for (const id of FLOWS) {
    const dataflow = structures.dataflows.find((flow) => flow.id === id);
    if (!dataflow) continue;
    expected[id] = [...content.data(id)].map(({ key, period, value, attributes }) => [
      `${Object.values(key).join(".")}.${period}`,
      value,
      attributes.OBS_STATUS,
      attributes.COMMENT_OBS ?? "",
    ]);
    for (const { layout, dimensionAtObservation, flows } of LAYOUTS)
      for (const format of dataFormats) {
        if (!(flows as readonly string[]).includes(id)) continue;
        const head = messageHead(id, vintage, "en");
        const message = { ...head, dataflow, dimensionAtObservation, detail: "full" as const };
        const path = join(folder, `${id}.${format.id}.${layout}.${format.extension}`);
        await writeWhole(path, format.write(message, content.data(id)));
      }
  }
  writeFileSync(join(folder, "expected.json"), JSON.stringify(expected));
  const all = { ...structures, constraints: content.constraints() };
  for (const { id, extension, write } of structureFormats)
    await writeWhole(
      join(folder, `structures.${id}.${extension}`),
      write(messageHead("STRUCTURES", vintage, "en"), all),
    );
}

await main();
