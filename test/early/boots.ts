/** A boot with an empty disk, and what is on the disk afterwards. */
import { readFileSync } from 'node:fs';
import { boot, scratch } from '../boot/qemu.ts';
import type { Form } from './form.ts';
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
  readonly form: Form;
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
  /** Bytes of the catcher's zone; whether it is to say the log on the console as well. */
  readonly zone?: number;
  readonly echo?: boolean;
  /** The file that has the machine's memory, which is as an earlier run left it. */
  readonly memory?: string;
}

export interface Outcome {
  /** What the serial line said until QEMU ended, and, if it was started again, from then on. */
  readonly console: string;
  readonly nextConsole?: string;
  /** The log on the disk, without what the script that wrote it puts around it; undefined if the disk is as empty as before. */
  readonly saved: string | undefined;
  /** The command line of the kernel that saved it. */
  readonly savedBy: string;
  /** What is wrong with it, whatever the log should have. */
  readonly wrong?: string;
}

const SAVED = /^SAVED BY (.*)\n([\s\S]*)\nEND OF LOG\n$/;

/** Options of QEMU that keep the machine's memory in a file. */
function inFile({ qemu }: EarlyMachine, path: string): string[] {
  const size = qemu[qemu.indexOf('-m') + 1] ?? '';
  return [
    ...['-object', `memory-backend-file,id=memory,size=${size},mem-path=${path},share=on`],
    ...['-machine', 'memory-backend=memory'],
  ];
}

/** Boots, until the kernel that saves says that it is done, or nothing can come any more. @throws Error if QEMU hangs, or the disk has no whole log */
export async function bootFirst({ machine, kernel }: Omit<Target, 'form'>, run: Run): Promise<Outcome> {
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
      ...(run.memory === undefined ? [] : inFile(machine, run.memory)),
    ];
    const ask = run.last === undefined ? {} : { ask: { when: run.last, processorMs: QUIET, commands: [] } };
    const { log, ended } = await boot({ machine, args, until: /(SECOND KERNEL|NEXT BOOT) .*\n/, ...ask });
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
