/** The form without a second kernel: the catcher leaves the log in memory, and the next boot finds it in pstore. */
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../scripts/debian-packages.ts';
import { bootFirst, type Outcome, type Run, type Target } from './boots.ts';
import { logLines, missingLine } from './console-lines.ts';
import type { Form } from './form.ts';
import type { CatcherMachine, EarlyMachine } from './machine.ts';
import { blobPayload, nextInitrd } from './payload.ts';
import { HEADER, readZone } from './zone.ts';

const SOURCES = fileURLToPath(new URL('../../examples/earlyoops/catcher', import.meta.url));
/** Bytes of the zone, unless a case wants fewer: more than any log here. */
const ZONE = 0x4_0000;
/** Lines of a console, if not all of them count. */
const LAST = 15;

function catcherOf({ debian, catcher }: EarlyMachine): CatcherMachine {
  if (catcher === undefined) throw new Error(`nobody says where ${debian} keeps a log`);
  return catcher;
}

/** Options of the driver and of ramoops that name the same zone, and nothing else of ramoops. */
function zoneOptions({ zone }: CatcherMachine, size: number): string[] {
  const at = `0x${zone.toString(16)}`;
  return [
    ...[`earlyoops_zone=${size}@${at}`, `ramoops.mem_address=${at}`, `ramoops.mem_size=${size}`],
    ...[
      `ramoops.console_size=${size}`,
      'ramoops.record_size=0',
      'ramoops.ftrace_size=0',
      'ramoops.pmsg_size=0',
    ],
    'ramoops.ecc=0',
  ];
}

/** Bytes of the machine's memory, out of the file that it is kept in. */
function memoryAt(path: string, { memory, zone }: CatcherMachine, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, size, zone - memory);
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** What is wrong with a log that pstore found: it must be what was in memory, and have every line that the console had. */
function wrongWith(found: string, zone: Buffer, said: string, { console, echo }: Run): string | undefined {
  if (found !== readZone(zone)) return 'pstore has other bytes than the memory behind the reset';
  if (console === false) return undefined;
  const log = logLines(found);
  const printed = logLines(said);
  if (echo && printed.length < 1.5 * log.length) return 'the console does not have the log twice';
  // Where the zone was full, the first of the lines are gone; where the catcher said them again, only the second time counts.
  const full = found.length === zone.length - HEADER;
  const missing = missingLine(log, full || echo ? printed.slice(-LAST) : printed);
  return missing && `the console has a line that the log does not have in its place: ${missing}`;
}

async function bootTwice(target: Target, asked: Run): Promise<Outcome> {
  const { machine } = target;
  const catcher = catcherOf(machine);
  const folder = mkdtempSync(join(tmpdir(), 'relocator-memory-'));
  try {
    const memory = join(folder, 'memory');
    const size = asked.zone ?? ZONE;
    const options = zoneOptions(catcher, size);
    const serial = asked.echo ? [`earlyoops_serial=${catcher.serial}`] : [];
    const first = await bootFirst(target, {
      ...asked,
      options: [...asked.options, ...options, ...serial, 'ignore_loglevel'],
      memory,
    });
    if (first.saved !== undefined) throw new Error('the kernel that crashed wrote to the disk');
    const reserved = asked.options.filter((option) => option.startsWith('crashkernel='));
    const zone = memoryAt(memory, catcher, size);
    const next = await bootFirst(target, {
      options: [...options, ...reserved],
      initrd: nextInitrd(machine),
      memory,
    });
    const outcome = { ...next, console: first.console, nextConsole: next.console };
    if (next.saved === undefined) return outcome;
    const wrong = wrongWith(next.saved, zone, first.console, asked);
    return { ...outcome, ...(wrong === undefined ? {} : { wrong }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const CATCHER: Form = {
  name: 'catcher',
  column: 'catcher',
  settings: 'CONFIG_EARLYOOPS_CATCHER=y\n',
  has: ({ catcher }) => catcher !== undefined,
  enough: 'crashkernel=1M',
  tooLittle: 'crashkernel=16K',
  makePayload: async ({ arch, cross }, second) => {
    const folder = `${second}.catcher-payload`;
    mkdirSync(folder, { recursive: true });
    run('make', ['-s', '-C', SOURCES, `MACHINE=${arch}`, `CROSS_COMPILE=${cross}`, `O=${folder}`], folder);
    return blobPayload(folder, readFileSync(join(folder, 'catcher.ro')), ['catcher_told']);
  },
  boot: bootTwice,
};
