/** Makes small ELF files in the reader's own form, so that tests can state exactly the case they are about. */
import type { ElfFile, ElfSymbol, Relocation, Section } from '../../image/elf/types.ts';
import { PLAIN } from '../machines/samples.ts';
import { architectureOf } from './architecture.ts';

export interface SectionSpec {
  readonly name: string;
  readonly type?: number;
  readonly flags?: bigint;
  readonly alignment?: number;
  readonly data?: readonly number[];
  /** For sections without contents. */
  readonly size?: number;
  readonly relocations?: readonly Relocation[];
}

export interface SymbolSpec {
  readonly name: string;
  readonly place: ElfSymbol['place'];
  readonly value?: bigint;
  readonly size?: bigint;
  readonly binding?: ElfSymbol['binding'];
  readonly type?: number;
}

export const ALLOC = 0x2n;
export const EXEC = 0x4n;

/** An object of the plain sample's machine; sections count from 1, symbols from 1. */
export function object(
  sections: readonly SectionSpec[],
  symbols: readonly SymbolSpec[] = [],
  entry = 0n,
): ElfFile {
  const made: Section[] = sections.map((spec, index) => ({
    index: index + 1,
    name: spec.name,
    type: spec.type ?? 1,
    flags: spec.flags ?? ALLOC,
    address: 0n,
    size: spec.size ?? spec.data?.length ?? 0,
    alignment: spec.alignment ?? 1,
    link: 0,
    info: 0,
    entrySize: 0,
    data: Uint8Array.from(spec.data ?? []),
  }));
  const nothing: Section = {
    index: 0,
    name: '',
    type: 0,
    flags: 0n,
    address: 0n,
    size: 0,
    alignment: 1,
    link: 0,
    info: 0,
    entrySize: 0,
    data: new Uint8Array(),
  };
  const nullSymbol: SymbolSpec = { name: '', place: { kind: 'undefined' }, binding: 'local' };
  return {
    type: 'relocatable',
    machine: architectureOf(PLAIN).machine.elfMachine,
    flags: 0,
    wordBits: 64,
    byteOrder: 'little',
    entry,
    sections: [nothing, ...made],
    symbols: [nullSymbol, ...symbols].map((spec, index) => ({
      index,
      name: spec.name,
      value: spec.value ?? 0n,
      size: spec.size ?? 0n,
      binding: spec.binding ?? 'global',
      type: spec.type ?? 0,
      other: 0,
      place: spec.place,
    })),
    relocations: sections.flatMap(({ name, relocations }, index) =>
      relocations ? [{ index: 0, name: `.rela${name}`, target: index + 1, relocations }] : [],
    ),
    segments: [],
    relr: [],
  };
}

export function inSection(section: number): ElfSymbol['place'] {
  return { kind: 'section', section };
}
