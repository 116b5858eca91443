/** Explain or correct at the command line, from the question to the answer that is not asked for again. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, HEADER, openDesk, SUDDEN, WRONG } from "../cli/desk.js";

interface Shown {
  readonly id: number;
  readonly rule: string;
  readonly state: string;
  readonly said: readonly { readonly kind: string; readonly by: string }[];
}

let desk: Desk;
beforeAll(async () => {
  desk = openDesk();
  expect((await desk.run("take", desk.write("KEN.csv", ...SUDDEN))).code).toBe(0);
});
afterAll(() => desk.close());

const sudden = async () => {
  const found = await desk.json<Shown[]>("findings", "--rule", "sudden-change");
  expect(found).toHaveLength(1);
  return found[0] as Shown;
};

describe("a warning", () => {
  it("is explained, accepted, shown with all that was said, and not asked about again", async () => {
    const { id, state } = await sudden();
    expect(state).toBe("open");
    const again = desk.write("KEN-2.csv", ...SUDDEN, "IT_USE_II99,KEN,2012,81,PT");
    expect((await desk.run("check", again)).code).toBe(4);

    const by = ["--by", "Achieng"];
    const told = await desk.run("settle", "explain", `#${id}`, "--text", "New masts.", "--public", ...by);
    expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining("explained, awaiting decision") });
    expect((await desk.run("settle", "accept", String(id), "--by", "Meyer")).code).toBe(0);
    expect(await sudden()).toMatchObject({
      state: "accepted",
      said: [
        { kind: "explained", by: "Achieng" },
        { kind: "accepted", by: "Meyer" },
      ],
    });
    const { stdout } = await desk.run("settle", "show", String(id), "--lang", "fr");
    expect(stdout).toMatch(/explication acceptée/);
    expect(stdout).toMatch(/Achieng\u00a0: expliqué\u00a0; le texte peut être publié\n {4}New masts\.\n/);

    expect(await desk.run("check", again)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Settled before, not asked again: 1"),
    });
    expect((await desk.run("take", again)).stdout).toContain("Settled before, not asked again: 1");
    expect(await sudden()).toMatchObject({ state: "accepted" });
    expect(await desk.json("findings", "--state", "open", "--severity", "warning")).toEqual([]);
    expect((await desk.run("explain", "KEN", "IT_USE_II99", "2011")).stdout).toContain("New masts.");
  });

  it("of another value is asked about again", async () => {
    const changed = desk.write(
      "KEN-3.csv",
      HEADER,
      "IT_USE_II99,KEN,2010,40,PT",
      "IT_USE_II99,KEN,2011,79,PT",
    );
    expect((await desk.run("check", changed)).code).toBe(4);
  });
});

describe("what cannot be said", () => {
  it("is refused in one line that says what to do, as a wrong call", async () => {
    await desk.run("take", desk.write("UGA.csv", ...WRONG.map((line) => line.replace("KEN", "UGA"))));
    const [error] = await desk.json<Shown[]>("findings", "--area", "UGA", "--severity", "error");
    const calls: [string[], RegExp][] = [
      [
        ["explain", String(error?.id), "--text", "x"],
        /an error cannot be explained; correct it by a new file/,
      ],
      [["accept", String((await sudden()).id)], /settle-accepted/],
      [["explain", "99999", "--text", "x"], /no finding #99999/],
      [["explain", "one", "--text", "x"], /number of a finding/],
    ];
    for (const [call, message] of calls) {
      const ended = await desk.run("settle", ...call, "--by", "x");
      expect([call, ended.code, ended.stdout]).toEqual([call, 2, ""]);
      expect(ended.stderr).toMatch(message);
    }
  });
});

describe("deadlines", () => {
  it("are set, counted down, and reminded of in the country's language", async () => {
    const remind = () => desk.run("deadlines", "remind", "UGA", "--by", "Meyer", "--lang", "fr");
    expect(await remind()).toMatchObject({ code: 2, stderr: expect.stringContaining("deadlines set") });
    expect((await desk.run("deadlines", "set", "UGA", "2026-02-30", "--by", "Meyer")).code).toBe(2);
    expect((await desk.run("deadlines", "set", "UGA", "2020-01-31", "--by", "Meyer")).code).toBe(0);
    const { code, stdout } = await remind();
    expect(code).toBe(0);
    expect(stdout).toMatch(/Ouganda[\s\S]*attendues pour le 2020-01-31[\s\S]*erreurs à corriger\u00a0: 2/);
    const [first] = await desk.json<Record<string, unknown>[]>("deadlines");
    expect(first).toMatchObject({ area: 800, due: "2020-01-31", files: 1, errors: 2, reminders: 1 });
    expect((await desk.run("deadlines")).stdout).toMatch(/Uganda +annual +2020-01-31 +overdue \d+ /);
  });
});
