/** A log held against what a serial line had of it, which loses characters when nobody reads it fast enough. */

const LINE = /^\[ *\d+\.\d{6}\] /;

/** Lines of the kernel's log, as a console prints them. */
export function logLines(text: string): string[] {
  return text
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => LINE.test(line));
}

/** Whether all characters of `part` are in `whole`, in their order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * The first of some lines of a console that the log does not have in its place; undefined if it has all of them. Two consoles may have said
 * one line, and a line may have run into the next.
 */
export function missingLine(log: readonly string[], printed: readonly string[]): string | undefined {
  let place = 0;
  for (const line of printed) {
    let at = Math.max(0, place - 1);
    while (at < log.length && !isWithin(line, log.slice(at, at + 2).join(''))) at++;
    if (at === log.length) return line;
    place = Math.max(place, at);
  }
  return undefined;
}
