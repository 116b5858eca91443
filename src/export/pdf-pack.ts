import { defineFolderExporter } from "../define.js";
import { withChromium } from "./chromium.js";
import { pagesOfTargets } from "./pdf-file.js";
import { packPage } from "./pdf-page.js";
import { printed } from "./pdf-print.js";

/**
 * All tables of a folder in one PDF with contents and bookmarks. Printed twice, since Chromium does not tell on which
 * page something will stand before it has printed it: the second time with the page numbers of the first.
 */
export default defineFolderExporter({
  id: "pdf-pack",
  filename: "tables.pdf",
  async *write(tables) {
    const [first] = tables;
    if (!first) return;
    yield await withChromium(async (browser) => {
      const draft = await printed(browser, [...packPage(tables, new Map())].join(""), first);
      return printed(browser, [...packPage(tables, pagesOfTargets(draft))].join(""), first);
    });
  },
});
