import type { FastifyInstance, FastifyRequest } from "fastify";
import { audit } from "../../../accounts/audit.js";
import type { ShownDiff } from "../../../run/release/summary.js";
import type { Release } from "../../../store/store.js";
import type { Language } from "../../../types.js";
import { RELEASERS, Refusal } from "../../access.js";
import { choose } from "../../forms.js";
import type { Given } from "../../given.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { csrfField, type Say, sayIn, sendPage } from "../../page.js";
import { workNotice } from "../../work/notice.js";
import { workOf } from "../../work/work.js";
import { comparison } from "./comparison.js";

const PREPARERS = { config: { access: RELEASERS } } as const;
const NOW = "now";

interface Sides {
  readonly from?: string;
  readonly to?: string;
}

/** What changed between two releases, and why. It is worked out aside, and shown when it is there. */
export function comparePage(app: FastifyInstance, given: Given): void {
  app.post<{ Body: Sides }>("/:language/releases/compare", { ...PREPARERS }, (request, reply) => {
    const sides = sidesIn(given, request.body ?? {});
    workOf(given).start({ kind: "comparison", ...sides });
    const actor = request.who?.account.email ?? "nobody";
    audit(given.accounts, {
      at: given.now().toISOString(),
      actor,
      action: "releases-compared",
      object: sides.from,
      details: { to: sides.to },
    });
    return reply.redirect(`/${languageOf(request)}/releases/compare?${new URLSearchParams(sides)}`, 303);
  });
  app.get<{ Querystring: Sides }>("/:language/releases/compare", PREPARERS, (request, reply) => {
    const language = languageOf(request);
    const say = sayIn(language);
    const sides = sidesIn(given, request.query);
    const found = foundOf(given, sides);
    const body = html`${!found && workNotice(workOf(given), "comparison", say, language)}
${found && comparison(found, given.environment, language, say)}
${compareForm(given.environment.store.releases().reverse(), language, say, request, sides)}`;
    return sendPage(request, reply, { title: say("compare.title", sides), body });
  });
}

/** @throws Refusal when a side is neither a release nor what is known now */
function sidesIn({ environment }: Given, { from = "", to = "" }: Sides): { from: string; to: string } {
  const names = [NOW, ...environment.store.releases().map(({ name }) => name)];
  if (!names.includes(from) || !names.includes(to)) throw new Refusal(404, "not-there");
  return { from, to };
}

/** The last comparison, where it was of these two. */
function foundOf(given: Given, { from, to }: { from: string; to: string }): ShownDiff | undefined {
  const last = workOf(given).last("comparison");
  if (last?.job.kind !== "comparison" || last.job.from !== from || last.job.to !== to) return undefined;
  return last.done?.comparison;
}

/** Which two to compare; the newest release with what is known now, unless others are named. */
export function compareForm(
  releases: readonly Release[],
  language: Language,
  say: Say,
  request: FastifyRequest,
  chosen: { readonly from: string; readonly to: string } = { from: releases[0]?.name ?? NOW, to: NOW },
): Html {
  const choices = [
    ...releases.map(({ name }) => ({ value: name, label: name })),
    { value: NOW, label: say("compare.now") },
  ];
  return html`<h2>${say("compare")}</h2><form method="post" action="/${language}/releases/compare">${csrfField(request)}
${choose("from", say("compare.from"), choices, chosen.from)}${choose("to", say("compare.to"), choices, chosen.to)}<button>${say("compare")}</button></form>`;
}
