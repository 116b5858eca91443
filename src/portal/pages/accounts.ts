import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit, checkAudit } from "../../accounts/audit.js";
import { invite, linkFor } from "../../accounts/links.js";
import { type Account, ROLES, type Role } from "../../accounts/types.js";
import { LANGUAGES, type Language } from "../../types.js";
import { KEEPERS, Refusal } from "../access.js";
import { choose, field } from "../forms.js";
import type { Given, Letter } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { csrfField, type Say, sayIn, sendPage } from "../page.js";

const ADMIN = { config: { access: KEEPERS } } as const;
type Form = Readonly<Record<string, string | undefined>>;

/** Accounts and the audit trail, for administrators. */
export function accountsPages(app: FastifyInstance, given: Given): void {
  app.get("/:language/accounts", ADMIN, (request, reply) => listPage(given, request, reply));
  app.post<{ Body: Form }>("/:language/accounts", ADMIN, (request, reply) => add(given, request, reply));
  app.post<{ Params: { id: string }; Body: Form }>("/:language/accounts/:id", ADMIN, (request, reply) =>
    change(given, request, reply),
  );
  app.get("/:language/audit", ADMIN, (request, reply) => auditPage(given, request, reply));
}

function listPage(
  given: Given,
  request: FastifyRequest,
  reply: FastifyReply,
  notice?: Html,
  status = 200,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const rows = given.accounts.accounts().map((account) => accountRow(given, request, account, say));
  const countries = given.environment.areas.list
    .map(({ m49 }) => ({ value: String(m49), label: given.environment.areas.areaName(m49, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const body = html`${notice}
<div class="scroll" tabindex="0"><table><caption>${say("accounts")}</caption><thead><tr><th scope="col">${say("account.email")}</th><th scope="col">${say("account.name")}</th><th scope="col">${say("account.role")}</th><th scope="col">${say("account.state")}</th><th scope="col">${say("account.do")}</th></tr></thead><tbody>${rows}</tbody></table></div>
<h2>${say("accounts.invite")}</h2>
<form method="post" action="/${language}/accounts">${csrfField(request)}
${field({ name: "email", label: say("account.email"), type: "email", required: true, autocomplete: "off" })}
${field({ name: "name", label: say("account.name"), required: true, autocomplete: "off" })}
${choose(
  "role",
  say("account.role"),
  ROLES.map((value) => ({ value, label: say(`role.${value}`) })),
)}
${choose("area", say("account.area"), [{ value: "", label: "–" }, ...countries], "", say("account.area-hint"))}
${choose(
  "language",
  say("account.language"),
  LANGUAGES.map((value) => ({ value, label: value })),
  language,
)}
<button class="main">${say("accounts.invite")}</button></form>`;
  return sendPage(request, reply, { title: say("nav.accounts"), body, status });
}

function accountRow(given: Given, request: FastifyRequest, account: Account, say: Say): Html {
  const language = languageOf(request);
  const { id, email, name, role, area, disabledAt, hasPassword } = account;
  const state = disabledAt !== null ? "account.disabled" : hasPassword ? "account.in-use" : "account.invited";
  const button = (what: string, title: string) =>
    html`<form method="post" action="/${language}/accounts/${id}">${csrfField(request)}<input type="hidden" name="do" value="${what}"><button>${say(title)}<span hidden> ${email}</span></button></form>`;
  return html`<tr><th scope="row"><bdi>${email}</bdi></th><td><bdi>${name}</bdi></td><td>${say(`role.${role}`)}${
    area !== null && html`, ${given.environment.areas.areaName(area, language)}`
  }</td><td>${say(state)}</td><td>${
    disabledAt === null
      ? [button("link", "account.new-link"), button("disable", "account.disable")]
      : button("enable", "account.enable")
  }</td></tr>`;
}

const good = (text: string, more: Html | null = null): Html =>
  html`<p class="notice good" role="status">${text}${more}</p>`;

async function add(
  given: Given,
  request: FastifyRequest<{ Body: Form }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const say = sayIn(language);
  const { email = "", name = "", role = "", area = "", language: own = "" } = request.body ?? {};
  const m49 = area === "" ? null : Number(area);
  const isWhole =
    /^[^\s@]+@[^\s@]+$/.test(email) &&
    name.trim() !== "" &&
    ROLES.includes(role as Role) &&
    LANGUAGES.includes(own as Language) &&
    (role === "focal-point") === (m49 !== null) &&
    (m49 === null || given.environment.areas.get(m49) !== undefined);
  if (!isWhole)
    return listPage(
      given,
      request,
      reply,
      html`<p class="notice error" role="alert">${say("accounts.incomplete")}</p>`,
      422,
    );
  if (given.accounts.accountByEmail(email))
    return listPage(
      given,
      request,
      reply,
      html`<p class="notice error" role="alert">${say("accounts.known", { email })}</p>`,
      409,
    );
  const account = { email, name: name.trim(), role: role as Role, area: m49, language: own as Language };
  const { secret } = invite(given.accounts, account, actorOf(request), given.now());
  return listPage(given, request, reply, await handOver(given, account, secret, "invitation", say));
}

async function change(
  given: Given,
  request: FastifyRequest<{ Params: { id: string }; Body: Form }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const say = sayIn(languageOf(request));
  const account = given.accounts.account(Number(request.params.id));
  if (!account) throw new Refusal(404, "not-there");
  const what = request.body?.do;
  const at = given.now();
  if (what === "link") {
    const secret = linkFor(given.accounts, account, account.hasPassword ? "reset" : "invitation", at);
    note(given, request, "link-made", account);
    return listPage(
      given,
      request,
      reply,
      await handOver(given, account, secret, account.hasPassword ? "reset" : "invitation", say),
    );
  }
  if (what !== "disable" && what !== "enable") throw new Refusal(422, "not-understood");
  if (what === "disable" && account.id === request.who?.account.id) throw new Refusal(409, "own-account");
  given.accounts.disable(account.id, what === "disable" ? at.toISOString() : null);
  if (what === "disable") given.accounts.endSessions(account.id);
  note(given, request, what === "disable" ? "account-disabled" : "account-enabled", account);
  return listPage(
    given,
    request,
    reply,
    good(say(what === "disable" ? "account.disabled" : "account.in-use")),
  );
}

/** Sends the link, or shows it to be handed over where no mail server is configured. */
async function handOver(
  { origin, send }: Given,
  { email, name, language }: Pick<Account, "email" | "name" | "language">,
  secret: string,
  purpose: "invitation" | "reset",
  say: Say,
): Promise<Html> {
  const link = `${origin}/${language}/link/${secret}`;
  const own = sayIn(language);
  const letter: Letter = {
    to: email,
    subject: own(`${purpose}.subject`),
    text: own(`${purpose}.letter`, { name, link }),
  };
  if (!send) return good(say("accounts.link"), html` <bdi class="code">${link}</bdi>`);
  try {
    await send(letter);
    return good(say("accounts.sent", { email }));
  } catch {
    return html`<p class="notice warning" role="alert">${say("accounts.not-sent", { email })} <bdi class="code">${link}</bdi></p>`;
  }
}

const actorOf = ({ who }: FastifyRequest): string => who?.account.email ?? "nobody";

function note(given: Given, request: FastifyRequest, action: string, { email }: Account): void {
  audit(given.accounts, {
    at: given.now().toISOString(),
    actor: actorOf(request),
    action,
    object: email,
    details: {},
  });
}

/** Entries shown, the newest first. */
const SHOWN = 200;

function auditPage({ accounts }: Given, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const say = sayIn(languageOf(request));
  const { entries, broken, last } = checkAudit(accounts);
  const shown = [...accounts.auditTrail()].slice(-SHOWN).reverse();
  const rows = shown.map(
    ({ at, actor, action, object, details }) =>
      html`<tr><td>${at}</td><td><bdi>${actor}</bdi></td><td class="code">${action}</td><td><bdi>${object}</bdi></td><td class="code"><bdi>${Object.keys(details).length > 0 && JSON.stringify(details)}</bdi></td></tr>`,
  );
  const body = html`<p class="notice ${broken === null ? "good" : "error"}" role="status">${
    broken === null
      ? say("audit.whole", { entries, last: last.slice(0, 16) })
      : say("audit.broken", { entry: broken })
  }</p>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say("audit.at")}</th><th scope="col">${say("audit.actor")}</th><th scope="col">${say("audit.action")}</th><th scope="col">${say("audit.object")}</th><th scope="col">${say("audit.details")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return sendPage(request, reply, { title: say("nav.audit"), body });
}
