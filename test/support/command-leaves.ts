/** Every command and subcommand that does something. */
import type { Command } from 'commander';
import { allCommands } from '../../cli/commands.ts';
import { everyCommand, pathOf, programOf } from '../../cli/program.ts';

export interface CommandLeaf {
  /** By which it is called, behind `relocator`. */
  readonly words: readonly string[];
  readonly command: Command;
}

export const commandLeaves: readonly CommandLeaf[] = everyCommand(programOf(await allCommands()))
  .filter(({ commands }) => commands.length === 0)
  .map((command) => ({ words: pathOf(command).split(' ').slice(1), command }));
