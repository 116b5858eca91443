/**
 * Serves a release of the sample and has it asked by clients that others wrote: sdmx1 (SDMX REST 1.5) and pysdmx (2.x);
 * by the addresses that rsdmx makes, read with an XML parser; by jsonstat-toolkit; and as Excel does.
 * `node dist/scripts/interop/rest.js`; needs python3, and the network the first time.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import { type Environment, openEnvironment, ROOT } from "../../src/run/environment.js";
import { addReference } from "../../src/run/pipeline.js";
import { createRelease } from "../../src/run/release/create.js";
import { folderOf } from "../../src/run/release/manifest.js";
import { takeEnvironment, takeFile } from "../../src/run/take.js";
import { openServer } from "../../src/serve/open.js";
import { pythonWith } from "./python.js";
import { READERS, READERS_PLACE } from "./readers.js";

/** It has no types, and is no module of the newer kind. */
const JSONstat = createRequire(import.meta.url)("jsonstat-toolkit");

const RELEASE = "sample";

async function main(): Promise<void> {
  const python = pythonWith(READERS_PLACE, READERS);
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-rest-"));
  const store = join(folder, "store.db");
  const at = { store, archive: join(folder, "archive"), out: join(folder, "out") };
  const environment = openEnvironment({ ...at, reference: join(ROOT, "data", "reference") });
  try {
    await releaseSample(environment);
    const { app, close } = await openServer(environment, store);
    const base = await app.listen({ port: 0, host: "127.0.0.1" });
    const own = [await asRsdmx(base), await asExcel(base), await asJsonStat(base)];
    const clients = python === null ? 1 : await asClients(python, base, folderOf(environment, RELEASE));
    process.exitCode = own.every(Boolean) && clients === 0 ? 0 : 1;
    await close();
  } finally {
    environment.close();
    rmSync(folder, { recursive: true });
  }
}

async function releaseSample(environment: Environment): Promise<void> {
  const sample = join(ROOT, "data", "sample");
  const wishes = { series: "POPULATION", revision: "sample", source: "sample" };
  addReference(environment, join(sample, "denominators.csv"), wishes);
  const files = readdirSync(sample).filter((name) => name.endsWith(".csv") && name !== "denominators.csv");
  for (const file of files) await takeFile(join(sample, file), takeEnvironment(environment));
  await createRelease(environment, RELEASE, "interoperability", {
    ...{ tables: ["facts-and-figures"], formats: ["csv", "json-stat"], languages: ["en"] },
    ...{ strict: false, composition: "by-year" },
  });
}

/** The service runs in this process, so that the clients may not hold it up. */
const asClients = (python: string, base: string, release: string): Promise<number> =>
  new Promise((done) => {
    const program = join(ROOT, "scripts", "interop", "rest-clients.py");
    spawn(python, [program, base, release], { stdio: "inherit" }).on("close", (status) => done(status ?? 1));
  });

function told(question: string, isRight: boolean, detail: string): boolean {
  console.log(`${isRight ? "same " : "OTHER"} ${question}: ${detail}`);
  return isRight;
}

/** How often each element stands in what an address gives; an error where it is no XML. */
async function elementsAt(address: string, accept: string): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(address, { headers: { accept } });
  const counts = new Map<string, number>();
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => counts.set(name, (counts.get(name) ?? 0) + 1));
  parser.write(await answer.text()).close();
  return counts;
}

/** The addresses of rsdmx (R/SDMXRequestBuilder and SDMXREST21RequestBuilder): a slash at the end, `all` as provider. */
async function asRsdmx(base: string): Promise<boolean> {
  const rest = `${base}/rest/v1`;
  const questions = [
    ["dataflow/all/all/latest/", "str:Dataflow", 3],
    ["datastructure/ICTSDG/ICT_SDG/1.0/?references=children", "str:DataStructure", 1],
    ["datastructure/ICTSDG/ICT_SDG/1.0/?references=descendants", "str:Codelist", 10],
    ["data/GLOBAL/all/all/?startPeriod=2015&endPeriod=2016", "gen:Obs", 100],
    ["data/GLOBAL/..IT_USE_II99.404.........../all/", "gen:Obs", 5],
  ] as const;
  const results = [];
  for (const [address, element, least] of questions) {
    const count = (await elementsAt(`${rest}/${address}`, "application/xml")).get(element) ?? 0;
    results.push(told(`rsdmx, ${address}`, count >= least, `${count} ${element}`));
  }
  return results.every(Boolean);
}

/** A plain GET, as Power Query sends it. */
async function asExcel(base: string): Promise<boolean> {
  const answer = await fetch(`${base}/rest/v1/data/GLOBAL/all?format=csv`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const rows = parse(bytes, { columns: true, bom: true }) as Record<string, string>[];
  const hasMark = bytes.subarray(0, 3).toString("hex") === "efbbbf";
  return told("Excel, CSV with a byte order mark", hasMark && rows.length > 1000, `${rows.length} rows`);
}

/** The cube of a table by jsonstat-toolkit, against the CSV of the same table, cell by cell. */
async function asJsonStat(base: string): Promise<boolean> {
  const table = `${base}/api/releases/${RELEASE}/tables/facts-and-figures`;
  const cube = JSONstat(await (await fetch(`${table}?format=json-stat&lang=en`)).json());
  const csv = await (await fetch(`${table}?format=csv&lang=en`)).text();
  const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[];
  const other = rows.filter((row) => {
    const place = Object.fromEntries(
      cube.id.map((id: string) => [id, id === "METRIC" ? "OBS_VALUE" : row[id]]),
    );
    const value: number | null = cube.Data(place).value ?? null;
    return value !== (row.OBS_VALUE ? Number(row.OBS_VALUE) : null);
  });
  return told(
    "jsonstat-toolkit, the table of aggregates",
    other.length === 0,
    `${rows.length} rows, ${other.length} other`,
  );
}

await main();
