import { describe, expect, it } from "vitest";
import { run } from "../run/process.js";

/** The commands that a help text lists, `help` itself aside. */
function commandsIn(text: string): string[] {
  const list = text.split(/^Example:$/m)[0]?.split(/^Commands:$/m)[1] ?? "";
  const names = list.split("\n").flatMap((line) => /^ {2}([a-z][a-z-]*)/.exec(line)?.[1] ?? []);
  return names.filter((name) => name !== "help");
}

/** The help of a command and of all below it, by how they are called. */
async function helpOf(path: readonly string[]): Promise<[string, string][]> {
  const { code, stdout, stderr } = await run([...path, "--help"]);
  expect([path, code, stderr]).toEqual([path, 0, ""]);
  const below: [string, string][] = [];
  for (const name of commandsIn(stdout)) below.push(...(await helpOf([...path, name])));
  return [[["ictsdg", ...path].join(" "), stdout], ...below];
}

describe("--help", () => {
  it("has an example for every command and subcommand, which calls that command", async () => {
    const all = await helpOf([]);
    const names = all.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "ictsdg check",
        "ictsdg take",
        "ictsdg indicators show",
        "ictsdg reference import",
      ]),
    );
    const lacking = all.filter(([name, text]) => !text.split(/^Example:$/m)[1]?.includes(`  ${name}`));
    expect(lacking.map(([name]) => name)).toEqual([]);
    // One process for each command.
  }, 240_000);
});
