/** Masked inserts of a value in a5 into instructions and bytes at a4 on RISC-V; a3, t1 and t3 are for the way. */
import { type Slice, sliceMask } from '../../../relocator-dsl/field.ts';
import { constant, load, store, type Xlen } from './access.ts';

/** A container of 1, 2 or 4 bytes, `at` bytes behind a4. */
export interface Container {
  readonly bytes: 1 | 2 | 4;
  readonly at: number;
  readonly slices: readonly Slice[];
  /** The widest access, in bytes, that is aligned. */
  readonly granule: number;
  /** As many low bits of the value are known to be 0. */
  readonly zeroBits: number;
}

export function insertValue(container: Container, xlen: Xlen): string[] {
  const { bytes, slices, granule, at } = container;
  const last = slices.length - 1;
  // The place makes room where more than one slice has to be held.
  const moves = slices.length > 2;
  const lines = moves ? ['c.mv t3, a4'] : [];
  slices.forEach((slice, index) => {
    if (index === last) lines.push(...extract('a5', slice, container, xlen));
    else if (index === 0) lines.push(...extract('a3', slice, container, xlen));
    else lines.push(...extract('a4', slice, container, xlen), 'c.or a3, a4');
  });
  if (moves) lines.push('c.mv a4, t3');
  if (last > 0) lines.push('c.or a5, a3');
  return [...lines, ...keep(container, xlen), ...store(bytes, Math.min(granule, bytes), at)];
}

/** The bits a slice shows of a5, where the container has them, with nothing beside them but above the container. */
function extract(register: string, { from, to, at }: Slice, container: Container, xlen: Xlen): string[] {
  const width = to - from + 1;
  const shifts: [operation: 'slli' | 'srli', amount: number][] = [];
  if (at + width === container.bytes * 8) {
    shifts.push(['srli', from], ['slli', at]);
  } else {
    const up = xlen - 1 - to;
    shifts.push(['slli', up]);
    // What stands below the slice is brought down with it if it is 0.
    if (from <= container.zeroBits && up + from >= at) shifts.push(['srli', up + from - at]);
    else shifts.push(['srli', up + from], ['slli', at]);
  }
  let source = 'a5';
  return shifts
    .filter(([, amount]) => amount > 0)
    .map(([operation, amount]) => {
      const inPlace = source === register;
      const line = inPlace
        ? `c.${operation} ${register}, ${amount}`
        : `${operation} ${register}, ${source}, ${amount}`;
      source = register;
      return line;
    });
}

/** Combines a5 with what the container holds outside the slices. */
function keep({ bytes, at, slices, granule }: Container, xlen: Xlen): string[] {
  const field = slices.reduce((mask, slice) => mask | (sliceMask(slice) << BigInt(slice.at)), 0n);
  const kept = ((1n << BigInt(8 * bytes)) - 1n) & ~field;
  if (kept === 0n) return [];
  const held = load('a3', bytes, Math.min(granule, bytes), at);
  if ((kept & (kept + 1n)) === 0n) {
    const clear = xlen - kept.toString(2).length;
    return [...held, `c.slli a3, ${clear}`, `c.srli a3, ${clear}`, 'c.or a5, a3'];
  }
  if (kept < 0x800n) return [...held, `andi a3, a3, ${kept}`, 'c.or a5, a3'];
  return [...held, ...constant('t1', kept, xlen), 'and a3, a3, t1', 'c.or a5, a3'];
}
