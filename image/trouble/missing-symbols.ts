/** What is said of a symbol that an image does not have, or not for others to see. */
import { closeText } from './close-names.ts';

/**
 * Why a global symbol that was named is none, and what to do.
 * @param symbols names of the global ones
 * @param locals names of the variables that only their own file sees
 */
export function whyNoGlobal(name: string, symbols: readonly string[], locals: ReadonlySet<string>): string {
  if (locals.has(name)) {
    return (
      'it is local to its file, and only global symbols can be told from each other by name; make it global: without ' +
      `static in C, with .globl in assembly, or by objcopy --globalize-symbol=${name}`
    );
  }
  return `the image has no such global symbol${closeText(name, [...symbols, ...locals])}; name one that is in its map`;
}
