import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Browser } from "playwright-core";

const REMEDY =
  "Install it (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium) or name it in the environment variable CHROMIUM. All other formats do without.";

/** No Chromium could be found or started to print a PDF with. */
export class NoChromium extends Error {
  readonly code: "PDF_NO_CHROMIUM" | "PDF_CHROMIUM_FAILED";
  constructor(code: NoChromium["code"], problem: string, cause?: unknown) {
    super(`${code}: ${problem} ${REMEDY}`, { cause });
    this.code = code;
  }
}

/** Names of the program on PATH. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where Chromium is: what CHROMIUM names, or else one on PATH, or else the one that Playwright installed.
 * @throws NoChromium where none of these is there
 */
export function findChromium(environment: NodeJS.ProcessEnv, installed: string): string {
  const { CHROMIUM: named = "", PATH = "" } = environment;
  if (named !== "" && !isProgram(named))
    throw new NoChromium("PDF_NO_CHROMIUM", `CHROMIUM names ${named}, which is no program.`);
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [...(named === "" ? [] : [named]), ...onPath, installed].find(isProgram);
  if (found) return found;
  throw new NoChromium("PDF_NO_CHROMIUM", "A PDF is printed by Chromium, and there is none on this machine.");
}

/** Runs the work with a browser that is closed afterwards. Throws NoChromium where there is none that starts. */
export async function withChromium<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  // Loaded here and only when a PDF is asked for, as it is large.
  const { chromium } = await import("playwright-core");
  const executablePath = findChromium(process.env, chromium.executablePath());
  const browser = await chromium.launch({ executablePath }).catch((error: Error) => {
    const [problem] = error.message.split("\n");
    throw new NoChromium("PDF_CHROMIUM_FAILED", `${executablePath} does not start (${problem}).`, error);
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
