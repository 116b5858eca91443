import { type Command, InvalidArgumentError } from "commander";
import { text } from "../../i18n/text.js";
import type { Environment } from "../../run/environment.js";
import { doubtOf } from "../../settle/doubts.js";
import { settleFinding, UnfitSaying } from "../../settle/settle.js";
import type { Doubt } from "../../settle/state.js";
import type { Language, Settlement } from "../../types.js";
import { type CommonOptions, type Terminal, UsageError, withEnvironment } from "../context.js";
import { storedFindingText } from "../print.js";
import { historyText, stateText } from "../said.js";

interface SayingOptions extends CommonOptions {
  readonly text?: string;
  readonly by: string;
  readonly public?: boolean;
}

interface Verb {
  readonly name: string;
  readonly kind: Settlement["kind"];
  readonly description: string;
  readonly text: string;
  readonly example: string;
}

const VERBS: readonly Verb[] = [
  {
    name: "explain",
    kind: "explained",
    description: "say why a figure that is in doubt is right; a country does",
    text: "why the figure is right",
    example: 'explain 12 --text "New survey in 2018." --public --by "A. Otieno, Kenya"',
  },
  {
    name: "accept",
    kind: "accepted",
    description: "accept an explanation: this value is not asked about again",
    text: "a remark",
    example: 'accept 12 --by "J. Meyer"',
  },
  {
    name: "refuse",
    kind: "refused",
    description: "say why an explanation does not do: the country corrects the figure or explains it anew",
    text: "what is missing",
    example: 'refuse 12 --text "Which survey?" --by "J. Meyer"',
  },
  {
    name: "withdraw",
    kind: "withdrawn",
    description: "take a question back: this value is not asked about again",
    text: "why the question is taken back",
    example: 'withdraw 12 --text "The rule does not fit islands." --by "J. Meyer"',
  },
];

/** Explain or correct: what is said of findings, and who said it when. */
export function settleCommands(program: Command, terminal: Terminal): void {
  const settle = program
    .command("settle")
    .description("explain or correct: say something of a finding, or show what was said")
    .addHelpText(
      "after",
      "\nExample:\n  ictsdg settle show 12 --lang fr\n\nNumbers of findings: `ictsdg findings`. Nothing that was said is changed or deleted.",
    );
  for (const verb of VERBS) addVerb(settle, verb, terminal);
  settle
    .command("show")
    .description("a finding in words, its state, and everything that was said of it")
    .argument("<finding>", "its number", findingNumber)
    .addHelpText("after", "\nExample:\n  ictsdg settle show 12 --lang fr")
    .action(async (id: number, _, self: Command) => {
      const options = self.optsWithGlobals<CommonOptions>();
      await withEnvironment(options, (environment) => terminal.out(shown(environment, id, options)));
    });
}

function addVerb(
  settle: Command,
  { name, kind, description, text: about, example }: Verb,
  terminal: Terminal,
) {
  const command = settle
    .command(name)
    .description(description)
    .argument("<finding>", "its number", findingNumber)
    .requiredOption("--by <name>", "who says so")
    .addHelpText("after", `\nExample:\n  ictsdg settle ${example}`);
  if (kind === "accepted") command.option("--text <words>", about);
  else command.requiredOption("--text <words>", about);
  if (kind === "explained")
    command.option("--public", "the text may be published beside the figure, once it is accepted");
  command.action(async (id: number, _, self: Command) => {
    const options = self.optsWithGlobals<SayingOptions>();
    await withEnvironment(options, (environment) => {
      say(environment, id, kind, options);
      terminal.out(shown(environment, id, options));
    });
  });
}

function say(environment: Environment, id: number, kind: Settlement["kind"], options: SayingOptions): void {
  const { text: words = "", by, public: isPublic = false } = options;
  try {
    const at = environment.now().toISOString();
    settleFinding(environment.store, id, { kind, text: words, public: isPublic, by }, at);
  } catch (error) {
    throw error instanceof UnfitSaying ? new UsageError(error.message) : error;
  }
}

function shown(environment: Environment, id: number, options: CommonOptions): string {
  const doubt = doubtOf(environment.store, id);
  if (!doubt) throw new UsageError(`There is no finding #${id}. \`ictsdg findings\` lists them.`);
  if (!options.json) return doubtText(doubt, options.lang, environment);
  const { finding, ...rest } = doubt;
  return JSON.stringify({ ...finding, ...rest }, null, 2);
}

function doubtText(doubt: Doubt, language: Language, environment: Environment): string {
  const { finding, state } = doubt;
  const { filename, vintage } = finding;
  const at = environment.store.submission(finding.submission)?.asOf ?? "";
  return [
    `#${finding.id} ${storedFindingText(finding, language, environment)}`,
    ...(finding.severity === "info" ? [] : [`  [${stateText(state, language)}]`]),
    `  ${text("settle", language, "said.raised", { at, filename, vintage: String(vintage) })}`,
    ...historyText(doubt, language),
  ].join("\n");
}

/** `12` or `#12`. */
function findingNumber(text: string): number {
  const id = /^#?(\d{1,15})$/.exec(text)?.[1];
  if (id === undefined) throw new InvalidArgumentError("Give the number of a finding, such as 12.");
  return Number(id);
}
