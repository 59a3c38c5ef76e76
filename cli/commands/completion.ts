/** `relocator completion`: what a shell needs to complete command lines. */
import { Argument } from 'commander';
import { Command } from '../command.ts';
import type { Manual } from '../manual.ts';
import { programOf } from '../program.ts';
import { completionFor, SHELLS, type Shell } from '../reference/completion.ts';
import { outlinesOf } from '../reference/outline.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';

const MANUAL: Manual = {
  notes: `
The folder of a completion for zsh must be in fpath, before compinit runs.`,
  examples: [
    'relocator completion bash > ~/.local/share/bash-completion/completions/relocator',
    'relocator completion zsh > ~/.zfunc/_relocator',
    'relocator completion fish > ~/.config/fish/completions/relocator.fish',
  ],
};

/** @param all gives every command */
export function completionCommand(all: () => Promise<Command[]>): Command {
  const command = new Command('completion')
    .summary('print a completion for a shell')
    .description(
      'Print what bash, zsh or fish need to complete command lines of relocator: commands, options, files, and the names of ' +
        'machines, loaders and relocation types.',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS));
  return addTelling(command, 'completion')
    .withManual(MANUAL)
    .action(async (shell: Shell, options: Telling) => {
      const outlines = outlinesOf(programOf(await all()));
      const { offeredNames } = await import('../offered.ts');
      const names = await offeredNames();
      const answer: Answer = {
        command: 'completion',
        text: () => completionFor(shell, outlines, names).trimEnd(),
        data: () => ({ commands: outlines, names }),
      };
      tell(answer, options);
    });
}
