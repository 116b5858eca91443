import { outcomesOf } from "../../../indicators/crosswalk.js";
import { findIndicator, indicators } from "../../../indicators/index.js";
import type { Indicator } from "../../define.js";
import { exactly, type JsonSchema, listOf } from "../../json-schema.js";
import type { Language } from "../../types.js";
import { ServiceError } from "../errors.js";
import { CODE, LANGUAGE, languageOf, PERIOD } from "./parameters.js";
import { type ApiRoute, jsonAnswer } from "./route.js";

const STRING = { type: "string" };
const STRINGS = listOf(STRING);
const CODES = listOf({ type: "integer" });

const brief = (one: Indicator, language: Language) => ({
  id: one.id,
  name: one.name[language],
  framework: one.framework,
  custodian: one.custodian,
  targets: one.targets,
  series: one.series.map(({ code, name, unit, dimensions }) => ({
    ...{ code, name: name[language], unit },
    breakdowns: Object.keys(dimensions),
  })),
});

const whole = (one: Indicator, language: Language) => ({
  ...brief(one, language),
  aliases: one.aliases,
  listStatus: one.listStatus,
  definition: one.definition,
  dataSource: one.dataSource,
  questionnaire: one.questionnaire,
  denominator: one.denominator,
  estimation: one.estimation,
  methodology: one.methodology,
  caveats: one.caveats,
  actionLines: one.actionLines,
  outcomes: outcomesOf(one).map(({ code }) => code),
});

const BRIEF = {
  ...{ id: STRING, name: STRING, framework: STRING, custodian: STRING, targets: STRINGS },
  series: listOf(exactly({ code: STRING, name: STRING, unit: STRING, breakdowns: STRINGS })),
};
const WHOLE = {
  ...BRIEF,
  ...{ aliases: STRINGS, listStatus: STRING, definition: STRING, dataSource: STRING, questionnaire: STRING },
  ...{ denominator: { type: ["string", "null"] }, estimation: STRING, methodology: STRING, caveats: STRINGS },
  actionLines: listOf(exactly({ line: STRING, reason: STRING })),
  outcomes: STRINGS,
};

const list: ApiRoute = {
  path: "/indicators",
  summary: "The indicators and their series",
  parameters: { lang: LANGUAGE },
  content: { "application/json": listOf(exactly(BRIEF)) },
  answer: (service, given) =>
    jsonAnswer(service, given, "indicators", () => indicators.map((one) => brief(one, languageOf(given)))),
};

const one: ApiRoute = {
  path: "/indicators/:id",
  summary: "One indicator whole; definition and methodology are in English",
  parameters: {
    id: { description: "Such as 17.8.1 or HH4", required: true, schema: { ...STRING, maxLength: 20 } },
    lang: LANGUAGE,
  },
  content: { "application/json": exactly(WHOLE) },
  answer: (service, given) => {
    const found = findIndicator(given.id ?? "");
    if (!found)
      throw new ServiceError(
        "no-results",
        `There is no indicator "${given.id}". /api/indicators lists them.`,
      );
    return jsonAnswer(service, given, "indicators", () => whole(found, languageOf(given)));
  },
};

const AREA: Record<string, JsonSchema> = {
  code: { type: "integer", description: "M49 code" },
  iso3: STRING,
  iso2: STRING,
  name: STRING,
};

const areas: ApiRoute = {
  path: "/areas",
  summary: "Countries and areas that are asked for data",
  parameters: { lang: LANGUAGE },
  content: { "application/json": listOf(exactly(AREA)) },
  answer: (service, given) =>
    jsonAnswer(service, given, "areas", () =>
      service.environment.areas.list.map(({ m49, iso3, iso2, name }) => ({
        ...{ code: m49, iso3, iso2 },
        name: name[languageOf(given)],
      })),
    ),
};

const GROUP = { code: { type: "integer" }, alias: STRING, kind: STRING, name: STRING };

const groups: ApiRoute = {
  path: "/groups",
  summary: "Groups of countries: regions, income groups, LDC, LLDC, SIDS",
  parameters: { lang: LANGUAGE },
  content: { "application/json": listOf(exactly(GROUP)) },
  answer: (service, given) =>
    jsonAnswer(service, given, "groups", () =>
      service.environment.groups.list.map(({ code, alias, kind, name }) => ({
        ...{ code, alias, kind },
        name: name[languageOf(given)],
      })),
    ),
};

const members: ApiRoute = {
  path: "/groups/:group/members/:year",
  summary: "Members of a group on 31 December of a year, by M49 code",
  parameters: { group: CODE, year: PERIOD },
  content: {
    "application/json": exactly({ group: { type: "integer" }, year: { type: "integer" }, members: CODES }),
  },
  answer: (service, given) => {
    const { groups: known } = service.environment;
    const group = known.findGroup(given.group ?? "");
    if (group === undefined)
      throw new ServiceError("no-results", `There is no group "${given.group}". /api/groups lists them.`);
    const year = Number(given.year);
    return jsonAnswer(service, given, "groups", () => ({
      group,
      year,
      members: known.membersOf(group, year),
    }));
  },
};

export const listRoutes: readonly ApiRoute[] = [list, one, areas, groups, members];
