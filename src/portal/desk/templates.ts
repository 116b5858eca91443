import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { indicators } from "../../../indicators/index.js";
import { QUESTIONNAIRES, type Questionnaire } from "../../define.js";
import { text } from "../../i18n/text.js";
import { countryTemplate, templateCsv, templateWorkbook } from "../../run/country-template.js";
import { Refusal } from "../access.js";
import type { Given } from "../given.js";
import { html } from "../html.js";
import { languageOf } from "../language.js";
import { sayIn, sendPage } from "../page.js";
import { AT_DESK, countryOf } from "./country.js";
import { figuresInForce } from "./history.js";
import { attachment } from "./report-files.js";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Named = { Params: { file: string } };

/** Templates with a country's own figures of the year before. */
export function templatePages(app: FastifyInstance, given: Given): void {
  app.get("/:language/country/:area/templates", AT_DESK, (request, reply) =>
    templatesPage(given, request, reply),
  );
  app.get<Named>("/:language/country/:area/templates/:file", AT_DESK, (request, reply) =>
    sendTemplate(given, request, reply),
  );
}

/** The year whose figures are collected: the one that has ended. */
const askedYear = ({ now }: Given): number => now().getUTCFullYear() - 1;

function templatesPage(given: Given, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const { title: country, path } = countryOf(given, request);
  const rows = QUESTIONNAIRES.map((id) => {
    const own = indicators.filter(({ questionnaire }) => questionnaire === id);
    const link = (ending: string) =>
      html`<a href="${path}/templates/${id}.${ending}" download>${ending.toUpperCase()}</a>`;
    return html`<tr><th scope="row">${say(`questionnaire.${id}`)}</th><td>${own.map((one) => one.id).join(" · ")}</td><td>${link("csv")} · ${link("xlsx")}</td></tr>\n`;
  });
  const year = askedYear(given);
  const body = html`<p>${say("templates.what", { year: String(year) })}</p>
<table><thead><tr><th scope="col">${say("templates.questionnaire")}</th><th scope="col">${text("tables", language, "column.INDICATOR")}</th><th scope="col">${say("templates.files")}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return sendPage(request, reply, { title: say("templates.title", { country }), body });
}

function sendTemplate(given: Given, request: FastifyRequest<Named>, reply: FastifyReply): FastifyReply {
  const country = countryOf(given, request);
  const [, id, ending] = /^([a-z-]+)\.(csv|xlsx)$/.exec(request.params.file) ?? [];
  if (!isQuestionnaire(id)) throw new Refusal(404, "not-there");
  const made = countryTemplate(id, country.iso3, figuresInForce(given, country), askedYear(given));
  reply.header("content-disposition", attachment(`${made.name}.${ending}`));
  if (ending === "csv") return reply.type("text/csv; charset=utf-8").send(templateCsv(made));
  return reply.type(WORKBOOK).send(Readable.from(templateWorkbook(made, given.now())));
}

const isQuestionnaire = (id = ""): id is Questionnaire => QUESTIONNAIRES.some((one) => one === id);
