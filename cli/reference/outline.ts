/** What there is to say of a command, taken from its definition, for whoever writes it down in a form of his own. */
import type { Command, NameKind } from '../command.ts';
import { type ExitMeaning, exitsOf, paragraphsOf } from '../manual.ts';
import { everyCommand, pathOf } from '../program.ts';

export interface OptionOutline {
  /** `-o, --output <file>`. */
  readonly flags: string;
  readonly short: string | undefined;
  readonly long: string;
  readonly text: string;
  /** Whether a value follows. */
  readonly takes: boolean;
  /** The values that there are; undefined where any may be given. */
  readonly choices: readonly string[] | undefined;
  /** Of which names a value is one, or several, with commas between them; empty where it is none. */
  readonly offers: readonly NameKind[];
  readonly initial: string | undefined;
}

export interface ArgumentOutline {
  readonly name: string;
  readonly text: string;
  /** As those of options. */
  readonly choices: readonly string[] | undefined;
  readonly offers: readonly NameKind[];
}

export interface CommandOutline {
  /** `relocator golden check`. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** What follows the path: `[options] <in...>`. */
  readonly usage: string;
  readonly arguments: readonly ArgumentOutline[];
  readonly options: readonly OptionOutline[];
  /** Names and summaries of the commands below. */
  readonly commands: readonly { readonly name: string; readonly summary: string }[];
  /** Paragraphs behind the options. */
  readonly notes: readonly string[];
  /** What it ends with. */
  readonly exits: readonly ExitMeaning[];
  /** Lines of a shell. */
  readonly examples: readonly string[];
}

/** Of the program and of every command below it, in the order of the help. */
export function outlinesOf(program: Command): CommandOutline[] {
  return everyCommand(program).map(outlineOf);
}

function outlineOf(command: Command): CommandOutline {
  const help = command.createHelp();
  return {
    path: pathOf(command),
    summary: command.summary() || command.description(),
    description: command.description(),
    usage: command.usage(),
    arguments: command.registeredArguments.map((argument) => ({
      name: help.argumentTerm(argument),
      text: argument.description,
      choices: argument.argChoices,
      offers: command.offered[argument.name()] ?? [],
    })),
    options: help.visibleOptions(command).map((option) => ({
      flags: option.flags,
      short: option.short,
      long: option.long ?? option.flags,
      text: option.description,
      takes: option.required || option.optional,
      choices: option.argChoices,
      offers: command.offered[option.long ?? ''] ?? [],
      initial: option.defaultValue === undefined ? undefined : String(option.defaultValue),
    })),
    commands: help
      .visibleCommands(command)
      .filter((each) => each.name() !== 'help')
      .map((each) => ({ name: each.name(), summary: each.summary() })),
    notes: paragraphsOf(command.manual),
    exits: exitsOf(command.manual),
    examples: command.manual.examples,
  };
}
