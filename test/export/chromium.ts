import { chromium } from "playwright-core";
import { findChromium, NoChromium } from "../../src/export/chromium.js";

function find(): boolean {
  try {
    return findChromium(process.env, chromium.executablePath()) !== "";
  } catch (error) {
    if (error instanceof NoChromium) return false;
    throw error;
  }
}

/** Whether this machine can print; `npm test` installs Chromium where it can. */
export const hasChromium = find();
