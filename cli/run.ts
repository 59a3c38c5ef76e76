/** Parses a command line, runs the command and turns what it throws into messages and exit codes. */
import { Command, CommanderError } from 'commander';
import { InputError } from '../image/trouble/errors.ts';
import { printableLines } from '../image/trouble/printable.ts';
import { REPORT } from '../image/trouble/report.ts';
import { COMMANDS } from './commands.ts';
import { Exit } from './exit.ts';
import { paint } from './print.ts';
import { version } from './version.ts';

/** What the command exits with. */
export const EXIT = { done: 0, cannot: 1, usage: 2, internal: 70 } as const;

const VERSION = '--version';

const HELP = `
A file called - is standard input, or standard output. All files of a command are written, or none is; no output may be
an input.
Exit codes: 0 done; 1 the input cannot be done, and why; 2 usage; 70 an error of relocator itself. Colours obey NO_COLOR.`;

/** The exit code of a command line; output and messages have been written. */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command('relocator')
    .description('Position-independent purgatories for kexec, generated from one set of relocation rules.')
    .version(version(), VERSION, 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', HELP);
  const commands = await commandsFor(args);
  for (const command of commands) {
    program.addCommand(command.helpOption('--help', 'print this help'));
  }
  for (const command of [program, ...commands]) {
    command
      .exitOverride()
      .showHelpAfterError(`(see relocator ${command === program ? '' : `${command.name()} `}--help)`);
    command.configureOutput({
      writeErr: (text) => process.stderr.write(printableLines(text.replace(/^error: /, 'relocator: '))),
    });
  }
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    await program.parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/**
 * The command that is asked for, which alone is read; all of them where it is none of theirs: for the list that help
 * prints, or for the name that comes close.
 */
async function commandsFor([first = '']: readonly string[]): Promise<Command[]> {
  if (first === VERSION) return [];
  const wanted = COMMANDS.get(first);
  return Promise.all((wanted ? [wanted] : [...COMMANDS.values()]).map((load) => load()));
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
