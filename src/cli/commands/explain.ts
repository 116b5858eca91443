import type { Command } from "commander";
import { dimensionsOf } from "../../keys.js";
import { type Lineage, lineage } from "../../run/lineage.js";
import { DIMENSIONS, type DimensionId, type Language } from "../../types.js";
import { areaOrGroup, type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { columns, thousands } from "../print.js";
import { saidText, stateText } from "../said.js";

interface ExplainOptions extends CommonOptions {
  readonly breakdown?: string[];
  readonly asOf?: string;
}

export function explainCommand(program: Command, terminal: Terminal): void {
  program
    .command("explain")
    .description(
      "where a figure comes from: formula, countries, weights, and the line of the file each came in",
    )
    .argument("<area>", "a country or group: KEN, WORLD, LDC, 202 …")
    .argument("<series>", "IT_USE_II99 …")
    .argument("<year>", "2017 …", Number)
    .option("--breakdown <code...>", "such as SEX=F")
    .option("--as-of <time>", "from what was known at this time (ISO 8601)")
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg explain WORLD IT_USE_II99 2017\n  ictsdg explain KEN IT_MOB_OWN 2018 --breakdown SEX=F",
    )
    .action(async (area: string, series: string, year: number, _, self: Command) => {
      const options = self.optsWithGlobals<ExplainOptions>();
      await withEnvironment(options, (environment) => {
        const key = {
          series: series.toUpperCase(),
          area: areaOrGroup(environment, area),
          period: year,
          dimensions: breakdown(options.breakdown ?? []),
        };
        const found = lineage(environment, key, options.asOf);
        if (!found) throw new UsageError(`Nothing is known of ${key.series} for ${area} in ${year}.`);
        terminal.out(
          options.json
            ? JSON.stringify(found, null, 2)
            : lineageText(found, options.lang, (code) => environment.areas.areaName(code, options.lang)),
        );
      });
    });
}

function breakdown(codes: readonly string[]) {
  const pairs = codes.map((text) => {
    const [id = "", code = ""] = text.split("=");
    if (!DIMENSIONS.includes(id as DimensionId) || !code)
      throw new UsageError(
        `"${text}" is no breakdown. Write it as SEX=F; dimensions are ${DIMENSIONS.join(", ")}.`,
      );
    return [id, code] as const;
  });
  return dimensionsOf(Object.fromEntries(pairs));
}

function lineageText(found: Lineage, language: Language, name: (area: number) => string): string {
  const { key, formula, vintage } = found;
  const head = [
    `${key.series}, ${name(key.area)}, ${key.period}: ${found.value ?? ".."} (${found.status})`,
    `  ${formula}`,
    `  as of vintage ${vintage.id}, ${vintage.asOf}`,
  ];
  const rows = found.parts.map((part) => [
    name(part.area),
    part.value === null ? ".." : Number(part.value.toFixed(2)),
    part.source,
    thousands(Math.round(part.weight)),
    `${(100 * part.share).toFixed(2)} %`,
    part.origin
      ? `${part.origin.filename}:${part.origin.line} (${part.origin.submission.slice(0, 12)})`
      : (part.method ?? ""),
    part.findings.length > 0 ? part.findings.length : "",
  ]);
  return [
    ...head,
    "",
    columns(["area", "value", "from", "weight", "share", "file and line, or method", "findings"], rows),
    ...doubtTexts(found, language, name),
  ].join("\n");
}

/** What was found of the figures, and what was said of it. */
function doubtTexts({ parts }: Lineage, language: Language, name: (area: number) => string): string[] {
  const lines = parts.flatMap(({ area, findings }) =>
    findings.flatMap(({ id, rule, severity, state, said }) => [
      `  ${name(area)}, #${id} ${rule} (${severity === "info" ? severity : stateText(state, language)})`,
      ...said.map((one) => saidText(one, language, "    ")),
    ]),
  );
  return lines.length > 0 ? ["", "Findings:", ...lines] : [];
}
