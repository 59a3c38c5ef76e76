/** The relocations that a linker kept in a linked file (ld --emit-relocs): it has done them, and says where. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { fieldMotion, type SymbolMotion } from '../../relocator-dsl/motion.ts';
import type { ElfFile, ElfSymbol } from '../elf/types.ts';
import type { RelocationPlace } from '../trouble/troubles.ts';
import { originOf } from './origin.ts';

export interface KeptPlace extends RelocationPlace {
  /** What stands there depends on where the file is loaded. */
  readonly moves: boolean;
}

/** All of them, in the file's order. */
export function keptPlaces(elf: ElfFile, architecture: Architecture): KeptPlace[] {
  const sums = new Map<bigint | undefined, bigint>();
  const found = elf.relocations.flatMap(({ target, relocations }) => {
    const section = elf.sections[target];
    if (!section) return [];
    return relocations.map((relocation) => {
      const origin = originOf(elf, architecture, section, relocation);
      const type = architecture.byType.get(origin.number);
      if (type?.kind === 'rule') {
        const { coefficient } = fieldMotion(type, motionOf(elf.symbols[relocation.symbol]));
        // Those of one place are taken together, as differences are.
        sums.set(origin.address, (sums.get(origin.address) ?? 0n) + coefficient);
      }
      return origin;
    });
  });
  return found.map((origin) => ({ ...origin, moves: (sums.get(origin.address) ?? 0n) !== 0n }));
}

function motionOf(symbol: ElfSymbol | undefined): SymbolMotion {
  return symbol?.place.kind === 'section' ? 'image' : 'fixed';
}
