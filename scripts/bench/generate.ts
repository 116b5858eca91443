import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { indicators } from "../../indicators/index.js";
import type { Indicator, Series } from "../../src/define.js";
import { DIMENSIONS } from "../../src/types.js";

const YEARS = Array.from({ length: 25 }, (_, i) => 2000 + i);

/**
 * Writes a synthetic submission of an agency: `rows` figures of many countries and all series, in the
 * canonical columns and grouped by country. The figures are smooth and coherent (nested, ordered, adding
 * up), so that every rule has to look and few have something to say. The same arguments give the same bytes.
 *
 * @param areas ISO alpha-3 codes
 */
export async function generateSubmission(
  path: string,
  rows: number,
  areas: readonly string[],
): Promise<void> {
  const out = createWriteStream(path, { highWaterMark: 1 << 20 });
  out.write(
    "SERIES,REF_AREA,TIME_PERIOD,SEX,AGE,URBANISATION,EDUCATION_LEV,COMPOSITE_BREAKDOWN,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,AGE_SCOPE,SOURCE_DETAIL\n",
  );
  const most = breakdownsNeeded(rows, areas.length);
  let written = 0;
  for (const [place, area] of areas.entries()) {
    for (const line of country(area, place, most)) {
      if (written === rows) break;
      written++;
      if (!out.write(line)) await once(out, "drain");
    }
  }
  out.end();
  await once(out, "finish");
}

/** Breakdowns that each series must have at most, so that the countries between them fill the rows. */
function breakdownsNeeded(rows: number, areas: number): number {
  for (let most = 1; most < 2000; most++) {
    const perArea = indicators
      .flatMap(({ series }) => series)
      .reduce((sum, one) => sum + breakdowns(one, most).length, 0);
    if (perArea * YEARS.length * areas >= rows) return most;
  }
  throw new Error(`${rows} rows are more than the code lists allow for ${areas} areas.`);
}

function* country(area: string, place: number, most: number): Generator<string> {
  for (const indicator of indicators) {
    for (const series of indicator.series) {
      for (const codes of breakdowns(series, most)) {
        for (const [i, year] of YEARS.entries()) {
          const value = figure(indicator, series, codes, place, i);
          yield `${series.code},${area},${year},${codes.join(",")},${value},${series.unit},0,A,15+,"Synthetic survey, ${year}"\n`;
        }
      }
    }
  }
}

/** The first `most` breakdowns of a series, the total first, as codes in the order of DIMENSIONS. */
function breakdowns(series: Series, most: number): string[][] {
  let found: string[][] = [[]];
  for (const id of DIMENSIONS)
    found = found
      .flatMap((codes) => ["_T", ...(series.dimensions[id] ?? [])].map((code) => [...codes, code]))
      .slice(0, most * 40);
  return found.slice(0, most);
}

const SHIFT: Readonly<Record<string, number>> = { F: -1, M: 1, U: 2, R: -2 };

function figure(
  indicator: Indicator,
  series: Series,
  codes: readonly string[],
  place: number,
  year: number,
): string {
  const shift = codes.reduce((sum, code) => sum + (SHIFT[code] ?? 0), 0);
  const nested = indicator.nested?.indexOf(series.code) ?? 0;
  const level = 20 + (place % 40) + 0.7 * year;
  const part = indicator.partition?.codes.includes(codes.at(-1) ?? "") ? indicator.partition.codes.length : 1;
  if (series.maximum === 1) return (level / 100).toFixed(4);
  if (series.integer) return String((3_000_000 * (place + 1 + year)) / part);
  if (part > 1) return (level / part).toFixed(6);
  return (level + shift - 3 * nested).toFixed(2);
}
