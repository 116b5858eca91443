import type { Command } from "commander";
import type { Group } from "../../reference/groups.js";
import { type ListSource, loadSources, sourcesOfKind } from "../../reference/sources.js";
import type { Environment } from "../../run/environment.js";
import { collatorOf } from "../../tables/order.js";
import {
  areaOrGroup,
  type CommonOptions,
  type Terminal,
  UsageError,
  withEnvironment,
  year,
} from "../context.js";
import { columns } from "../print.js";

interface GroupsOptions extends CommonOptions {
  readonly year?: number;
}

const YEAR = ["--year <year>", "members on 31 December of this year (default: this year)", year] as const;

/** `groups` lists the groups of countries, `groups show` the members of one. */
export function groupsCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("groups")
    .description("groups of countries, regions among them, and their members by year")
    .addHelpText("after", "\nExample:\n  ictsdg groups show LDC --year 2018");
  command
    .command("list", { isDefault: true })
    .description("all of them, a line each")
    .option(...YEAR)
    .addHelpText("after", "\nExample:\n  ictsdg groups list --year 2018 --lang fr")
    .action(async (_, self: Command) => {
      const options = self.optsWithGlobals<GroupsOptions>();
      await withEnvironment(options, (environment) => terminal.out(listText(environment, options)));
    });
  command
    .command("show")
    .description("one of them: members, the years of each membership, and the source of the list")
    .argument("<group>", "WORLD, LDC, AFR, 202 …")
    .option(...YEAR)
    .addHelpText("after", "\nExample:\n  ictsdg groups show LDC --year 2018")
    .action(async (group: string, _, self: Command) => {
      const options = self.optsWithGlobals<GroupsOptions>();
      await withEnvironment(options, (environment) => {
        const shown = shownGroup(environment, group, options);
        terminal.out(options.json ? JSON.stringify(shown, null, 2) : shownText(shown));
      });
    });
}

const yearOf = ({ now }: Environment, { year }: GroupsOptions) => year ?? now().getUTCFullYear();

function listText(environment: Environment, options: GroupsOptions): string {
  const on = yearOf(environment, options);
  const { groups } = environment;
  const all = groups.list.map(({ code, alias, kind, name }) => ({
    ...{ code, alias, kind, name: name[options.lang], year: on },
    members: groups.membersOf(code, on).length,
  }));
  if (options.json) return JSON.stringify(all, null, 2);
  return columns(
    ["code", "alias", "kind", `members ${on}`, "name"],
    all.map(({ code, alias, kind, members, name }) => [code, alias, kind, members, name]),
  );
}

/** One group in one year. Years of a membership are null where it is open. */
interface ShownGroup {
  readonly code: number;
  readonly alias: string;
  readonly kind: string;
  readonly name: string;
  readonly year: number;
  readonly members: readonly {
    readonly area: number;
    readonly iso3: string;
    readonly name: string;
    readonly from: number | null;
    readonly to: number | null;
  }[];
  readonly sources: readonly ListSource[];
}

function shownGroup(environment: Environment, asked: string, options: GroupsOptions): ShownGroup {
  const { code, alias, kind, name } = groupAsked(environment, asked);
  const on = yearOf(environment, options);
  return {
    ...{ code, alias, kind, name: name[options.lang], year: on },
    members: membersIn(environment, code, on, options),
    sources: sourcesOfKind(loadSources(environment.reference), kind),
  };
}

function groupAsked(environment: Environment, asked: string): Group {
  const group = environment.groups.get(areaOrGroup(environment, asked));
  if (!group) throw new UsageError(`"${asked}" is a country. \`ictsdg groups\` lists the groups.`);
  return group;
}

/** In the alphabetical order of the language. */
function membersIn(
  { areas, groups }: Environment,
  code: number,
  on: number,
  { lang }: GroupsOptions,
): ShownGroup["members"] {
  const finite = (one: number) => (Number.isFinite(one) ? one : null);
  const collator = collatorOf(lang);
  return groups.memberships
    .filter(({ group, from, to }) => group === code && from <= on && on <= to)
    .map(({ area, from, to }) => ({
      ...{ area, iso3: areas.get(area)?.iso3 ?? "", name: areas.areaName(area, lang) },
      ...{ from: finite(from), to: finite(to) },
    }))
    .sort((a, b) => collator.compare(a.name, b.name) || a.area - b.area);
}

function shownText({ code, alias, kind, name, year: on, members, sources }: ShownGroup): string {
  const rows = members.map(({ area, iso3, name: member, from, to }) => [
    ...[area, iso3, from ?? "open", to ?? "open", member],
  ]);
  return [
    `${[code, alias].filter(Boolean).join(" ")}  ${name} (${kind}), ${members.length} members on ${on}-12-31`,
    ...sources.flatMap(({ list, source, date, note }) => [
      `  source  ${source || "not stated"}${date && `, ${date}`} (${list})`,
      ...(note === "" ? [] : [`          ${note}`]),
    ]),
    ...(sources.length === 0 ? ["  source  not stated: sources.csv has no line for this kind of group"] : []),
    "",
    ...(rows.length === 0 ? [] : [columns(["code", "iso3", "from", "to", "member"], rows)]),
  ].join("\n");
}
