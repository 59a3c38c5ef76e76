/** Without a first kernel: QEMU puts everything into memory, and a stub of a few instructions enters the blob. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyAt, type BuiltImage, buildImage, emitBlob } from '../../index.ts';
import type { BootMachine, DirectBoot, Kernel, PlannedSegment } from './machine.ts';
import { boot, scratch } from './qemu.ts';

/** A machine that can be entered without a first kernel. */
export type DirectMachine = BootMachine & { readonly direct: DirectBoot };

export function isDirect(machine: BootMachine): machine is DirectMachine {
  return machine.direct !== undefined;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ASSEMBLE = ['-nostdlib', '-static', '-ffreestanding', '-fuse-ld=lld-16'];

function compile(source: string, args: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-stub-'));
  try {
    const output = join(folder, 'out');
    execFileSync('clang-16', [...args, '-o', output, join(HERE, source)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The program that brings the machine into the state purgatories expect and enters the blob. */
function stub({ arch, direct }: DirectMachine, base: bigint, twice: boolean): Buffer {
  const defines = [`-DBASE=0x${base.toString(16)}`, ...(twice ? ['-DTWICE'] : [])];
  return compile(`machines/stub-${arch}.S`, [...direct.stub, ...ASSEMBLE, ...defines]);
}

interface Placed {
  readonly args: readonly string[];
  readonly remove: () => void;
}

/** QEMU's arguments that put segments and a stub for the blob at `base` into memory. */
function place(
  machine: DirectMachine,
  base: bigint,
  segments: readonly PlannedSegment[],
  twice: boolean,
): Placed {
  const files = new Map<string, Uint8Array>(segments.map(({ name, data }) => [name, data]));
  return arrange(machine, segments, files.set('stub', stub(machine, base, twice)));
}

function arrange(
  machine: DirectMachine,
  segments: readonly PlannedSegment[],
  files: ReadonlyMap<string, Uint8Array>,
): Placed {
  const { folder, remove } = scratch(files);
  const load = (name: string, address: bigint): string[] => [
    '-device',
    `loader,file=${folder}/${name},addr=0x${address.toString(16)},force-raw=on`,
  ];
  const args = segments.flatMap(({ name, address }) => load(name, address));
  args.push(...machine.direct.start(`${folder}/stub`));
  return { args, remove };
}

/** Boots a kernel whose segments are in memory, beginning at the blob. */
export async function bootDirectly(
  machine: DirectMachine,
  base: bigint,
  segments: readonly PlannedSegment[],
  until: RegExp,
): ReturnType<typeof boot> {
  const { args, remove } = place(machine, base, segments, false);
  try {
    return await boot({ machine, args, until });
  } finally {
    remove();
  }
}

/** Enters an image twice and says what of it is not as the reference model has it; nothing if all is. */
export async function enterTwice(
  machine: DirectMachine,
  base: bigint,
): Promise<{ why: string | undefined; log: string }> {
  const object = compile(`machines/returns-${machine.arch}.S`, [`--target=${machine.arch}-linux-gnu`, '-c']);
  const { blob, map } = await buildImage(object);
  const dump = mkdtempSync(join(tmpdir(), 'relocator-twice-'));
  const segment = { name: 'blob', address: base, data: blob, memorySize: map.memsz };
  const { args, remove } = place(machine, base, [segment], true);
  try {
    const at = base + BigInt(map.imageOffset);
    const size = map.memsz - map.imageOffset;
    const commands = [`pmemsave 0x${at.toString(16)} ${size} "${dump}/memory"`];
    const ask = { when: /2/, processorMs: 500, commands };
    const { log, ended } = await boot({ machine, args, until: /never said/, ask });
    if (ended !== 'asked') return { why: `ended by ${ended}`, log };
    const same = Buffer.compare(readFileSync(`${dump}/memory`), applyAt(blob, map, base)) === 0;
    return { why: same ? undefined : 'the memory is not as the reference model says', log };
  } finally {
    remove();
    rmSync(dump, { recursive: true });
  }
}

/** What a program that carries its purgatory must be told of the kernel beside it, as a C header. */
function bootValues(base: bigint, kernel: Kernel): string {
  const hash = createHash('sha256');
  const regions = kernel.segments.map(({ address, data }) => {
    hash.update(data);
    return `{ 0x${address.toString(16)}, 0x${data.length.toString(16)} }`;
  });
  return [
    `#define BASE 0x${base.toString(16)}UL`,
    `#define KERNEL_ENTRY 0x${kernel.entry.toString(16)}`,
    `#define ARGUMENT 0x${kernel.argument.toString(16)}`,
    `#define REGIONS { ${regions.join(', ')} }`,
    `#define DIGEST { ${[...hash.digest()].join(', ')} }`,
    '',
  ].join('\n');
}

/** Boots a kernel beside a program that has examples/loader.c and the purgatory in it. */
export async function bootCarried(
  machine: DirectMachine,
  carrier: readonly string[],
  built: BuiltImage,
  base: bigint,
  kernel: Kernel,
  until: RegExp,
): ReturnType<typeof boot> {
  const sources = scratch(new Map([['boot-values.h', Buffer.from(bootValues(base, kernel))]]));
  const files = new Map<string, Uint8Array>(kernel.segments.map(({ name, data }) => [name, data]));
  try {
    const emitted = { emit: 'c', path: join(sources.folder, 'purgatory.c'), prefix: 'purgatory' } as const;
    for (const [path, content] of emitBlob(built.blob, built.map, emitted)) writeFileSync(path, content);
    const include = ['-I', sources.folder, join(sources.folder, 'purgatory.c')];
    files.set('stub', compile('guest/carrier.c', [...carrier, ...ASSEMBLE, ...include]));
  } finally {
    sources.remove();
  }
  const { args, remove } = arrange(machine, kernel.segments, files);
  try {
    return await boot({ machine, args, until });
  } finally {
    remove();
  }
}
