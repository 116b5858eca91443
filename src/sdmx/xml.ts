import { escapedXml } from "../workbook/xml.js";

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** What XML 1.0 (2.2) cannot hold in any form: control characters, half surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what cannot be written.
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

/** What may have to be written otherwise; most codes and numbers have none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are among it.
const SPECIAL = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/**
 * Text for an element or an attribute. What XML cannot hold becomes U+FFFD, the replacement character. Line feeds
 * and tabs are written as references, since a parser turns those of an attribute into blanks (XML 1.0, 3.3.3).
 */
export const xmlText = (text: string): string =>
  SPECIAL.test(text)
    ? escapedXml(text.replace(IMPOSSIBLE, "\ufffd")).replace(/\n/g, "&#10;").replace(/\t/g, "&#9;")
    : text;

type Values = Iterable<readonly [string, string | undefined]>;

/** Attributes with a blank before each; one without a value is left out. */
export function attributes(values: Values): string {
  let all = "";
  for (const [name, value] of values) if (value !== undefined) all += ` ${name}="${xmlText(value)}"`;
  return all;
}

/** An element with attributes and content that is already XML. */
export function element(
  name: string,
  given: Readonly<Record<string, string | undefined>>,
  ...content: readonly string[]
): string {
  const inside = content.join("");
  const start = `<${name}${attributes(Object.entries(given))}`;
  return inside === "" ? `${start}/>` : `${start}>${inside}</${name}>`;
}

/** An element that holds text alone. */
export const textElement = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;
