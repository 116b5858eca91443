import { MAIN, XML } from "./xml.js";

/** How a cell looks, as numbers of the fonts, fills and frames below. */
interface Look {
  /** `text`: what is typed there stays as it is typed, and is no number, date or formula. */
  readonly format?: keyof typeof FORMATS;
  readonly font?: number;
  readonly fill?: number;
  readonly frame?: number;
  /** Wrapped, at the top of its cell and the side where lines begin in the report's language. */
  readonly wrapped?: boolean;
  /** At the side where numbers end, whatever the language. */
  readonly end?: boolean;
  /** Runs in the direction of the report's language whatever its first letter is. */
  readonly directed?: boolean;
}

/** Numbers of formats that every spreadsheet has (ISO/IEC 29500-1, 18.8.30). */
const FORMATS = { text: 49, thousands: 3, whole: 1, one: 164, two: 2, three: 165, four: 166 } as const;
/** Formats that have to be told; the numbers from 164 on are free. */
const OWN_FORMATS = { one: "0.0", three: "0.000", four: "0.0000" } as const;

const FONTS = [
  font("", 11),
  font("<b/>", 11),
  font("<b/>", 14),
  font("<b/>", 11, "A40000"),
  font("<i/>", 11, "7A4B00"),
  font("", 11, "1A4F8A"),
  font("<u/>", 11, "0563C1"),
];
/** A spreadsheet expects the first two. */
const FILLS = [
  pattern("none"),
  pattern("gray125"),
  colour("E7E6E6"),
  colour("FBD5D5"),
  colour("FFE9B8"),
  colour("DCE9F7"),
];
const FRAMES = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  `<border><left/><right/><top/>${side("bottom", "thin", "000000")}<diagonal/></border>`,
  frame("medium", "A40000"),
  frame("mediumDashed", "7A4B00"),
  frame("dotted", "1A4F8A"),
];

/** The marks differ in weight and frame too, for who sees or prints without colours. */
const LOOKS = {
  /** The first is what cells have that are not there. */
  empty: {},
  text: { format: "text" },
  number: {},
  header: { format: "text", font: 1, fill: 2, frame: 1, wrapped: true, directed: true },
  error: { format: "text", font: 3, fill: 3, frame: 2 },
  warning: { format: "text", font: 4, fill: 4, frame: 3 },
  info: { format: "text", font: 5, fill: 5, frame: 4 },
  "error number": { font: 3, fill: 3, frame: 2 },
  "warning number": { font: 4, fill: 4, frame: 3 },
  "info number": { font: 5, fill: 5, frame: 4 },
  title: { font: 2, wrapped: true, directed: true },
  label: { font: 1, wrapped: true, directed: true },
  prose: { wrapped: true, directed: true },
  code: { wrapped: true },
  count: { format: "thousands", wrapped: true },
  line: { wrapped: true },
  link: { font: 6, wrapped: true },
  symbol: { end: true },
  "figure 0": { format: "whole" },
  "figure 1": { format: "one" },
  "figure 2": { format: "two" },
  "figure 3": { format: "three" },
  "figure 4": { format: "four" },
} as const satisfies Readonly<Record<string, Look>>;

export type Style = keyof typeof LOOKS;
const NAMES = Object.keys(LOOKS) as Style[];

/** Look of a figure with so many decimals; of one at full precision or with more than four, the number as it is. */
export function figureStyle(decimals: number | undefined): Style {
  const style = `figure ${decimals}`;
  return NAMES.find((name) => name === style) ?? "number";
}

/** Number of a style in styles.xml. */
export const styleNumber = (style: Style): number => NAMES.indexOf(style);

/** styles.xml (ISO/IEC 29500-1, 18.8). */
export function stylesXml(rightToLeft: boolean): string {
  return [
    `${XML}<styleSheet xmlns="${MAIN}">`,
    list(
      "numFmts",
      Object.entries(OWN_FORMATS).map(
        ([name, code]) =>
          `<numFmt numFmtId="${FORMATS[name as keyof typeof OWN_FORMATS]}" formatCode="${code}"/>`,
      ),
    ),
    list("fonts", FONTS),
    list("fills", FILLS),
    list("borders", FRAMES),
    list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list(
      "cellXfs",
      NAMES.map((name) => lookXml(LOOKS[name], rightToLeft)),
    ),
    list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    "</styleSheet>",
  ].join("");
}

function lookXml(
  { format, font = 0, fill = 0, frame = 0, wrapped, end, directed }: Look,
  rtl: boolean,
): string {
  const ids = `numFmtId="${format ? FORMATS[format] : 0}" fontId="${font}" fillId="${fill}" borderId="${frame}"`;
  const wrap = wrapped ? ` horizontal="${rtl ? "right" : "left"}" vertical="top" wrapText="1"` : "";
  const side = end ? ' horizontal="right"' : "";
  const order = directed ? ` readingOrder="${rtl ? 2 : 1}"` : "";
  const applied =
    'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" xfId="0"';
  return `<xf ${ids} ${applied}><alignment${wrap}${side}${order}/></xf>`;
}

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join("")}</${name}>`;

function font(weight: string, size: number, rgb = "000000"): string {
  return `<font>${weight}<sz val="${size}"/><color rgb="FF${rgb}"/><name val="Calibri"/><family val="2"/></font>`;
}

function pattern(name: string): string {
  return `<fill><patternFill patternType="${name}"/></fill>`;
}

function colour(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function side(name: string, line: string, rgb: string): string {
  return `<${name} style="${line}"><color rgb="FF${rgb}"/></${name}>`;
}

function frame(line: string, rgb: string): string {
  const sides = ["left", "right", "top", "bottom"].map((name) => side(name, line, rgb));
  return `<border>${sides.join("")}<diagonal/></border>`;
}
