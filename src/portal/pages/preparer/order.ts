import type { FastifyRequest } from "fastify";
import { tables } from "../../../../pipelines/tables/index.js";
import { readComposition } from "../../../aggregate/membership.js";
import { isDay } from "../../../dates.js";
import { formatIds } from "../../../export/index.js";
import type { Environment } from "../../../run/environment.js";
import { RELEASE_NAME } from "../../../run/release/create.js";
import { LANGUAGES } from "../../../types.js";
import { choose, field } from "../../forms.js";
import { type Html, html } from "../../html.js";
import { languageOf } from "../../language.js";
import { csrfField, type Say } from "../../page.js";
import type { Order } from "../../work/job.js";
import { tableTitle } from "../public/parts.js";
import { chosenIn, type Form, manyOf, one } from "./choices.js";

export type { Form } from "./choices.js";

/** What a preparer usually wants; pages need `json`. */
const USUAL_FORMATS = ["csv", "notes", "html", "xlsx", "json"];

/** The form that orders a release, with what was asked for before where something was wrong with it. */
export function orderForm({ store }: Environment, request: FastifyRequest, form: Form, say: Say): Html {
  const language = languageOf(request);
  const revisions = store.referenceRevisions().filter(({ series }) => series === "POPULATION");
  const newest = { value: "", label: say("release.newest-population") };
  const named = revisions.map(({ revision }) => ({ value: revision, label: revision }));
  const names = new Intl.DisplayNames(language, { type: "language" });
  const tableIds = tables.map(({ id }) => ({ value: id, label: tableTitle(id, language) }));
  const formats = formatIds.map((value) => ({ value, label: value }));
  const languages = LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }));
  return html`<form method="post" action="/${language}/releases">${csrfField(request)}
${field({ name: "name", label: say("release.name"), hint: say("release.name-hint"), value: one(form, "name"), required: true })}
${manyOf("tables", say("release.tables"), tableIds, chosenIn(form, "tables") ?? tables.map(({ id }) => id))}
${manyOf("formats", say("release.formats"), formats, chosenIn(form, "formats") ?? USUAL_FORMATS)}
${manyOf("languages", say("release.languages"), languages, chosenIn(form, "languages") ?? LANGUAGES)}
<div class="field"><label><input type="checkbox" name="strict" value="yes"${one(form, "strict") === "yes" && html` checked`}> ${say("release.strict")}</label></div>
${field({ name: "composition", label: say("release.composition"), hint: say("release.composition-hint"), value: one(form, "composition") })}
${choose("population", say("release.population"), [newest, ...named], one(form, "population"))}
${field({ name: "asOf", label: say("release.as-of"), hint: say("release.as-of-hint"), type: "date", value: one(form, "asOf") })}
<button class="main">${say("release.make")}</button></form>`;
}

/** What was ordered, or the message of the catalogue that says what is wrong with it. */
export function orderIn(
  environment: Environment,
  form: Form,
  by: string,
):
  | { readonly order: Order; readonly fault?: undefined }
  | { readonly order?: undefined; readonly fault: string } {
  const { store } = environment;
  const name = one(form, "name").trim();
  if (!RELEASE_NAME.test(name)) return { fault: "bad-name" };
  if (store.releases().some((release) => release.name === name)) return { fault: "name-taken" };
  const contents = {
    tables: (chosenIn(form, "tables") ?? []).filter((id) => tables.some((table) => table.id === id)),
    formats: (chosenIn(form, "formats") ?? []).filter((id) => formatIds.includes(id)),
    languages: LANGUAGES.filter((language) => chosenIn(form, "languages")?.includes(language)),
    strict: one(form, "strict") === "yes",
  };
  if (contents.tables.length * contents.formats.length * contents.languages.length === 0)
    return { fault: "nothing-chosen" };
  const composition = readComposition(one(form, "composition").trim() || "by-year");
  if (composition === undefined) return { fault: "bad-composition" };
  const [asOf, population] = [one(form, "asOf"), one(form, "population")];
  if (asOf !== "" && !isDay(asOf)) return { fault: "bad-day" };
  const pins = store.pins(asOf === "" ? undefined : `${asOf}T23:59:59.999Z`);
  if (pins.vintage === null) return { fault: "nothing-taken" };
  const isKnown = store
    .referenceRevisions()
    .some((known) => known.series === "POPULATION" && known.revision === population);
  const revision = isKnown ? population : null;
  return { order: { name, by, pins: { ...pins, revision }, contents: { ...contents, composition } } };
}
