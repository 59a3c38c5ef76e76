/** A boot of the first kernel with an empty disk, and what is on the disk afterwards. */
import { readFileSync } from 'node:fs';
import { boot, scratch } from '../boot/qemu.ts';
import type { EarlyMachine } from './machine.ts';
import type { Payload } from './payload.ts';

/** Bytes of the disk: more than any log here. */
const DISK = 1 << 20;
/** Processor time, in ms, in which a second kernel would have shown itself, had it been started. */
const QUIET = 10_000;

/** A kernel with the driver and something carried in it. */
export interface Target {
  readonly machine: EarlyMachine;
  readonly kernel: string;
  readonly payload: Payload;
}

export interface Run {
  /** The command line, beside the console and what the machine needs. */
  readonly options: readonly string[];
  readonly processors?: number;
  /** Without it, there is no userspace. */
  readonly initrd?: Uint8Array;
  /** Behind this text nothing more is to come: the run goes on until QEMU ends or has had its time. */
  readonly last?: RegExp;
  /** False: the first kernel says nothing, on any console. */
  readonly console?: boolean;
}

export interface Outcome {
  /** What the serial line said, of both kernels. */
  readonly console: string;
  /** The log on the disk, without what second-init.sh puts around it; undefined if the disk is as empty as before. */
  readonly saved: string | undefined;
  /** The command line of the kernel that saved it. */
  readonly savedBy: string;
}

const SAVED = /^SAVED BY (.*)\n([\s\S]*)\nEND OF LOG\n$/;

/** Boots, until the second kernel says that it is done, or nothing can come any more. @throws Error if QEMU hangs, or the disk has no whole log */
export async function bootFirst({ machine, kernel }: Target, run: Run): Promise<Outcome> {
  const empty = Buffer.alloc(DISK);
  const files = scratch(new Map([['disk', empty], ...(run.initrd ? [['initrd', run.initrd] as const] : [])]));
  try {
    const console =
      run.console === false ? 'console=null' : `console=${machine.console} ${machine.earlyConsole}`;
    const args = [
      ...['-kernel', kernel, '-append', [console, 'panic=-1', ...machine.options, ...run.options].join(' ')],
      ...['-smp', `${run.processors ?? 1}`],
      ...[
        '-drive',
        `file=${files.folder}/disk,format=raw,if=none,id=disk`,
        '-device',
        `${machine.disk},drive=disk`,
      ],
      ...(run.initrd ? ['-initrd', `${files.folder}/initrd`] : []),
    ];
    const ask = run.last === undefined ? {} : { ask: { when: run.last, processorMs: QUIET, commands: [] } };
    const { log, ended } = await boot({ machine, args, until: /SECOND KERNEL .*\n/, ...ask });
    if (ended === 'timeout') throw new Error('QEMU hangs');
    const disk = readFileSync(`${files.folder}/disk`);
    if (disk.equals(empty)) return { console: log, saved: undefined, savedBy: '' };
    const text = disk.subarray(0, disk.indexOf(0)).toString('latin1');
    const [, savedBy, saved] = SAVED.exec(text) ?? [];
    if (savedBy === undefined || saved === undefined)
      throw new Error(`the disk has no whole log, but:\n${text}`);
    return { console: log, saved, savedBy };
  } finally {
    files.remove();
  }
}
