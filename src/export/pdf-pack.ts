import { defineFolderExporter } from "../define.js";
import { withChromium } from "./chromium.js";
import { pagesOfTargets } from "./pdf-file.js";
import { packPage } from "./pdf-page.js";
import { printer } from "./pdf-print.js";

/**
 * All tables of a folder in one PDF with contents and bookmarks. Printed twice, since Chromium does not tell on which
 * page something will stand before it has printed it: the second time with the page numbers of the first.
 */
export default defineFolderExporter({
  id: "pdf-pack",
  filename: "tables.pdf",
  async *write(tables) {
    const [first, ...others] = tables;
    if (!first) return;
    yield await withChromium(async (browser) => {
      const print = printer(browser, [first, ...others]);
      const draft = await print([...packPage(tables, new Map())].join(""));
      return print([...packPage(tables, pagesOfTargets(draft))].join(""));
    });
  },
});
