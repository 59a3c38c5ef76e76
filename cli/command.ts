/** How all commands are defined: as commander has them, but for how they answer what is misspelt, and what their help ends with. */
import { Command as CommanderCommand, type Option, type ParseOptionsResult } from 'commander';
import { closeNames } from '../image/trouble/close-names.ts';
import { HelpText } from './help.ts';
import type { Manual } from './manual.ts';

/** Kinds of names that values are. */
export const NAME_KINDS = ['machines', 'loaders', 'releases', 'types', 'classes', 'families'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export class Command extends CommanderCommand {
  /** What shells offer for values of options, by their long names, and for arguments, by theirs. */
  offered: Readonly<Record<string, readonly NameKind[]>> = {};

  /** @throws RangeError where the command has no such option or argument */
  offering(offered: Readonly<Record<string, readonly NameKind[]>>): this {
    const known = [
      ...this.options.map(({ long }) => long),
      ...this.registeredArguments.map((argument) => argument.name()),
    ];
    const wrong = Object.keys(offered).find((name) => !known.includes(name));
    if (wrong !== undefined) throw new RangeError(`${this.name()} has no ${wrong}`);
    this.offered = { ...this.offered, ...offered };
    return this;
  }

  /**
   * Options that say nothing without another: who gives one alone has a usage error, for it would not be heard.
   * @throws RangeError where the command has no such option
   */
  needing(needed: string, ...flags: readonly string[]): this {
    const named = (flag: string): Option => {
      const option = this.options.find(({ long }) => long === flag);
      if (option) return option;
      throw new RangeError(`${this.name()} has no ${flag}`);
    };
    const other = named(needed);
    const options = flags.map(named);
    return this.hook('preAction', () => {
      const { given } = this;
      const alone = given.includes(other) ? undefined : options.find((option) => given.includes(option));
      if (alone) this.error(`error: option '${alone.flags}' says nothing without option '${other.flags}'`);
    });
  }

  /** The options that stand on its command line. */
  get given(): Option[] {
    return this.options.filter((option) => this.getOptionValueSource(option.attributeName()) === 'cli');
  }

  /** What stands behind the options in its help, its page of man and docs/command.md. */
  manual: Manual = { examples: [] };

  withManual(manual: Manual): this {
    this.manual = manual;
    return this;
  }

  override createHelp(): HelpText {
    return new HelpText(this.manual);
  }

  /** A misspelt option is told before the required one that it was to be is missed. */
  override parseOptions(args: string[]): ParseOptionsResult {
    const parsed = super.parseOptions(args);
    const [first] = parsed.unknown;
    const isLeaf = this.commands.length === 0;
    const isHelp = parsed.unknown.some((word) => HELP.includes(word));
    if (isLeaf && first !== undefined && !isHelp) this.unknownOption(first);
    return parsed;
  }

  /** In place of commander's, which knows names that are off by little only, and says it on another line. */
  unknownOption(word: string): never {
    const [flag = ''] = word.split('=');
    const own = this.options.flatMap(({ long, short }) => [long ?? [], short ?? []].flat());
    return this.refuse(`unknown option ${flag}`, closeFlags(flag, [...own, ...HELP]), 'unknownOption');
  }

  unknownCommand(): never {
    return this.refuseCommand(
      this.args[0] ?? '',
      this.commands.map((command) => command.name()),
    );
  }

  /** Ends with a usage error for a command that is none of those. */
  refuseCommand(name: string, commands: readonly string[]): never {
    return this.refuse(`unknown command ${name}`, closeNames(name, commands), 'unknownCommand');
  }

  private refuse(what: string, close: readonly string[], code: string): never {
    const meant = close.length === 0 ? '' : `; did you mean ${close.join(', or ')}?`;
    return this.error(`error: ${what}${meant}`, { code: `commander.${code}` });
  }
}

/** As settled for all commands. */
const HELP: readonly string[] = ['-h', '--help'];

/** The options that may have been meant by a word: of close names, or of which it is the beginning. */
function closeFlags(word: string, flags: readonly string[]): string[] {
  const bare = (flag: string): string => flag.replace(/^-+/, '');
  const wanted = bare(word);
  if (wanted.length < 2) return flags.filter((flag) => flag.toLowerCase() === word.toLowerCase());
  const long = new Map(flags.filter((flag) => flag.startsWith('--')).map((flag) => [bare(flag), flag]));
  const begun = [...long.keys()].filter((name) => name.startsWith(wanted));
  const close = begun.length > 0 ? begun.slice(0, MOST) : closeNames(wanted, long.keys());
  return close.map((name) => long.get(name) ?? name);
}

/** How many options are offered. */
const MOST = 3;
