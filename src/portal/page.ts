import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { directionOf } from "../export/html-parts.js";
import { text } from "../i18n/text.js";
import { LANGUAGES, type Language, type Params } from "../types.js";
import { DESK, KEEPERS, RELEASERS, SETTLERS } from "./access.js";
import { type Html, html } from "./html.js";
import { languageOf } from "./language.js";
import { STYLE } from "./style.js";

/** Says a message of the catalogue `portal`. */
export type Say = (id: string, params?: Params) => string;

export const sayIn =
  (language: Language): Say =>
  (id, params) =>
    text("portal", language, id, params);

/** Names of the languages in themselves. */
const NAMES: Readonly<Record<Language, string>> = {
  ar: "العربية",
  en: "English",
  es: "Español",
  fr: "Français",
  ru: "Русский",
  zh: "中文",
};

/** The style's address changes with it, so that it may be kept for ever. */
export const STYLE_PATH = `/assets/${createHash("sha256").update(STYLE).digest("hex").slice(0, 12)}.css`;

interface Entry {
  readonly path: string;
  readonly title: string;
}

/** What a person may go to from every page, in order. */
function entriesFor({ who }: FastifyRequest): Entry[] {
  const open: Entry[] = [
    { path: "indicators", title: "nav.indicators" },
    { path: "areas", title: "nav.areas" },
    { path: "tables", title: "nav.tables" },
    { path: "availability", title: "nav.availability" },
  ];
  if (!who) return open;
  const { role, area } = who.account;
  const desk = DESK.includes(role) && area !== null ? [{ path: `country/${area}`, title: "nav.desk" }] : [];
  const settling = SETTLERS.includes(role)
    ? ["queue", "collection", "runs", "lists", "backtest"].map((path) => ({ path, title: `nav.${path}` }))
    : [];
  const releasing = RELEASERS.includes(role)
    ? ["workbench", "releases"].map((path) => ({ path, title: `nav.${path}` }))
    : [];
  const keeping = KEEPERS.includes(role)
    ? ["accounts", "audit"].map((path) => ({ path, title: `nav.${path}` }))
    : [];
  return [...desk, ...settling, ...releasing, ...keeping, ...open];
}

export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** Scripts of /assets that make the page nicer; it works without. */
  readonly scripts?: readonly string[];
}

/** Sends a whole page: head, way through the site, body, and what every page ends with. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const language = languageOf(request);
  return reply
    .status(page.status ?? 200)
    .header("content-language", language)
    .type("text/html; charset=utf-8")
    .send(pageText(request, language, page));
}

function pageText(request: FastifyRequest, language: Language, { title, body, scripts = [] }: Page): string {
  const say = sayIn(language);
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${say("site")}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="icon" href="data:,">
${scripts.map((name) => html`<script type="module" src="/assets/${name}"></script>\n`)}</head>
<body>
<a class="skip" href="#main">${say("skip")}</a>
<header>
<a class="name" href="/${language}/">${say("site")}</a>
${navigation(request, language, say)}
${account(request, language, say)}
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
<footer>
${languages(request, language, say)}
<p>${say("disclaimer")}</p>
</footer>
</body>
</html>
`.text;
}

function navigation(request: FastifyRequest, language: Language, say: Say): Html {
  const [path = ""] = request.url.split("?");
  const entries = entriesFor(request).map(({ path: to, title }) => {
    const href = `/${language}/${to}`;
    const isHere = path === href || path.startsWith(`${href}/`);
    return html`<li><a href="${href}"${isHere && html` aria-current="page"`}>${say(title)}</a></li>`;
  });
  return html`<nav aria-label="${say("nav.site")}"><ul>${entries}</ul></nav>`;
}

function account({ who }: FastifyRequest, language: Language, say: Say): Html {
  if (!who)
    return html`<nav aria-label="${say("nav.account")}"><ul><li><a href="/${language}/sign-in">${say("sign-in")}</a></li></ul></nav>`;
  return html`<nav aria-label="${say("nav.account")}"><ul><li><a href="/${language}/account"><bdi>${who.account.name}</bdi></a></li></ul></nav>`;
}

/** The same page in the other languages. */
function languages(request: FastifyRequest, language: Language, say: Say): Html {
  const rest = request.url.replace(/^\/[a-z]{2}(?=[/?]|$)/, "");
  const entries = LANGUAGES.filter((one) => one !== language).map(
    (one) => html`<li><a href="/${one}${rest}" hreflang="${one}" lang="${one}">${NAMES[one]}</a></li>`,
  );
  return html`<nav aria-label="${say("nav.languages")}"><ul>${entries}</ul></nav>`;
}

/** The field that proves a form to come from a page of the session. */
export function csrfField({ who }: FastifyRequest): Html | null {
  return who && html`<input type="hidden" name="csrf" value="${who.session.csrf}">`;
}
