/** The program that qemu-user is given: a static executable whose segments are the memory of runs. */
import type { Machine } from '../relocator-dsl/machine.ts';
import { pageRanges } from './pages.ts';
import type { Run } from './types.ts';

/** A static executable whose PT_LOADs are the pages of the runs. */
export function buildGuest(
  machine: Machine,
  runs: readonly Run[],
  pageSize: bigint,
  elfFlags = 0,
): Uint8Array {
  const regions = runs.flatMap((run) => run.regions);
  const ranges = pageRanges(regions, pageSize);
  const wide = machine.wordBits === 64;
  const little = machine.dataOrder === 'little';
  const headerSize = wide ? 64 : 52;
  const entrySize = wide ? 56 : 32;
  const page = Number(pageSize);
  let offset = Math.ceil((headerSize + entrySize * ranges.length) / page) * page;
  const placed = ranges.map((range) => {
    const at = offset;
    offset += Number(range.end - range.address);
    return { ...range, offset: at };
  });
  const file = new Uint8Array(offset);
  const view = new DataView(file.buffer);
  file.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, little ? 1 : 2, 1]);
  let at = 16;
  const half = (value: number) => {
    view.setUint16(at, value, little);
    at += 2;
  };
  const word = (value: number) => {
    view.setUint32(at, value, little);
    at += 4;
  };
  const native = (value: bigint) => {
    if (!wide) return word(Number(value));
    view.setBigUint64(at, value, little);
    at += 8;
  };
  half(2); // ET_EXEC
  half(machine.elfMachine);
  word(1);
  native(runs[0]?.start ?? 0n);
  native(BigInt(headerSize));
  native(0n);
  word(elfFlags);
  half(headerSize);
  half(entrySize);
  half(placed.length);
  half(0);
  half(0);
  half(0);
  for (const range of placed) {
    const size = range.end - range.address;
    word(1); // PT_LOAD
    if (wide) word(7);
    native(BigInt(range.offset));
    native(range.address);
    native(range.address);
    native(size);
    native(size);
    if (!wide) word(7);
    native(pageSize);
  }
  for (const region of regions) {
    const home = placed.find((range) => range.address <= region.address && region.address < range.end);
    if (home !== undefined) file.set(region.data, home.offset + Number(region.address - home.address));
  }
  return file;
}
