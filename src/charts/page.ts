import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../types.js";
import { FONTS } from "./fonts.js";
import { FAINT, INK } from "./palette.js";
import { wrapped } from "./wrap.js";

/** A chart before it has a page: its picture in Vega-Lite, and what stands above and below. */
export interface Sheet {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Notes and source, one paragraph each. */
  readonly notes: readonly string[];
  /** What the picture tells, for those who cannot see it. */
  readonly description: string;
  /** Width of the picture in pixels, axes not counted. */
  readonly width: number;
  /** Width of what stands before the picture in reading order: names or the axis. */
  readonly margin: number;
  readonly picture: object;
}

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
const LINE_HEIGHT = 14;
/** Width that text may take beside a narrow picture. */
const TEXT_WIDTH = 600;
const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(["ar"]);

export const isRightToLeft = (language: Language): boolean => RIGHT_TO_LEFT.has(language);

/**
 * A line in the direction of its language. Renderers start a line of SVG from the left whatever it says, so
 * the direction is part of the text (Unicode UAX 9, RLE and PDF).
 */
export const directed = (line: string, language: Language): string =>
  isRightToLeft(language) ? `\u202b${line}\u202c` : line;

/** A picture with title, unit, notes and source as one Vega-Lite specification that needs nothing else. */
export function pageOf(sheet: Sheet): TopLevelSpec {
  const { language, width } = sheet;
  const lines = (text: string, size: number) =>
    wrapped(text, Math.max(width + sheet.margin, TEXT_WIDTH), size).map((line) => directed(line, language));
  return {
    $schema: SCHEMA,
    description: sheet.description,
    background: "white",
    padding: 16,
    title: {
      text: lines(sheet.title, 16),
      subtitle: lines(sheet.subtitle, 12),
      anchor: isRightToLeft(language) ? "end" : "start",
      offset: 14,
    },
    spacing: 12,
    resolve: { legend: { color: "independent", shape: "independent", strokeDash: "independent" } },
    vconcat: [
      sheet.picture,
      footer(
        sheet.notes.flatMap((note) => lines(note, 10)),
        sheet,
      ),
    ],
    config: configOf(language),
  } as TopLevelSpec;
}

function footer(lines: readonly string[], { language, width, margin }: Sheet): object {
  const edge = isRightToLeft(language)
    ? { align: "right", x: width + margin }
    : { align: "left", x: -margin };
  return {
    width,
    height: lines.length * LINE_HEIGHT,
    data: { name: "notes", values: lines.map((line, index) => ({ line, y: (index + 1) * LINE_HEIGHT })) },
    mark: { type: "text", fontSize: 10, color: FAINT, baseline: "alphabetic", aria: false, ...edge },
    encoding: {
      text: { field: "line", type: "nominal" },
      y: { field: "y", type: "quantitative", scale: null, axis: null },
    },
  };
}

function configOf(language: Language): object {
  return {
    font: FONTS[language],
    view: { stroke: null },
    axis: {
      labelColor: INK,
      titleColor: INK,
      gridColor: "#dddddd",
      domainColor: INK,
      tickColor: INK,
      labelFontSize: 11,
      labelLimit: 260,
    },
    legend: { labelColor: INK, labelFontSize: 11, titleColor: INK, labelLimit: 320, symbolSize: 70 },
    header: { labelColor: INK, labelFontSize: 11, title: null },
    title: { fontSize: 16, color: INK, subtitleFontSize: 12, subtitleColor: INK, subtitlePadding: 6 },
  };
}
