import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/exit-codes.js";
import type { TakeReport } from "../../src/run/take.js";
import type { SubmissionRecord } from "../../src/store/store.js";
import { CLEAN, type Desk, HEADER, openDesk, SUDDEN, WRONG } from "./desk.js";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

describe("exit codes", () => {
  it("are the ones that scripts rely on", () => {
    expect(EXIT).toEqual({ ok: 0, failure: 1, usage: 2, errors: 3, warnings: 4 });
  });

  const checked: [string, readonly string[], number][] = [
    ["a clean file", CLEAN, 0],
    ["a file to be explained", SUDDEN, 4],
    ["a file to be corrected", WRONG, 3],
    ["a file with no header", ["a,b", "1,2"], 3],
  ];

  it.each(checked)("of check for %s", async (_, lines, code) => {
    expect((await desk.run("check", desk.write("KEN.csv", ...lines))).code).toBe(code);
  });

  it("of check for several files is the worst of them", async () => {
    const paths = [
      desk.write("a/KEN.csv", ...WRONG),
      desk.write("b/KEN.csv", ...SUDDEN),
      desk.write("c/KEN.csv", ...CLEAN),
    ];
    expect((await desk.run("check", ...paths)).code).toBe(3);
    expect((await desk.run("check", ...paths.slice(1))).code).toBe(4);
  });

  it("of take are 0 where a file is taken, and 3 where one is refused", async () => {
    expect((await desk.run("take", desk.write("KEN.csv", ...CLEAN))).code).toBe(0);
    expect((await desk.run("take", desk.write("KEN-2.csv", ...WRONG))).code).toBe(0);
    expect((await desk.run("take", desk.write("KEN-3.csv", "a,b", "1,2"))).code).toBe(3);
  });

  const wrong: [string, readonly string[], RegExp][] = [
    ["an unknown command", ["chek"], /chek/],
    ["an unknown option", ["check", "--colour", "x.csv"], /--colour/],
    ["a lacking argument", ["check"], /file/],
    ["an unknown language", ["--lang", "de", "tables"], /ar, en, es, fr, ru, zh/],
    ["an unknown area", ["findings", "--area", "XQZ"], /XQZ/],
    ["an unknown series", ["aggregate", "--series", "NOPE"], /NOPE/],
    ["an unknown group", ["aggregate", "--group", "NOPE"], /NOPE/],
    ["an unknown indicator", ["indicators", "show", "99.9.9"], /99\.9\.9/],
    ["an unknown table", ["export", "--tables", "nope"], /nope/],
    ["an unknown format", ["export", "--formats", "docx"], /docx/],
    ["an unknown pipeline", ["run", "nope"], /nope/],
    [
      "an unknown breakdown",
      ["explain", "KEN", "IT_USE_II99", "2017", "--breakdown", "COLOUR=red"],
      /COLOUR=red/,
    ],
    ["a figure nobody has", ["explain", "KEN", "IT_USE_II99", "2017"], /IT_USE_II99/],
    ["an unknown receipt", ["findings", "--submission", "ffff"], /ffff/],
    ["a file that is not there", ["take", "nowhere.csv"], /nowhere\.csv/],
  ];

  it.each(wrong)("are 2 for %s, with a line that names it and no stack trace", async (_, args, named) => {
    const { code, stdout, stderr } = await desk.run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(named);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("check", () => {
  it("stores nothing and keeps no bytes", async () => {
    await desk.run("take", desk.write("KEN.csv", ...CLEAN));
    const before = [await desk.json("submissions"), readdirSync(join(desk.folder, "archive"))];
    await desk.run("check", desk.write("KEN-2.csv", ...WRONG));
    expect([await desk.json("submissions"), readdirSync(join(desk.folder, "archive"))]).toEqual(before);
    expect(await desk.json("findings")).toEqual([]);
  });

  it("has nothing to say about the templates", async () => {
    const templates = readdirSync("data/templates").map((name) => join("data/templates", name));
    expect(templates.length).toBeGreaterThan(0);
    const { code, stdout } = await desk.run("check", ...templates);
    expect([code, stdout.match(/0 errors, 0 warnings/g)?.length]).toEqual([0, templates.length]);
  });

  const languages: [string, RegExp, RegExp][] = [
    ["ar", /\p{Script=Arabic}{3}/u, /\p{Script=Han}|\p{Script=Cyrillic}/u],
    ["zh", /\p{Script=Han}{3}/u, /\p{Script=Arabic}|\p{Script=Cyrillic}/u],
    ["ru", /\p{Script=Cyrillic}{3}/u, /\p{Script=Arabic}|\p{Script=Han}/u],
  ];

  it.each(languages)("speaks %s when asked to", async (lang, own, other) => {
    const { stdout } = await desk.run("check", desk.write("KEN.csv", ...WRONG), "--lang", lang);
    const findings = stdout.split("\n").filter((line) => /^[✗?i] |^ {4}/.test(line));
    // Two findings of three lines.
    expect(findings).toHaveLength(6);
    expect(findings.filter((line) => !own.test(line) || other.test(line))).toEqual([]);
  });
});

describe("take", () => {
  it("takes every CSV, TSV and TXT file of a folder, in order of name", async () => {
    desk.write("inbox/UGA.TSV", "SERIES\tREF_AREA\tTIME_PERIOD\tOBS_VALUE", "IT_MOB_2GNTWK\tUGA\t2010\t70");
    desk.write("inbox/KEN.csv", ...CLEAN);
    desk.write("inbox/README.md", "Nothing to take here.");
    desk.write("inbox/later/TZA.csv", HEADER, "IT_MOB_2GNTWK,TZA,2010,60,PT");
    const reports = await desk.json<TakeReport[]>("take", join(desk.folder, "inbox"), "--from", "a test");
    expect(reports.map(({ outcome, submission }) => [outcome, submission.filename, submission.area])).toEqual(
      [
        ["taken", "KEN.csv", 404],
        ["taken", "UGA.TSV", 800],
      ],
    );
    const all = await desk.json<SubmissionRecord[]>("submissions");
    expect(all.map(({ receivedFrom }) => receivedFrom)).toEqual(["a test", "a test"]);
  });
});

describe("--json", () => {
  const commands: string[][] = [
    ["indicators"],
    ["indicators", "list"],
    ["indicators", "show", "17.8.1"],
    ["check", "KEN.csv"],
    ["take", "KEN.csv"],
    ["submissions"],
    ["findings"],
    ["aggregate"],
    ["tables"],
    ["export"],
    ["explain", "KEN", "IT_MOB_2GNTWK", "2010"],
    ["reference", "import", "population.csv", "--revision", "test", "--source", "test"],
  ];

  it("prints JSON and nothing else, before or after the command, with something and with nothing in the store", async () => {
    copyFileSync("data/sample/denominators.csv", join(desk.folder, "population.csv"));
    desk.write("KEN.csv", ...WRONG, "IT_MOB_2GNTWK,KEN,2012,81,PT");
    const inFolder = (args: readonly string[]) =>
      args.map((arg) => (arg.endsWith(".csv") ? join(desk.folder, arg) : arg));
    const failed: unknown[] = [];
    for (const args of commands) {
      const year = args.map((arg) => (arg === "2010" ? "2012" : arg));
      const { code, stdout } = await desk.run(...inFolder(year), "--json");
      const expected = args[0] === "check" ? 3 : 0;
      if (code !== expected || !parses(stdout)) failed.push([args, code, stdout.slice(0, 200)]);
    }
    expect(failed).toEqual([]);
  });

  it("gives the hashes of the files that export has written", async () => {
    await desk.run("take", desk.write("KEN.csv", ...CLEAN));
    const report = await desk.json<{ outcome: string; files: { path: string; bytes: number }[] }>(
      "export",
      "--tables",
      "sdg-country",
      "--formats",
      "csv,json",
      "--languages",
      "en,zh",
    );
    expect(report.outcome).toBe("published");
    expect(report.files.length).toBeGreaterThanOrEqual(4);
    expect(
      report.files.filter(({ path, bytes }) => !existsSync(path) || readFileSync(path).length !== bytes),
    ).toEqual([]);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
