/** What completions of several shells have in common. */
import type { ArgumentOutline, OptionOutline } from './outline.ts';

/** By what an option is called, the short one first. */
export function flagsOf({ short, long }: OptionOutline): string[] {
  return [...(short === undefined ? [] : [short]), long];
}

/** A word of bash and zsh. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Whether there is anything to offer for a value but files. */
export function hasWords({ choices, offers }: OptionOutline | ArgumentOutline): boolean {
  return choices !== undefined || offers.length > 0;
}
