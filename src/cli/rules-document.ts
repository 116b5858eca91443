import { LEVELS, type RuleFacts } from "./rule-facts.js";

const HEADS = ["rule", "what is wrong", "level", "severity", "no.", "source", "VTL 2.1"];

/** All rules as the Markdown page docs/rules.md. */
export function rulesDocument(all: readonly RuleFacts[]): string {
  const judging = all.filter(({ version }) => version !== null);
  const reading = all.filter(({ version }) => version === null);
  const inVtl = judging.filter(({ vtl }) => "checks" in vtl).length;
  const levels = Object.entries(LEVELS).map(([level, meaning]) => `| ${level} | ${meaning} |`);
  return `# Rules

Written by \`ictsdg rules export --format markdown --out docs/rules.md\`. \`ictsdg rules explain ID\` says more.

${all.length} rules: ${reading.length} are met while a file is read, ${judging.length} judge its figures. Of these, ${inVtl} can be
exported as VTL 2.1 (\`ictsdg rules export --format vtl\`); the table says why the others cannot. An \`error\`
holds the figure back, a \`warning\` is to be explained or corrected, \`info\` asks for nothing.

| level | what is looked at |
|---|---|
${levels.join("\n")}

## Rules that judge figures

${table(judging)}

## Checks while a file is read

${table(reading)}
`;
}

function table(rules: readonly RuleFacts[]): string {
  const rows = rules.map(({ id, title, level, severity, number, source, vtl }) => [
    `\`${id}\``,
    ...[title, String(level), severity, number ?? "", source.replace(/ \(R\d+\)$/, "")],
    "reason" in vtl ? `no: ${vtl.reason}` : "yes",
  ]);
  const lines = [HEADS, HEADS.map(() => "---"), ...rows].map(
    (cells) => `| ${cells.map(escaped).join(" | ")} |`,
  );
  return lines.join("\n");
}

const escaped = (cell: string): string => cell.replaceAll("|", "\\|");
