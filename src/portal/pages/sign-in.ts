import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { audit } from "../../accounts/audit.js";
import { accountOfLink, followLink, linkFor } from "../../accounts/links.js";
import { PASSWORD_LENGTH } from "../../accounts/secrets.js";
import { signIn, signOut } from "../../accounts/sign-in.js";
import { COOKIE, Refusal } from "../access.js";
import { field, passwordFault, passwordFields } from "../forms.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { csrfField, sayIn, sendPage } from "../page.js";

/** Guesses of passwords, codes and links that one address has in a minute. */
const STRICT = { config: { access: "public", rateLimit: { max: 10, timeWindow: "1 minute" } } } as const;
const OPEN = { config: { access: "public" } } as const;

interface SignInForm {
  readonly email?: string;
  readonly password?: string;
  readonly code?: string;
  readonly back?: string;
}

/** Signing in and out, and setting a password by a link that was sent. */
export function signInPages(app: FastifyInstance, given: Given): void {
  app.get<{ Querystring: { back?: string } }>("/:language/sign-in", OPEN, (request, reply) =>
    signInPage(request, reply, { back: request.query.back ?? "" }),
  );
  app.post<{ Body: SignInForm }>("/:language/sign-in", STRICT, (request, reply) =>
    tryToSignIn(given, request, reply),
  );
  app.post("/:language/sign-out", { config: { access: "anyone" } }, (request, reply) => {
    if (request.who) signOut(given.accounts, request.who.secret);
    return reply.clearCookie(COOKIE, { path: "/" }).redirect(`/${languageOf(request)}/`, 303);
  });
  app.get("/:language/reset", OPEN, (request, reply) => resetPage(request, reply));
  app.post<{ Body: { email?: string } }>("/:language/reset", STRICT, (request, reply) =>
    sendReset(given, request, reply),
  );
  app.get<{ Params: { secret: string } }>("/:language/link/:secret", STRICT, (request, reply) =>
    linkPage(given, request, reply, request.params.secret),
  );
  app.post<{ Params: { secret: string }; Body: { password?: string; repeated?: string } }>(
    "/:language/link/:secret",
    STRICT,
    (request, reply) => usePassword(given, request, reply, request.params.secret, request.body ?? {}),
  );
}

async function tryToSignIn(
  { accounts, now, origin }: Given,
  request: FastifyRequest<{ Body: SignInForm }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { email = "", password = "", code = "", back = "" } = request.body ?? {};
  const result = await signIn(accounts, { email, password, code }, now());
  if (result.outcome !== "signed-in") {
    const until = result.outcome === "locked" ? result.until : "";
    return signInPage(request, reply, { email, back, fault: result.outcome, until });
  }
  const { account, secret } = result;
  const options = {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    signed: true,
    secure: origin.startsWith("https:"),
  } as const;
  return reply.setCookie(COOKIE, secret, options).redirect(safeBack(back) ?? `/${account.language}/`, 303);
}

/** An address of ours, so that nobody is led elsewhere by a link to the sign-in page. */
function safeBack(back: string): string | undefined {
  return /^\/(?![/\\])[^\\\s]*$/.test(back) ? back : undefined;
}

interface SignInState {
  readonly email?: string;
  readonly back?: string;
  readonly fault?: "refused" | "code-needed" | "locked";
  readonly until?: string;
}

function signInPage(request: FastifyRequest, reply: FastifyReply, state: SignInState): FastifyReply {
  const { email = "", back = "", fault, until = "" } = state;
  const language = languageOf(request);
  const say = sayIn(language);
  const body = html`${fault && html`<p class="notice error" role="alert">${say(`sign-in.${fault}`, { until: until.slice(0, 16).replace("T", " ") })}</p>`}
<form method="post" action="/${language}/sign-in">
${csrfField(request)}<input type="hidden" name="back" value="${back}">
${field({ name: "email", label: say("sign-in.email"), type: "email", value: email, autocomplete: "username", required: true })}
${field({ name: "password", label: say("sign-in.password"), type: "password", autocomplete: "current-password", required: true })}
${field({ name: "code", label: say("sign-in.code"), hint: say("sign-in.code-hint"), autocomplete: "one-time-code", inputmode: "numeric" })}
<button class="main">${say("sign-in")}</button>
</form>
<p><a href="/${language}/reset">${say("sign-in.forgotten")}</a></p>`;
  return sendPage(request, reply, { title: say("sign-in"), body, status: fault ? 422 : 200 });
}

function resetPage(request: FastifyRequest, reply: FastifyReply, sent = false): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const body = sent
    ? html`<p class="notice good" role="status">${say("reset.sent")}</p>`
    : html`<p>${say("reset.how")}</p>
<form method="post" action="/${language}/reset">${csrfField(request)}
${field({ name: "email", label: say("sign-in.email"), type: "email", autocomplete: "username", required: true })}
<button class="main">${say("reset.send")}</button></form>`;
  return sendPage(request, reply, { title: say("reset"), body });
}

/** Says the same whether the address has an account or not. */
async function sendReset(
  given: Given,
  request: FastifyRequest<{ Body: { email?: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { accounts, now, send } = given;
  const account = accounts.accountByEmail((request.body?.email ?? "").trim());
  if (account && account.disabledAt === null && send) {
    const at = now();
    audit(accounts, {
      at: at.toISOString(),
      actor: "nobody",
      action: "reset-asked",
      object: account.email,
      details: {},
    });
    const link = `${given.origin}/${account.language}/link/${linkFor(accounts, account, "reset", at)}`;
    const say = sayIn(account.language);
    // Not waited for: how long it takes would tell that there is an account.
    send({
      to: account.email,
      subject: say("reset.subject"),
      text: say("reset.letter", { name: account.name, link }),
    }).catch((error: unknown) => request.log.error(error));
  }
  return resetPage(request, reply, true);
}

function linkPage(
  { accounts, now }: Given,
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  fault?: Html,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const account = accountOfLink(accounts, secret, now());
  if (!account) throw new Refusal(404, "link-used");
  const body = html`${fault}<p>${say("password.of", { email: account.email })}</p>
<form method="post" action="/${language}/link/${secret}">${csrfField(request)}
<input type="hidden" name="username" value="${account.email}" autocomplete="username">
${passwordFields(say)}
<button class="main">${say("password.set")}</button></form>`;
  // The address holds a secret, which no other site is to learn.
  reply.header("referrer-policy", "no-referrer");
  return sendPage(request, reply, { title: say("password.choose"), body, status: fault ? 422 : 200 });
}

async function usePassword(
  given: Given,
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  { password = "", repeated = "" }: { readonly password?: string; readonly repeated?: string },
): Promise<FastifyReply> {
  const language = languageOf(request);
  const fault = passwordFault(sayIn(language), password, repeated);
  if (fault) return linkPage(given, request, reply, secret, fault);
  if (password.length > PASSWORD_LENGTH.most) throw new Refusal(422, "not-understood");
  if (!(await followLink(given.accounts, secret, password, given.now()))) throw new Refusal(404, "link-used");
  return reply.redirect(`/${language}/sign-in`, 303);
}
