/** Where the first kernel crashes, and what must come of it. */
import type { Run } from './boots.ts';
import { CATCHER_CASES } from './catcher-cases.ts';
import { firstInitrd } from './payload.ts';
import { type EarlyCase, evidence, judged, ready, whereabouts, wrongWith } from './verdict.ts';

const REFUSES = /sha256 digests do not match|check failed: sha256 digest/;

function saves(name: string, crash: string, run: Partial<Run> = {}): EarlyCase {
  return {
    name,
    run: async (target) => {
      const options = [target.form.enough, `earlyoops_crash=${crash}`, ...(run.options ?? [])];
      const outcome = await target.form.boot(target, { ...run, options });
      return judged(outcome, 'saved', wrongWith(target, outcome, evidence(target, crash)));
    },
  };
}

/** Nothing is saved, and the console, or the log, has what tells why. */
function savesNothing(name: string, cell: string, run: Run, says: RegExp, saysNot?: RegExp): EarlyCase {
  return {
    name,
    run: async (target) => {
      const options = [target.form.enough, ...run.options];
      const outcome = await target.form.boot(target, { ...run, options });
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
      const run = { options: [`earlyoops_crash=${crash}`], last: noEarlyBug.says };
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
        const outcome = await target.form.boot(target, {
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

const NEEDS = /refused: crashkernel= reserves (\d+) [MK]iB, and (\d+) ([MK])iB are needed/;
/** What is too little by one step, in MiB and in KiB: memory comes in pages. */
const STEP: Readonly<Record<string, number>> = { M: 1, K: 4 };

/** What is refused names the memory that is needed, which then is enough. */
function tooLittle(): EarlyCase {
  return {
    name: 'too little memory: refused with the number that is needed, which is enough',
    run: async (target) => {
      const options = (memory: string): string[] => [memory, 'earlyoops_crash=setup_arch'];
      const little = await target.form.boot(target, { options: options(target.form.tooLittle) });
      const [, , needed, unit = ''] = NEEDS.exec(little.console) ?? [];
      if (needed === undefined || little.saved !== undefined)
        return judged(little, 'refused', 'it was not refused with a number');
      const less = `crashkernel=${Number(needed) - (STEP[unit] ?? 1)}${unit}`;
      const refused = await target.form.boot(target, { options: options(less) });
      if (!NEEDS.test(refused.console)) return judged(refused, 'refused', `${less} was not refused`);
      const enough = await target.form.boot(target, { options: options(`crashkernel=${needed}${unit}`) });
      const wrong = wrongWith(target, enough, evidence(target, 'setup_arch'));
      const { log } = judged(enough, 'refused', wrong);
      const seen = `refused with ${less}, saved with ${needed} ${unit}iB; ${whereabouts(enough.saved ?? '')}`;
      return { cell: 'refused', seen, log, ...(wrong === undefined ? {} : { wrong }) };
    },
  };
}

/** Userspace loads a crash kernel of its own later: that one is booted, and what was carried has been freed. */
function userspaceLoads(): EarlyCase {
  return {
    name: 'kexec -p from userspace afterwards: replaced',
    forms: ['second'],
    run: async (target) => {
      const token = 'loaded-by=userspace';
      const { machine, payload } = target;
      const line = `console=${machine.console} ${machine.options.join(' ')} ${token}`;
      const initrd = firstInitrd(machine, payload.folder, line);
      const outcome = await target.form.boot(target, { options: ['crashkernel=128M'], initrd });
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

/** Without its fixups a purgatory boots nothing; one that has none boots as before. */
function noFixups(): EarlyCase {
  const name = 'the list of fixups emptied: nothing boots';
  const damage = 'earlyoops_damage=fixups';
  return {
    name,
    run: async (target) => {
      const crash = 'setup_arch';
      const options = [damage, `earlyoops_crash=${crash}`];
      if (target.payload.fixups > 0) {
        const run = { options, last: /earlyoops: crashes at/ };
        return savesNothing(name, 'nothing boots', run, /earlyoops: ready/, /sha256|I'm in purgatory/).run(
          target,
        );
      }
      const verdict = await saves(name, crash, { options: [damage] }).run(target);
      if (verdict.wrong !== undefined) return verdict;
      return { ...verdict, cell: 'impossible: this purgatory has no fixups, and boots' };
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
    { options: ['earlyoops=off', 'earlyoops_crash=setup_arch'], console: false },
    /^/,
    /earlyoops|Oops|BUG|panic/,
  ),
  savesNothing(
    'a bit of the payload flipped in the first kernel: refused when loading',
    'refused',
    { options: ['earlyoops_damage=carried', 'earlyoops_crash=setup_arch'] },
    /refused: SHA-256 of the (second kernel and its initramfs|catcher) is [0-9a-f]{64}, but was [0-9a-f]{64}/,
    /earlyoops: ready/,
  ),
  {
    ...savesNothing(
      'a bit of the payload flipped once loaded: refused by the purgatory',
      'refused',
      { options: ['earlyoops_damage=loaded', 'earlyoops_crash=setup_arch'], last: REFUSES },
      REFUSES,
    ),
    forms: ['second'],
  },
  noFixups(),
  tooLittle(),
  userspaceLoads(),
  ...CATCHER_CASES,
];
