/** The relocations that a linker kept in a linked file (ld --emit-relocs): it has done them, and says where. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { fieldMotion, type SymbolMotion } from '../../relocator-dsl/motion.ts';
import { columnsOf } from '../elf/relocation-columns.ts';
import type { ElfFile, ElfSymbol } from '../elf/types.ts';
import type { RelocationPlace } from '../trouble/troubles.ts';
import { splitType } from './origin.ts';

/** What tells of a place whether what stands there depends on where the file is loaded. */
export function movesOf(
  elf: ElfFile,
  architecture: Architecture,
): (place: Pick<RelocationPlace, 'address'>) => boolean {
  let sums: ReadonlyMap<bigint | undefined, bigint> | undefined;
  return ({ address }) => {
    sums ??= motions(elf, architecture);
    return (sums.get(address) ?? 0n) !== 0n;
  };
}

/** By how many slides each address changes: relocations of one place are taken together, as differences are. */
function motions(elf: ElfFile, { machine, byType }: Architecture): Map<bigint | undefined, bigint> {
  const sums = new Map<bigint | undefined, bigint>();
  for (const table of elf.relocations) {
    const section = elf.sections[table.target];
    if (!section) continue;
    const columns = columnsOf(table);
    for (let index = 0; index < columns.length; index++) {
      const type = byType.get(splitType(machine, columns.typeAt(index)).number);
      if (type?.kind !== 'rule') continue;
      const { coefficient } = fieldMotion(type, motionOf(elf.symbols[columns.symbolAt(index)]));
      const address = section.address + BigInt(columns.offsetAt(index));
      sums.set(address, (sums.get(address) ?? 0n) + coefficient);
    }
  }
  return sums;
}

function motionOf(symbol: ElfSymbol | undefined): SymbolMotion {
  return symbol?.place.kind === 'section' ? 'image' : 'fixed';
}
