import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { SaxesParser } from "saxes";
import { compile } from "vega-lite";
import { beforeAll, describe, expect, it } from "vitest";
import { seriesByCode } from "../../indicators/index.js";
import { charts } from "../../src/charts/index.js";
import { pngOf, svgOf } from "../../src/charts/render.js";
import { LANGUAGES, type Language } from "../../src/types.js";
import { aggregate, estimate, FRANCE, input, observation, SPAIN, ZAMBIA } from "../tables/input.js";

const SERIES = "IT_USE_II99";
const given = (language: Language) =>
  input({
    language,
    observations: [
      observation({ area: FRANCE, value: 80 }),
      observation({ area: SPAIN, value: 90, status: "B" }),
      observation({ area: SPAIN, period: 2012, value: 60 }),
    ],
    estimates: [estimate({ area: ZAMBIA, period: 2019, value: 20 })],
    aggregates: [
      aggregate({ area: 1, period: 2019, value: 50, low: 48, high: 53 }),
      aggregate({ area: 1, period: 2020, value: 60 }),
      aggregate({ area: 199, period: 2019, value: 20 }),
      aggregate({ area: 199, period: 2020, value: 25.25 }),
      aggregate({ area: 2, period: 2020, value: null, status: "O" }),
    ],
  });
const request = { series: SERIES, groups: [1, 199, 2] };
const draw = (kind: string, language: Language = "en") => {
  const chart = charts[kind];
  if (!chart) throw new Error(kind);
  return chart(given(language), request);
};

/** Data embedded anywhere in a specification under this name. */
function values(spec: unknown, name: string): Record<string, unknown>[] {
  if (typeof spec !== "object" || spec === null) return [];
  const { data } = spec as { data?: { name?: string; values?: Record<string, unknown>[] } };
  if (data?.name === name) return data.values ?? [];
  return Object.values(spec).flatMap((part) => values(part, name));
}

describe.each(Object.keys(charts))("the chart %s", (kind) => {
  let isValid: (spec: unknown) => boolean;
  beforeAll(() => {
    const path = createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json");
    const ajv = new Ajv({ strict: false, validateFormats: false });
    isValid = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
  }, 60_000);

  it("is valid Vega-Lite and compiles without a warning", () => {
    const warnings: unknown[] = [];
    const logger = {
      level: () => logger,
      warn: (...words: unknown[]) => {
        warnings.push(words);
        return logger;
      },
      error: (...words: unknown[]) => {
        warnings.push(words);
        return logger;
      },
      info: () => logger,
      debug: () => logger,
    };
    const spec = draw(kind);
    expect(isValid(spec)).toBe(true);
    compile(spec, { logger: logger as never });
    expect(warnings).toEqual([]);
  });

  it.each(LANGUAGES)(
    "is well-formed SVG in %s that says its title and tells what it shows",
    async (language) => {
      const svg = await svgOf(draw(kind, language), language);
      const texts = new Map<string, string>();
      const open: string[] = [];
      const parser = new SaxesParser();
      parser.on("opentag", ({ name }) => open.push(name));
      parser.on("closetag", () => open.pop());
      parser.on("text", (text) => {
        const name = open[open.length - 1] ?? "";
        texts.set(name, `${texts.get(name) ?? ""}${text}`);
      });
      parser.on("error", (error) => {
        throw error;
      });
      parser.write(svg).close();
      const name = seriesByCode.get(SERIES)?.series.name[language] ?? "";
      if (kind !== "heat") expect(texts.get("title")).toContain(name);
      expect(texts.get("desc")).toMatch(/\d/);
      expect(svg).toMatch(/^<svg role="img" aria-labelledby="title desc"/);
      // Lines carry their own direction: with "rtl" here browsers turn the anchors of all texts around.
      expect(svg).toContain(`xml:lang="${language}" direction="ltr"`);
    },
  );

  it("is the same bytes each time", async () => {
    const first = await svgOf(draw(kind), "en");
    await svgOf(draw("line", "ar"), "ar");
    expect(await svgOf(draw(kind), "en")).toBe(first);
  });
});

describe("charts", () => {
  it("draw groups that have a value, in the order asked for, with the band of their bounds", () => {
    expect(values(draw("line"), "values")).toEqual([
      { group: "World", year: 2019, value: 50, low: 48, high: 53 },
      { group: "World", year: 2020, value: 60, low: 58, high: 62 },
      { group: "Least developed countries (LDCs)", year: 2019, value: 20, low: 58, high: 62 },
      { group: "Least developed countries (LDCs)", year: 2020, value: 25.25, low: 58, high: 62 },
    ]);
    expect(draw("line").description).toContain("World: 50.0 (2019), 60.0 (2020)");
  });

  it("rank latest values and draw estimates and what is not comparable hollow", () => {
    expect(values(draw("dots"), "values")).toEqual([
      { country: "Spain (2020)", value: 90, solid: false },
      { country: "France (2020)", value: 80, solid: true },
      { country: "Zambia (2019)", value: 20, solid: false },
    ]);
  });

  it("count countries by indicator and year", () => {
    const cells = values(draw("heat"), "values").map(({ year, countries }) => [year, countries]);
    expect(cells).toEqual([
      [2012, 1],
      [2020, 2],
    ]);
  });

  it("say what is missing when there is nothing to draw", () => {
    expect(() => charts.line?.(given("en"), { series: SERIES, groups: [2] })).toThrow(/CHART_EMPTY/);
    expect(() => charts.line?.(given("en"), { series: "NOTHING", groups: [1] })).toThrow(
      /no series "NOTHING"/,
    );
    expect(() => charts.slope?.(given("en"), { ...request, from: 1990 })).toThrow(/--from/);
  });

  it("become a PNG of twice the size", async () => {
    const svg = await svgOf(draw("line"), "en");
    const png = Buffer.from(pngOf(svg, "en"));
    const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * width);
  });
});
