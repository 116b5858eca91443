import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, HEADER, openDesk } from "./desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = openDesk();
  expect((await desk.run("run", "sample")).code).toBe(0);
});
afterAll(() => desk.close());

const tables = ["--tables", "sdg-country", "--formats", "csv", "--by", "Achieng"];
const [GOOD, USAGE, ERRORS] = [0, 2, 3];

describe("releases at the command line", () => {
  it("are made, listed, proved, made again and compared", async () => {
    expect(await desk.run("release", "create", "2026.q1", ...tables)).toMatchObject({ code: GOOD });
    expect((await desk.run("release", "list")).stdout).toMatch(/^2026\.q1 .* Achieng /m);
    expect((await desk.run("release", "verify", "2026.q1")).stdout).toMatch(/as it was frozen: \d+ files/);
    const file = desk.write("KEN-2.csv", HEADER, "IT_USE_II99,KEN,2017,17.9,PT");
    expect((await desk.run("take", file)).code).toBe(GOOD);
    expect((await desk.run("release", "rebuild", "2026.q1")).stdout).toMatch(
      /made again with the same bytes/,
    );
    const { stdout } = await desk.run("release", "diff", "2026.q1", "now", "--area", "KEN", "--lang", "fr");
    expect(stdout).toMatch(
      /Kenya, IT_USE_II99 2017: 17\.827 → 17\.900\n {4}COUNTRY_REV: 17\.827 → 17\.900 \(\+0\.073\)/,
    );
    expect((await desk.run("revisions", "KEN", "IT_USE_II99")).stdout).toMatch(/^2017 +17\.8 +17\.9$/m);
  });

  it("are as of an earlier time when told so", async () => {
    const [first] = await desk.json<{ asOf: string }[]>("submissions");
    const then = first?.asOf ?? "";
    expect(await desk.json("submissions", "--as-of", then)).toHaveLength(1);
    expect((await desk.run("release", "create", "early", "--as-of", then, ...tables)).code).toBe(GOOD);
    const [, early] = await desk.json<{ pins: { vintage: { id: number } } }[]>("release", "list");
    expect(early?.pins.vintage.id).toBe(1);
  });

  it("that were tampered with are told, file by file, and end with an error", async () => {
    const file = join(desk.folder, "releases/2026.q1/tables/en/sdg-country.csv");
    const bytes = readFileSync(file);
    chmodSync(file, 0o644);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from(" ")]));
    expect(await desk.run("release", "verify", "2026.q1")).toMatchObject({
      ...{ code: ERRORS, stdout: "changed  tables/en/sdg-country.csv\n" },
    });
    writeFileSync(file, bytes);
  });

  it.each([
    [["release", "verify", "none"], /There is no release "none"\. There are 2026\.q1, early\./],
    [["release", "create", "../up", ...tables], /cannot name a release/],
    [["release", "diff", "2026.q1", "population:none"], /There is no revision "none".*There are "/],
    [["aggregate", "--as-of", "yesterday"], /"yesterday" is no time\. Write 2026-06-30/],
    [["aggregate", "--as-of", "2026-02-31"], /"2026-02-31" is no time/],
    [
      ["aggregate", "--as-of", "2001-01-01"],
      /Nothing had been taken by 2001-01-01; the first submission came at/,
    ],
    [["revisions", "KEN", "NONE"], /There is no series "NONE"/],
  ])("refuse what cannot be: %j", async (args, message) => {
    const { code, stderr } = await desk.run(...args);
    expect(stderr).toMatch(message);
    expect([code, stderr.trim().split("\n").length]).toEqual([USAGE, 1]);
  });

  it("leave no folder with the name that was refused", () => {
    expect(readdirSync(join(desk.folder, "releases")).sort()).toEqual(["2026.q1", "early"]);
  });
});
