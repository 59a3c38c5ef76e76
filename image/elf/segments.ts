import { hex } from '../memory/bytes.ts';
import { SIZE_LIMIT, SIZE_LIMIT_TEXT } from '../memory/limits.ts';
import { PT } from './constants.ts';
import type { Header } from './header.ts';
import type { Segment } from './types.ts';
import type { Source } from './view.ts';

export function readSegments(source: Source, header: Header): Segment[] {
  if (header.programCount === 0) return [];
  const { wide } = source;
  const entry = source.sizes.programHeader;
  const size = BigInt(header.programCount) * BigInt(entry);
  const view = source.view('program headers', source.range('program headers', header.programOffset, size));
  const addressEnd = 1n << (wide ? 64n : 32n);
  const segments: Segment[] = [];
  for (let index = 0; index < header.programCount; index += 1) {
    const at = index * entry;
    const where = `program header ${index}`;
    const type = view.u32(at);
    const flags = view.u32(wide ? at + 4 : at + 24);
    const offset = view.word(wide ? at + 8 : at + 4);
    const address = view.word(wide ? at + 16 : at + 8);
    const fileSize = view.word(wide ? at + 32 : at + 16);
    const memorySize = view.word(wide ? at + 40 : at + 20);
    const alignment = view.word(wide ? at + 48 : at + 28);
    // A segment without bytes (PT_GNU_STACK and the like) may say any offset.
    const data =
      fileSize === 0n
        ? source.bytes.subarray(0, 0)
        : source.range(where, offset, fileSize, ['p_offset', 'p_filesz']);
    if (address + memorySize > addressEnd) {
      throw source.error(
        `${where}: p_vaddr ${hex(address)} + p_memsz ${hex(memorySize)} is past the end of the address space`,
      );
    }
    if ((alignment & (alignment - 1n)) !== 0n && alignment !== 0n) {
      throw source.error(`${where}: p_align is ${hex(alignment)}; it must be 0 or a power of two`);
    }
    if (type === PT.LOAD) {
      if (fileSize > memorySize) {
        throw source.error(`${where}: p_filesz ${hex(fileSize)} is larger than p_memsz ${hex(memorySize)}`);
      }
    }
    segments.push({ type, flags, address, data, memorySize, alignment });
  }
  return segments;
}

/** Why no image can be made of segments that span so many bytes, undefined if one can. */
export function whyTooFarApart(span: bigint): string | undefined {
  if (span <= BigInt(SIZE_LIMIT)) return undefined;
  return `the PT_LOAD segments span ${hex(span)} bytes; ${SIZE_LIMIT_TEXT}; link them closer together`;
}

/** The PT_LOAD segments, by address. */
export class LoadedMemory {
  readonly #source: Source;
  readonly #loads: readonly Segment[];
  /** The first address; 0 where nothing is loaded. */
  readonly start: bigint;
  /** Bytes from `start` to where the segment begins and ends that was found last. */
  #from = 0;
  #to = 0;

  constructor(source: Source, segments: readonly Segment[]) {
    this.#source = source;
    this.#loads = segments.filter((segment) => segment.type === PT.LOAD && segment.memorySize > 0n);
    let end = 0n;
    for (const load of this.#loads) {
      if (load.address < end) {
        throw source.error(
          `program headers: the PT_LOAD at ${hex(load.address)} starts below the end of the one before it ` +
            `(${hex(end)}); they must ascend and not overlap`,
        );
      }
      end = load.address + load.memorySize;
    }
    this.start = this.#loads[0]?.address ?? 0n;
    const span = this.#loads.length === 0 ? 0n : end - this.start;
    const why = whyTooFarApart(span);
    if (why !== undefined) throw source.error(why);
  }

  /** The segment that holds `address`, by bisection. */
  find(address: bigint): Segment | undefined {
    let low = 0;
    let high = this.#loads.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const load = this.#loads[middle];
      if (load === undefined) return undefined;
      if (address < load.address) high = middle;
      else if (address >= load.address + load.memorySize) low = middle + 1;
      else return load;
    }
    return undefined;
  }

  /** Whether a segment holds what is so many bytes behind `start`. */
  holds(distance: number): boolean {
    if (distance >= this.#from && distance < this.#to) return true;
    const load = this.find(this.start + BigInt(distance));
    if (!load) return false;
    this.#from = Number(load.address - this.start);
    this.#to = this.#from + Number(load.memorySize);
    return true;
  }

  /** Whether `size` bytes at `address` lie in one segment's part of the file. */
  inFile(address: bigint, size: bigint): boolean {
    const load = this.find(address);
    return load !== undefined && address - load.address + size <= BigInt(load.data.length);
  }

  /** The file's bytes from `address` to the end of its segment's part of the file. */
  bytesFrom(where: string, address: bigint): Uint8Array {
    const load = this.find(address);
    if (load === undefined || address - load.address > BigInt(load.data.length)) {
      throw this.#source.error(
        `${where}: address ${hex(address)} does not lie in the file's part of any PT_LOAD`,
      );
    }
    return load.data.subarray(Number(address - load.address));
  }

  bytes(where: string, address: bigint, size: bigint): Uint8Array {
    if (size === 0n) return this.#source.bytes.subarray(0, 0);
    const rest = this.bytesFrom(where, address);
    if (size > BigInt(rest.length)) {
      throw this.#source.error(
        `${where}: ${hex(size)} bytes at address ${hex(address)} run past the file's part of its PT_LOAD ` +
          `(${hex(rest.length)} bytes left)`,
      );
    }
    return rest.subarray(0, Number(size));
  }
}
