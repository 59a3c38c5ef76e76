/** The command line as a whole: what holds for every command. Help, completion, man pages and docs are made of it. */
import type { Command as CommanderCommand } from 'commander';
import { Command } from './command.ts';
import { version } from './version.ts';

export const VERSION = '--version';
export const HELP_COMMAND = 'help';

const HELP = `
A file called - is standard input, or standard output. All files of a command are written, or none is; no output may be
an input.
Exit codes: 0 done; 1 the input cannot be done, and why; 2 usage; 70 an error of relocator itself. Colours obey NO_COLOR.`;

/** The program with these commands. */
export function programOf(commands: readonly Command[]): Command {
  const program = new Command('relocator')
    .description('Position-independent purgatories for kexec, generated from one set of relocation rules.')
    .version(version(), `-V, ${VERSION}`, 'print the version')
    .helpCommand(`${HELP_COMMAND} [command]`, 'print the help of a command')
    .addHelpText('after', HELP);
  for (const command of commands) program.addCommand(command);
  for (const command of everyCommand(program)) {
    command.helpOption('-h, --help', 'print this help');
  }
  return program;
}

/** A command with all that stand below it. */
export function everyCommand(command: CommanderCommand): CommanderCommand[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** How a command is called, from the program on. */
export function pathOf(command: CommanderCommand): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
