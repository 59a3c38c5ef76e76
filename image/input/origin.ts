/** How messages name a relocation of a file. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { typeText } from '../elf/relocations.ts';
import type { ElfFile, Relocation, Section } from '../elf/types.ts';
import type { RelocationPlace } from '../trouble/troubles.ts';
import { symbolText } from './symbol-use.ts';

/** Its type, symbol, section and offset as the file has them. */
export function originOf(
  elf: ElfFile,
  { machine, byType }: Architecture,
  section: Pick<Section, 'name' | 'file'> & Partial<Pick<Section, 'index' | 'address'>>,
  { type, symbol: index, offset, fileOffset = offset }: Relocation,
): RelocationPlace {
  const { number } = splitType(machine, type);
  const symbol = elf.symbols[index];
  return {
    type: byType.get(number)?.name ?? typeText(machine.elf, number),
    number,
    section: section.name || unnamed(section),
    file: section.file?.name,
    offset: fileOffset,
    ...(elf.type === 'kept' && section.address !== undefined ? { address: section.address + offset } : {}),
    symbol: symbol ? symbolText(symbol) : `symbol ${index}`,
  };
}

/** A section without a name by its number, which is another one where several files were put together. */
function unnamed({ index, file }: Partial<Pick<Section, 'index' | 'file'>>): string {
  return index === undefined || file ? 'an unnamed section' : `section ${index}`;
}

/** The type and the second addend that share a number in r_info. */
export function splitType(machine: Machine, number: number): { number: number; second: bigint } {
  if (!machine.elf?.secondAddend) return { number, second: 0n };
  return { number: number % 256, second: BigInt.asIntN(24, BigInt(number) >> 8n) };
}
