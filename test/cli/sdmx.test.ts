/** SDMX at the command line: files that are written, and what is said when they cannot be. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLEAN, type Desk, openDesk } from "./desk.js";

let desk: Desk;
beforeAll(() => {
  desk = openDesk();
});
afterAll(() => desk.close());

const read = (name: string) => readFileSync(join(desk.folder, name), "utf8");

describe("ictsdg sdmx", () => {
  it("says what to do first where nothing has been taken", async () => {
    const { code, stdout } = await desk.run(
      "sdmx",
      "data",
      "--flow",
      "GLOBAL",
      "--out",
      join(desk.folder, "x"),
    );
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "Nothing has been taken yet. `ictsdg take` first.\n",
    });
  });

  it("writes the data of a dataflow and the structures, with names in the language asked for", async () => {
    expect((await desk.run("take", desk.write("KEN.csv", ...CLEAN))).code).toBe(0);
    const data = ["--flow", "GLOBAL", "--format", "csv2", "--labels", "both", "--lang", "fr"];
    const written = await desk.json<{ bytes: number }>(
      "sdmx",
      "data",
      ...data,
      "--out",
      join(desk.folder, "g.csv"),
    );
    expect(written.bytes).toBe(Buffer.byteLength(read("g.csv")));
    expect(read("g.csv").split("\r\n")[1]).toMatch(
      /^dataflow,"ICTSDG:GLOBAL\(1.0\): Indicateurs mondiaux TIC .*,404: Kenya,.*,2010,80,A: Valeur normale,/,
    );

    expect(
      (await desk.run("sdmx", "structures", "--format", "ml30", "--out", join(desk.folder, "s"))).code,
    ).toBe(0);
    const structures = read("s/structures.ml30.xml");
    expect(structures).toContain('<str:DataConstraint id="CON_GLOBAL"');
    expect(structures).toContain("<str:Value>IT_MOB_2GNTWK</str:Value>");
  });

  it("refuses a flow, format or option there is not, and names those there are", async () => {
    const flow = await desk.run("sdmx", "data", "--flow", "NOPE");
    expect(flow).toMatchObject({ code: 2, stderr: expect.stringContaining("GLOBAL, THEMATIC, AGGREGATES") });
    const labels = await desk.run("sdmx", "data", "--flow", "GLOBAL", "--format", "csv1", "--labels", "name");
    expect(labels).toMatchObject({ code: 2, stderr: expect.stringContaining("--labels both") });
  });
});
