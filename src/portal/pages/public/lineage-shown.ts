import type { FastifyRequest } from "fastify";
import type { Language } from "../../../types.js";
import type { Say } from "../../page.js";
import type { Query } from "../../paging.js";
import type { Edition } from "../../published/editions.js";

/** The address of the page of a figure. */
export interface Route {
  readonly Params: { readonly area: string; readonly series: string; readonly period: string };
  readonly Querystring: Query;
}
export type Asked = FastifyRequest<Route>;

/** What the parts of the page are made for. */
export interface Shown {
  readonly request: Asked;
  readonly edition: Edition;
  readonly language: Language;
  readonly say: Say;
  /** Whether the reader may see who sent a file, and what was found of the figure. */
  readonly seesAll: boolean;
}
