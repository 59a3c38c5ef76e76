/** `relocator completion`: what a shell needs to complete command lines. */
import { Argument } from 'commander';
import { Command } from '../command.ts';
import { say } from '../print.ts';
import { programOf } from '../program.ts';
import { completionFor, SHELLS, type Shell } from '../reference/completion.ts';
import { outlinesOf } from '../reference/outline.ts';
import { jsonText } from '../reports/json-text.ts';

const HELP = `
Examples:
  relocator completion bash > ~/.local/share/bash-completion/completions/relocator
  relocator completion zsh > "\${fpath[1]}/_relocator"
  relocator completion fish > ~/.config/fish/completions/relocator.fish`;

/** @param all gives every command */
export function completionCommand(all: () => Promise<Command[]>): Command {
  return new Command('completion')
    .summary('print a completion for a shell')
    .description('Print what bash, zsh or fish need to complete command lines of relocator.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .option('--json', 'print the commands and their options, of which it is made, as JSON')
    .addHelpText('after', HELP)
    .action(async (shell: Shell, { json }: { json?: boolean }) => {
      const outlines = outlinesOf(programOf(await all()));
      say(json ? jsonText(outlines) : completionFor(shell, outlines).trimEnd());
    });
}
