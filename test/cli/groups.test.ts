/** `groups`, and groups as they are asked for; run inside this process. */
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedGroups } from "../../src/cli/asked-groups.js";
import { groupsCommand } from "../../src/cli/commands/groups.js";
import { UsageError } from "../../src/cli/context.js";
import { openWorkshop, type Workshop } from "../run/workshop.js";

let shop: Workshop;
beforeAll(() => {
  shop = openWorkshop();
});
afterAll(() => shop.close());

/** What the program prints. */
async function run(...args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const out = (text: string) => {
    printed.push(text);
  };
  const program = new Command("ictsdg")
    .option("--json")
    .option("--store <file>", "", shop.store)
    .option("--lang <code>", "", "en")
    .exitOverride();
  groupsCommand(program, { out, err: out, interactive: false });
  await program.parseAsync(["groups", ...args], { from: "user" });
  return printed.join("\n");
}

describe("groups", () => {
  it("lists code, alias, kind, members of the year, and name", async () => {
    const lines = (await run("--year", "2018")).split("\n");
    expect(lines[0]).toMatch(/^code +alias +kind +members 2018 +name$/);
    // 47 least developed countries in 2018: 49 of 2013 less Samoa and Equatorial Guinea.
    expect(lines.find((line) => / LDC /.test(line))).toMatch(/^ 199 +LDC +ldc +47 +Least developed/);
  });

  it("lists the same as JSON, in the language asked for", async () => {
    const all = JSON.parse(await run("list", "--json", "--year", "2018", "--lang", "fr"));
    expect(all.find(({ alias }: { alias: string }) => alias === "LDC")).toEqual({
      ...{ code: 199, alias: "LDC", kind: "ldc", members: 47, year: 2018 },
      name: "Pays les moins avancés (PMA)",
    });
  });

  it("shows who was in a group in a year, from when to when, and by which source", async () => {
    const shown = await run("show", "ldc", "--year", "2018");
    expect(shown).toContain("47 members on 2018-12-31");
    expect(shown).toMatch(/source +UN CDP/);
    // Bhutan graduated in December 2023, so that 2022 was its last whole year.
    expect(shown).toMatch(/ 64 +BTN +1971 +2022 +Bhutan/);
    expect(shown).toMatch(/ 4 +AFG +1971 +open +Afghanistan/);
    expect(shown).not.toContain("GNQ");
    expect(await run("show", "199", "--year", "2023")).not.toContain("BTN");
  });

  it("shows the same as JSON, open years as null, by name in the language", async () => {
    const { members, sources, ...rest } = JSON.parse(
      await run("show", "LDC", "--json", "--year", "2018", "--lang", "es"),
    );
    expect(rest).toMatchObject({ code: 199, alias: "LDC", year: 2018 });
    expect(members[0]).toEqual({ area: 4, iso3: "AFG", name: "Afganistán", from: 1971, to: null });
    expect(sources[0].list).toBe("members.csv ldc");
  });

  it("refuses a country and an unknown group, with the way out", async () => {
    await expect(run("show", "KEN")).rejects.toThrow(/"KEN" is a country\. `ictsdg groups` lists/);
    await expect(run("show", "NOPE")).rejects.toThrow(/"NOPE" is no area or group/);
  });
});

describe("groups asked for", () => {
  it("are all when none is named", () => {
    expect(askedGroups(shop.environment)).toEqual({ environment: shop.environment, codes: null, told: [] });
  });

  it("are known ones by code or alias, and ad hoc ones by name and members in any code", () => {
    const { codes, environment, told } = askedGroups(shop.environment, ["LDC", "world", "Mine = bra,PT,024"]);
    expect(codes).toEqual(new Set([199, 1, 900]));
    expect(environment.groups.membersOf(900, 2018)).toEqual([24, 76, 620]);
    expect(told).toEqual(['Group 900 is "Mine": BRA, PRT, AGO.']);
  });

  it.each([
    ["=BRA", /The group "=BRA" has no name\. Write it as/],
    ["Mine=", /The group "Mine" has no members\. Write it as/],
    ["Mine=, ,", /The group "Mine" has no members/],
    ["Mine=BRA,XXX,AFR", /"Mine" has members that are no areas: XXX, AFR\. Give ISO or M49 codes/],
    ["LDC=BRA", /There is a group "LDC" already\. Give yours another name/],
    ["World=BRA", /There is a group "World" already/],
    ["904=BRA", /There is a group "904" already/],
  ])("are refused: %s", (text, message) => {
    expect(() => askedGroups(shop.environment, [text])).toThrow(UsageError);
    expect(() => askedGroups(shop.environment, [text])).toThrow(message);
  });

  it("are refused when two have one name", () => {
    expect(() => askedGroups(shop.environment, ["A=BRA", "A=PRT"])).toThrow(/Two groups are called "A"/);
  });
});
