/**
 * A purgatory with the kernel that it is to enter: every part in its place, digest and symbols written, as one file that is
 * copied to one address and entered at its first byte.
 */

import type { BundleRequest } from './bundle/machine.ts';
import { BUNDLE_MACHINES } from './bundle/machines/index.ts';
import { familyOf, toldValues } from './bundle/tell.ts';
import type { ImageMap } from './map/map.ts';
import { checkBase, openMapped } from './map/mapped.ts';
import { patchImage } from './map/patch.ts';
import { alignUp, hex } from './memory/bytes.ts';
import { BUNDLE_LIMIT, BUNDLE_LIMIT_TEXT } from './memory/limits.ts';
import { InputError } from './trouble/errors.ts';

export interface BundleOptions extends Partial<BundleRequest> {
  readonly kernel: Uint8Array;
  /** Where the bundle will stand: the purgatory's load base. */
  readonly base: bigint;
  /** Bytes that it may take there; default: as many as it needs. */
  readonly room?: number | undefined;
  /** Further symbols of the purgatory. */
  readonly set?: ReadonlyMap<string, Uint8Array | bigint> | undefined;
}

/** A part in its place, as kexec_load(2) takes segments. */
export interface BundleSegment {
  readonly name: 'purgatory' | 'kernel' | 'argument' | 'initrd';
  readonly address: bigint;
  /** Bytes from the file's first one. */
  readonly offset: number;
  /** Bytes in the file. */
  readonly size: number;
  /** Bytes of memory, whole pages; those behind `size` must be zero. */
  readonly memorySize: number;
}

export interface Bundle {
  /** To be copied to the base, and entered at its first byte. */
  readonly file: Uint8Array;
  /** Bytes of memory that all of it takes; those behind the file must be zero. */
  readonly memorySize: number;
  readonly base: bigint;
  /** Where the purgatory is entered. */
  readonly start: bigint;
  /** Where it goes on. */
  readonly entry: bigint;
  readonly segments: readonly BundleSegment[];
}

/** Segments of kexec_load(2) are whole pages; no machine with a boot protocol here has larger ones than this by default. */
const PAGE = 0x1000;

/**
 * Puts a purgatory, a kernel and what goes with it into one file.
 * @throws InputError telling what stands against it: of the kernel, the base, the room, or the purgatory's symbols
 */
export function bundleImage(blob: Uint8Array, map: ImageMap, options: BundleOptions): Bundle {
  const { machine } = openMapped(blob, map);
  const { base, kernel, initrd, commandLine = '', tree, memory = [], room } = options;
  const found = BUNDLE_MACHINES.find(({ arch }) => arch === machine.arch);
  if (!found) {
    const known = BUNDLE_MACHINES.map(({ arch }) => arch).join(', ');
    throw new InputError(
      `how a kernel of ${machine.title} is started is not known here, only of ${known}; place the parts yourself, and write the ` +
        "purgatory's symbols by patch",
    );
  }
  checkBase(map, base);
  const looked = found.look({ kernel, initrd, commandLine, tree, memory });
  if (typeof looked === 'string') throw new InputError(looked);
  let end = base + BigInt(alignUp(map.memsz, PAGE));
  const place = (memorySize: number, alignment: number, past = 0): bigint => {
    const unit = BigInt(Math.max(alignment, PAGE));
    const at = ((end - BigInt(past) + unit - 1n) / unit) * unit + BigInt(past);
    end = at + BigInt(alignUp(memorySize, PAGE));
    return at;
  };
  const { kernel: part, argument } = looked;
  const kernelAt = place(part.memorySize, part.alignment, part.past);
  const argumentAt = place(argument.memorySize, argument.alignment);
  const initrdAt = initrd && place(initrd.length, PAGE);
  const size = Number(end - base);
  if (size > BUNDLE_LIMIT)
    throw new InputError(`the bundle would take ${hex(size)} bytes; ${BUNDLE_LIMIT_TEXT}`);
  checkMemory(memory, base, end);
  if (room !== undefined && size > room)
    throw new InputError(
      `the bundle takes ${hex(size)} bytes of memory, and --room has ${hex(room)}; reserve more`,
    );
  if (end > 1n << BigInt(machine.wordBits))
    throw new InputError(
      `the bundle runs past the ${machine.wordBits}-bit address space; choose a lower --base`,
    );
  const argumentData = looked.makeArgument(
    argumentAt,
    initrdAt === undefined ? undefined : [initrdAt, initrd?.length ?? 0],
  );
  const parts = [
    { name: 'kernel', address: kernelAt, data: part.data, memorySize: part.memorySize },
    { name: 'argument', address: argumentAt, data: argumentData, memorySize: argument.memorySize },
    ...(initrd && initrdAt !== undefined
      ? [{ name: 'initrd', address: initrdAt, data: initrd, memorySize: initrd.length } as const]
      : []),
  ] as const;
  const entry = kernelAt + looked.entry;
  const values = toldValues(familyOf(map.symbols), machine, found, entry, argumentAt, parts);
  const { blob: told } = patchImage(blob, map, new Map([...values, ...(options.set ?? [])]));
  const all = [{ name: 'purgatory', address: base, data: told, memorySize: map.memsz } as const, ...parts];
  const last = all.at(-1);
  if (!last) throw new RangeError('a bundle without parts');
  const file = new Uint8Array(Number(last.address - base) + last.data.length);
  const segments = all.map(({ name, address, data, memorySize }): BundleSegment => {
    const offset = Number(address - base);
    file.set(data, offset);
    return {
      name,
      address,
      offset,
      size: data.length,
      memorySize: alignUp(Math.max(memorySize, data.length), PAGE),
    };
  });
  const start = base + BigInt(map.header?.offset ?? 0);
  return { file, memorySize: size, base, start, entry, segments };
}

/** @throws InputError for a range that is none, or when the kernel is told of no memory where the bundle is */
function checkMemory(memory: BundleRequest['memory'], base: bigint, end: bigint): void {
  if (memory.length === 0) return;
  const text = ([start, size]: readonly [bigint, bigint]): string => `--memory ${hex(start)}+${hex(size)}`;
  const odd = memory.find(([start, size]) => size === 0n || start + size > 1n << 64n);
  if (odd) throw new InputError(`${text(odd)} is no memory; say where it begins, and how many bytes it has`);
  let covered = base;
  for (const [start, size] of [...memory].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (start <= covered && start + size > covered) covered = start + size;
  if (covered >= end) return;
  throw new InputError(
    `the bundle takes ${hex(base)} to ${hex(end)}, and of that the kernel is told of no memory at ${hex(covered)}; name it with --memory`,
  );
}
