/** Without a first kernel: QEMU puts everything into memory, and a stub of a few instructions enters the blob. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyAt, type BuiltImage, buildImage, emitBlob } from '../../index.ts';
import type { PlannedSegment } from './guest.ts';
import { boot, scratch } from './qemu.ts';
import type { Kernel } from './x86.ts';

export type DirectArchitecture = 'amd64' | 'arm64';

const GUEST = fileURLToPath(new URL('guest', import.meta.url));
const ASSEMBLE = ['-nostdlib', '-static', '-ffreestanding', '-fuse-ld=lld-16'];
/** Where arm64's stub stands: its memory starts at 1 GiB. */
const STUB_ARM64 = 0x4100_0000n;

function compile(source: string, args: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-stub-'));
  try {
    const output = join(folder, 'out');
    execFileSync('clang-16', [...args, '-o', output, join(GUEST, source)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The program that brings the machine into the state purgatories expect and enters the blob. */
function stub(architecture: DirectArchitecture, base: bigint, twice: boolean): Buffer {
  const defines = [`-DBASE=0x${base.toString(16)}`, ...(twice ? ['-DTWICE'] : [])];
  if (architecture === 'amd64') {
    const target = ['--target=i686-linux-gnu', '-fno-pic', '-Wl,-N,--build-id=none,-Ttext=0x100000'];
    return compile('stub-amd64.S', [...target, ...ASSEMBLE, ...defines]);
  }
  const link = [`-Wl,-Ttext=0x${STUB_ARM64.toString(16)}`];
  return compile('stub-arm64.S', ['--target=aarch64-linux-gnu', ...ASSEMBLE, ...link, ...defines]);
}

interface Placed {
  readonly args: readonly string[];
  readonly remove: () => void;
}

/** QEMU's arguments that put segments and a stub for the blob at `base` into memory. */
function place(
  architecture: DirectArchitecture,
  base: bigint,
  segments: readonly PlannedSegment[],
  twice: boolean,
): Placed {
  const files = new Map<string, Uint8Array>(segments.map(({ name, data }) => [name, data]));
  return arrange(architecture, segments, files.set('stub', stub(architecture, base, twice)));
}

function arrange(
  architecture: DirectArchitecture,
  segments: readonly PlannedSegment[],
  files: ReadonlyMap<string, Uint8Array>,
): Placed {
  const { folder, remove } = scratch(files);
  const load = (name: string, address: bigint): string[] => [
    '-device',
    `loader,file=${folder}/${name},addr=0x${address.toString(16)},force-raw=on`,
  ];
  const args = segments.flatMap(({ name, address }) => load(name, address));
  if (architecture === 'amd64') args.push('-kernel', `${folder}/stub`);
  else args.push('-device', `loader,file=${folder}/stub,cpu-num=0`);
  return { args, remove };
}

/** Boots a kernel whose segments are in memory, beginning at the blob. */
export async function bootDirectly(
  architecture: DirectArchitecture,
  base: bigint,
  segments: readonly PlannedSegment[],
  until: RegExp,
  timeoutMs: number,
): ReturnType<typeof boot> {
  const { args, remove } = place(architecture, base, segments, false);
  try {
    return await boot({ architecture, args, until, timeoutMs });
  } finally {
    remove();
  }
}

/** Enters an image twice and says what of it is not as the reference model has it; nothing if all is. */
export async function enterTwice(
  architecture: DirectArchitecture,
  base: bigint,
): Promise<{ why: string | undefined; log: string }> {
  const target = architecture === 'amd64' ? 'x86_64-linux-gnu' : 'aarch64-linux-gnu';
  const object = compile(`returns-${architecture}.S`, [`--target=${target}`, '-c']);
  const { blob, map } = await buildImage(object);
  const dump = mkdtempSync(join(tmpdir(), 'relocator-twice-'));
  const segment = { name: 'blob', address: base, data: blob, memorySize: map.memsz };
  const { args, remove } = place(architecture, base, [segment], true);
  try {
    const at = base + BigInt(map.imageOffset);
    const size = map.memsz - map.imageOffset;
    const commands = [`pmemsave 0x${at.toString(16)} ${size} "${dump}/memory"`];
    const ask = { when: /2/, afterMs: 500, commands };
    const { log, ended } = await boot({ architecture, args, until: /never said/, timeoutMs: 60_000, ask });
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

/** Boots a kernel beside a program that has examples/loader.c and the purgatory in it; arm64, where C needs no mode. */
export async function bootCarried(
  built: BuiltImage,
  base: bigint,
  kernel: Kernel,
  until: RegExp,
  timeoutMs: number,
): ReturnType<typeof boot> {
  const sources = scratch(new Map([['boot-values.h', Buffer.from(bootValues(base, kernel))]]));
  const files = new Map<string, Uint8Array>(kernel.segments.map(({ name, data }) => [name, data]));
  try {
    const emitted = { emit: 'c', path: join(sources.folder, 'purgatory.c'), prefix: 'purgatory' } as const;
    for (const [path, content] of emitBlob(built.blob, built.map, emitted)) writeFileSync(path, content);
    const target = ['--target=aarch64-linux-gnu', '-mstrict-align', '-mgeneral-regs-only', '-Os', '-fno-pic'];
    const link = [`-Wl,-Ttext=0x${STUB_ARM64.toString(16)}`, '-Wall', '-Werror'];
    const include = ['-I', sources.folder, join(sources.folder, 'purgatory.c')];
    files.set('stub', compile('carrier.c', [...target, ...ASSEMBLE, ...link, ...include]));
  } finally {
    sources.remove();
  }
  const { args, remove } = arrange('arm64', kernel.segments, files);
  try {
    return await boot({ architecture: 'arm64', args, until, timeoutMs });
  } finally {
    remove();
  }
}
