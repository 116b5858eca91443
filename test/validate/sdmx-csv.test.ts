import { describe, expect, it } from "vitest";
import { openCsv } from "../../src/intake/csv.js";
import type { Finding, Observation } from "../../src/types.js";
import { createReader } from "../../src/validate/read.js";

async function read(...lines: string[]) {
  async function* bytes() {
    yield Buffer.from(lines.join("\n"));
  }
  const { header, dialect, batches } = await openCsv(bytes());
  const findings: Finding[] = [];
  const areaOf = (text: string) => ({ FRA: 250, "250": 250 })[text];
  const report = (finding: Finding) => void findings.push(finding);
  const reader = createReader(header, {
    areaOf,
    area: null,
    anyArea: false,
    decimal: dialect.decimal,
    report,
  });
  const figures: Observation[] = [];
  for await (const batch of batches) for (const row of batch) figures.push(...reader.read(row));
  return {
    header,
    figures,
    findings: findings.map(({ rule, line, column, params }) => ({ rule, line, column, ...params })),
  };
}

const short = ({ value, status, dimensions, period }: Observation) => [period, value, status, dimensions];

const DSD =
  "FREQ,REPORTING_TYPE,SERIES,REF_AREA,SEX,AGE,URBANISATION,INCOME_WEALTH_QUANTILE,EDUCATION_LEV,OCCUPATION,CUST_BREAKDOWN,COMPOSITE_BREAKDOWN,DISABILITY_STATUS,ACTIVITY,PRODUCT,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,NATURE";
const HEADER_2 = `STRUCTURE,STRUCTURE_ID,ACTION,${DSD}`;
const KEY = "A,G,IT_USE_II99,250,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T";
const row = (action: string, rest: string, key = KEY) =>
  `dataflow,IAEG-SDGs:DF_SDG_GLH(1.26),${action},${key},${rest}`;

describe("SDMX-CSV", () => {
  it("is read in version 1.0", async () => {
    const { header, figures, findings } = await read(
      `DATAFLOW,${DSD}`,
      `IAEG-SDGs:DF_SDG_GLH(1.26),${KEY},2023,86.8,PT,0,A,C`,
    );
    expect(header.ignored).toEqual([]);
    expect(figures.map(short)).toEqual([[2023, 86.8, "A", {}]]);
    expect(findings).toEqual([]);
  });

  it.each(["I", "A", "R", "M", "", "m"])(
    "is read in version 2.0 and 2.1, where %j brings a figure",
    async (action) => {
      const { header, figures, findings } = await read(HEADER_2, row(action, "2023,86.8,PT,0,A,C"));
      expect(header.ignored).toEqual([]);
      expect(figures.map(short)).toEqual([[2023, 86.8, "A", {}]]);
      expect(findings).toEqual([]);
    },
  );

  it("is read with codes and names, in one column or two", async () => {
    const both = await read(
      "DATAFLOW,SERIES: Series,REF_AREA: Reference area,SEX: Sex,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Status,SOURCE_DETAIL: Source",
      "A:B(1.0): Global,IT_USE_II99: Internet users,250: France,F: Female,2023,86.8,A: Normal value,ICT: survey",
    );
    expect(both.figures.map(short)).toEqual([[2023, 86.8, "A", { SEX: "F" }]]);
    expect(both.figures[0]?.source).toBe("ICT: survey");
    const two = await read(
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,SERIES,Series,REF_AREA,Country,SEX,Sex,TIME_PERIOD,Year,OBS_VALUE,Value",
      "dataflow,A:B(1.0),Global,R,IT_USE_II99,Internet users,250,France,F,Female,2023,,86.8,",
    );
    expect(two.header.ignored).toEqual([]);
    expect(two.figures.map(short)).toEqual([[2023, 86.8, "A", { SEX: "F" }]]);
    expect([...both.findings, ...two.findings]).toEqual([]);
  });

  it("takes NaN and #N/A for what was left out on purpose", async () => {
    const { figures, findings } = await read(
      `${HEADER_2},COMMENT_OBS`,
      row("R", "2021,NaN,PT,0,#N/A,#N/A,#N/A"),
      row("R", "2022,#N/A,PT,0,M,C,note"),
    );
    expect(figures.map(short)).toEqual([
      [2021, null, "O", {}],
      [2022, null, "M", {}],
    ]);
    expect(figures.map(({ comment }) => comment)).toEqual(["", "note"]);
    expect(findings).toEqual([]);
  });

  it("withdraws the figure of a deletion, whatever stands in for its value", async () => {
    const lines = ["2020,86.8,PT,0,A,C", "2021,-,-,-,-,-", "2022,,,,,"].map((rest) => row("D", rest));
    const { figures, findings } = await read(HEADER_2, ...lines);
    expect(figures.map(short)).toEqual([
      [2020, null, "O", {}],
      [2021, null, "O", {}],
      [2022, null, "O", {}],
    ]);
    expect(figures[0]).toMatchObject({
      unit: "PT",
      unitMultiplier: 0,
      numerator: null,
      comment: "",
    });
    expect(findings).toEqual([]);
  });

  it("does not withdraw more or less than one figure", async () => {
    const wild = "A,G,IT_USE_II99,250,,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T";
    const { figures, findings } = await read(HEADER_2, row("D", "2020,-,,,,", wild), row("D", "2020,,,,,-"));
    expect(figures).toEqual([]);
    expect(findings).toEqual([
      { rule: "unsupported-deletion", line: 2, column: "SEX" },
      { rule: "unsupported-deletion", line: 3, column: "NATURE" },
    ]);
  });

  it("names any other action", async () => {
    const { figures, findings } = await read(HEADER_2, row("X", "2023,86.8,PT,0,A,C"));
    expect(figures).toEqual([]);
    expect(findings).toEqual([
      { rule: "unknown-action", line: 2, column: "ACTION", value: "X", expected: "I, A, R, M, D" },
    ]);
  });

  it("leaves a column of remarks headed Action alone", async () => {
    const { header, figures } = await read(
      "SERIES,REF_AREA,TIME_PERIOD,OBS_VALUE,Action",
      "IT_USE_II99,FRA,2023,86.8,D",
    );
    expect(header.ignored).toEqual(["Action"]);
    expect(figures.map(short)).toEqual([[2023, 86.8, "A", {}]]);
  });

  it("takes the total of breakdowns that are not asked for, and nothing else of them", async () => {
    const keyWith = (code: string) => KEY.replace(/_T,_T,_T$/, `${code},_T,_T`);
    const lines = ["", "_T", "~", "PD"].map((code) => row("I", "2023,86.8,PT,0,A,C", keyWith(code)));
    const { figures, findings } = await read(HEADER_2, ...lines);
    expect(figures).toHaveLength(3);
    expect(findings).toEqual([
      { rule: "unsupported-breakdown", line: 5, column: "DISABILITY_STATUS", value: "PD" },
    ]);
  });
});
