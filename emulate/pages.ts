import type { Region, Run } from './types.ts';

export const PAGE = 0x1000n;

/** A range of whole pages, end exclusive. */
export interface PageRange {
  address: bigint;
  end: bigint;
}

/** The pages that hold the regions: sorted, and with ranges that touch or overlap joined. */
export function pageRanges(regions: readonly Region[], page = PAGE): PageRange[] {
  const ranges = regions
    .filter((region) => region.size > 0 || region.data.length > 0)
    .map((region) => ({
      address: region.address & ~(page - 1n),
      end: (region.address + BigInt(Math.max(region.size, region.data.length)) + page - 1n) & ~(page - 1n),
    }))
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
  const merged: PageRange[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && range.address <= last.end) {
      if (range.end > last.end) last.end = range.end;
    } else {
      merged.push({ ...range });
    }
  }
  return merged;
}

/** Whether two sorted lists of ranges share a page. */
export function rangesOverlap(a: readonly PageRange[], b: readonly PageRange[]): boolean {
  return a.some((x) => b.some((y) => x.address < y.end && y.address < x.end));
}

/** Throws on a run that no emulator could perform, so that both refuse it in the same words. */
export function checkRun(run: Run, names: ReadonlyMap<string, number>, bits: number): void {
  const limit = 1n << BigInt(bits);
  for (const region of run.regions) {
    if (region.size < region.data.length) {
      throw new RangeError(`region at 0x${region.address.toString(16)}: size is less than its data`);
    }
    if (region.address < 0n || region.address + BigInt(region.size) > limit) {
      throw new RangeError(
        `region at 0x${region.address.toString(16)} is outside the ${bits}-bit address space`,
      );
    }
  }
  for (const name of Object.keys(run.registers)) {
    if (!names.has(name)) throw new RangeError(`${run.arch} has no register ${name}`);
  }
  if (!(run.maxInstructions >= 1)) throw new RangeError('maxInstructions must be at least 1');
}
