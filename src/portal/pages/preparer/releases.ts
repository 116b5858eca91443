import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit } from "../../../accounts/audit.js";
import { packed } from "../../../export/pack.js";
import { folderOf } from "../../../run/release/manifest.js";
import { RELEASERS, Refusal } from "../../access.js";
import type { Given } from "../../given.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { timeText } from "../../numbers.js";
import { csrfField, type Say, sayIn, sendPage } from "../../page.js";
import { workNotice } from "../../work/notice.js";
import { workOf } from "../../work/work.js";
import { wideTable } from "../public/parts.js";
import { compareForm, comparePage } from "./compare.js";
import { type Form, orderForm, orderIn } from "./order.js";

const PREPARERS = { config: { access: RELEASERS } } as const;

type Named = { readonly Params: { readonly name: string } };

/** Releases: made, verified, compared and taken along as one file. What takes long is done aside. */
export function releasePages(app: FastifyInstance, given: Given): void {
  app.get("/:language/releases", PREPARERS, (request, reply) => listPage(given, request, reply));
  app.post<{ Body: Form }>("/:language/releases", PREPARERS, (request, reply) =>
    order(given, request, reply),
  );
  app.post<Named>("/:language/releases/:name/verify", PREPARERS, (request, reply) => {
    workOf(given).start({ kind: "verification", name: known(given, request.params.name) });
    note(given, request, "release-verified", request.params.name);
    return reply.redirect(`/${languageOf(request)}/releases`, 303);
  });
  app.get<Named>("/:language/releases/:name/zip", PREPARERS, (request, reply) => {
    const name = known(given, request.params.name);
    const release = given.environment.store.releases().find((one) => one.name === name);
    return reply
      .type("application/zip")
      .header("content-disposition", `attachment; filename="${name}.zip"`)
      .send(Readable.from(packed(folderOf(given.environment, name), new Date(release?.at ?? 0))));
  });
  comparePage(app, given);
}

/** @throws Refusal when there is no release of this name */
function known({ environment }: Given, name: string): string {
  if (environment.store.releases().every((one) => one.name !== name)) throw new Refusal(404, "not-there");
  return name;
}

function note(
  { accounts, now }: Given,
  { who }: FastifyRequest,
  action: string,
  object: string,
  details = {},
): void {
  audit(accounts, {
    at: now().toISOString(),
    actor: who?.account.email ?? "nobody",
    action,
    object,
    details,
  });
}

function order(given: Given, request: FastifyRequest<{ Body: Form }>, reply: FastifyReply): FastifyReply {
  const { order: asked, fault } = orderIn(
    given.environment,
    request.body ?? {},
    request.who?.account.email ?? "",
  );
  if (!asked) return listPage(given, request, reply, fault, 422);
  workOf(given).start({ kind: "release", order: asked });
  const { tables, formats, languages, strict, composition } = asked.contents;
  const details = {
    tables: tables.join(" "),
    formats: formats.join(" "),
    languages: languages.join(" "),
    strict,
  };
  note(given, request, "release-ordered", asked.name, { ...details, composition: String(composition) });
  return reply.redirect(`/${languageOf(request)}/releases`, 303);
}

function listPage(
  given: Given,
  request: FastifyRequest<{ Body: Form }> | FastifyRequest,
  reply: FastifyReply,
  fault = "",
  status = 200,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const work = workOf(given);
  const releases = given.environment.store.releases().reverse();
  const form = status === 200 ? {} : ((request.body ?? {}) as Form);
  const body = html`${fault !== "" && html`<p class="notice error" role="alert">${say(`release.${fault}`)}</p>`}
${workNotice(work, "release", say, language)}${verified(given, say)}
${releases.length > 0 ? releaseTable(given, request, say) : html`<p>${say("release.none")}</p>`}
${releases.length > 0 && compareForm(releases, language, say, request)}
<h2>${say("release.make")}</h2>${orderForm(given.environment, request, form, say)}`;
  return sendPage(request, reply, { title: say("nav.releases"), body, status });
}

function releaseTable({ environment }: Given, request: FastifyRequest, say: Say): Html {
  const language = languageOf(request);
  const head = html`<tr>${["release", "release.made", "release.by", "release.data", "release.population"].map(
    (id) => html`<th scope="col">${say(id)}</th>`,
  )}<th scope="col">${say("release.do")}</th></tr>`;
  const rows = environment.store
    .releases()
    .reverse()
    .map(({ name, at, by, pins }) => {
      const data = pins.vintage ? timeText(pins.vintage.asOf, language) : "–";
      return html`<tr><th scope="row"><a href="/${language}/tables?release=${name}"><bdi>${name}</bdi></a></th><td>${timeText(at, language)}</td><td><bdi>${by}</bdi></td><td>${data}</td><td>${pins.revision ?? say("release.newest-population")}</td><td><a href="/${language}/releases/${name}/zip">ZIP</a>
<form method="post" action="/${language}/releases/${name}/verify">${csrfField(request)}<button>${say("release.verify")}<span hidden> ${name}</span></button></form></td></tr>`;
    });
  return wideTable(say("nav.releases"), head, rows);
}

/** What the last verification found. */
function verified(given: Given, say: Say): Html | null {
  const last = workOf(given).last("verification");
  if (!last) return null;
  const found = last.done?.verification;
  if (!found) return html`<p class="notice error" role="alert" lang="en" dir="ltr">${last.fault}</p>`;
  const { name, files, differences } = found;
  return differences.length === 0
    ? html`<p class="notice good" role="status">${say("release.whole", { name, files })}</p>`
    : html`<div class="notice error" role="alert"><p>${say("release.broken", { name })}</p><ul>${differences.map(
        ({ path, what }) => html`<li><bdi>${path}</bdi>: ${say(`release.${what}`)}</li>`,
      )}</ul></div>`;
}
