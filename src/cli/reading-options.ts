import { type Command, Option } from "commander";
import { ENCODINGS } from "../intake/encoding.js";
import type { ColumnMapping } from "../intake/header.js";
import type { TakeOptions } from "../run/take.js";
import { statedMapping } from "./headings.js";

/** How to read a file, where detection should be told otherwise. */
export interface ReadingOptions {
  readonly area?: string;
  readonly anyArea?: boolean;
  readonly encoding?: TakeOptions["encoding"];
  readonly delimiter?: keyof typeof DELIMITERS;
  readonly decimal?: keyof typeof MARKS;
  readonly map: readonly ColumnMapping[];
}

const DELIMITERS = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;
const MARKS = { point: ".", comma: "," } as const;

export function withReadingOptions(command: Command): Command {
  return command
    .option(
      "--area <code>",
      "the country the file speaks for (default: the file's name, then its first line)",
    )
    .option("--any-area", "the file of an agency, which speaks for several countries")
    .addOption(new Option("--encoding <name>", "encoding of the file (default: detected)").choices(ENCODINGS))
    .addOption(
      new Option("--delimiter <name>", "what separates the cells (default: detected)").choices(
        Object.keys(DELIMITERS),
      ),
    )
    .addOption(
      new Option("--decimal <name>", "decimal mark (default: what the figures prove)").choices(
        Object.keys(MARKS),
      ),
    )
    .option(
      "--map <heading=column>",
      "what a heading means that is not recognised; once for each",
      (text: string, before: readonly ColumnMapping[]) => [...before, statedMapping(text)],
      [],
    );
}

export function readingOptions(options: ReadingOptions, area: number | null): TakeOptions {
  return {
    area,
    anyArea: options.anyArea ?? false,
    ...(options.encoding ? { encoding: options.encoding } : {}),
    ...(options.delimiter ? { delimiter: DELIMITERS[options.delimiter] } : {}),
    ...(options.decimal ? { decimal: MARKS[options.decimal] } : {}),
    mappings: options.map,
  };
}
