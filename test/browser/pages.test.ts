import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../src/export/chromium.js";
import { hasChromium } from "../export/chromium.js";
import { PASSWORD, type PortalDesk } from "../portal/desk.js";
import { openPublishedDesk } from "../portal/published-desk.js";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const NARROW = { width: 360, height: 800 };

const OPEN = [
  ...[
    "",
    "indicators",
    "indicators/17.8.1",
    "areas",
    "areas/143",
    "tables",
    "tables/sdg-country",
    "availability",
  ],
  ...["search?q=internet", "lineage/143/IT_USE_II99/2017", "sign-in"],
];
const OF_PREPARERS = ["releases", "workbench", "workbench?series=IT_USE_II99&groups=143&countries=398"];

interface Axe {
  run(): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }>;
}

/** What axe-core finds serious or worse on a page as a browser draws it, and by how much the page is too wide. */
async function faultsOf(browser: Browser, address: string, cookie: string): Promise<unknown> {
  // axe-core is put into the page, which lets no script of others in.
  const context = await browser.newContext({ viewport: NARROW, bypassCSP: true });
  try {
    if (cookie !== "") await context.setExtraHTTPHeaders({ cookie });
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(AXE);
    return await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
      const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      const { document, innerWidth } = globalThis as unknown as { document: Document; innerWidth: number };
      return {
        found: grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`),
        tooWide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      };
    });
  } finally {
    await context.close();
  }
}

describe.skipIf(!hasChromium)("in a browser of 360 pixels, a page", () => {
  let desk: PortalDesk;
  let browser: Browser;
  let origin: string;
  beforeAll(async () => {
    desk = await openPublishedDesk();
    await desk.person("preparer");
    await desk.app.listen({ port: 0, host: "127.0.0.1" });
    origin = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: findChromium(process.env, chromium.executablePath()),
      args: ["--no-sandbox"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  const signedIn = async (): Promise<string> => {
    const body = new URLSearchParams({ email: "preparer-1@example.org", password: PASSWORD });
    const { headers } = await fetch(`${origin}/en/sign-in`, { method: "POST", body, redirect: "manual" });
    return (headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  };

  it.each(["en", "ar"])(
    "has nothing serious that axe-core finds, and does not scroll sideways, in %s",
    async (language) => {
      for (const path of OPEN)
        expect([path, await faultsOf(browser, `${origin}/${language}/${path}`, "")]).toEqual([
          path,
          { found: [], tooWide: 0 },
        ]);
      const cookie = await signedIn();
      for (const path of OF_PREPARERS)
        expect([path, await faultsOf(browser, `${origin}/${language}/${path}`, cookie)]).toEqual([
          path,
          { found: [], tooWide: 0 },
        ]);
    },
  );
});
