/** From an explanation that may be published to the comment, the footnote and the explanation of the figure. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dimensionsOf } from "../../src/keys.js";
import { lineage } from "../../src/run/lineage.js";
import { compute, publish } from "../../src/run/publish.js";
import { settleFinding } from "../../src/settle/settle.js";
import type { Settlement } from "../../src/types.js";
import { asOf, csv, openWorkshop, type Workshop } from "../run/workshop.js";

const TEXT = 'New <b>masts</b>, "north"\n=1+1';
const LINE = 'New <b>masts</b>, "north" =1+1';
let shop: Workshop;
beforeEach(async () => {
  shop = openWorkshop();
  await take("KEN.csv", 80);
});
afterEach(() => shop.close());

/** Users of 40 per cent in 2010 and of `value` in 2011. */
async function take(name: string, value: number): Promise<void> {
  const row = (year: number, share: number) => ["IT_USE_II99", "KEN", year, "_T", share, "PT"];
  await shop.take(shop.write(name, csv(row(2010, 40), row(2011, value))));
}

function say(kind: Settlement["kind"], at: string, isPublic = true, text = TEXT): void {
  const id = shop.environment.store.findings({ rule: "sudden-change" })[0]?.id ?? 0;
  settleFinding(shop.environment.store, id, { kind, text, public: isPublic, by: "Achieng" }, at);
}

const comments = (time?: string) =>
  compute(asOf(shop, time))?.observations.map(({ period, comment }) => [period, comment]);
const silent = [
  [2010, ""],
  [2011, ""],
];
const explained = [
  [2010, ""],
  [2011, TEXT],
];

describe("a public explanation", () => {
  it("joins the comment of its figure once it is accepted, and leaves the stored one as it was", () => {
    say("explained", "2026-03-01T00:00:00Z");
    expect(comments()).toEqual(silent);
    say("accepted", "2026-03-02T00:00:00Z");
    expect(comments()).toEqual(explained);
    expect(shop.environment.store.observations(1).map(({ comment }) => comment)).toEqual(["", ""]);
  });

  it("counts from when it was accepted on", () => {
    say("explained", "2026-03-01T00:00:00Z");
    say("accepted", "2026-03-03T00:00:00Z");
    expect(comments("2026-03-02T00:00:00Z")).toEqual(silent);
    expect(comments("2026-03-03T00:00:00Z")).toEqual(explained);
  });

  it("stays while another is awaiting a decision, and goes with a refusal", () => {
    say("explained", "2026-03-01T00:00:00Z");
    say("accepted", "2026-03-02T00:00:00Z");
    say("explained", "2026-03-03T00:00:00Z", true, "Other words.");
    expect(comments()).toEqual(explained);
    say("refused", "2026-03-04T00:00:00Z");
    expect(comments()).toEqual(silent);
  });

  it("is not published when the country did not let it be", () => {
    say("explained", "2026-03-01T00:00:00Z", false);
    say("accepted", "2026-03-02T00:00:00Z");
    expect(comments()).toEqual(silent);
  });

  it("goes when the figure changes", async () => {
    say("explained", "2026-03-01T00:00:00Z");
    say("accepted", "2026-03-02T00:00:00Z");
    await take("KEN-2.csv", 79);
    expect(comments()).toEqual(silent);
  });

  it("is a footnote in tables, in every format harmless and otherwise as the country wrote it", async () => {
    const out = join(shop.folder, "out");
    const options = {
      tables: ["sdg-country", "country-ranking"],
      formats: ["csv", "notes", "html", "markdown", "json"],
      languages: ["en", "ar", "zh"] as const,
      out,
    };
    await publish(shop.environment, options);
    const read = (file: string) => readFileSync(join(out, file), "utf8");
    expect(read("en/sdg-country.txt")).not.toContain("[1]");
    say("explained", "2026-03-01T00:00:00Z");
    say("accepted", "2026-03-02T00:00:00Z");
    expect(await publish(shop.environment, options)).toMatchObject({ outcome: "published" });
    for (const table of ["sdg-country", "country-ranking"]) {
      expect(read(`en/${table}.txt`).split("\n")).toContain(`[1] Kenya, 2011: ${LINE}`);
      expect(read(`ar/${table}.txt`).split("\n")).toContain(`[1] كينيا، 2011: ${LINE}`);
      expect(read(`zh/${table}.txt`).split("\n")).toContain(`[1] 肯尼亚，2011：${LINE}`);
      expect(read(`en/${table}.html`)).toContain(
        "<li>[1] Kenya, 2011: New &lt;b&gt;masts&lt;/b&gt;, &quot;north&quot; =1+1</li>",
      );
      expect(read(`en/${table}.html`)).not.toContain("<b>");
      expect(read(`en/${table}.md`)).toContain("\\[1\\] Kenya, 2011: New \\<b>masts\\</b>");
      expect(JSON.parse(read(`en/${table}.json`)).notes).toContain(`[1] Kenya, 2011: ${LINE}`);
    }
    const [head = "", ...rows] = read("en/sdg-country.csv").trim().split("\r\n");
    const at = head.split(",").indexOf("FOOTNOTES");
    expect(rows.map((row) => row.split(",")[at])).toEqual(["", "1"]);
  });
});

describe("the explanation of a figure", () => {
  const key = { series: "IT_USE_II99", area: 404, period: 2011, dimensions: dimensionsOf({}) };
  const findings = (time?: string) => lineage(asOf(shop, time), key)?.parts[0]?.findings;

  it("has its findings, their state and what was said", () => {
    expect(findings()).toMatchObject([
      { rule: "sudden-change", severity: "warning", state: "open", said: [] },
    ]);
    say("explained", "2026-03-01T00:00:00Z");
    expect(findings()).toMatchObject([
      { state: "explained", said: [{ kind: "explained", text: TEXT, by: "Achieng", public: true }] },
    ]);
  });

  it("of an earlier time has the state of then", async () => {
    say("explained", "2026-03-01T00:00:00Z");
    say("accepted", "2026-03-03T00:00:00Z");
    await take("KEN-2.csv", 42);
    expect(findings("2026-01-01T00:00:30Z")).toMatchObject([{ state: "open", said: [] }]);
    expect(findings()?.filter(({ rule }) => rule === "sudden-change")).toEqual([]);
  });
});
