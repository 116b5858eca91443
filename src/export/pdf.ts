import { defineExporter } from "../define.js";
import { withChromium } from "./chromium.js";
import { tablePage } from "./pdf-page.js";
import { printer } from "./pdf-print.js";

/**
 * A table on A4 landscape pages with its heads on each, printed by Chromium. Of a table of areas every series has a
 * heading, and every indicator begins a page; what is the same in all of its rows is told once. Held whole in memory.
 * Throws NoChromium where there is no Chromium, and TooLongToPrint; equal tables give equal bytes on one machine, whose fonts and
 * Chromium they depend on.
 */
export default defineExporter({
  id: "pdf",
  extension: "pdf",
  mediaType: "application/pdf",
  headRow: null,
  async *write(table) {
    yield await withChromium((browser) => printer(browser, [table])([...tablePage(table)].join("")));
  },
});
