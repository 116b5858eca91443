import type { AddressInfo } from "node:net";
import { type Command, InvalidArgumentError, Option } from "commander";
import { firstLink } from "../../portal/open.js";
import { openSite } from "../../portal/site.js";
import { openEnvironment, places } from "../../run/environment.js";
import type { CommonOptions, Terminal } from "../context.js";

interface ServeOptions extends CommonOptions {
  readonly port: number;
  readonly host: string;
  readonly log?: boolean;
}

/** `serve` has the portal, SDMX REST and JSON at one address, until it is stopped. */
export function serveCommand(program: Command, terminal: Terminal): void {
  program
    .command("serve")
    .description("serve the portal, and what has been released by SDMX REST and JSON, until stopped")
    .addOption(
      new Option("--port <n>", "port; 0 is any that is free")
        .env("ICTSDG_PORT")
        .argParser(port)
        .default(8080),
    )
    .addOption(
      new Option("--host <address>", "address to listen at; 0.0.0.0 is all")
        .env("ICTSDG_HOST")
        .default("127.0.0.1"),
    )
    .option("--log", "a line of JSON for each request, on standard error")
    .addHelpText(
      "after",
      `
SDMX REST 1.5 is below /rest/v1, 2.x below /rest/v2, JSON below /api (described by /api/openapi.json), pages everywhere else.
The first start prints a link by which the first administrator sets a password.

ICTSDG_ORIGIN     where people reach the portal: https://ict.example.org
ICTSDG_SECRET     32 characters or more that sign cookies (default: kept beside the store)
ICTSDG_SMTP       mail server: smtps://name:password@mail.example.org (default: links are shown to staff)
ICTSDG_MAIL_FROM  sender of letters

Example:
  ictsdg serve --port 8080
  curl "http://localhost:8080/rest/v1/data/GLOBAL/A.G.IT_USE_II99.404...........?format=csv"`,
    )
    .action((_, self: Command) => serve(self.optsWithGlobals<ServeOptions>(), terminal));
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError("Use a number from 0 to 65535.");
  return Number(text);
}

const wishesOf = (env: NodeJS.ProcessEnv, port: number) => ({
  origin: env.ICTSDG_ORIGIN ?? `http://localhost:${port}`,
  secret: env.ICTSDG_SECRET,
  smtp: env.ICTSDG_SMTP,
  from: env.ICTSDG_MAIL_FROM,
});

async function serve({ store, port, host, log = false }: ServeOptions, terminal: Terminal): Promise<void> {
  const at = store ? { ...places(), store } : places();
  const environment = openEnvironment(at);
  const logger = log ? { stream: process.stderr } : { level: "error", stream: process.stderr };
  const { app, given, close } = await openSite(environment, at, wishesOf(process.env, port), logger);
  await app.listen({ port, host });
  const { address, family, port: taken } = app.server.address() as AddressInfo;
  terminal.out(`Serving at http://${family === "IPv6" ? `[${address}]` : address}:${taken}`);
  const first = firstLink(given);
  if (first) terminal.out(`The first administrator sets a password at ${first}`);
  if (environment.store.releases().length === 0)
    terminal.err(
      "Nothing has been released yet, so there are no data to serve. `ictsdg release create` makes a release.",
    );
  const stopped = await new Promise<NodeJS.Signals>((stop) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
  });
  terminal.err(`${stopped}: answers that have begun are finished.`);
  await close();
  environment.close();
}
