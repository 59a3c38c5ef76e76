/** Calls by an address that is loaded from a slot, made into branches as linkers do it where all their parts are marked. */
import { type Architecture, ruleNamed } from '../../relocator-dsl/architecture.ts';
import type { LongCalls } from '../../relocator-dsl/machine-facets.ts';
import { SHF, STT } from '../elf/constants.ts';
import { columnsOf } from '../elf/relocation-columns.ts';
import type { ElfFile, ElfSymbol, Relocation, RelocationSection, Section } from '../elf/types.ts';
import { readContainer, writeContainer } from '../memory/bytes.ts';
import { INSTRUCTION } from './made-code.ts';

/** What a relocation is in such a call. */
type Part = 'half' | 'load' | 'mark' | 'call';

/** The object with branches for all calls whose function is in it, if it is small enough for them. */
export function withDirectCalls(elf: ElfFile, architecture: Architecture): ElfFile {
  const { longCalls } = architecture.machine.functions ?? {};
  if (!longCalls || sizeOf(elf) > longCalls.reach) return elf;
  const typeOf = (name: string): number => architecture.byName.get(name)?.type ?? -1;
  const parts = new Map<number, Part>([
    [typeOf(longCalls.half), 'half'],
    [typeOf(longCalls.load), 'load'],
    [typeOf(longCalls.mark), 'mark'],
    [typeOf(longCalls.call), 'call'],
  ]);
  const sections = [...elf.sections];
  const relocations = elf.relocations.map((table): RelocationSection => {
    const section = elf.sections[table.target];
    if (!section || !(section.flags & SHF.EXECINSTR)) return table;
    if (![...columnsOf(table).types].some((type) => parts.has(type))) return table;
    const code = new Code(section, longCalls, architecture);
    const complete = completeCalls(table.relocations, parts, elf, code);
    if (complete.size === 0) return table;
    const left = table.relocations.flatMap((relocation): Relocation[] => {
      const part = complete.has(relocation.symbol) ? parts.get(relocation.type) : undefined;
      if (part === undefined) return [relocation];
      if (part !== 'call') {
        code.clear(relocation);
        return [];
      }
      code.branch(relocation);
      return [{ ...relocation, type: ruleNamed(architecture, longCalls.becomes).type, addend: 0n }];
    });
    sections[table.target] = code.section;
    return { ...table, relocations: left };
  });
  return { ...elf, sections, relocations };
}

/** Bytes that the image will have, but for what is made for it. */
function sizeOf({ sections, symbols }: ElfFile): number {
  const placed = sections.reduce((sum, { flags, size }) => (flags & SHF.ALLOC ? sum + size : sum), 0);
  const commons = symbols.reduce(
    (sum, { place, size }) => (place.kind === 'common' ? sum + Number(size) : sum),
    0,
  );
  return placed + commons;
}

/** The functions of the file, by symbol, all of whose calls from a section have each part marked that a call has. */
function completeCalls(
  relocations: readonly Relocation[],
  parts: ReadonlyMap<number, Part>,
  { symbols }: ElfFile,
  code: Code,
): Set<number> {
  const counts = new Map<number, Record<Part, number>>();
  const unsuited = new Set<number>();
  for (const relocation of relocations) {
    const part = parts.get(relocation.type);
    if (part === undefined) continue;
    const count = counts.get(relocation.symbol) ?? { half: 0, load: 0, mark: 0, call: 0 };
    counts.set(relocation.symbol, count);
    count[part]++;
    if (!code.holds(relocation, part)) unsuited.add(relocation.symbol);
  }
  return new Set(
    [...counts].flatMap(([index, { half, load, mark, call }]) => {
      const isComplete = half === call && load === call && mark === call;
      return isComplete && isFunctionHere(symbols[index]) && !unsuited.has(index) ? [index] : [];
    }),
  );
}

/** The addend of a section's symbol would be where in it the function is, and may be something else. */
function isFunctionHere(symbol: ElfSymbol | undefined): boolean {
  return symbol?.place.kind === 'section' && symbol.type !== STT.SECTION;
}

/** A copy of a section with instructions, of which some are rewritten. */
class Code {
  readonly section: Section;
  readonly #longCalls: LongCalls;
  readonly #order: 'little' | 'big';

  constructor(section: Section, longCalls: LongCalls, { machine }: Architecture) {
    this.section = { ...section, data: Uint8Array.from(section.data) };
    this.#longCalls = longCalls;
    this.#order = machine.instructionOrder;
  }

  /** Whether there is an instruction at the place, and where it is the call, one that can be a branch. */
  holds({ offset }: Relocation, part: Part): boolean {
    if (offset + BigInt(INSTRUCTION) > BigInt(this.section.data.length)) return false;
    return part !== 'call' || this.#branchAt(offset) !== undefined;
  }

  clear({ offset }: Relocation): void {
    this.#write(offset, this.#longCalls.nop);
  }

  branch({ offset }: Relocation): void {
    const to = this.#branchAt(offset);
    if (to !== undefined) this.#write(offset, to);
  }

  #branchAt(offset: bigint): number | undefined {
    const word = Number(readContainer(this.section.data, startOf(offset), INSTRUCTION, this.#order));
    return this.#longCalls.branches.find(({ from }) => from === word)?.to;
  }

  #write(offset: bigint, word: number): void {
    writeContainer(this.section.data, startOf(offset), INSTRUCTION, this.#order, BigInt(word));
  }
}

/** The place may be that of an immediate. */
function startOf(offset: bigint): number {
  return Number(offset - (offset % BigInt(INSTRUCTION)));
}
