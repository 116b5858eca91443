import { BaseErrorListener, CharStream, CommonTokenStream } from "@making-sense/antlr4ng";
import { Lexer, Parser } from "@making-sense/vtl-2-1-antlr-tools-ts";
import { describe, expect, it } from "vitest";
import { indicators } from "../../indicators/index.js";
import { defineRule, type Indicator, type Vtl } from "../../src/define.js";
import { rules } from "../../src/validate/rules/index.js";
import withinRange from "../../src/validate/rules/within-range.js";
import { constant } from "../../src/validate/vtl/fragments.js";
import { vtlScript } from "../../src/validate/vtl/script.js";

class Gathering extends BaseErrorListener {
  readonly errors: string[] = [];
  override syntaxError(...[, , line, column, message]: Parameters<BaseErrorListener["syntaxError"]>): void {
    this.errors.push(`${line}:${column} ${message}`);
  }
}

/** What the VTL 2.1 grammar has against a script. */
function syntaxErrors(script: string): string[] {
  const gathering = new Gathering();
  const lexer = new Lexer(CharStream.fromString(script));
  const parser = new Parser(new CommonTokenStream(lexer));
  for (const one of [lexer, parser]) {
    one.removeErrorListeners();
    one.addErrorListener(gathering);
  }
  parser.start();
  return gathering.errors;
}

function ruleWith(id: string, vtl: Vtl) {
  return defineRule({
    ...{ id, version: 3, level: 1, severity: "warning", over: "observation", source: "A norm", vtl },
    applies: ({ id }: Indicator) => id === "17.8.1",
    judge: () => [],
  });
}

describe("the exported script", () => {
  const script = vtlScript(rules, indicators);

  it("is VTL 2.1", () => {
    expect(syntaxErrors(script.text)).toEqual([]);
  });

  it("is not VTL any more when a semicolon is taken out of it", () => {
    expect(syntaxErrors(script.text.replace("invalid);", "invalid)"))).not.toEqual([]);
  });

  it("has every rule: with a check that names it as its error code, or in the list of those left out", () => {
    for (const rule of rules) {
      const said =
        "reason" in rule.vtl ? `  ${rule.id}: ${rule.vtl.reason}` : `errorcode "${rule.id}" errorlevel`;
      expect(script.text).toContain(said);
    }
  });

  it("assigns no name and defines no ruleset twice", () => {
    const names = [...script.text.matchAll(/^(?:define \w+ ruleset )?(\w+)(?: :=| \(variable)/gm)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(rules.length);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("says where the failures of each rule are", () => {
    for (const { datasets } of script.results)
      for (const dataset of datasets) expect(script.text).toContain(`${dataset} := check_datapoint(`);
  });
});

describe("one rule", () => {
  it("becomes a datapoint ruleset with its id as error code and its severity as error level", () => {
    const check = { over: "FIGURES", variables: ["FIGURE"], conditions: ["FIGURE > 1", "FIGURE < 9"] };
    const { text, results } = vtlScript([ruleWith("a-rule", { checks: () => [check] })], indicators);
    expect(text).toContain(
      [
        "/* a-rule, version 3, warning. A norm */",
        "",
        "define datapoint ruleset dpr_a_rule (variable FIGURE) is",
        "  FIGURE > 1",
        '    errorcode "a-rule" errorlevel 2;',
        "  FIGURE < 9",
        '    errorcode "a-rule" errorlevel 2',
        "end datapoint ruleset;",
        "",
        "FAILED_a_rule := check_datapoint(FIGURES, dpr_a_rule invalid);",
      ].join("\n"),
    );
    expect(results).toEqual([{ rule: "a-rule", datasets: ["FAILED_a_rule"] }]);
  });

  it("is given only the indicators it applies to", () => {
    const given: string[] = [];
    const checks = (all: readonly Indicator[]) => {
      given.push(...all.map(({ id }) => id));
      return [];
    };
    vtlScript([ruleWith("a-rule", { checks })], indicators);
    expect(given).toEqual(["17.8.1"]);
  });

  it("writes a step that two rules share once", () => {
    const check = {
      steps: ["SHARED := DS_1"],
      over: "SHARED",
      variables: ["OBS_VALUE"],
      conditions: ["OBS_VALUE > 0"],
    };
    const both = ["one", "two"].map((id) => ruleWith(id, { checks: () => [check] }));
    expect(vtlScript(both, indicators).text.split("SHARED := DS_1;")).toHaveLength(2);
  });

  it("of ranges puts series of one range into one condition", () => {
    const coverage = indicators.filter(({ id }) => ["9.c.1", "A7"].includes(id));
    const { vtl } = withinRange;
    const conditions = "checks" in vtl ? vtl.checks(coverage).flatMap((check) => check.conditions) : [];
    expect(conditions).toEqual([
      'when SERIES in {"IT_MOB_2GNTWK", "IT_MOB_3GNTWK", "IT_MOB_4GNTWK", "IT_MOB_5GNTWK"} then FIGURE >= 0 and FIGURE <= 100',
      'when SERIES in {"ICT_A7"} then FIGURE >= 0',
    ]);
  });
});

describe("a constant", () => {
  it.each([
    [0, "0"],
    [0.005, "0.005"],
    [1e-9, "0.000000001"],
    [2.5e-7, "0.00000025"],
    [-3, "-3"],
  ])("%d is written %s, without an exponent", (value, expected) => {
    expect(constant(value)).toBe(expected);
  });
});
