/** What may be said of a finding, with files that the program took. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { doubtOf, doubtsOf } from "../../src/settle/doubts.js";
import { type Saying, settleFinding } from "../../src/settle/settle.js";
import type { Settlement } from "../../src/types.js";
import { csv, openWorkshop, type Workshop } from "../run/workshop.js";

const AT = "2026-03-01T00:00:00.000Z";
let shop: Workshop;
beforeEach(async () => {
  shop = openWorkshop();
  await take("KEN.csv", 80);
});
afterEach(() => shop.close());

const row = (year: number, share: number | string) => ["IT_USE_II99", "KEN", year, "_T", share, "PT"];

/** Users of 40 per cent in 2010 and of `value` in 2011; `rest` makes it another file. */
async function take(name: string, value: number | string, rest: number[] = []): Promise<void> {
  const more = rest.map((share, i) => row(2012 + i, share));
  const report = await shop.take(shop.write(name, csv(row(2010, 40), row(2011, value), ...more)));
  expect(report.outcome).toBe("taken");
}

const store = () => shop.environment.store;
/** The newest finding of a rule. */
const newest = (rule: string) => {
  const found = doubtsOf(store(), { rule }).filter((doubt) => doubt.newest);
  expect(found).toHaveLength(1);
  return found[0] as (typeof found)[number];
};
const say = (
  kind: Settlement["kind"],
  change: Partial<Saying> = {},
  id = newest("sudden-change").finding.id,
) => settleFinding(store(), id, { kind, text: "A survey.", public: false, by: "Achieng", ...change }, AT);

describe("explaining", () => {
  it("is kept with who, when and of which value", () => {
    expect(newest("sudden-change")).toMatchObject({ state: "open", finding: { value: 80 } });
    const { finding } = newest("sudden-change");
    say("explained", { text: "  A survey.\n", public: true });
    expect(newest("sudden-change")).toMatchObject({
      state: "explained",
      said: [
        {
          finding: finding.id,
          kind: "explained",
          text: "A survey.",
          public: true,
          by: "Achieng",
          at: AT,
          value: 80,
        },
      ],
    });
  });

  it("and accepting silence the doubt when a later file brings the same value", async () => {
    say("explained");
    say("accepted", { text: "" });
    await take("KEN-2.csv", 80, [81]);
    expect(newest("sudden-change")).toMatchObject({ state: "accepted", finding: { vintage: 2 } });
  });

  it("leaves the doubt open when a later file brings another value", async () => {
    say("explained");
    say("accepted");
    const [first] = store().findings({ rule: "sudden-change" });
    await take("KEN-2.csv", 81);
    expect(newest("sudden-change")).toMatchObject({ state: "open", finding: { value: 81 } });
    expect(doubtOf(store(), first?.id ?? 0)).toMatchObject({ state: "corrected", newest: false });
    expect(store().settlements()).toHaveLength(2);
  });

  it("may be followed by another explanation, after a refusal too", () => {
    say("explained");
    say("explained", { text: "Rather a census." });
    say("refused", { text: "Which one?" });
    say("explained", { text: "That of 2011." });
    expect(newest("sudden-change").state).toBe("explained");
    say("accepted");
    expect(newest("sudden-change").said.map(({ kind }) => kind)).toEqual([
      "explained",
      "explained",
      "refused",
      "explained",
      "accepted",
    ]);
  });
});

describe("what makes no sense is not said", () => {
  const nothingSaid = () => expect(store().settlements()).toEqual([]);

  it("of a finding that is not there", () => {
    expect(() => say("explained", {}, 999)).toThrow(/settle-unknown: .*#999/);
    nothingSaid();
  });

  it.each(["explained", "withdrawn"] as const)("of an error: it cannot be %s", async (kind) => {
    await take("KEN-2.csv", 140);
    const error = newest("within-range").finding.id;
    expect(() => say(kind, {}, error)).toThrow(/settle-error: .*correct it by a new file/);
    nothingSaid();
  });

  it("of a line that held no figure", async () => {
    await take("KEN-2.csv", "about 80");
    expect(() => say("explained", {}, newest("not-a-number").finding.id)).toThrow(/settle-error/);
    nothingSaid();
  });

  it.each([
    ["accepted", /settle-open: .*Explain it first/],
    ["refused", /settle-open: .*Explain it first/],
  ] as const)("where nothing was explained: it cannot be %s", (kind, message) => {
    expect(() => say(kind)).toThrow(message);
    nothingSaid();
  });

  it.each(["explained", "withdrawn"] as const)("without a word: it cannot be %s", (kind) => {
    expect(() => say(kind, { text: " \n" })).toThrow(/settle-no-text: .*--text/);
    nothingSaid();
  });

  it("without a reason, of an explanation that does not do", () => {
    say("explained");
    expect(() => say("refused", { text: "" })).toThrow(/settle-no-text/);
  });

  it("by nobody", () => {
    expect(() => say("explained", { by: " " })).toThrow(/settle-no-name/);
    nothingSaid();
  });

  it("of what is corrected already", async () => {
    const { id } = newest("sudden-change").finding;
    await take("KEN-2.csv", 42);
    expect(() => say("explained", {}, id)).toThrow(/settle-corrected/);
    nothingSaid();
  });

  it("of a question that was taken back", () => {
    say("withdrawn");
    expect(() => say("explained")).toThrow(/settle-withdrawn/);
    expect(() => say("accepted")).toThrow(/settle-withdrawn/);
  });

  it("twice: an explanation that is accepted is not accepted again, nor its question taken back", () => {
    say("explained");
    say("accepted");
    expect(() => say("accepted")).toThrow(/settle-accepted/);
    expect(() => say("withdrawn")).toThrow(/settle-accepted/);
  });

  it("of a note, which asks for nothing", () => {
    const [note] = doubtsOf(store(), { rule: "age-scope-stated" });
    expect(() => say("explained", {}, note?.finding.id)).toThrow(/settle-note/);
    nothingSaid();
  });
});
