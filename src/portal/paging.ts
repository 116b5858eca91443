import { type Html, html } from "./html.js";
import type { Say } from "./page.js";

/** A part of a long list. */
export interface Part<T> {
  readonly shown: readonly T[];
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
}

/** What an address asks for, as text; a parameter given twice counts once. */
export type Query = Readonly<Record<string, string | undefined>>;

/** Number of a page as an address has it; 1 where it has none that can be read. */
export const pageIn = ({ page }: Query): number => Math.max(1, Math.trunc(Number(page)) || 1);

/** The part of a list that an address asks for; the last one where it asks for more. */
export function partOf<T>(all: readonly T[], query: Query, size: number): Part<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(pageIn(query), pages);
  return { shown: all.slice((page - 1) * size, page * size), page, pages };
}

/** Links to the pages before and after; nothing where there is one page alone. */
export function pager(
  say: Say,
  path: string,
  query: Query | URLSearchParams,
  { page, pages }: Pick<Part<never>, "page" | "pages">,
): Html | null {
  if (pages < 2) return null;
  const link = (to: number, id: string, rel: string) =>
    to >= 1 &&
    to <= pages &&
    html`<li><a rel="${rel}" href="${path}?${withPage(query, to)}">${say(id)}</a></li>`;
  return html`<nav aria-label="${say("page.of", { page, pages })}"><ul>${link(page - 1, "page.previous", "prev")}<li>${say("page.of", { page, pages })}</li>${link(page + 1, "page.next", "next")}</ul></nav>`;
}

function withPage(query: Query | URLSearchParams, page: number): string {
  const given = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  const kept = given.flatMap(([key, value]) =>
    value && key !== "page" ? [[key, value] as [string, string]] : [],
  );
  return new URLSearchParams([...kept, ["page", String(page)]]).toString();
}
