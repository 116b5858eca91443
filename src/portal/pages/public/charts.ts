import type { FastifyInstance, FastifyReply } from "fastify";
import type { Language } from "../../../types.js";
import { Refusal } from "../../access.js";
import type { Given } from "../../given.js";
import { languageOf } from "../../language.js";
import { chartSpec, KINDS, type Kind, type Wanted } from "../../published/charts.js";
import type { Editions } from "../../published/editions.js";

const TYPES = {
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  "vl.json": "application/json; charset=utf-8",
} as const;
type Ending = keyof typeof TYPES;

/** Drawn charts that are kept, and most areas of one. */
const KEPT = 300;
const MOST_AREAS = 20;

interface Asked {
  readonly Params: { readonly release: string; readonly file: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

/** Charts as pictures and as specifications. A release never changes, so that its charts may be kept. */
export function chartPages(app: FastifyInstance, _given: Given, editions: Editions): void {
  const kept = new Map<string, Promise<string | Uint8Array>>();
  app.get<Asked>(
    "/:language/charts/:release/:file",
    { config: { access: "public" } },
    async (request, reply): Promise<FastifyReply> => {
      const [, kind = "", ending = ""] = /^([a-z]+)\.([a-z.]+)$/.exec(request.params.file) ?? [];
      if (!isKind(kind) || !Object.hasOwn(TYPES, ending)) throw new Refusal(404, "not-there");
      const edition = await editions.named(request.params.release);
      const language = languageOf(request);
      const wanted = wantedIn(kind, request.query);
      const id = JSON.stringify([edition.release.manifest, language, ending, wanted]);
      const drawn = kept.get(id) ?? draw();
      kept.set(id, drawn);
      // The one that was first drawn goes first.
      if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
      drawn.catch(() => kept.delete(id));
      return reply
        .type(TYPES[ending as Ending])
        .header("cache-control", "public, max-age=3600")
        .send(await drawn);

      async function draw(): Promise<string | Uint8Array> {
        const spec = await chartSpec(edition, language, wanted);
        if (!spec) throw new Refusal(404, "not-there");
        return bytesOf(spec, ending as Ending, language);
      }
    },
  );
}

const isKind = (text: string): text is Kind => (KINDS as readonly string[]).includes(text);

function wantedIn(kind: Kind, { series = "", areas = "", from, to }: Asked["Querystring"]): Wanted {
  const codes = areas.split(",").map(Number).filter(Number.isInteger).slice(0, MOST_AREAS);
  return { kind, series, areas: [...new Set(codes)], from: yearIn(from), to: yearIn(to) };
}

const yearIn = (text: string | undefined): number | undefined =>
  /^\d{4}$/.test(text ?? "") ? Number(text) : undefined;

async function bytesOf(
  spec: NonNullable<Awaited<ReturnType<typeof chartSpec>>>,
  ending: Ending,
  language: Language,
): Promise<string | Uint8Array> {
  if (ending === "vl.json") return `${JSON.stringify(spec, null, 2)}\n`;
  // Vega takes a while to load, and most pages have no need of it.
  const { pngOf, svgOf } = await import("../../../charts/render.js");
  const svg = await svgOf(spec, language);
  return ending === "svg" ? svg : Buffer.from(pngOf(svg, language));
}
