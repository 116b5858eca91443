import { Resvg } from "@resvg/resvg-js";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Language } from "../types.js";
import { FONT_PACKAGES, FONTS, PROBES } from "./fonts.js";
import { pixels } from "./wrap.js";

/** No font on this machine has the letters of the language. */
export class NoFont extends Error {
  readonly code = "CHART_NO_FONT";
  constructor(language: Language) {
    super(
      `CHART_NO_FONT: no installed font can draw "${PROBES[language]}" (${language}). Install one, on Debian or Ubuntu ${FONT_PACKAGES[language]}, or ask for --format svg.`,
    );
  }
}

/**
 * Part of Vega that its types leave out. Without a canvas it takes every letter for 0.8 em, which cuts names
 * that have room and moves what is aligned to the right.
 */
interface Measuring {
  readonly textMetrics: { width: typeof measured };
}

/** What is longer than its limit is cut there. */
function measured(item: { readonly fontSize?: number; readonly limit?: number }, text: string): number {
  return Math.min(pixels(text, item.fontSize ?? 11), item.limit || Number.POSITIVE_INFINITY);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? "");

/**
 * A chart as SVG with its title and text alternative inside (WAI-ARIA Graphics: role img). The same chart
 * gives the same bytes: nothing in it comes from a clock, a font or a counter of earlier charts.
 */
export async function svgOf(spec: TopLevelSpec, language: Language): Promise<string> {
  vega.resetSVGDefIds();
  (vega as unknown as Measuring).textMetrics.width = measured;
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: "none" });
  const drawn = await view.toSVG();
  view.finalize();
  // Everything is placed as from the left, and lines carry their own direction (see `directed`): with that of the
  // language here as well, browsers would place every text at the other side of its anchor.
  const lang = `xml:lang="${language}" direction="ltr"`;
  const told = `<title id="title">${escaped(titleOf(spec))}</title><desc id="desc">${escaped(spec.description ?? "")}</desc>`;
  return drawn.replace(/^<svg ([^>]*)>/, `<svg role="img" aria-labelledby="title desc" ${lang} $1>${told}`);
}

function titleOf({ title }: TopLevelSpec): string {
  const text = typeof title === "object" && "text" in title ? title.text : "";
  // Lines of a title are one sentence to a screen reader, and their direction is the element's.
  return [text]
    .flat()
    .join(" ")
    .replace(/[\u202b\u202c]/g, "");
}

/** A chart's SVG as PNG at twice its size, for print. Throws NoFont when its letters cannot be drawn. */
export function pngOf(svg: string, language: Language): Uint8Array {
  if (!canDraw(language)) throw new NoFont(language);
  return new Resvg(svg, { fitTo: { mode: "zoom", value: 2 }, font: { loadSystemFonts: true } })
    .render()
    .asPng();
}

/** A letter nobody has, drawn or left out in the same way as any other that is missing. */
const UNASSIGNED = "\u{10fffd}";

function canDraw(language: Language): boolean {
  const drawn = (letter: string) =>
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30" font-size="24" font-family="${FONTS[language]}">${letter}</text></svg>`,
      { font: { loadSystemFonts: true } },
    ).render().pixels;
  return !Buffer.from(drawn(PROBES[language])).equals(Buffer.from(drawn(UNASSIGNED)));
}
