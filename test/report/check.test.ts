/** `check --report`, as a person calls it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { reportSchema } from "../../src/report/schema.js";
import { CLEAN, type Desk, openDesk, WRONG } from "../cli/desk.js";

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
});
afterAll(() => desk.close());

it.each([
  ["html", "ar"],
  ["json", "fr"],
  ["csv", "en"],
  ["sarif", "zh"],
])("writes %s in %s, says where, and ends as check does", async (format, lang) => {
  const file = desk.write("KEN.csv", ...WRONG);
  const out = join(desk.folder, format);
  const { code, stdout } = await desk.run("check", file, "--report", format, "--out", out, "--lang", lang);
  expect(code).toBe(3);
  expect(readdirSync(out)).toEqual([`KEN.csv.${lang}.${format}`]);
  expect(stdout).toContain(`Report: ${join(out, `KEN.csv.${lang}.${format}`)}`);
  expect(readFileSync(join(out, `KEN.csv.${lang}.${format}`), "utf8")).toContain("within-range");
});

it.each(["csv", "xlsx"])("gives a file in %s back as a workbook in which the same is found", async (kind) => {
  const out = join(desk.folder, `back-${kind}`);
  let file = desk.write("KEN.csv", ...WRONG);
  if (kind === "xlsx") {
    await desk.run("check", file, "--report", "xlsx", "--out", out);
    file = join(out, "KEN.csv.en.xlsx");
  }
  expect((await desk.run("check", file, "--report", "xlsx", "--out", out, "--lang", "ar")).code).toBe(3);
  const found = async (path: string) => {
    const [checked] = await desk.json<{ findings: { rule: string; line: number; column: string }[] }[]>(
      "check",
      path,
    );
    return checked?.findings
      .filter(({ rule }) => rule !== "sheets-not-read")
      .map(({ rule, line, column }) => [rule, line, column]);
  };
  expect(await found(join(out, `${basename(file)}.ar.xlsx`))).toEqual(await found(file));
});

it("writes a report that fulfils the published schema", async () => {
  const out = join(desk.folder, "real");
  const args = ["--report", "json", "--out", out, "--decimal", "point", "--limit", "1"];
  await desk.run("check", desk.write("KEN.csv", ...WRONG), ...args);
  const data = JSON.parse(readFileSync(join(out, "KEN.csv.en.json"), "utf8"));
  const accepts = new Ajv2020({ allErrors: true }).compile(reportSchema());
  accepts(data);
  expect(accepts.errors).toBeNull();
  expect(data.reading).toMatchObject({ stated: ["decimal"], decimal: "point", lines: 2 });
  expect(data.listing).toMatchObject({ listed: 1, limit: 1 });
  expect(data.listing.total).toBeGreaterThan(1);
});

it("reports a clean file and one that cannot be read", async () => {
  const out = join(desk.folder, "others");
  const file = desk.write("KEN.csv", ...CLEAN);
  expect((await desk.run("check", file, "--report", "json", "--out", out)).code).toBe(0);
  expect(JSON.parse(readFileSync(join(out, "KEN.csv.en.json"), "utf8"))).toMatchObject({ outcome: "read" });
  const empty = desk.write("UGA.csv", "");
  expect((await desk.run("check", empty, "--report", "json", "--out", out)).code).toBe(3);
  expect(JSON.parse(readFileSync(join(out, "UGA.csv.en.json"), "utf8"))).toMatchObject({
    outcome: "refused",
    reading: null,
  });
});

it("refuses two files of one name rather than losing a report", async () => {
  const files = [desk.write("a/KEN.csv", ...CLEAN), desk.write("b/KEN.csv", ...WRONG)];
  const out = join(desk.folder, "twice");
  const { code, stderr } = await desk.run("check", ...files, "--report", "html", "--out", out);
  expect(code).toBe(2);
  expect(stderr).toContain("Two files are called KEN.csv");
  expect(existsSync(out)).toBe(false);
});
