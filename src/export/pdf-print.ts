import type { Browser } from "playwright-core";
import { FONTS } from "../charts/fonts.js";
import type { Table } from "../types.js";
import { escaped } from "./html-parts.js";
import { dated } from "./pdf-file.js";

/** Time that Chromium may take for one document. */
const LONGEST = 10 * 60 * 1000;

/**
 * Prints an HTML document on A4 landscape pages, numbered, tagged for screen readers and with bookmarks of its
 * headings. Nothing in it may run or be fetched. The document and its PDF are in memory.
 */
export async function printed(browser: Browser, html: string, table: Table): Promise<Buffer> {
  const page = await browser.newPage({ javaScriptEnabled: false, offline: true });
  page.setDefaultTimeout(LONGEST);
  try {
    await page.setContent(html);
    const pdf = await page.pdf({
      ...{ preferCSSPageSize: true, tagged: true, outline: true },
      ...{ displayHeaderFooter: true, headerTemplate: "<span></span>", footerTemplate: footer(table) },
    });
    return dated(pdf, new Date(table.vintage.asOf));
  } finally {
    await page.close();
  }
}

/** Numbers of the page and of all pages, from left to right in every language. */
const footer = ({ language, vintage }: Table): string =>
  `<div style="width:100%;margin:0 12mm;display:flex;justify-content:space-between;font:7pt ${escaped(FONTS[language])}" dir="ltr"><span>ictsdg, vintage ${vintage.id}, ${vintage.asOf.slice(0, 10)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
