/** A portal without a port, on a store of its own, and people who use it as browsers do. */
import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import { invite } from "../../src/accounts/links.js";
import { setPassword } from "../../src/accounts/sign-in.js";
import type { NewAccount, Role } from "../../src/accounts/types.js";
import { portal } from "../../src/portal/app.js";
import type { Given, Letter } from "../../src/portal/given.js";
import { openWorkshop, type Workshop } from "../run/workshop.js";

export const PASSWORD = "correct horse battery";

export interface PortalDesk {
  readonly shop: Workshop;
  readonly app: FastifyInstance;
  readonly given: Given;
  readonly letters: Letter[];
  /** Every route with the access it declares. */
  readonly routes: readonly { readonly method: string; readonly url: string; readonly access: unknown }[];
  /** Makes an account of a role, signs it in, and gives the person. */
  person(role: Role, area?: number | null): Promise<Person>;
  nobody: Person;
  close(): Promise<void>;
}

export interface Person {
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Sends a form with the token of the session. */
  post(url: string, form?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Sends a form with a file after the token of the session, as browsers do. */
  send(
    url: string,
    file: { readonly name: string; readonly content: string | Uint8Array },
    form?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** Asks over the network as a script does, with the token of the session in a header. */
  fetch(method: string, url: string, headers: Record<string, string>, body?: string): Promise<Response>;
}

export async function openPortalDesk(change: Partial<Given> = {}): Promise<PortalDesk> {
  const shop = openWorkshop();
  const { environment, folder } = shop;
  const letters: Letter[] = [];
  const given: Given = {
    ...{
      environment,
      accounts: environment.store.accounts,
      now: () => new Date(),
      origin: "http://localhost:8080",
    },
    ...{ secret: "a secret of thirty-two characters", uploads: `${folder}/uploads`, totp: "optional" },
    send: async (letter) => {
      letters.push(letter);
    },
    ...change,
  };
  const app = Fastify();
  const routes: { method: string; url: string; access: unknown }[] = [];
  app.addHook("onRoute", ({ method, url, config }) => {
    for (const one of [method].flat()) routes.push({ method: one, url, access: config?.access });
  });
  await app.register(portal, given);
  await app.ready();
  let people = 0;
  return {
    ...{ shop, app, given, letters, routes },
    nobody: personOf(app),
    person: async (role, area = null) => {
      const email = `${role}-${++people}@example.org`;
      const account: NewAccount = { email, name: `Person ${people}`, role, area, language: "en" };
      const { account: added } = invite(given.accounts, account, "system", given.now());
      await setPassword(given.accounts, added, PASSWORD, given.now());
      return signInAs(app, email);
    },
    close: async () => {
      await app.close();
      shop.close();
    },
  };
}

export async function signInAs(
  app: FastifyInstance,
  email: string,
  password = PASSWORD,
  code = "",
): Promise<Person> {
  const signedIn = await personOf(app).post("/en/sign-in", { email, password, code });
  const [session] = signedIn.cookies;
  if (!session) throw new Error(`Not signed in: ${signedIn.statusCode}`);
  return personOf(app, `${session.name}=${encodeURIComponent(session.value)}`);
}

let asked = 0;
/** Everybody sends forms from an address of their own, so that a whole test does not count as one guesser. */
const address = (): string => `10.0.${++asked >> 8}.${asked & 255}`;

function personOf(app: FastifyInstance, cookie?: string): Person {
  const headers = cookie === undefined ? {} : { cookie };
  const get: Person["get"] = (url, more = {}) => app.inject({ url, headers: { ...headers, ...more } });
  const token = async () => {
    const page = cookie === undefined ? "" : (await get("/en/account")).body;
    return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
  };
  return {
    get,
    fetch: async (method, url, more, body) => {
      const server = app.server.listening
        ? `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
        : await app.listen({ port: 0, host: "127.0.0.1" });
      const sent = { ...headers, "x-csrf-token": await token(), ...more };
      return fetch(server + url, { method, headers: sent, ...(body !== undefined && { body }) });
    },
    send: async (url, file, form = {}) => {
      const { payload, type } = multipart({ csrf: await token(), ...form }, file);
      return app.inject({
        ...{ method: "POST", url, remoteAddress: address(), payload },
        headers: { ...headers, "content-type": type },
      });
    },
    post: async (url, form = {}) => {
      const csrf = await token();
      return app.inject({
        ...{
          method: "POST",
          url,
          remoteAddress: address(),
          payload: new URLSearchParams({ csrf, ...form }).toString(),
        },
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      });
    },
  };
}

/** A form with a file as RFC 7578 has it. */
function multipart(
  form: Readonly<Record<string, string>>,
  { name, content }: { readonly name: string; readonly content: string | Uint8Array },
): { readonly payload: Buffer; readonly type: string } {
  const boundary = "----a-boundary-of-a-test";
  const fields = Object.entries(form).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(fields.join("") + head),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { payload, type: `multipart/form-data; boundary=${boundary}` };
}
