import { dirname, join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { indicators } from "../../../indicators/index.js";
import { audit } from "../../accounts/audit.js";
import { type BacktestRecord, type BacktestScore, keptBacktest } from "../../run/backtest-record.js";
import { round } from "../../tables/round.js";
import type { Language } from "../../types.js";
import { SETTLERS } from "../access.js";
import { personOf } from "../desk/country.js";
import { choose, indicatorChoices } from "../forms.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { changeText, countText, leftToRight, roughText, timeText } from "../numbers.js";
import { csrfField, type Say, sayIn, sendPage } from "../page.js";
import type { Query } from "../paging.js";
import { workNotice } from "../work/notice.js";
import { workOf } from "../work/work.js";

const STAFF_ONLY = { config: { access: SETTLERS } } as const;

/** How far estimates are off, by method, indicator and distance to what was reported. */
export function backtestPages(app: FastifyInstance, given: Given): void {
  app.get<{ Querystring: Query }>("/:language/backtest", STAFF_ONLY, (request, reply) =>
    backtestPage(given, request, reply),
  );
  app.post("/:language/backtest", STAFF_ONLY, (request, reply) => {
    workOf(given).start({ kind: "backtest", path: fileOf(given) });
    const entry = { actor: personOf(request).email, action: "backtest-started", object: "", details: {} };
    audit(given.accounts, { at: given.now().toISOString(), ...entry });
    return reply.redirect(`/${languageOf(request)}/backtest`, 303);
  });
}

/** Where the last back-test is kept: beside the store, as uploads are. */
const fileOf = ({ uploads }: Given): string => join(dirname(uploads), "backtest.json");

function backtestPage(
  given: Given,
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const record = keptBacktest(fileOf(given));
  const body = html`<p>${say("backtest.what")}</p>${workNotice(workOf(given), "backtest", say, language)}
<form method="post" action="/${language}/backtest">${csrfField(request)}<button>${say("backtest.start")}</button></form>
${record ? results(given, record, request.query, say, language) : html`<p>${say("backtest.none")}</p>`}`;
  return sendPage(request, reply, { title: say("nav.backtest"), body });
}

function results(
  given: Given,
  record: BacktestRecord,
  { indicator }: Query,
  say: Say,
  language: Language,
): Html {
  const { store } = given.environment;
  const { at, pins, version, seed, scores } = record;
  const known = new Set(scores.map(({ series }) => series));
  const choices = indicators.filter(({ series }) => series.some(({ code }) => known.has(code)));
  const chosen = choices.find(({ id }) => id === indicator) ?? choices[0];
  const made = say("backtest.made", {
    ...{ at: timeText(at, language), vintage: String(pins.vintage?.id ?? ""), version, seed: String(seed) },
  });
  const isOld = JSON.stringify(pins) !== JSON.stringify(store.pins());
  return html`<p>${made}${isOld && html` <strong>${say("backtest.old")}</strong>`}</p>
<form method="get" action="/${language}/backtest">${choose(
    "indicator",
    say("filter.indicator"),
    indicatorChoices(choices, language),
    chosen?.id,
  )}<button>${say("filter.show")}</button></form>
${chosen?.series
  .filter(({ code }) => known.has(code))
  .map(
    ({ code, name }) =>
      html`<h2>${name[language]}</h2>${scoreTable(
        scores.filter(({ series }) => series === code),
        name[language],
        say,
        language,
      )}`,
  )}`;
}

function scoreTable(scores: readonly BacktestScore[], name: string, say: Say, language: Language): Html {
  const heads = ["values", "error", "bias", "coverage"];
  const inOrder = [...scores].sort(
    (a, b) => a.method.localeCompare(b.method) || (a.horizon ?? Infinity) - (b.horizon ?? Infinity),
  );
  const rows = inOrder.map(({ method, horizon, count, meanAbsoluteError, bias, coverage }) => {
    const years = horizon === null ? say("backtest.no-year") : countText(horizon, language);
    return html`<tr><th scope="row"><bdi>${method}</bdi></th><td class="n">${years}</td><td class="n">${countText(count, language)}</td><td class="n">${roughText(meanAbsoluteError, language)}</td><td class="n">${changeText(bias, language)}</td><td class="n">${leftToRight(`${round(100 * coverage, 0)} %`, language)}</td></tr>\n`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><thead><tr><th scope="col">${say("backtest.method")}</th><th scope="col" class="n">${say("backtest.horizon")}</th>${heads.map((id) => html`<th scope="col" class="n">${say(`backtest.${id}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
