/** One entry: blob, next kernel and random bytes are put into memory, and the stub runs. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type BuiltImage, patchImage } from '../../index.ts';
import { type Booted, boot, scratch } from '../boot/qemu.ts';
import { type Checked, consoleValue, regionValues } from '../boot/told.ts';
import { random } from '../support/random.ts';
import { type BareMachine, MEMORY_CONSOLE, type Window } from './machine.ts';
import { assemble, nextKernel } from './stub.ts';

const PAYLOAD_SIZE = 0x1000;
/** What the next kernel is handed. */
const ARGUMENT = 0x1234_5670n;

/** All that one entry needs. */
export interface Entry {
  readonly machine: BareMachine;
  readonly window: Window;
  readonly built: BuiltImage;
  readonly base: bigint;
  readonly token: string;
}

/** What is told differently for a control. */
export interface Fault {
  readonly flipDigest?: true;
  readonly emptyTable?: true;
}

type Loaded = Readonly<Record<'blob' | 'next' | 'payload' | 'fence', { address: bigint; data: Uint8Array }>>;

function contents({ machine, window, built, base, token }: Entry, fault: Fault): Loaded {
  const next = random(BigInt(`0x${createHash('sha256').update(token).digest('hex').slice(0, 16)}`));
  const payload = Buffer.alloc(PAYLOAD_SIZE);
  for (let at = 0; at < PAYLOAD_SIZE; at += 8) payload.writeBigUInt64LE(next(), at);
  const kernel = nextKernel(machine, window.next, { ...window.symbols, ARGUMENT }, `NEXT KERNEL ${token}`);
  const regions = [
    { address: window.next, data: kernel },
    { address: window.payload, data: payload },
  ];
  const blob = tell(built, window, regions, fault.flipDigest === true);
  const { offset, size } = built.map.prologue.table;
  if (fault.emptyTable) blob.fill(0, offset, offset + size);
  const fence = window.fence ?? new Uint8Array();
  return {
    fence: { address: window.next - BigInt(fence.length), data: fence },
    blob: { address: base, data: blob },
    next: { address: window.next, data: kernel },
    payload: { address: window.payload, data: payload },
  };
}

/** The blob with everything in it that the purgatory needs to check and enter the next kernel. */
function tell(
  { blob, map }: BuiltImage,
  { next, console: written = [0, 0n] }: Window,
  regions: readonly Checked[],
  flipDigest: boolean,
): Uint8Array {
  const values = new Map<string, Uint8Array | bigint>([
    ...regionValues(map, regions, flipDigest),
    ['purgatory_kernel_entry', next],
    ['purgatory_argument', ARGUMENT],
    ['purgatory_console', consoleValue(map, written)],
  ]);
  return patchImage(blob, map, values).blob;
}

const physicalOf = ({ physical = (address) => address }: Window, address: bigint): string =>
  `0x${physical(address).toString(16)}`;

/** Enters the blob, until a text shows or, from `when` on, so much processor time is over; memory is what it is then. */
export async function enter(
  entry: Entry,
  fault: Fault,
  { until, when, processorMs }: { until: RegExp; when?: RegExp; processorMs: number },
): Promise<Booted & { memory: Buffer; said: string; loaded: Loaded }> {
  const { machine, window, built, base } = entry;
  const loaded = contents(entry, fault);
  const at = base + BigInt(built.map.header?.offset ?? 0);
  const stub = assemble(machine, machine.stubAt, {
    ...window.symbols,
    BASE: at,
    NEXT: window.next,
    ARGUMENT,
  });
  const files = new Map<string, Uint8Array>([
    ['stub.elf', stub.elf],
    ['stub.raw', stub.code],
    // What stands behind the blob has to be zero.
    ['blob', Buffer.concat([loaded.blob.data], built.map.memsz)],
    ...(['next', 'payload', 'fence'] as const).map((name) => [name, loaded[name].data] as const),
    ['memory', new Uint8Array()],
    ['said', new Uint8Array()],
  ]);
  const { folder, remove } = scratch(files);
  try {
    const args = Object.entries(loaded).flatMap(([name, { address, data }]) => {
      const at = `addr=${physicalOf(window, address)}`;
      return data.length === 0 ? [] : ['-device', `loader,file=${folder}/${name},${at},force-raw=on`];
    });
    args.push(...machine.start({ elf: `${folder}/stub.elf`, raw: `${folder}/stub.raw` }));
    const commands = [`pmemsave ${physicalOf(window, base)} ${built.map.memsz} "${folder}/memory"`];
    const [kind, address] = window.console ?? [0, 0n];
    if (kind === MEMORY_CONSOLE)
      commands.push(`pmemsave ${physicalOf(window, address)} 4096 "${folder}/said"`);
    const ask = { ...(when ? { when } : {}), processorMs, commands: [...commands, 'info registers'] };
    const result = await boot({ machine, args, until, last: commands, ask });
    const said = readFileSync(`${folder}/said`, 'latin1').replaceAll('\0', '');
    return { ...result, memory: readFileSync(`${folder}/memory`), said, loaded };
  } finally {
    remove();
  }
}
