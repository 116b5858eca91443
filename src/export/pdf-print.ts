import type { Browser } from "playwright-core";
import { FONTS } from "../charts/fonts.js";
import type { Table } from "../types.js";
import { dated } from "./pdf-file.js";

/** Time that Chromium may take for one document, in milliseconds. */
const LONGEST = 10 * 60 * 1000;
/** Rows up to which a document is tagged: tags are about 5 kB a row, and most of Chromium's memory. */
const MOST_TAGGED = 5000;
/** Rows that Chromium prints in a few minutes and within 4 GB; about 1500 pages. */
const MOST = 40_000;

/** More rows than can be printed. */
export class TooLongToPrint extends Error {
  readonly code = "PDF_TOO_LONG";
  constructor(tables: readonly Table[], rows: number) {
    const names = tables.map(({ id }) => id).join(", ");
    super(
      `PDF_TOO_LONG: ${names} would be a PDF of ${rows} rows, and ${MOST} is the most. Choose other tables with --tables, or another format: xlsx and html have no such limit.`,
    );
  }
}

/** Prints an HTML document of tables of one language. */
export type Print = (html: string) => Promise<Buffer>;

/**
 * Prints documents of these tables on A4 landscape pages, numbered, with bookmarks of their headings and, up to 5000
 * rows, tagged for screen readers; above that, HTML is the accessible format. Nothing in a document may run or be
 * fetched. It is in memory, and so is its PDF. Throws TooLongToPrint.
 */
export function printer(browser: Browser, tables: readonly [Table, ...Table[]]): Print {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > MOST) throw new TooLongToPrint(tables, rows);
  return async (html) => {
    const page = await browser.newPage({ javaScriptEnabled: false, offline: true });
    page.setDefaultTimeout(LONGEST);
    await page.setContent(html);
    const pdf = await page.pdf({
      ...{ preferCSSPageSize: true, tagged: rows <= MOST_TAGGED, outline: true },
      ...{ displayHeaderFooter: true, headerTemplate: "<span></span>", footerTemplate: footer(tables[0]) },
    });
    await page.close();
    return dated(pdf, new Date(tables[0].vintage.asOf));
  };
}

/** Vintage, and numbers of the page and of all pages, from left to right in every language. */
const footer = ({ language, vintage }: Table): string =>
  `<div style="width:100%;margin:0 12mm;display:flex;justify-content:space-between;font:7pt ${FONTS[language]}" dir="ltr"><span>ictsdg, vintage ${vintage.id}, ${vintage.asOf.slice(0, 10)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
