/** The program that qemu-user is given: a static executable whose segments are the memory of runs. */
import { ET, PF, PT, SIZES } from '../image/elf/constants.ts';
import { fileHeader, programHeader } from '../image/elf/write.ts';
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
  const shape = { wordBits: machine.wordBits, byteOrder: machine.dataOrder };
  const sizes = SIZES[machine.wordBits];
  const page = Number(pageSize);
  let offset = Math.ceil((sizes.fileHeader + sizes.programHeader * ranges.length) / page) * page;
  const placed = ranges.map(({ address, end }) => {
    const at = offset;
    offset += Number(end - address);
    return { address, end, offset: at };
  });
  const file = new Uint8Array(offset);
  const header = {
    type: ET.EXEC,
    machine: machine.elfMachine,
    flags: elfFlags,
    entry: runs[0]?.start ?? 0n,
    segments: { offset: sizes.fileHeader, count: placed.length },
  };
  file.set(fileHeader(shape, header));
  for (const [index, { address, end, offset: at }] of placed.entries()) {
    const memory = { offset: at, address, size: end - address, alignment: pageSize };
    const segment = programHeader(shape, { type: PT.LOAD, flags: PF.R | PF.W | PF.X, ...memory });
    file.set(segment, sizes.fileHeader + index * sizes.programHeader);
  }
  for (const region of regions) {
    const home = placed.find((range) => range.address <= region.address && region.address < range.end);
    if (home !== undefined) file.set(region.data, home.offset + Number(region.address - home.address));
  }
  return file;
}
