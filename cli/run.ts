/** Parses a command line, runs the command and turns what it throws into messages and exit codes. */
import { CommanderError } from 'commander';
import { InputError } from '../image/trouble/errors.ts';
import { printableLines } from '../image/trouble/printable.ts';
import { REPORT } from '../image/trouble/report.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { Exit } from './exit.ts';
import { paint, setQuiet } from './print.ts';
import { everyCommand, HELP_COMMAND, pathOf, programOf, VERSION } from './program.ts';

/** What the command exits with. */
export const EXIT = { done: 0, cannot: 1, usage: 2, internal: 70 } as const;

/** The exit code of a command line; output and messages have been written. */
export async function run(words: readonly string[]): Promise<number> {
  const args = withHelpBehind(words);
  const program = programOf(await commandsFor(args));
  setQuiet(false);
  for (const command of everyCommand(program)) {
    command
      .exitOverride()
      .showHelpAfterError(`(see ${pathOf(command)} --help)`)
      .configureOutput({
        writeErr: (text) => process.stderr.write(printableLines(text.replace(/^error: /, 'relocator: '))),
      });
  }
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    const [first = ''] = args;
    if (first !== HELP_COMMAND && !first.startsWith('-') && !COMMANDS.has(first))
      program.refuseCommand(first, [...COMMANDS.keys()]);
    await program.parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** `help build` is `build --help`, so that nothing but build is read, and its name is looked at. */
function withHelpBehind(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words;
  return first === HELP_COMMAND && rest.length > 0 ? [...rest, '--help'] : words;
}

/** The command that is asked for, which alone is read; all of them where an option or help stands in its place. */
async function commandsFor([first = '']: readonly string[]): Promise<Command[]> {
  if (first === VERSION) return [];
  const wanted = COMMANDS.get(first);
  if (wanted) return [await wanted()];
  const listed = first === '' || first === HELP_COMMAND || first.startsWith('-');
  return listed ? Promise.all([...COMMANDS.values()].map((load) => load())) : [];
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof InputError || error instanceof Exit) {
    for (const trouble of error instanceof Exit ? error.troubles : error.lines) {
      process.stderr.write(`${paint('red', 'relocator:', process.stderr)} ${trouble}\n`);
    }
    return error instanceof Exit ? error.code : EXIT.cannot;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `relocator: internal error; ${REPORT}, with the input:
${printableLines(text)}
`,
  );
  return EXIT.internal;
}
