/** Completions for shells. They ask nothing of the command when they run: all of it is in them. */
import type { OfferedNames } from '../offered.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import type { CommandOutline } from './outline.ts';
import { zsh } from './zsh.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What a shell reads. @param names all that may be offered */
export function completionFor(
  shell: Shell,
  outlines: readonly CommandOutline[],
  names: OfferedNames,
): string {
  const comment = `# Completion of relocator, printed by \`relocator completion ${shell}\`.`;
  return { bash, zsh, fish }[shell](comment, outlines, names);
}
