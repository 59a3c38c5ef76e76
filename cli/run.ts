/** Parses a command line, runs the command and turns what it throws into messages and exit codes. */
import { type Command as CommanderCommand, CommanderError } from 'commander';
import { InputError } from '../image/trouble/errors.ts';
import { printableLines } from '../image/trouble/printable.ts';
import { REPORT } from '../image/trouble/report.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { EXIT, Exit } from './exit.ts';
import { columnsOf, paint } from './print.ts';
import { everyCommand, HELP_COMMAND, pathOf, programOf, VERSION } from './program.ts';
import { document, type Telling } from './tell.ts';

/** The exit code of a command line; output and messages have been written. */
export async function run(words: readonly string[]): Promise<number> {
  const args = withHelpBehind(words);
  const program = programOf(await commandsFor(args));
  let asked: CommanderCommand | undefined;
  program.hook('preAction', (_, command) => {
    asked = command;
  });
  for (const command of everyCommand(program)) {
    command
      .exitOverride()
      .showHelpAfterError(`(see ${pathOf(command)} --help)`)
      .configureOutput({
        getOutHelpWidth: () => helpWidth(process.stdout),
        getErrHelpWidth: () => helpWidth(process.stderr),
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
    if (asked?.opts<Telling>().json && isUntold(error)) {
      const [, ...called] = pathOf(asked).split(' ');
      console.log(document(called.join(' '), { errors: troublesOf(error) }));
    }
    return exitCodeOf(error);
  }
}

/** Characters in a line of the help; in a pipe as many as most terminals have. */
function helpWidth(stream: NodeJS.WriteStream): number {
  return stream.isTTY === true ? columnsOf(stream) : 80;
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

function isExpected(error: unknown): error is InputError | Exit {
  return error instanceof InputError || error instanceof Exit;
}

/** Whether the command ended before it had told anything. */
function isUntold(error: unknown): error is InputError | Exit {
  return error instanceof InputError || (error instanceof Exit && error.untold);
}

function troublesOf(error: InputError | Exit): readonly string[] {
  return error instanceof Exit ? error.troubles : error.lines;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (isExpected(error)) {
    for (const trouble of troublesOf(error)) {
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
