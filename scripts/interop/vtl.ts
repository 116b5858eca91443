/**
 * Runs the exported rules in an independent VTL engine, vtlengine of Meaningful Data (PyPI), over the sample
 * and over faulty copies of it, and compares its failures with the program's findings, key by key.
 * `node dist/scripts/interop/vtl.js`; needs python3, and the network the first time.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { indicators } from "../../indicators/index.js";
import type { Rule } from "../../src/define.js";
import { type Environment, openEnvironment, ROOT } from "../../src/run/environment.js";
import { addReference } from "../../src/run/pipeline.js";
import type { Key } from "../../src/types.js";
import { rules } from "../../src/validate/rules/index.js";
import { CURRENT_YEAR, DATASETS, FIGURE_IDENTIFIERS } from "../../src/validate/vtl/datasets.js";
import { type VtlScript, vtlScript } from "../../src/validate/vtl/script.js";
import { pythonWith } from "./python.js";
import { identifiers, type Judged, judgeFiles, writeDatasets } from "./vtl-data.js";
import { writeFaulty } from "./vtl-faults.js";

const ENGINE = "vtlengine==1.9.6";
const NOW = new Date("2026-07-01T00:00:00Z");

type Identified = Readonly<Record<string, string>>;

/** Rules whose failures VTL puts at another key of the same group: these are compared without that identifier. */
const COMPARED_WITHOUT: Readonly<Record<string, readonly string[]>> = {
  // One finding for all figures of a history.
  "age-scope-stated": ["TIME_PERIOD"],
  "age-scope-incomplete": ["TIME_PERIOD"],
  // Found at the line after the gap; in VTL at the year that is gone.
  "vanished-value": ["TIME_PERIOD"],
  // Found at the first part; in VTL at the total that is not there.
  "partition-without-total": ["COMPOSITE_BREAKDOWN"],
};

/** Found at either of the figures that do not agree, whichever is in the file; in VTL always at the same one. */
const ACROSS: ReadonlySet<string> = new Set(rules.filter(({ across }) => across).map(({ id }) => id));
/** Differences printed for each rule. */
const SHOWN = 5;

function main(): Promise<void> {
  const python = pythonWith(ENGINE.replace("==", "-"), [ENGINE]);
  return python === null ? Promise.resolve() : compareAll(python);
}

async function compareAll(python: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ictsdg-vtl-"));
  const at = { store: join(folder, "store.db"), archive: "", out: "" };
  const environment = openEnvironment({ ...at, reference: join(ROOT, "data", "reference") }, () => NOW);
  try {
    const sample = join(ROOT, "data", "sample");
    const wishes = { series: "POPULATION", revision: "sample", source: "sample" };
    addReference(environment, join(sample, "denominators.csv"), wishes);
    const first = await judgeFiles(sample, environment);
    let same = compare("sample", first, join(folder, "sample"), environment, python);
    for (const seed of ["a", "b"]) {
      const faulty = join(folder, `faulty-${seed}`);
      writeFaulty(faulty, first.figures, seed);
      same =
        compare(`faulty copy ${seed}`, await judgeFiles(faulty, environment), faulty, environment, python) &&
        same;
    }
    process.exitCode = same ? 0 : 1;
  } finally {
    environment.close();
    rmSync(folder, { recursive: true });
  }
}

/** Runs the script over one set of figures and prints a line for each rule; true when all failures are the same. */
function compare(
  title: string,
  judged: Judged,
  folder: string,
  environment: Environment,
  python: string,
): boolean {
  const script = vtlScript(rules, indicators);
  const reference = environment.store.reference();
  const failuresIn = (figures: Judged["figures"]) => {
    mkdirSync(folder, { recursive: true });
    writeDatasets(folder, figures, judged.before, reference);
    return runEngine(folder, script, python);
  };
  const [within, across] = [failuresIn(judged.figures), failuresIn(judged.accepted)];
  const { figures, leftOut } = judged;
  console.log(`\n${title}: ${figures.length} figures; left out for a key given twice: ${leftOut} slices`);
  console.log("rule                          ictsdg     VTL    both");
  return script.results
    .map(({ rule, datasets }) => {
      const failures = ACROSS.has(rule) ? across : within;
      const theirs = datasets.flatMap((dataset) => failures[dataset] ?? []);
      return compareRule(rule, findingKeys(judged, rule), theirs);
    })
    .every((same) => same);
}

function compareRule(
  rule: string,
  findings: readonly Identified[],
  failures: readonly Identified[],
): boolean {
  const without = ACROSS.has(rule) ? ["SERIES", "COMPOSITE_BREAKDOWN"] : (COMPARED_WITHOUT[rule] ?? []);
  const [ours, theirs] = [textsOf(findings, without), textsOf(failures, without)];
  const only = (name: string, mine: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...mine].filter((key) => !others.has(key)).map((key) => `  only ${name}: ${key}`);
  const apart = [...only("ictsdg", ours, theirs), ...only("VTL", theirs, ours)];
  const both = [...ours].filter((key) => theirs.has(key)).length;
  const counts = [ours.size, theirs.size, both].map((count) => String(count).padStart(8)).join("");
  console.log([rule.padEnd(28) + counts, ...apart.slice(0, SHOWN)].join("\n"));
  return apart.length === 0;
}

function findingKeys({ findings }: Judged, rule: Rule["id"]): Identified[] {
  return findings.filter((finding) => finding.rule === rule).map(({ key }) => identifiers(key as Key));
}

function textsOf(keys: readonly Identified[], without: readonly string[]): Set<string> {
  const used = FIGURE_IDENTIFIERS.filter((name) => !without.includes(name));
  return new Set(keys.map((key) => used.map((name) => key[name] ?? "").join(" ")));
}

function runEngine(folder: string, script: VtlScript, python: string): Record<string, Identified[]> {
  const structures = {
    datasets: DATASETS.map(({ name, components }) => ({
      name,
      DataStructure: components.map((component) => ({
        ...component,
        nullable: component.role !== "Identifier",
      })),
    })),
    scalars: [{ name: CURRENT_YEAR, type: "Integer" }],
  };
  writeFileSync(join(folder, "script.vtl"), script.text);
  const request = {
    structures,
    scalars: { [CURRENT_YEAR]: NOW.getUTCFullYear() },
    identifiers: FIGURE_IDENTIFIERS,
    results: script.results.flatMap(({ datasets }) => datasets),
  };
  writeFileSync(join(folder, "request.json"), JSON.stringify(request));
  const program = join(ROOT, "scripts", "interop", "vtl.py");
  const { status, stdout, stderr } = spawnSync(python, [program, folder], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`vtl-engine: vtlengine stopped. ${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as Record<string, Identified[]>;
}

await main();
