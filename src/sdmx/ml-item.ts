import type { Code, Item, Maintainable, Names } from "./model.js";
import { languagesOf } from "./names.js";
import { element, textElement, xmlText } from "./xml.js";

const inLanguage = (tag: string, language: string, text: string): string =>
  `<${tag} xml:lang="${language}">${xmlText(text)}</${tag}>`;

/** Names and descriptions in their languages. */
export function nameXml({ names, descriptions }: Pick<Item, "names" | "descriptions">): string {
  const each = (tag: string, given: Names | undefined) =>
    given ? languagesOf(given).map(([language, text]) => inLanguage(tag, language, text)) : [];
  return [...each("com:Name", names), ...each("com:Description", descriptions)].join("");
}

/** The attribute that says that the content is elsewhere. */
export const external = ({ stub }: Maintainable): string | undefined => (stub ? "true" : undefined);

/** The parts that name whatever has an agency, an id and a version. */
export const identity = ({ agency, id, version }: Maintainable): Record<string, string> => ({
  id,
  agencyID: agency,
  version,
});

/** Annotations of a code: what else is known of it. */
export function annotationsXml({ annotations }: Code): string {
  const each = Object.entries(annotations ?? {}).map(([title, text]) =>
    element(
      "com:Annotation",
      {},
      textElement("com:AnnotationTitle", title),
      inLanguage("com:AnnotationText", "en", text),
    ),
  );
  return each.length === 0 ? "" : element("com:Annotations", {}, ...each);
}
