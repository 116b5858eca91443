/** Required properties and links of SARIF 2.1.0, by hand after the OASIS standard (sections 3.13 to 3.54). */
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/types.js";
import { clean, full, refused, written } from "./sample.js";

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly Run[];
}
interface Run {
  readonly tool: {
    readonly driver: { readonly name: string; readonly language: string; readonly rules: Rule[] };
  };
  readonly invocations: {
    executionSuccessful: boolean;
    toolExecutionNotifications?: { message: Message }[];
  }[];
  readonly artifacts: { location: { uri: string }; hashes: Record<string, string>; length: number }[];
  readonly results: Result[];
}
interface Message {
  readonly text: string;
}
interface Rule {
  readonly id: string;
  readonly shortDescription: Message;
  readonly help: Message;
  readonly defaultConfiguration: { readonly level: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Message;
  readonly locations: {
    physicalLocation: { artifactLocation: { uri: string; index: number }; region?: { startLine: number } };
    logicalLocations?: { name: string }[];
  }[];
}

const log = (report = full): Log => JSON.parse(written("sarif", report));
const run = (report = full): Run => log(report).runs[0] as Run;

describe.each(LANGUAGES)("the report in SARIF in %s", (language) => {
  it.each([
    ["full", full],
    ["clean", clean],
    ["refused", refused],
  ])("has what the standard requires: %s", (_, sample) => {
    const report = { ...sample, language };
    expect(log(report)).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-2.1.0") });
    const { tool, results, artifacts, invocations } = run(report);
    expect(tool.driver).toMatchObject({ name: "ictsdg", language });
    expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length);
    for (const rule of tool.driver.rules) {
      expect(rule.help.text).not.toBe("");
      expect(rule.shortDescription.text).not.toBe("");
      expect(["error", "warning", "note"]).toContain(rule.defaultConfiguration.level);
    }
    expect(invocations[0]?.executionSuccessful).toBe(true);
    expect(artifacts).toHaveLength(1);
    expect(results).toHaveLength(sample.findings.length);
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(tool.driver.rules[result.ruleIndex]?.defaultConfiguration.level).toBe(result.level);
      expect(result.message.text).not.toBe("");
      expect(result.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: "EGY.csv", index: 0 });
    }
  });
});

describe("the report in SARIF", () => {
  it("places findings by line and column, and the whole file without a region", () => {
    const { results } = run();
    expect(results.map(({ level }) => level)).toEqual(["error", "error", "warning", "note"]);
    expect(results[1]?.locations[0]).toMatchObject({
      physicalLocation: { region: { startLine: 12 } },
      logicalLocations: [{ name: "OBS_VALUE" }],
    });
    expect(results[3]?.locations[0]?.physicalLocation.region).toBeUndefined();
    expect(results[3]?.locations[0]?.logicalLocations).toBeUndefined();
  });

  it("names the file by a valid URI and its hash", () => {
    const { artifacts } = run({ ...full, filename: "a b:é#1.csv" });
    expect(artifacts[0]?.location.uri).toBe("a%20b%3A%C3%A9%231.csv");
    expect(artifacts[0]?.hashes).toEqual({ "sha-256": full.receipt });
  });

  it("says when it was cut", () => {
    const { invocations, results } = run({ ...full, limit: 1 });
    expect(results).toHaveLength(1);
    expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toBe("1 of 4 findings are listed.");
    expect(run().invocations[0]?.toolExecutionNotifications).toBeUndefined();
  });
});
