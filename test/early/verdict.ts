/** What a run came to: judged by the bytes that were saved. */
import type { Outcome, Target } from './boots.ts';

export interface Verdict {
  /** What the table has: one or two words. */
  readonly cell: string;
  /** Undefined: it went as it must. */
  readonly wrong?: string;
  /** What was seen, for the line of the run. */
  readonly seen: string;
  readonly log: string;
}

export interface EarlyCase {
  readonly name: string;
  /** Of forms, those that have it; all of them, if undefined. */
  readonly forms?: readonly string[];
  readonly run: (target: Target) => Promise<Verdict>;
}

/** What a log must have for each way to crash at a place. */
export function evidence({ machine }: Target, crash: string): RegExp[] {
  const [, how = '', place = ''] = /^(?:(\w+):)?(\w+)$/.exec(crash) ?? [];
  const said: Readonly<Record<string, RegExp>> = {
    '': machine.oops,
    panic: new RegExp(`Kernel panic - not syncing: earlyoops: a panic at ${place}, as asked`),
    bug: /kernel BUG at kernel\/earlyoops\/trigger\.c:\d+!/,
  };
  const oops = said[how];
  if (oops === undefined) throw new RangeError(`no way to crash is called ${how}`);
  return [/^\[.*\] Linux version /m, new RegExp(`earlyoops: crashes at ${place}, as asked`), oops];
}

/** Where the driver says it put the blob. */
export function ready(text: string): { blob: string; base: string } | undefined {
  const [, blob, base] = /earlyoops: ready at \w+: blob ([0-9a-f]{64}) at (0x[0-9a-f]+)/.exec(text) ?? [];
  return blob === undefined || base === undefined ? undefined : { blob, base };
}

export function whereabouts(text: string): string {
  const found = ready(text);
  return found === undefined ? 'no blob' : `blob ${found.blob.slice(0, 16)} at ${found.base}`;
}

/** What was saved has all of it, and was written through the blob that was built. */
export function wrongWith(
  target: Target,
  { saved, console, wrong }: Outcome,
  wanted: readonly RegExp[],
): string | undefined {
  if (saved === undefined) return `nothing was saved; the console ends with: ${console.slice(-300)}`;
  if (wrong !== undefined) return wrong;
  const missing = wanted.find((each) => !each.test(saved));
  if (missing !== undefined) return `what was saved does not have ${missing}`;
  return ready(saved)?.blob === target.payload.blob ? undefined : `the blob is not ${target.payload.blob}`;
}

export function judged(outcome: Outcome, cell: string, wrong: string | undefined): Verdict {
  const { saved, console, nextConsole = '' } = outcome;
  const seen = `${cell}${saved === undefined ? '' : `, ${saved.length} bytes`}; ${whereabouts(saved ?? console)}`;
  const log = `${console}\n${nextConsole}\n---- saved by ${outcome.savedBy}\n${saved ?? '(nothing)'}\n`;
  return {
    cell: wrong === undefined ? cell : 'FAILED',
    seen,
    log,
    ...(wrong === undefined ? {} : { wrong }),
  };
}
