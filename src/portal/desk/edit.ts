import { writeFile } from "node:fs/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { codeLists, type SeriesOfIndicator, seriesByCode } from "../../../indicators/index.js";
import { unitName } from "../../charts/data.js";
import { absoluteValue } from "../../estimate/absolute-value.js";
import { text } from "../../i18n/text.js";
import { readNumber } from "../../intake/number.js";
import { dimensionsOf, sameKey } from "../../keys.js";
import { breakdown } from "../../tables/breakdown.js";
import { localised } from "../../tables/cell.js";
import { plain } from "../../tables/round.js";
import {
  DIMENSIONS,
  type Key,
  type Language,
  MISSING_STATUSES,
  type StoredObservation,
} from "../../types.js";
import { Refusal } from "../access.js";
import { choose, field, longField } from "../forms.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { exactText } from "../numbers.js";
import { csrfField, sayIn, sendPage } from "../page.js";
import type { Query } from "../paging.js";
import { type Change, correction } from "./correction.js";
import { AT_DESK, type Country, countryOf, type Form, personOf } from "./country.js";
import { refusalNotice } from "./findings.js";
import { figuresInForce } from "./history.js";
import { inFolderOfItsOwn, intakeOf } from "./intake.js";
import { editPath } from "./paths.js";
import { sentBy } from "./sent.js";
import { arrivalPath } from "./upload.js";

type Asked = FastifyRequest<{ Querystring: Query; Body: Form }>;

/** Correcting one figure without a file: a form makes a file of one line, which is taken like any other. */
export function editPages(app: FastifyInstance, given: Given): void {
  const url = "/:language/country/:area/figures/edit";
  app.get<{ Querystring: Query; Body: Form }>(url, AT_DESK, (request, reply) =>
    editPage(given, request, reply),
  );
  app.post<{ Querystring: Query; Body: Form }>(url, AT_DESK, (request, reply) =>
    correct(given, request, reply),
  );
}

/** The figure that is to be corrected. */
interface Subject extends SeriesOfIndicator {
  readonly country: Country;
  readonly key: Key;
  readonly inForce: StoredObservation | undefined;
}

/** @throws Refusal when no such figure can be handed in */
function subjectOf(given: Given, request: Asked): Subject {
  const country = countryOf(given, request);
  const { query } = request;
  const found = seriesByCode.get((query.series ?? "").toUpperCase());
  const codes = DIMENSIONS.flatMap((id) => (query[id] ? [[id, query[id]] as const] : []));
  const isAllowed = codes.every(
    ([id, code]) => code === "_T" || found?.series.dimensions[id]?.includes(code),
  );
  if (!found || !isAllowed || !/^(19|20)\d\d$/.test(query.period ?? "")) throw new Refusal(404, "not-there");
  const dimensions = dimensionsOf(Object.fromEntries(codes));
  const key = { series: found.series.code, area: country.m49, period: Number(query.period), dimensions };
  const inForce = figuresInForce(given, country).find((one) => sameKey(one, key));
  return { ...found, country, key, inForce };
}

function editPage(
  given: Given,
  request: Asked,
  reply: FastifyReply,
  notice?: Html,
  status = 200,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const { country, key, inForce, series } = subjectOf(given, request);
  const value = inForce ? absoluteValue(inForce) : null;
  const { body: form = {} } = request;
  const after = given.environment.store.vintage()?.id ?? 0;
  const body = html`${notice}
<dl class="facts"><dt>${text("tables", language, "column.SERIES_NAME")}</dt><dd>${series.name[language]}</dd>
<dt>${text("tables", language, "column.BREAKDOWN")}</dt><dd>${String(breakdown(key.dimensions, language).BREAKDOWN)}</dd>
<dt>${text("tables", language, "column.TIME_PERIOD")}</dt><dd>${key.period}</dd>
<dt>${say("figures.in-force")}</dt><dd>${value === null ? say("edit.none") : exactText(value, language)}</dd></dl>
<p>${say("edit.how")}</p>
<form method="post" action="${editPath(country, key)}">${csrfField(request)}<input type="hidden" name="after" value="${form?.after ?? after}">
${field({
  ...{ name: "value", label: say("edit.value", { unit: unitName(series.unit, language) }) },
  ...{ hint: say("edit.value-hint"), inputmode: "decimal", autocomplete: "off" },
  value: form?.value ?? (value === null ? "" : typed(value, language)),
})}
${choose("status", text("tables", language, "column.OBS_STATUS"), statuses(language), form?.status ?? inForce?.status ?? "A")}
${longField("comment", say("edit.comment"), form?.comment ?? inForce?.comment ?? "")}
<button class="main">${say("edit.send")}</button></form>`;
  return sendPage(request, reply, { title: say("edit.title", { country: country.title }), body, status });
}

/** A number as a person of this language types it: without a separator of thousands. */
const typed = (value: number, language: Language): string => {
  const [whole = "", fraction] = plain(value).split(".");
  return fraction === undefined ? whole : `${whole}${decimalMark(language)}${fraction}`;
};

const decimalMark = (language: Language): "." | "," => (localised("0.5", language).includes(",") ? "," : ".");

const STATUSES = codeLists.find(({ id }) => id === "OBS_STATUS")?.codes ?? [];
const statuses = (language: Language) =>
  STATUSES.map(({ code, name }) => ({ value: code, label: `${code} – ${name[language]}` }));

async function correct(given: Given, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request);
  const say = sayIn(language);
  const subject = subjectOf(given, request);
  const { after = "" } = request.body ?? {};
  const change = changeIn(request.body ?? {}, language);
  if (typeof change === "string") {
    const notice = html`<p class="notice error" role="alert">${say(change)}</p>`;
    return editPage(given, request, reply, notice, 422);
  }
  // Somebody else may have sent the figure while the form was filled in.
  if (!/^\d+$/.test(after) || (subject.inForce?.vintage ?? 0) > Number(after))
    throw new Refusal(409, "changed-meanwhile");
  const arrival = await send(given, request, subject, change, Number(after));
  if (arrival.outcome !== "refused") return reply.redirect(arrivalPath(given, subject.country, arrival), 303);
  const notice = refusalNotice(given.environment, language, say, arrival.finding);
  return editPage(given, request, reply, notice, 422);
}

/** What a form says of the figure; the id of a message where that cannot be. */
function changeIn({ value = "", status = "", comment = "" }: Form, language: Language): Change | string {
  if (!STATUSES.some(({ code }) => code === status)) return "edit.wrong-status";
  const said = { status, comment: comment.trim().slice(0, 4000) };
  if (value.trim() === "") return MISSING_STATUSES.has(status) ? { ...said, value: null } : "edit.say-why";
  if (MISSING_STATUSES.has(status)) return "edit.wrong-status";
  const free = readNumber(value, null);
  const read = typeof free === "number" ? free : readNumber(value, decimalMark(language));
  return typeof read === "number" ? { ...said, value: read } : "edit.not-a-number";
}

function send(
  given: Given,
  request: Asked,
  { country, key, series, inForce }: Subject,
  change: Change,
  after: number,
) {
  const earlier = sentBy(given, country).filter(({ filename }) =>
    filename.startsWith(`${country.iso3}-correction-`),
  );
  const name = `${country.iso3}-correction-${earlier.length + 1}.csv`;
  return inFolderOfItsOwn(given, name, async (path) => {
    await writeFile(path, correction(country.iso3, key, series, inForce, change, after));
    return intakeOf(given)(path, { area: country.m49, by: personOf(request).email }, { decimal: "." });
  });
}
