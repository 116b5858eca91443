/** World Bank indicator files. Layouts as downloaded from data.worldbank.org and in datasets/population. */
import type { ReferenceValue } from "../types.js";
import type { Areas } from "./areas.js";
import { malformed } from "./malformed.js";
import { headerOf, numberCell, periodCell, type ReferenceReader, type Skipped } from "./reader.js";
import { parseRecords, type ReferenceRecord } from "./records.js";

/** Codes of regions, income groups and other sums in World Bank files; none is an ISO 3166-1 code. */
const AGGREGATES: ReadonlySet<string> = new Set(
  (
    "AFE AFR AFW ARB CEA CEB CEU CLA CME CSA CSS DEA DEC DLA DMN DNS DSA DSF EAP EAR EAS ECA ECS EMU " +
    "EUU FCS FXS HIC HPC IBB IBD IBT IDA IDB IDX INX LAC LCN LCR LDC LIC LMC LMY LTE MDE MEA MIC MNA " +
    "NAC NAF NRS NXS OED OSS PRE PSS PST RRS SAS SSA SSF SST SXZ TEA TEC TLA TMN TSA TSS UMC WLD XZN"
  ).split(" "),
);

/** Lines before the header of the bulk file: source, blank, date of the update, blank. */
const WIDE_HEADER = '"Country Name","Country Code","Indicator Name","Indicator Code"';

function findCountry(record: ReferenceRecord, areas: Areas, skipped: Skipped[]): number | undefined {
  const code = record.cells["Country Code"] ?? "";
  const area = AGGREGATES.has(code) ? undefined : areas.findArea(code);
  if (area === undefined) {
    const reason = AGGREGATES.has(code) ? "aggregate" : "unknown-area";
    skipped.push({ line: record.line, reason, text: code });
  }
  return area;
}

/** `Country Name,Country Code,Year,Value`: one value a line. */
export const readWorldBankLong: ReferenceReader = {
  format: "world-bank-long",
  header: "Country Name,Country Code,Year,Value",
  recognises: (text) => ["Country Code", "Year", "Value"].every((column) => headerOf(text).includes(column)),
  read(text, { series, revision, source, file }, areas) {
    const values: ReferenceValue[] = [];
    const skipped: Skipped[] = [];
    for (const record of parseRecords(text, file, ["Country Code", "Year", "Value"])) {
      const area = findCountry(record, areas, skipped);
      if (area === undefined) continue;
      if (record.cells.Value === "") {
        skipped.push({ line: record.line, reason: "no-value", text: record.cells["Country Code"] ?? "" });
        continue;
      }
      const period = periodCell(record, "Year");
      values.push({
        series,
        area,
        period,
        dimensions: {},
        value: numberCell(record, "Value"),
        revision,
        source,
      });
    }
    return { values, skipped };
  },
};

/** Where the wide header starts, however many preamble lines there are; -1 in other files. */
const wideStart = (text: string): number => text.slice(0, 2_000).indexOf(WIDE_HEADER);

function singleIndicator(records: readonly ReferenceRecord[], file: string): void {
  const codes = new Set(records.map(({ cells }) => cells["Indicator Code"]));
  if (codes.size > 1) {
    throw malformed(
      file,
      0,
      `the file holds ${codes.size} indicators (${[...codes].slice(0, 3).join(", ")} …).`,
      "Download or cut out one indicator at a time.",
    );
  }
}

/** The bulk download: preamble, then one line a country with the years across. */
export const readWorldBankWide: ReferenceReader = {
  format: "world-bank-wide",
  header: `4 lines of preamble, then ${WIDE_HEADER},"1960",…`,
  recognises: (text) => wideStart(text) >= 0,
  read(text, { series, revision, source, file }, areas) {
    const start = wideStart(text);
    const preamble = text.slice(0, start).split("\n").length - 1;
    const records = parseRecords(text.slice(start), file, ["Country Code", "Indicator Code"]).map(
      (record) => ({ ...record, line: record.line + preamble }),
    );
    singleIndicator(records, file);
    const values: ReferenceValue[] = [];
    const skipped: Skipped[] = [];
    for (const record of records) {
      const area = findCountry(record, areas, skipped);
      if (area === undefined) continue;
      const years = Object.keys(record.cells).filter(
        (name) => /^\d{4}$/.test(name) && record.cells[name] !== "",
      );
      for (const year of years) {
        const value = numberCell(record, year);
        values.push({ series, area, period: Number(year), dimensions: {}, value, revision, source });
      }
      if (years.length > 0) continue;
      skipped.push({ line: record.line, reason: "no-value", text: record.cells["Country Code"] ?? "" });
    }
    return { values, skipped };
  },
};
