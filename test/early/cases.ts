/** Where the first kernel crashes, and what must come of it: judged by the bytes on the disk. */
import { bootFirst, type Outcome, type Run, type Target } from './boots.ts';
import { firstInitrd } from './payload.ts';

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
  readonly run: (target: Target) => Promise<Verdict>;
}

const AUTOMATIC = 'crashkernel=64M';
const REFUSES = /sha256 digests do not match|check failed: sha256 digest/;

/** What a log must have for each way to crash at a place. */
function evidence({ machine }: Target, crash: string): RegExp[] {
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
function ready(text: string): { blob: string; base: string } | undefined {
  const [, blob, base] = /earlyoops: ready at \w+: blob ([0-9a-f]{64}) at (0x[0-9a-f]+)/.exec(text) ?? [];
  return blob === undefined || base === undefined ? undefined : { blob, base };
}

function whereabouts(text: string): string {
  const found = ready(text);
  return found === undefined ? 'no blob' : `blob ${found.blob.slice(0, 16)} at ${found.base}`;
}

/** The log on the disk has all of it, and was written through the blob that was built. */
function wrongWith(
  target: Target,
  { saved, console }: Outcome,
  wanted: readonly RegExp[],
): string | undefined {
  if (saved === undefined) return `nothing was saved; the console ends with: ${console.slice(-300)}`;
  const missing = wanted.find((each) => !each.test(saved));
  if (missing !== undefined) return `what was saved does not have ${missing}`;
  return ready(saved)?.blob === target.payload.blob ? undefined : `the blob is not ${target.payload.blob}`;
}

function judged(outcome: Outcome, cell: string, wrong: string | undefined): Verdict {
  const { saved, console } = outcome;
  const seen = `${cell}${saved === undefined ? '' : `, ${saved.length} bytes`}; ${whereabouts(saved ?? console)}`;
  const log = `${console}\n---- saved by ${outcome.savedBy}\n${saved ?? '(nothing)'}\n`;
  return {
    cell: wrong === undefined ? cell : 'FAILED',
    seen,
    log,
    ...(wrong === undefined ? {} : { wrong }),
  };
}

function saves(name: string, crash: string, run: Partial<Run> = {}): EarlyCase {
  return {
    name,
    run: async (target) => {
      const options = [AUTOMATIC, `earlyoops_crash=${crash}`, ...(run.options ?? [])];
      const outcome = await bootFirst(target, { ...run, options });
      return judged(outcome, 'saved', wrongWith(target, outcome, evidence(target, crash)));
    },
  };
}

/** Nothing is on the disk, and the console, or the log, has what tells why. */
function savesNothing(name: string, cell: string, run: Run, says: RegExp, saysNot?: RegExp): EarlyCase {
  return {
    name,
    run: async (target) => {
      const outcome = await bootFirst(target, run);
      const wrong =
        outcome.saved !== undefined
          ? 'something was saved'
          : !says.test(outcome.console)
            ? `the console does not say ${says}, but ends with: ${outcome.console.slice(-300)}`
            : saysNot?.test(outcome.console)
              ? `the console says ${saysNot}`
              : undefined;
      return judged(outcome, cell, wrong);
    },
  };
}

/** BUG() where the machine can take it; where it cannot, that it says so and nothing is saved. */
function earlyBug(): EarlyCase {
  const name = 'BUG() behind setup_arch';
  return {
    name,
    run: (target) => {
      const crash = 'bug:setup_arch';
      const { noEarlyBug } = target.machine;
      if (noEarlyBug === undefined) return saves(name, crash).run(target);
      const run = { options: [AUTOMATIC, `earlyoops_crash=${crash}`], last: noEarlyBug.says };
      return savesNothing(name, `impossible: ${noEarlyBug.why}`, run, noEarlyBug.says).run(target);
    },
  };
}

/** The blob is the same, its bases are not. */
function regions(): EarlyCase {
  return {
    name: 'two regions, and one above 4 GiB, with the same blob',
    run: async (target) => {
      const bases: string[] = [];
      const logs: string[] = [];
      for (const region of target.machine.regions) {
        const crash = 'setup_arch';
        const outcome = await bootFirst(target, {
          options: [`crashkernel=${region}`, `earlyoops_crash=${crash}`],
        });
        const wrong = wrongWith(target, outcome, evidence(target, crash));
        const verdict = judged(outcome, 'saved', wrong);
        if (wrong !== undefined) return { ...verdict, wrong: `crashkernel=${region}: ${wrong}` };
        bases.push(ready(outcome.saved ?? '')?.base ?? '');
        logs.push(verdict.log);
      }
      const apart = new Set(bases).size === bases.length && BigInt(bases.at(-1) ?? 0) >= 1n << 32n;
      const seen = `saved; blob ${target.payload.blob.slice(0, 16)} at ${bases.join(', ')}`;
      return {
        cell: 'saved',
        seen,
        log: logs.join('\n'),
        ...(apart ? {} : { wrong: 'the bases are not apart' }),
      };
    },
  };
}

const NEEDS = /refused: crashkernel= reserves (\d+) MiB, and (\d+) MiB are needed/;

/** What is refused names the memory that is needed, which then is enough. */
function tooLittle(): EarlyCase {
  return {
    name: 'too little memory: refused with the number that is needed, which is enough',
    run: async (target) => {
      const options = (size: string): string[] => [`crashkernel=${size}M`, 'earlyoops_crash=setup_arch'];
      const little = await bootFirst(target, { options: options('8') });
      const [, , needed] = NEEDS.exec(little.console) ?? [];
      if (needed === undefined || little.saved !== undefined)
        return judged(little, 'refused', 'it was not refused with a number');
      const less = await bootFirst(target, { options: options(`${Number(needed) - 1}`) });
      if (!NEEDS.test(less.console))
        return judged(less, 'refused', `${Number(needed) - 1} MiB were not refused`);
      const enough = await bootFirst(target, { options: options(needed) });
      const wrong = wrongWith(target, enough, evidence(target, 'setup_arch'));
      const { log } = judged(enough, 'refused', wrong);
      const seen = `refused at ${needed} - 1 MiB, saved with ${needed} MiB; ${whereabouts(enough.saved ?? '')}`;
      return { cell: 'refused', seen, log, ...(wrong === undefined ? {} : { wrong }) };
    },
  };
}

/** Userspace loads a crash kernel of its own later: that one is booted, and what was carried has been freed. */
function userspaceLoads(): EarlyCase {
  return {
    name: 'kexec -p from userspace afterwards: replaced',
    run: async (target) => {
      const token = 'loaded-by=userspace';
      const { machine, payload } = target;
      const line = `console=${machine.console} ${machine.options.join(' ')} ${token}`;
      const initrd = firstInitrd(machine, payload.folder, line);
      const outcome = await bootFirst(target, { options: ['crashkernel=128M'], initrd });
      const freed =
        Number(/Freeing unused kernel .*memory: (\d+)K/.exec(outcome.saved ?? '')?.[1] ?? 0) * 1024;
      const wrong =
        wrongWith(target, outcome, [/Linux version/, /sysrq: Trigger a crash/]) ??
        (!/FIRST KERNEL loaded 1/.test(outcome.console)
          ? 'the driver had loaded nothing'
          : !outcome.savedBy.includes(token)
            ? `saved by the kernel that was carried: ${outcome.savedBy}`
            : freed < payload.size
              ? `${freed} bytes were freed, less than the ${payload.size} that were carried`
              : undefined);
      return judged(outcome, 'saved', wrong);
    },
  };
}

export const EARLY_CASES: readonly EarlyCase[] = [
  saves('the earliest place', 'earliest'),
  saves('behind setup_arch', 'setup_arch'),
  saves('core_initcall', 'core_initcall'),
  saves('device_initcall', 'device_initcall'),
  saves('panic() behind setup_arch', 'panic:setup_arch'),
  saves('panic() at device_initcall', 'panic:device_initcall'),
  earlyBug(),
  saves('BUG() at core_initcall', 'bug:core_initcall'),
  regions(),
  saves('two processors, behind setup_arch', 'setup_arch', { processors: 2 }),
  saves('two processors, device_initcall', 'device_initcall', { processors: 2 }),
  saves('console=null', 'setup_arch', { console: false }),
  savesNothing(
    'console=null without the driver',
    'lost',
    { options: [AUTOMATIC, 'earlyoops=off', 'earlyoops_crash=setup_arch'], console: false },
    /^/,
    /earlyoops|Oops|BUG|panic/,
  ),
  savesNothing(
    'a bit of the payload flipped in the first kernel: refused when loading',
    'refused',
    { options: [AUTOMATIC, 'earlyoops_damage=carried', 'earlyoops_crash=setup_arch'] },
    /refused: SHA-256 of the second kernel and its initramfs is [0-9a-f]{64}, but was [0-9a-f]{64}/,
    /earlyoops: ready/,
  ),
  savesNothing(
    'a bit of the payload flipped once loaded: refused by the purgatory',
    'refused',
    { options: [AUTOMATIC, 'earlyoops_damage=loaded', 'earlyoops_crash=setup_arch'], last: REFUSES },
    REFUSES,
  ),
  savesNothing(
    'the list of fixups emptied: nothing boots',
    'nothing boots',
    {
      options: [AUTOMATIC, 'earlyoops_damage=fixups', 'earlyoops_crash=setup_arch'],
      last: /earlyoops: crashes at/,
    },
    /earlyoops: ready/,
    /sha256|I'm in purgatory/,
  ),
  tooLittle(),
  userspaceLoads(),
];
