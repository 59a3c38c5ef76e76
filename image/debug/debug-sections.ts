/** The debugging sections of an object, one of each name as linkers put them together, relocated for a load base. */
import { absoluteWordRule } from '../../relocator-dsl/architecture.ts';
import { type Letter, lettersOf } from '../../relocator-dsl/expression.ts';
import { addendIn } from '../../relocator-dsl/field.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { SHF } from '../elf/constants.ts';
import { isDebugSection } from '../elf/debug-section.ts';
import type { ElfFile, ElfSymbol, Relocation, Section } from '../elf/types.ts';
import { type Resolvable, resolveAt } from '../fixups/resolve.ts';
import type { Application } from '../input/application.ts';
import { T_IN_ADDEND, withFunctionBit } from '../input/function-bit.ts';
import { originOf, splitType } from '../input/origin.ts';
import type { Layout } from '../input/source.ts';
import { alignUp } from '../memory/bytes.ts';
import { readField, whyNoContainer } from '../memory/container.ts';
import { grouped } from '../memory/groups.ts';
import { InputError } from '../trouble/errors.ts';
import { placeText, sectionText } from '../trouble/troubles.ts';

export interface DebugSection {
  readonly name: string;
  readonly data: Uint8Array;
  readonly alignment: number;
}

/** An object, and where what it has stands. */
export interface Debugged extends Pick<Resolvable, 'architecture' | 'model'> {
  readonly elf: ElfFile;
  /** The address of a symbol; undefined where the image has not what it names. */
  readonly addressOf: (symbol: ElfSymbol) => bigint | undefined;
}

export interface RelocatedDebug {
  readonly sections: readonly DebugSection[];
  /** Types that were left as they are, since no rule tells what they come to. */
  readonly leftAlone: readonly string[];
}

/** Where the sections of one name stand: in the section that is made of them, and in all of these behind one another. */
interface Joined {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  readonly alignment: number;
}

/** What debugging sections count with. */
const USABLE: ReadonlySet<Letter> = new Set(['S', 'A', 'P', 'T', 'V', 'O']);

/**
 * What is about code that the image has not is made 0, as linkers make it; in lists of ranges, where that would be the end, 1.
 */
const WITH_ENDS = /^\.debug_(ranges|loc)$/;

/** @throws InputError when one is compressed or damaged, or a value does not fit */
export function relocateDebug(debugged: Debugged): RelocatedDebug {
  const { elf, architecture, model } = debugged;
  const { joined, starts, size } = join(elf);
  const contents = new Uint8Array(size);
  for (const [index, start] of starts) contents.set(elf.sections[index]?.data ?? [], start);
  const leftAlone = new Set<string>();
  const applications = elf.relocations.flatMap(({ target, relocations }) => {
    const section = elf.sections[target];
    const start = starts.get(target);
    if (!section || start === undefined) return [];
    return relocations.flatMap((relocation) => {
      const found = applicationOf(debugged, section, start, relocation, { joined, starts });
      if (typeof found === 'string') leftAlone.add(found);
      return typeof found === 'object' ? [found] : [];
    });
  });
  const source = { architecture, model, contents: () => contents, applications: () => applications };
  const all = resolveAt(source, { ...NO_LAYOUT, size, memsz: size }, 0n, new Map(), new Set());
  return {
    sections: joined.map(({ name, start, size: bytes, alignment }) => ({
      name,
      data: all.subarray(start, start + bytes),
      alignment,
    })),
    leftAlone: [...leftAlone],
  };
}

const NO_LAYOUT: Layout = {
  ...{ imageOffset: 0, size: 0, memsz: 0, entry: 0, sections: [], symbols: [] },
  ...{ entryFunctionBit: false, entryOther: undefined, entryDescriptor: undefined, got: undefined },
};

function join({ sections }: ElfFile): {
  readonly joined: readonly Joined[];
  readonly starts: ReadonlyMap<number, number>;
  readonly size: number;
} {
  const wanted = sections.filter((each) => isDebugSection(each) && each.replaced === undefined);
  const packed = wanted.find(({ flags }) => flags & SHF.COMPRESSED);
  if (packed) {
    throw new InputError(
      `section ${sectionText(packed)} is compressed; objcopy --decompress-debug-sections undoes that, as does compiling with -gz=none`,
    );
  }
  const starts = new Map<number, number>();
  let end = 0;
  const joined = [...grouped(wanted, ({ name }) => name)].map(([name, parts]): Joined => {
    const alignment = Math.max(...parts.map((part) => part.alignment));
    const start = alignUp(end, alignment);
    end = start;
    for (const part of parts) {
      const at = alignUp(end, part.alignment);
      starts.set(part.index, at);
      end = at + part.size;
    }
    return { name, start, size: end - start, alignment };
  });
  return { joined, starts, size: end };
}

/** One relocation in its place; the name of a type that is none of ours, and nothing where nothing is stored. */
function applicationOf(
  debugged: Debugged,
  section: Section,
  start: number,
  relocation: Relocation,
  places: Pick<ReturnType<typeof join>, 'joined' | 'starts'>,
): Application | string | undefined {
  const { elf, architecture } = debugged;
  const { machine } = architecture;
  const { number, second } = splitType(machine, relocation.type);
  const origin = originOf(elf, architecture, section, relocation);
  const rule = ruleOf(debugged, number);
  if (rule === 'marker') return undefined;
  const letters = rule && lettersOf(rule.value);
  if (!rule || !letters?.every((letter) => USABLE.has(letter))) return origin.type;
  const symbol = elf.symbols[relocation.symbol];
  const outside = whyNoContainer(relocation.offset, rule.field, relocation.addend ?? 0n, section.size);
  if (!symbol || outside !== undefined) {
    throw new InputError(
      `${placeText(origin)}: ${outside ?? 'there is no such symbol'}; rebuild the object, it is damaged`,
    );
  }
  const at = Number(relocation.offset);
  const container = readField(section.data, at, rule.field, relocation.addend ?? 0n, machine);
  const isInPlace = relocation.addend === undefined || rule.addend?.place === true;
  const given = (relocation.addend ?? 0n) + (isInPlace ? addendIn(rule.field, container) : 0n);
  const address = addressOf(debugged, symbol, places);
  const gone = BigInt(WITH_ENDS.test(section.name) ? 1 : 0) - given;
  const offset = start + at;
  const bit = letters.includes('T') && symbol.functionBit ? 1n : 0n;
  const addend = withFunctionBit(address ?? gone, given, bit);
  const target = { kind: 'absolute', value: address ?? gone } as const;
  return {
    ...{ offset, rule, value: rule.value, motion: 'fixed', target, addend, second },
    ...{ slot: undefined, synthetic: false, inCode: false, origin },
    placement: () => ({
      ...{ base: 0n, place: offset, symbol: target.value, addend, second, functionBit: T_IN_ADDEND },
    }),
  };
}

function ruleOf({ architecture, model }: Debugged, number: number): Rule | 'marker' | undefined {
  const { machine, byType } = architecture;
  const known = byType.get(number);
  const isOffset = known !== undefined && machine.elf?.debugOffsets?.includes(known.name);
  const type = isOffset ? absoluteWordRule(architecture, 4) : known;
  if (type?.kind === 'marker') return 'marker';
  return type?.kind === 'rule' && model.rules.has(type.name) ? type : undefined;
}

/** A symbol of a debugging section is where that stands among those of its name. */
function addressOf(
  { addressOf: imageAddress }: Debugged,
  symbol: ElfSymbol,
  { joined, starts }: Pick<ReturnType<typeof join>, 'joined' | 'starts'>,
): bigint | undefined {
  const start = symbol.place.kind === 'section' ? starts.get(symbol.place.section) : undefined;
  if (start === undefined) return imageAddress(symbol);
  const whole = joined.find((each) => each.start <= start && start < each.start + Math.max(each.size, 1));
  return BigInt(start - (whole?.start ?? 0)) + symbol.value;
}
