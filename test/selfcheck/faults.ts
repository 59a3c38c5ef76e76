/** Faults planted in the objects of programs that check themselves: what relocator would then make is wrong. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { RelocationType } from '../../relocator-dsl/rule.ts';
import { type ElfWords, elfWords } from '../support/elf-words.ts';

const SHT_SYMTAB = 2;
const SHT_RELA = 4;
const SHT_REL = 9;
const SHN_UNDEF = 0;
const SHN_ABS = 0xfff1;
const STB_WEAK = 2;
/** An address at which nobody is. */
const NOWHERE = 0x1000n;

/** An object with one fault. */
export interface Faulty {
  /** What the fault is. */
  readonly what: string;
  readonly object: Uint8Array;
}

/** A relocation, and where it stands in the file. */
interface Place {
  readonly at: number;
  readonly type: RelocationType;
  readonly symbol: number;
  readonly withAddend: boolean;
}

interface Table {
  readonly type: number;
  readonly offset: number;
  readonly size: number;
}

function tables({ wide, half, full, word }: ElfWords): Table[] {
  const start = Number(word(wide ? 0x28 : 0x20));
  const [size, count] = wide ? [half(0x3a), half(0x3c)] : [half(0x2e), half(0x30)];
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size;
    const [offset, bytes] = wide ? [at + 0x18, at + 0x20] : [at + 0x10, at + 0x14];
    return { type: full(at + 4), offset: Number(word(offset)), size: Number(word(bytes)) };
  });
}

/** The relocations of a file whose types are known; where entries have three types, by the first. */
function places(words: ElfWords, { byType, machine }: Architecture): Place[] {
  const { wide, full, view } = words;
  return tables(words)
    .filter(({ type }) => type === SHT_REL || type === SHT_RELA)
    .flatMap(({ type, offset, size }) => {
      const withAddend = type === SHT_RELA;
      const entry = (wide ? 8 : 4) * (withAddend ? 3 : 2);
      return Array.from({ length: size / entry }, (_, index) => offset + index * entry).flatMap(
        (at): Place[] => {
          const info = wide ? words.word(at + 8) : BigInt(full(at + 4));
          const [number, symbol] = machine.elf?.threeTypes
            ? [view.getUint8(at + 15), full(at + 8)]
            : [Number(info & (wide ? 0xffffffffn : 0xffn)), Number(info >> (wide ? 32n : 8n))];
          const found = byType.get(number);
          return found ? [{ at, type: found, symbol, withAddend }] : [];
        },
      );
    });
}

function changed(object: Uint8Array, change: (words: ElfWords) => void): Uint8Array {
  const copy = Uint8Array.from(object);
  change(elfWords(copy));
  return copy;
}

function setFull({ view, little }: ElfWords, at: number, value: number): void {
  view.setUint32(at, value, little);
}

function setWord({ view, little, wide }: ElfWords, at: number, value: bigint): void {
  if (wide) view.setBigUint64(at, BigInt.asUintN(64, value), little);
  else view.setUint32(at, Number(BigInt.asUintN(32, value)), little);
}

/** Number 0 is the type that does nothing, on every machine. */
function withoutType(words: ElfWords, { machine }: Architecture, at: number): void {
  const { wide, little, view } = words;
  if (machine.elf?.threeTypes) for (const byte of [13, 14, 15]) view.setUint8(at + byte, 0);
  else if (wide) setFull(words, at + (little ? 8 : 12), 0);
  else setFull(words, at + 4, words.full(at + 4) & 0xffffff00);
}

function withSymbol(words: ElfWords, { machine }: Architecture, at: number, symbol: number): void {
  const { wide, little } = words;
  if (machine.elf?.threeTypes) setFull(words, at + 8, symbol);
  else if (wide) setFull(words, at + (little ? 12 : 8), symbol);
  else setFull(words, at + 4, (symbol << 8) | (words.full(at + 4) & 0xff));
}

/** Each relocation of the types that are asked for left out, one after the other. */
export function* leftOut(
  object: Uint8Array,
  architecture: Architecture,
  asked: (type: RelocationType) => boolean,
): Generator<Faulty> {
  for (const { at, type } of places(elfWords(object), architecture)) {
    if (!asked(type)) continue;
    const faulty = changed(object, (words) => withoutType(words, architecture, at));
    yield { what: `the ${type.name} at 0x${at.toString(16)} left out`, object: faulty };
  }
}

/** Each relocation whose addend it has with another addend, so far away that it shows in all parts of an address. */
export function* movedAway(
  object: Uint8Array,
  architecture: Architecture,
  asked: (type: RelocationType) => boolean,
  distance: bigint,
): Generator<Faulty> {
  const original = elfWords(object);
  const addend = original.wide ? 16 : 8;
  for (const { at, type, withAddend } of places(original, architecture)) {
    if (!withAddend || !asked(type)) continue;
    const faulty = changed(object, (words) =>
      setWord(words, at + addend, words.word(at + addend) + distance),
    );
    yield {
      what: `the ${type.name} at 0x${at.toString(16)} moved by 0x${distance.toString(16)}`,
      object: faulty,
    };
  }
}

/** Each relocation that goes through the GOT with the symbol of the next of its type. */
export function* wrongSlots(object: Uint8Array, architecture: Architecture): Generator<Faulty> {
  const all = places(elfWords(object), architecture).filter(({ type }) => type.kind === 'rule' && type.got);
  for (const [index, { at, type, symbol }] of all.entries()) {
    const other = all.slice(index + 1).find((each) => each.type === type && each.symbol !== symbol);
    if (!other) continue;
    const faulty = changed(object, (words) => withSymbol(words, architecture, at, other.symbol));
    yield { what: `the ${type.name} at 0x${at.toString(16)} with another symbol's slot`, object: faulty };
  }
}

/** The undefined weak symbols somewhere instead of nowhere. */
export function* wrongWeak(object: Uint8Array): Generator<Faulty> {
  const words = elfWords(object);
  const { wide, half, view } = words;
  const size = wide ? 24 : 16;
  const [info, place, value] = wide ? [4, 6, 8] : [12, 14, 4];
  const found = tables(words)
    .filter(({ type }) => type === SHT_SYMTAB)
    .flatMap((table) => Array.from({ length: table.size / size }, (_, index) => table.offset + index * size))
    .filter((at) => view.getUint8(at + info) >> 4 === STB_WEAK && half(at + place) === SHN_UNDEF);
  if (found.length === 0) return;
  const faulty = changed(object, (copy) => {
    for (const at of found) {
      copy.view.setUint16(at + place, SHN_ABS, copy.little);
      setWord(copy, at + value, NOWHERE);
    }
  });
  yield { what: 'weak symbols that nobody defines at 0x1000', object: faulty };
}

/** Padding that a linker would shorten, said to be longer than it is, so that code is cut away. */
export function* wrongPadding(object: Uint8Array, architecture: Architecture): Generator<Faulty> {
  const asked = (type: RelocationType): boolean => type.kind === 'marker' && type.padding !== undefined;
  yield* movedAway(object, architecture, asked, 4n);
}
