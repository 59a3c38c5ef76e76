/** The command line as a whole: what holds for every command. Help, completion, man pages and docs are made of it. */
import type { Command as CommanderCommand } from 'commander';
import { Command } from './command.ts';
import type { Manual } from './manual.ts';
import { version } from './version.ts';

export const VERSION = '--version';
export const HELP_COMMAND = 'help';

const MANUAL: Manual = {
  notes: `
A file called - is standard input, or standard output. All files of a command are written, or none is; no output may be
an input.

Colours and what long work is at are for terminals alone. NO_COLOR leaves colours out, FORCE_COLOR has them in pipes, too.`,
  examples: [
    'relocator build purgatory.ro -o purgatory.bin',
    'relocator verify purgatory.bin',
    'relocator help audit',
  ],
};

/** The program with these commands. */
export function programOf(commands: readonly Command[]): Command {
  const program = new Command('relocator')
    .description('Position-independent purgatories for kexec, generated from one set of relocation rules.')
    .version(version(), `-V, ${VERSION}`, 'print the version')
    .helpCommand(`${HELP_COMMAND} [command]`, 'print the help of a command')
    .withManual(MANUAL);
  for (const command of commands) program.addCommand(command);
  for (const command of everyCommand(program)) {
    command.helpOption('-h, --help', 'print this help');
  }
  return program;
}

/** A command with all that stand below it. */
export function everyCommand(command: Command): Command[] {
  const below = command.commands.filter((each) => each instanceof Command);
  return [command, ...below.flatMap(everyCommand)];
}

/** How a command is called, from the program on. */
export function pathOf(command: CommanderCommand): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
