/**
 * What RISC-V instructions reach by a distance from auipc, turned back into the absolute pair that the object has: of the
 * address that our bytes form, so that a linker's bytes are the judge of it.
 */
import { readElf } from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import type { PlacedSections } from './link-image.ts';
import { read, write } from './memory.ts';

const AUIPC = 0x17n;
const OPCODE = 0x7fn;
/** LO12_S: bits 31:25 and 11:7. */
const STORE_IMMEDIATE = 0xfe00_0f80n;
const LOAD_IMMEDIATE = 0xfff0_0000n;

export function asAddresses(
  memory: Uint8Array,
  map: PlacedSections & { readonly imageOffset: number },
  object: Uint8Array,
  base: bigint,
): Uint8Array {
  const architecture = architectureNamed(map.arch);
  const nameOf = (type: number): string => architecture?.byType.get(type)?.name ?? '';
  if (!architecture?.byName.has('R_RISCV_HI20')) return memory;
  const elf = readElf(object);
  const copy = memory.slice();
  for (const { target, relocations } of elf.relocations) {
    const placed = map.sections.find(({ name }) => name === elf.sections[target]?.name);
    if (!placed) continue;
    const at = (offset: bigint): number => placed.offset - map.imageOffset + Number(offset);
    const uppers = relocations.filter(
      ({ type, offset }) =>
        nameOf(type) === 'R_RISCV_HI20' && (read(memory, at(offset), 4, 'little') & OPCODE) === AUIPC,
    );
    for (const { type, symbol, addend, offset } of relocations) {
      const name = nameOf(type);
      if (name !== 'R_RISCV_LO12_I' && name !== 'R_RISCV_LO12_S') continue;
      const upper = uppers
        .filter((each) => each.symbol === symbol && each.addend === addend && each.offset < offset)
        .at(-1);
      if (!upper) continue;
      const word = read(memory, at(offset), 4, 'little');
      const low = name === 'R_RISCV_LO12_I' ? word >> 20n : ((word >> 25n) << 5n) | ((word >> 7n) & 31n);
      const high = BigInt.asIntN(32, read(memory, at(upper.offset), 4, 'little') & ~0xfffn);
      const address = base + BigInt(placed.offset) + upper.offset + high + BigInt.asIntN(12, low);
      const lower = BigInt.asUintN(12, address);
      const kept = word & ~(name === 'R_RISCV_LO12_I' ? LOAD_IMMEDIATE : STORE_IMMEDIATE);
      const field = name === 'R_RISCV_LO12_I' ? lower << 20n : ((lower >> 5n) << 25n) | ((lower & 31n) << 7n);
      write(copy, at(offset), 4, kept | field, 'little');
      const rd = read(memory, at(upper.offset), 4, 'little') & 0xf80n;
      const rounded = BigInt.asUintN(32, (address + 0x800n) & ~0xfffn);
      write(copy, at(upper.offset), 4, rounded | rd | 0x37n, 'little');
    }
  }
  return copy;
}
