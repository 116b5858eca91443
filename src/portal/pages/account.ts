import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit } from "../../accounts/audit.js";
import { isPassword, newSecret, secretHash } from "../../accounts/secrets.js";
import { setPassword } from "../../accounts/sign-in.js";
import { newTotpSecret, totpAddress, totpStep } from "../../accounts/totp.js";
import { type Account, SCOPES, type Scope } from "../../accounts/types.js";
import { Refusal } from "../access.js";
import { choose, field, passwordFault, passwordFields } from "../forms.js";
import type { Given, Who } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { csrfField, type Say, sayIn, sendPage } from "../page.js";

const ANYONE = { config: { access: "anyone" } } as const;
const STRICT = { config: { access: "anyone", rateLimit: { max: 10, timeWindow: "1 minute" } } } as const;
const DAY = 24 * 60 * 60_000;
const TOKEN_DAYS = [30, 90, 365] as const;

type Form = Readonly<Record<string, string | undefined>>;
type Asked = FastifyRequest<{ Body: Form }>;

/** A person's own account: password, authenticator, tokens for programs. */
export function accountPages(app: FastifyInstance, given: Given): void {
  app.get("/:language/account", ANYONE, (request, reply) => accountPage(given, request, reply));
  app.post<{ Body: Form }>("/:language/account/password", STRICT, (request, reply) =>
    changePassword(given, request, reply),
  );
  app.post<{ Body: Form }>("/:language/account/authenticator", STRICT, (request, reply) =>
    setTotp(given, request, reply),
  );
  app.post<{ Body: Form }>("/:language/account/tokens", ANYONE, (request, reply) =>
    addToken(given, request, reply),
  );
  app.post<{ Body: Form }>("/:language/account/tokens/revoke", ANYONE, (request, reply) =>
    revokeToken(given, request, reply),
  );
}

function ownerOf({ who }: FastifyRequest): Who {
  if (!who) throw new Refusal(403, "signed-out");
  return who;
}

function accountPage(
  given: Given,
  request: FastifyRequest,
  reply: FastifyReply,
  notice?: Html,
  status = 200,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const { account } = ownerOf(request);
  const { areaName } = given.environment.areas;
  const body = html`${notice}
<dl class="facts"><dt>${say("account.email")}</dt><dd><bdi>${account.email}</bdi></dd>
<dt>${say("account.role")}</dt><dd>${say(`role.${account.role}`)}${account.area !== null && html`, ${areaName(account.area, language)}`}</dd></dl>
<form method="post" action="/${language}/sign-out">${csrfField(request)}<button>${say("sign-out")}</button></form>
<h2>${say("password.change")}</h2>
<form method="post" action="/${language}/account/password">${csrfField(request)}
${field({ name: "current", label: say("password.current"), type: "password", autocomplete: "current-password", required: true })}
${passwordFields(say)}<button>${say("password.set")}</button></form>
${totpSection(given, request, account, say)}
${tokenSection(given, request, account, say)}`;
  return sendPage(request, reply, { title: say("account"), body, status });
}

function totpSection({ accounts }: Given, request: FastifyRequest, account: Account, say: Say): Html {
  const action = `/${languageOf(request)}/account/authenticator`;
  if (accounts.credentials(account.id).totp !== null)
    return html`<h2>${say("totp")}</h2><p>${say("totp.on")}</p>
<form method="post" action="${action}">${csrfField(request)}<input type="hidden" name="secret" value="">
${field({ name: "current", label: say("password.current"), type: "password", autocomplete: "current-password", required: true })}
<button>${say("totp.stop")}</button></form>`;
  const secret = newTotpSecret();
  return html`<h2>${say("totp")}</h2><p>${say("totp.how")}</p>
<p><a href="${totpAddress(secret, account.email)}">${say("totp.open")}</a></p>
<p>${say("totp.secret")} <bdi class="code">${secret.replace(/(.{4})/g, "$1 ").trim()}</bdi></p>
<form method="post" action="${action}">${csrfField(request)}<input type="hidden" name="secret" value="${secret}">
${field({ name: "current", label: say("password.current"), type: "password", autocomplete: "current-password", required: true })}
${field({ name: "code", label: say("sign-in.code"), autocomplete: "one-time-code", inputmode: "numeric", required: true })}
<button>${say("totp.start")}</button></form>`;
}

function tokenSection({ accounts, now }: Given, request: FastifyRequest, account: Account, say: Say): Html {
  const language = languageOf(request);
  const at = now().toISOString();
  const rows = accounts.tokens(account.id).map(({ hash, name, scope, expiresAt, revokedAt }) => {
    const isGood = revokedAt === null && expiresAt > at;
    const state = revokedAt !== null ? "token.revoked" : isGood ? "token.good" : "token.expired";
    return html`<tr><th scope="row"><bdi>${name}</bdi></th><td>${say(`scope.${scope}`)}</td><td>${expiresAt.slice(0, 10)}</td><td>${say(state)}</td><td>${
      isGood &&
      html`<form method="post" action="/${language}/account/tokens/revoke">${csrfField(request)}<input type="hidden" name="hash" value="${hash}"><button>${say("token.revoke")}<span hidden> ${name}</span></button></form>`
    }</td></tr>`;
  });
  return html`<h2>${say("tokens")}</h2><p>${say("tokens.what")}</p>
${
  rows.length > 0 &&
  html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say("token.name")}</th><th scope="col">${say("token.scope")}</th><th scope="col">${say("token.expires")}</th><th scope="col">${say("token.state")}</th><th scope="col">${say("token.revoke")}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
<form method="post" action="/${language}/account/tokens">${csrfField(request)}
${field({ name: "name", label: say("token.name"), hint: say("token.name-hint"), required: true })}
${choose(
  "scope",
  say("token.scope"),
  SCOPES.map((value) => ({ value, label: say(`scope.${value}`) })),
)}
${choose(
  "days",
  say("token.days"),
  TOKEN_DAYS.map((days) => ({ value: String(days), label: say("token.days-count", { days }) })),
)}
<button>${say("token.make")}</button></form>`;
}

const notice = (kind: "good" | "error", text: string, more: Html | null = null): Html =>
  html`<p class="notice ${kind}" role="${kind === "good" ? "status" : "alert"}">${text}${more}</p>`;

/** Changes that would lock the owner out, or let somebody else in, are asked the password again (ASVS 3.7.1). */
async function isOwner({ accounts }: Given, { account }: Who, form: Form): Promise<boolean> {
  return isPassword(accounts.credentials(account.id).password, form.current ?? "");
}

async function changePassword(given: Given, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const say = sayIn(languageOf(request));
  const who = ownerOf(request);
  const { password = "", repeated = "" } = request.body ?? {};
  if (!(await isOwner(given, who, request.body ?? {})))
    return accountPage(given, request, reply, notice("error", say("password.wrong")), 422);
  const fault = passwordFault(say, password, repeated);
  if (fault) return accountPage(given, request, reply, fault, 422);
  await setPassword(given.accounts, who.account, password, given.now(), who.secret);
  return accountPage(given, request, reply, notice("good", say("password.changed")));
}

async function setTotp(given: Given, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const say = sayIn(languageOf(request));
  const who = ownerOf(request);
  const { secret = "", code = "" } = request.body ?? {};
  if (!(await isOwner(given, who, request.body ?? {})))
    return accountPage(given, request, reply, notice("error", say("password.wrong")), 422);
  const at = given.now();
  const step = secret === "" ? 0 : /^[A-Z2-7]{32}$/.test(secret) ? totpStep(secret, code, 0, at) : null;
  if (step === null) return accountPage(given, request, reply, notice("error", say("totp.wrong")), 422);
  given.accounts.setCredentials(who.account.id, { totp: secret === "" ? null : secret, totpStep: step });
  const action = secret === "" ? "authenticator-stopped" : "authenticator-started";
  const { email } = who.account;
  audit(given.accounts, { at: at.toISOString(), actor: email, action, object: email, details: {} });
  return accountPage(
    given,
    request,
    reply,
    notice("good", say(secret === "" ? "totp.stopped" : "totp.started")),
  );
}

function addToken(given: Given, request: Asked, reply: FastifyReply): FastifyReply {
  const say = sayIn(languageOf(request));
  const { account } = ownerOf(request);
  const { name = "", scope = "", days = "" } = request.body ?? {};
  const lasts = TOKEN_DAYS.find((one) => String(one) === days);
  if (name.trim() === "" || !SCOPES.includes(scope as Scope) || lasts === undefined)
    throw new Refusal(422, "not-understood");
  const at = given.now();
  const secret = newSecret();
  given.accounts.addToken({
    ...{
      hash: secretHash(secret),
      account: account.id,
      name: name.trim().slice(0, 100),
      scope: scope as Scope,
    },
    ...{
      createdAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + lasts * DAY).toISOString(),
      revokedAt: null,
    },
  });
  audit(given.accounts, {
    at: at.toISOString(),
    actor: account.email,
    action: "token-made",
    object: account.email,
    details: { name, scope, days: lasts },
  });
  return accountPage(
    given,
    request,
    reply,
    notice("good", say("token.made"), html` <bdi class="code">${secret}</bdi>`),
  );
}

function revokeToken(given: Given, request: Asked, reply: FastifyReply): FastifyReply {
  const say = sayIn(languageOf(request));
  const { account } = ownerOf(request);
  const hash = request.body?.hash ?? "";
  const token = given.accounts.token(hash);
  if (token?.account !== account.id) throw new Refusal(404, "not-there");
  const at = given.now().toISOString();
  given.accounts.revokeToken(hash, at);
  audit(given.accounts, {
    at,
    actor: account.email,
    action: "token-revoked",
    object: account.email,
    details: { name: token.name },
  });
  return accountPage(given, request, reply, notice("good", say("token.revoked")));
}
