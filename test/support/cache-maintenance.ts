/** What a prologue does so that instructions it patched are executed, read in its source. */
import { stripComments } from '../../codegen/assemble/comments.ts';
import type { CacheMaintenance } from '../../relocator-dsl/machine-facets.ts';

/** Instructions without a label in front of any but the first. */
type Segment = readonly string[];

/** The code between labels; `sign` begins a comment. */
export function segmentsOf(source: string, sign: string): Segment[] {
  const segments: string[][] = [[]];
  for (const line of stripComments(source, sign).split('\n')) {
    if (/^\w+:$/.test(line)) segments.push([]);
    else segments.at(-1)?.push(line.trim().replace(/\s+/g, ' '));
  }
  return segments;
}

/** True for an instruction that is written so, whatever operands follow. */
function isWritten(instruction: string, pattern: string): boolean {
  const [wanted = [], given = []] = [pattern, instruction].map((text) => text.split(/,? |,/));
  return wanted.every((part, index) => part === '_' || part === given[index]);
}

/** True when all of `patterns` are in the segment, in their order. */
function has(segment: Segment, patterns: readonly string[]): boolean {
  let from = 0;
  return patterns.every((pattern) => {
    const at = segment.findIndex((line, index) => index >= from && isWritten(line, pattern));
    from = at + 1;
    return at >= 0;
  });
}

/** How many segments do for a line of memory what is to be done. */
export function lineCount(segments: readonly Segment[], { line }: CacheMaintenance): number {
  return segments.filter((segment) => has(segment, line)).length;
}

/** The fences that are nowhere, or behind a way to the entry, of which `entry` is the text. */
export function missingFences(
  segments: readonly Segment[],
  { fences }: CacheMaintenance,
  entry: string,
): (readonly string[])[] {
  const leaving = segments.findIndex((segment) =>
    segment.some((line) => line.endsWith(entry) && !line.startsWith('.')),
  );
  return fences.filter((fence) => {
    const at = segments.findIndex((segment) => has(segment, fence));
    return at < 0 || (leaving >= 0 && leaving < at);
  });
}

/** The segments without the last instruction that is written as `pattern` where all of `patterns` are. */
export function without(
  segments: readonly Segment[],
  patterns: readonly string[],
  pattern: string,
): Segment[] {
  const place = segments.findLastIndex((segment) => has(segment, patterns));
  return segments.map((segment, index) => {
    if (index !== place) return segment;
    const at = segment.findLastIndex((line) => isWritten(line, pattern));
    return segment.filter((_, each) => each !== at);
  });
}

/**
 * The least number of instructions that are executed from one that is written as `pattern` to the entry, both not counted,
 * on a machine that executes the instruction behind a branch on the way, unless the branch nullifies it.
 */
export function leastExecuted(source: string, sign: string, pattern: string, entry: string): number {
  const code: string[] = [];
  const labels = new Map<string, number>();
  for (const line of stripComments(source, sign).split('\n')) {
    const label = /^(\w+):$/.exec(line)?.[1];
    if (label === undefined) code.push(line.trim().replace(/\s+/g, ' '));
    else labels.set(label, code.length);
  }
  const known = new Map<number, number>();
  let least = Number.POSITIVE_INFINITY;
  const walk = (at: number, executed: number): void => {
    const line = code[at];
    if (line === undefined || executed >= (known.get(at) ?? least)) return;
    known.set(at, executed);
    const target = /[ ,](\S+)$/.exec(line)?.[1] ?? '';
    const behind = /^\S+,n /.test(line) ? 1 : 2;
    if (target === entry) least = Math.min(least, executed + behind);
    else if (labels.has(target)) walk(labels.get(target) ?? 0, executed + behind);
    if (!/^b(,n)? /.test(line)) walk(at + 1, executed + 1);
  };
  code.forEach((line, index) => {
    if (!isWritten(line, pattern)) return;
    const branch = code[index - 1] ?? '';
    // In a delay slot it is the branch that goes on.
    const target = /^b (\S+)$/.exec(branch)?.[1];
    known.clear();
    walk(target === undefined ? index + 1 : (labels.get(target) ?? 0), 0);
  });
  return least;
}
