/** Code that linkers put between callers and functions that have not the same pointer to their data. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { ruleNamed } from '../../relocator-dsl/architecture.ts';
import type { Bridge } from '../../relocator-dsl/machine-facets.ts';
import { SHF } from '../elf/constants.ts';
import { columnsOf } from '../elf/relocation-columns.ts';
import type { ElfFile, ElfSymbol, Relocation, RelocationSection, Section } from '../elf/types.ts';
import { readContainer, writeContainer } from '../memory/bytes.ts';
import { codeSection, INSTRUCTION, machineCode } from './made-code.ts';

/** The section that holds it. */
const NAME = '.stub';

/** A bridge to one function. */
interface Built {
  readonly bridge: Bridge;
  /** Of the function. */
  readonly symbol: number;
  /** Of the bridge. */
  readonly index: number;
  /** Bytes into the section. */
  readonly offset: number;
}

/**
 * The object with all calls that need one led over a bridge. Other calls, and those that the bridge does not suit, stay as they
 * are.
 */
export function withBridges(elf: ElfFile, architecture: Architecture): ElfFile {
  const { machine } = architecture;
  const { bridges = [] } = machine.functions ?? {};
  const calls = new Set(
    bridges.flatMap((bridge) => bridge.calls.map((name) => ruleNamed(architecture, name).type)),
  );
  const sections = [...elf.sections];
  const built = new Map<string, Built>();
  let size = 0;
  const builtFor = (bridge: Bridge, symbol: number): Built => {
    const key = `${bridges.indexOf(bridge)} ${symbol}`;
    const known = built.get(key);
    if (known) return known;
    const made = { bridge, symbol, index: elf.symbols.length + built.size, offset: size };
    size += bridge.code.length * INSTRUCTION;
    built.set(key, made);
    return made;
  };
  const led = (relocation: Relocation, target: number): Relocation => {
    const section = sections[target];
    const symbol = elf.symbols[relocation.symbol];
    if (!section || symbol?.place.kind !== 'section' || relocation.addend) return relocation;
    const bridge = bridges.find(
      ({ calls, mask, values }) =>
        values.includes(symbol.other & mask) &&
        calls.some((name) => ruleNamed(architecture, name).type === relocation.type),
    );
    if (!bridge) return relocation;
    const suited = withBehind(section, Number(relocation.offset), bridge, architecture);
    if (!suited) return relocation;
    sections[target] = suited;
    return { ...relocation, symbol: builtFor(bridge, symbol.index).index };
  };
  const relocations = elf.relocations.map((table): RelocationSection => {
    const { flags = 0n } = elf.sections[table.target] ?? {};
    if (![...columnsOf(table).types].some((type) => calls.has(type))) return table;
    if (!(flags & SHF.EXECINSTR) || !(flags & SHF.ALLOC)) return table;
    return { ...table, relocations: table.relocations.map((each) => led(each, table.target)) };
  });
  if (built.size === 0) return elf;
  const all = [...built.values()];
  const code = machineCode(
    all.flatMap(({ bridge }) => bridge.code),
    machine,
  );
  const section = codeSection(NAME, sections.length, code, machine);
  const symbols = all.map(({ symbol, index, offset }): ElfSymbol => {
    const name = `${NAME}.${elf.symbols[symbol]?.name ?? ''}`;
    const place = { kind: 'section', section: section.index } as const;
    return { index, name, value: BigInt(offset), size: 0n, binding: 'local', type: 0, other: 0, place };
  });
  const own = all.flatMap(({ bridge, symbol, offset }) =>
    bridge.relocations.map(({ at, type, addend }): Relocation => {
      return { offset: BigInt(offset + at), type: ruleNamed(architecture, type).type, symbol, addend };
    }),
  );
  const table = { index: section.index, name: `.rela${NAME}`, target: section.index, relocations: own };
  return {
    ...elf,
    sections: [...sections, section],
    symbols: [...elf.symbols, ...symbols],
    relocations: [...relocations, table],
  };
}

/**
 * The section with what stands behind the call at `offset` as the bridge asks for it; undefined where it is no call, or
 * something else stands there.
 */
function withBehind(
  section: Section,
  offset: number,
  { behind }: Bridge,
  { machine }: Architecture,
): Section | undefined {
  if (!behind) return section;
  const order = machine.instructionOrder;
  const next = offset + INSTRUCTION;
  if (next + INSTRUCTION > section.data.length) return undefined;
  const wordAt = (at: number): number => Number(readContainer(section.data, at, INSTRUCTION, order));
  const { mask, value } = behind.linked;
  if ((wordAt(offset) & mask) >>> 0 !== value) return undefined;
  if (wordAt(next) === behind.to) return section;
  if (wordAt(next) !== behind.from) return undefined;
  const data = Uint8Array.from(section.data);
  writeContainer(data, next, INSTRUCTION, order, BigInt(behind.to));
  return { ...section, data };
}
