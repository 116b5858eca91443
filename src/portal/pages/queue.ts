import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { indicators } from "../../../indicators/index.js";
import { SEVERITIES } from "../../report/report.js";
import { sayIn as sayInReport } from "../../report/say.js";
import type { Language } from "../../types.js";
import { SETTLERS } from "../access.js";
import { findingWords, stateLabel } from "../desk/findings.js";
import { type Choice, choose, indicatorChoices } from "../forms.js";
import type { Given } from "../given.js";
import { type Html, html } from "../html.js";
import { languageOf } from "../language.js";
import { countText, roughText } from "../numbers.js";
import { type Say, sayIn, sendPage } from "../page.js";
import { pager, partOf, type Query } from "../paging.js";
import { PENDING, type Settling, settlingOf } from "../settling/settling.js";
import { queryOf, type Waiting, type Wanted, waiting, wantedIn } from "../settling/waiting.js";
import { figureWords, influenceWords, severityMark, sheetsOf, subjectOf } from "../settling/words.js";

/** Doubts on one page. */
const SHOWN = 40;

/** What waits for a country or for a decision, that first which moves a group's figure most. */
export function queuePages(app: FastifyInstance, given: Given): void {
  app.get<{ Querystring: Query }>("/:language/queue", { config: { access: SETTLERS } }, (request, reply) =>
    queuePage(given, request, reply),
  );
}

function queuePage(
  given: Given,
  request: FastifyRequest<{ Querystring: Query }>,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request);
  const say = sayIn(language);
  const settling = settlingOf(given);
  const wanted = wantedIn(request.query);
  const found = waiting(settling, wanted);
  const part = partOf(found, request.query, SHOWN);
  const rows = part.shown.map((one) => row(given, one, wanted, language));
  const unasked = wanted.all ? 0 : waiting(settling, { ...wanted, all: true }).length - found.length;
  const body = html`<p>${say("queue.order")}</p>
${filters(given, settling, wanted, language, say)}
<p role="status">${say("queue.found", { count: found.length })}${unasked > 0 && html` ${say("queue.unasked", { count: unasked })}`}</p>
${
  found.length > 0 &&
  html`<table><thead><tr><th scope="col">${say("queue.doubt")}</th><th scope="col">${say("queue.influence")}</th></tr></thead><tbody>${rows}</tbody></table>`
}
${pager(say, `/${language}/queue`, request.query, part)}`;
  return sendPage(request, reply, { title: say("nav.queue"), body });
}

function row(given: Given, one: Waiting, wanted: Wanted, language: Language): Html {
  const { finding, rank } = one;
  const { areas } = given.environment;
  const say = sayIn(language);
  const sheets = sheetsOf(given.environment, finding);
  const { title } = findingWords(given.environment, language, finding, sheets);
  const influence =
    one.score === null
      ? say(`queue.why.${one.why.replaceAll(" ", "-")}`)
      : influenceWords(one.influence, finding, language, areas.areaName);
  return html`<tr><td>${rank !== null && html`${countText(rank, language)}. `}${severityMark(finding.severity, language)} <a href="/${language}/findings/${finding.id}${queryOf(wanted)}">${title}</a><br>
${subjectOf(finding, language, areas.areaName)}${finding.key && html` · ${figureWords(finding.key, language)}`}${finding.state !== "open" && html`<br>${stateLabel(finding.state, language)}`}</td><td>${influence}${one.score !== null && html`<br>${say("queue.score")} ${roughText(one.score, language)}`}</td></tr>
`;
}

function filters(given: Given, settling: Settling, wanted: Wanted, language: Language, say: Say): Html {
  const { areas, groups } = given.environment;
  const queue = settling.queue();
  const open = [...queue.scored, ...queue.unscored];
  const countries = [...new Set(open.flatMap(({ finding: { area } }) => (area === null ? [] : [area])))];
  const scored = [...new Set(queue.scored.flatMap(({ influences }) => influences.map((one) => one.group)))];
  const named = (codes: readonly number[]): Choice[] =>
    codes.map((code) => ({ value: String(code), label: areas.areaName(code, language) }));
  const any = (choices: readonly Choice[]) => [{ value: "", label: say("filter.any") }, ...choices];
  const place = new Map(groups.list.map(({ code }, index) => [code, index]));
  const chosen = (value: string | number | undefined) => String(value ?? "");
  const sayReport = sayInReport(language);
  return html`<form method="get" action="/${language}/queue" class="filters">
${choose("area", say("account.area"), any(named(countries).sort((a, b) => a.label.localeCompare(b.label, language))), chosen(wanted.area))}
${choose("indicator", say("filter.indicator"), any(indicatorChoices(indicators, language)), chosen(wanted.indicator))}
${choose("severity", sayReport("finding.severity"), any(SEVERITIES.map((value) => ({ value, label: sayReport(`severity.${value}`) }))), chosen(wanted.severity))}
${choose("state", say("account.state"), any([...PENDING].map((value) => ({ value, label: stateLabel(value, language) }))), chosen(wanted.state))}
${choose("group", say("queue.group"), [{ value: "", label: say("queue.group.all") }, ...named(scored.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)))], chosen(wanted.group), say("queue.group.hint"))}
${choose(
  "show",
  say("queue.show"),
  [
    { value: "", label: say("queue.show.asked") },
    { value: "all", label: say("queue.show.all") },
  ],
  wanted.all ? "all" : "",
)}
<button>${say("filter.show")}</button></form>`;
}
