/** Groups as a person asks for them: known ones by code or alias, others by name and members. */
import { type AdHocGroup, withAdHoc } from "../reference/ad-hoc.js";
import type { Environment } from "../run/environment.js";
import { areaOrGroup, list, UsageError } from "./context.js";

/** The codes asked for, null for all, and the environment in which the ad hoc groups among them are known. */
export interface AskedGroups {
  readonly environment: Environment;
  readonly codes: ReadonlySet<number> | null;
  /** One line of each ad hoc group: its code and members. */
  readonly told: readonly string[];
}

/**
 * @param texts each a code or alias, or `name=members` with the members' codes separated by commas
 * @throws UsageError for an unknown area or group, for an ad hoc group without members, and for a name in use
 */
export function askedGroups(environment: Environment, texts: readonly string[] = []): AskedGroups {
  if (texts.length === 0) return { environment, codes: null, told: [] };
  const wanted = texts.filter((text) => text.includes("=")).map((text) => adHoc(environment, text));
  const twice = wanted.find(({ name }, index) => wanted.findIndex((one) => one.name === name) !== index);
  if (twice) throw new UsageError(`Two groups are called "${twice.name}". Give one of them another name.`);
  const { areas, groups, added } = withAdHoc(environment, wanted);
  const known = texts.filter((text) => !text.includes("=")).map((text) => areaOrGroup(environment, text));
  return {
    environment: { ...environment, areas, groups },
    codes: new Set([...known, ...added.map(({ code }) => code)]),
    told: added.map(({ code, alias }, index) => {
      const members = wanted[index]?.areas.map((area) => environment.areas.get(area)?.iso3) ?? [];
      return `Group ${code} is "${alias}": ${members.join(", ")}.`;
    }),
  };
}

function adHoc({ areas, groups }: Environment, text: string): AdHocGroup {
  const place = text.indexOf("=");
  const name = text.slice(0, place).trim();
  const given = list(text.slice(place + 1));
  const example = 'Write it as "Lusophone=BRA,PRT,AGO".';
  if (name === "") throw new UsageError(`The group "${text}" has no name. ${example}`);
  if (given.length === 0) throw new UsageError(`The group "${name}" has no members. ${example}`);
  if (groups.findGroup(name) !== undefined || /^world$/i.test(name))
    throw new UsageError(`There is a group "${name}" already. Give yours another name.`);
  const members = given.map((code) => areas.findArea(code));
  const unknown = given.filter((_, index) => members[index] === undefined);
  if (unknown.length > 0)
    throw new UsageError(
      `The group "${name}" has members that are no areas: ${unknown.join(", ")}. Give ISO or M49 codes of countries (KEN, 404).`,
    );
  return { name, areas: [...new Set(members.filter((area) => area !== undefined))] };
}
