import { CANONICAL, SHAPES } from "./shapes.js";

const formTable = (countries: readonly string[]): string =>
  countries.map((iso3) => `| ${iso3}.csv | ${(SHAPES[iso3] ?? CANONICAL).what} |`).join("\n");

const faultList = (faults: ReadonlyMap<string, readonly string[]>): string =>
  [...faults]
    .map(([iso3, list]) => [`**${iso3}.csv**`, "", ...list.map((fault) => `- ${fault}`)].join("\n"))
    .join("\n\n");

/**
 * README.md of the sample: what is real, what each file looks like, and where the deliberate faults are.
 * @param populated how many areas have a real total population
 */
export function readme(
  countries: readonly string[],
  faults: ReadonlyMap<string, readonly string[]>,
  populated: number,
): string {
  return `# Sample collection

${countries.length} countries from all six ITU regions, 2010 to 2019, one file each. Built by \`scripts/sample/build.ts\`;
do not edit by hand.

**Real:** the series IT_* and SE_ADT_ACTS are facts of the UN SDG global database in its release of 2020, where
SOURCE_DETAIL says so. **Invented:** every row whose SOURCE_DETAIL begins with \`SYNTHETIC\`. Invented figures are coherent
with each other and say nothing about the country. Never quote them.

\`denominators.csv\` is in the project's own long form. Total population is the World Bank's (via datasets/population,
CC BY 4.0) and is there for ${populated} areas, 2009 to 2020, so that coverage of the world and of regions is measured
against everybody who lives there. Every row with SOURCE \`SYNTHETIC\` is invented, population by sex and by urban or rural
area included, and is there for the ${countries.length} countries only.

## Which tables have values

A group gets a value when half of its weight and half of its member countries have one. ${countries.length} countries are
too few for the world and for most regions, whose cells show \`..\` as they should. The countries are chosen so that the
ITU region CIS and M49's Northern Africa pass; Central Asia passes with them.

## What the files look like

| file | form |
|---|---|
${formTable(countries)}

## Deliberate faults

Three of the files have faults, so that checks have something to find. The rows say so in SOURCE_DETAIL.
\`n.d.\` is among them although it breaks no rule: it is a missing-value symbol, like \`..\` or \`n/a\`, and is read as
"no value".

${faultList(faults)}

## Faults that nobody put there

The real figures of the UN database have oddities of their own: subscriptions by speed tier that do not add up to the
total, for instance, a total outside the range of women and men, a count with decimals, a share above 100 %, or a rate
that does not fit its count. Checks report these too, in any of the files. They are left as they were published.
`;
}
