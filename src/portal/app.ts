import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import rateLimit from "@fastify/rate-limit";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { guard, Refusal } from "./access.js";
import { assets } from "./assets.js";
import { deskPages } from "./desk/index.js";
import type { Given } from "./given.js";
import { html } from "./html.js";
import { languageOf } from "./language.js";
import { STYLE_PATH, sayIn, sendPage } from "./page.js";
import { accountPages } from "./pages/account.js";
import { accountsPages } from "./pages/accounts.js";
import { publishedPages } from "./pages/published.js";
import { signInPages } from "./pages/sign-in.js";
import { staffPages } from "./pages/staff.js";
import { STYLE } from "./style.js";

/** Requests of one address in a minute; those that guess passwords have a limit of their own. */
const REQUESTS_A_MINUTE = 600;

/** Nothing but our own files, no script in a page, no frame around it (OWASP Secure Headers). */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
} as const;

type Pages = (app: FastifyInstance, given: Given) => void;
const PAGES: readonly Pages[] = [
  signInPages,
  accountPages,
  accountsPages,
  publishedPages,
  assets,
  deskPages,
  staffPages,
];

/** Adds the portal to a server. All pages work without a script. */
export async function portal(app: FastifyInstance, given: Given): Promise<void> {
  await app.register(async (own) => {
    await own.register(cookie, { secret: given.secret });
    await own.register(formbody);
    await own.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: "1 minute" });
    guard(own, given);
    own.addHook("onSend", async (request, reply) => {
      reply.headers(HEADERS);
      if (request.who && !reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
      if (given.origin.startsWith("https:")) reply.header("strict-transport-security", "max-age=31536000");
    });
    own.setErrorHandler(showError);
    own.get(STYLE_PATH, { config: { access: "public" } }, (_, reply) =>
      reply
        .type("text/css; charset=utf-8")
        .header("cache-control", "public, max-age=31536000, immutable")
        .send(STYLE),
    );
    own.get("/", { config: { access: "public" } }, (request, reply) =>
      reply.redirect(`/${languageOf(request)}/`, 302),
    );
    for (const pages of PAGES) pages(own, given);
    own.get("/:language/*", { config: { access: "public" } }, () => {
      throw new Refusal(404, "not-there");
    });
  });
}

/** What went wrong as a page, in the reader's language: what happened and what to do. Faults of ours are logged, not shown. */
function showError(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const say = sayIn(languageOf(request));
  const { status, reason } =
    error instanceof Refusal
      ? error
      : { status: error.statusCode ?? 500, reason: reasonOf(error.statusCode ?? 500) };
  if (status >= 500) request.log.error(error);
  return sendPage(request, reply, {
    status,
    title: say(`refused.${reason}.title`),
    body: html`<p>${say(`refused.${reason}.remedy`)}</p>`,
  });
}

function reasonOf(status: number): string {
  if (status === 429) return "too-often";
  if (status === 413) return "too-large";
  return status < 500 ? "not-understood" : "fault";
}
