import { CANONICAL, SHAPES } from "./shapes.js";

const formTable = (countries: readonly string[]): string =>
  countries.map((iso3) => `| ${iso3}.csv | ${(SHAPES[iso3] ?? CANONICAL).what} |`).join("\n");

const faultList = (faults: ReadonlyMap<string, readonly string[]>): string =>
  [...faults]
    .map(([iso3, list]) => [`**${iso3}.csv**`, "", ...list.map((fault) => `- ${fault}`)].join("\n"))
    .join("\n\n");

/** README.md of the sample: what is real, what each file looks like, and where the deliberate faults are. */
export function readme(countries: readonly string[], faults: ReadonlyMap<string, readonly string[]>): string {
  return `# Sample collection

${countries.length} countries from all six ITU regions, 2010 to 2019, one file each. Built by \`scripts/sample/build.ts\`;
do not edit by hand.

**Real:** the series IT_* and SE_ADT_ACTS are facts of the UN SDG global database in its release of 2020, where
SOURCE_DETAIL says so. **Invented:** every row whose SOURCE_DETAIL begins with \`SYNTHETIC\`. Invented figures are coherent
with each other and say nothing about the country. Never quote them.

\`denominators.csv\` is in the project's own long form. Total population is the World Bank's (via datasets/population,
CC BY 4.0); every row with SOURCE \`SYNTHETIC\` is invented, population by sex and by urban or rural area included.

## What the files look like

| file | form |
|---|---|
${formTable(countries)}

## Deliberate faults

Three of the files have faults, so that checks have something to find. The rows say so in SOURCE_DETAIL.

${faultList(faults)}
`;
}
