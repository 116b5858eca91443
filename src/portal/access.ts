import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { signedIn } from "../accounts/sign-in.js";
import type { Role } from "../accounts/types.js";
import type { Given, Who } from "./given.js";
import { languageOf } from "./language.js";

/**
 * Who may use a route. `public`: everybody. `anyone`: whoever is signed in. Roles: those alone, and of a focal point its
 * own country alone, which a route names by the parameter `area` or asks for with `mayUse`.
 */
export type Access = "public" | "anyone" | readonly Role[];

export const STAFF: readonly Role[] = ["statistician", "preparer", "administrator"];
export const SETTLERS: readonly Role[] = ["statistician", "administrator"];
export const RELEASERS: readonly Role[] = ["preparer", "administrator"];
export const KEEPERS: readonly Role[] = ["administrator"];
/** A country's own desk: its focal points, and those who settle doubts. */
export const DESK: readonly Role[] = ["focal-point", ...SETTLERS];

declare module "fastify" {
  interface FastifyContextConfig {
    access?: Access;
    /** Whether the route asks for the session's token itself, as it comes in a header or before a file. */
    asksToken?: boolean;
  }
  interface FastifyRequest {
    who: Who | null;
  }
}

export const COOKIE = "ictsdg_session";

/** What a person may not do or what is not there, told on a page. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409 | 413 | 422,
    /** Id of a message of the catalogue `portal`. */
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Lets nobody in whom a route does not name: a route without a rule is a mistake of the program, and starts nothing. */
export function guard(app: FastifyInstance, given: Given): void {
  app.decorateRequest("who", null);
  app.addHook("onRoute", ({ config, url, method }) => {
    if (!config?.access) throw new Error(`No access is declared for ${String(method)} ${url}.`);
  });
  app.addHook("onRequest", async (request) => {
    request.who = whoOf(request, given);
  });
  app.addHook("preHandler", async (request, reply) => check(given, request, reply));
}

function whoOf(request: FastifyRequest, { accounts, now }: Given): Who | null {
  const cookie = request.cookies[COOKIE];
  const { valid, value } =
    cookie === undefined ? { valid: false, value: null } : request.unsignCookie(cookie);
  if (!valid || value === null) return null;
  const found = signedIn(accounts, value, now());
  return found ? { ...found, secret: value } : null;
}

async function check(
  given: Given,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const access = request.routeOptions.config.access ?? [];
  if (access !== "public" && !request.who) {
    if (request.method !== "GET") throw new Refusal(403, "signed-out");
    const back = encodeURIComponent(request.url);
    return reply.redirect(`/${languageOf(request)}/sign-in?back=${back}`, 303);
  }
  const { who } = request;
  // Staff come no further than their own account before it has an authenticator.
  if (
    typeof access !== "string" &&
    who &&
    given.totp === "required" &&
    who.account.area === null &&
    !who.account.hasTotp
  )
    return reply.redirect(`/${languageOf(request)}/account`, 303);
  if (typeof access !== "string" && who && !access.includes(who.account.role))
    throw new Refusal(403, "not-allowed");
  const { area } = request.params as { readonly area?: string };
  if (typeof access !== "string" && area !== undefined) mayUse(request, Number(area));
  if (request.method === "POST") requireOwnForm(request);
  return undefined;
}

/** @throws Refusal when the person who asks is the focal point of another country */
export function mayUse({ who }: Pick<FastifyRequest, "who">, area: number | null): void {
  if (who?.account.role === "focal-point" && who.account.area !== area)
    throw new Refusal(403, "other-country");
}

/** A form comes from a page of ours: it brings the session's token, or of those signed out at least our origin. */
function requireOwnForm(request: FastifyRequest): void {
  const { "sec-fetch-site": site } = request.headers;
  if (site !== undefined && site !== "same-origin") throw new Refusal(403, "foreign-form");
  if (!request.who || request.routeOptions.config.asksToken) return;
  const { csrf } = (request.body ?? {}) as { readonly csrf?: unknown };
  requireToken(request, csrf);
}

/** @throws Refusal unless the token is that of the session */
export function requireToken({ who }: Pick<FastifyRequest, "who">, csrf: unknown): void {
  if (!who || csrf !== who.session.csrf) throw new Refusal(403, "old-form");
}
