/**
 * Everything at one address, on the sample collection: taken and released in a temporary folder, which is removed at
 * the end, with an account of each kind. Run: node dist/scripts/demo.js [port]
 */
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tables } from "../pipelines/tables/index.js";
import { invite } from "../src/accounts/links.js";
import { setPassword } from "../src/accounts/sign-in.js";
import type { NewAccount } from "../src/accounts/types.js";
import { openSite, type Site } from "../src/portal/site.js";
import { perform } from "../src/portal/work/job.js";
import { openEnvironment, type Places, places } from "../src/run/environment.js";
import { LANGUAGES } from "../src/types.js";

const KENYA = 404;
const RELEASE = "demo.1";
const ACCOUNTS: readonly Omit<NewAccount, "email" | "language">[] = [
  { name: "Focal point of Kenya", role: "focal-point", area: KENYA },
  { name: "Statistician", role: "statistician", area: null },
  { name: "Preparer", role: "preparer", area: null },
  { name: "Administrator", role: "administrator", area: null },
];

const port = Number(process.argv[2] ?? 8080);
const origin = `http://localhost:${port}`;
const folder = mkdtempSync(join(tmpdir(), "ictsdg-demo-"));
const at: Places = {
  store: join(folder, "ictsdg.db"),
  archive: join(folder, "archive"),
  reference: places({}).reference,
  out: join(folder, "out"),
  releases: join(folder, "releases"),
};
const environment = openEnvironment(at);

say("Taking the sample collection and releasing its tables; this takes about a minute …");
await perform(environment, { kind: "pipeline", id: "sample" });
const contents = {
  ...{ tables: tables.map(({ id }) => id), formats: ["csv", "notes", "json"], languages: LANGUAGES },
  ...{ strict: false, composition: "by-year" as const },
};
const order = { name: RELEASE, by: "demonstration", pins: environment.store.pins(), contents };
await perform(environment, { kind: "release", order });

const site = await openSite(environment, at, { origin, totp: "optional" });
const people = await addPeople(site);
await site.app.listen({ port, host: "127.0.0.1" });
say(`
Portal      ${origin}/
SDMX REST   ${origin}/rest/v2/data/dataflow/ICTSDG/AGGREGATES/1.0/*?c[SERIES]=IT_USE_II99&format=csv
JSON        ${origin}/api/openapi.json

Sign in at ${origin}/en/sign-in as
${people.map(({ email, password }) => `  ${email.padEnd(26)} ${password}`).join("\n")}

Figures marked SYNTHETIC are invented. Ctrl+C stops the demonstration and removes ${folder}.`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);

async function addPeople({ given }: Site) {
  const { accounts, now } = given;
  const made = [];
  for (const account of ACCOUNTS) {
    const [email, password] = [`${account.role}@example.org`, words()];
    const invited = invite(accounts, { ...account, email, language: "en" }, "system", now());
    await setPassword(accounts, invited.account, password, now());
    made.push({ email, password });
  }
  return made;
}

/** Four groups of four letters: random, and quick to type. */
function words(): string {
  const letter = () => "abcdefghijkmnpqrstuvwxyz"[randomInt(24)];
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, letter).join("")).join("-");
}

async function stop(): Promise<void> {
  await site.close();
  environment.close();
  rmSync(folder, { recursive: true, force: true });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
