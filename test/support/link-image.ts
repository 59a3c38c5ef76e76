/** GNU ld as an oracle for whole images: the same object, its sections at the addresses a map gives them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readElf } from '../../image/elf/read.ts';
import { readField, writeField } from '../../image/memory/container.ts';
import type { ImageMap } from '../../index.ts';
import { models } from '../../reference-model/index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import { addendIn, insert } from '../../relocator-dsl/field.ts';
import { toolchainOf } from '../machines/index.ts';
import { asAddresses } from './distances.ts';
import { elfWords } from './elf-words.ts';
import { inFolder } from './folder.ts';
import { read } from './memory.ts';
import { run } from './run.ts';
import { ownNames, renamed } from './section-names.ts';

const SHT_RELA = 4;
const SHT_NOBITS = 8;
const SHT_REL = 9;
const SHF_MERGE = 0x10;
const SHF_STRINGS = 0x20;

export interface LinkedSection {
  readonly name: string;
  readonly address: bigint;
  readonly data: Uint8Array;
}

/** What a map says of where sections are. */
export type PlacedSections = Pick<ImageMap, 'arch' | 'imageOffset' | 'sections'> &
  Partial<Pick<ImageMap, 'header' | 'entry'>>;

/** A linker script that puts every section of the map where it stands when the image is loaded at `base`. */
export function linkerScript(
  map: PlacedSections,
  base: bigint,
  symbols: ReadonlyMap<string, bigint> = new Map(),
): string {
  const places = map.sections.map(({ name, offset }) => {
    const address = `0x${(base + BigInt(offset)).toString(16)}`;
    return `  "${name}" ${address} : { KEEP(*("${name}")) }`;
  });
  for (const [name, value] of symbols) places.push(`  "${name}" = 0x${value.toString(16)};`);
  return `SECTIONS {\n${places.join('\n')}\n  /DISCARD/ : { *(.eh_frame*) *(.ARM.ex*) *(.PARISC.unwind) *(.reginfo) *(.MIPS.*) *(.comment) *(.note*) }\n}\n`;
}

/**
 * A copy whose sections are not marked as mergeable. GNU ld stores a string that is the end of another one only once,
 * which relocator, like every loader of purgatories, does not do; nothing else of the object changes.
 */
function withoutMerging(object: Uint8Array): Buffer {
  const file = Buffer.from(object);
  const { view, little, wide, word, half, full } = elfWords(file);
  const table = Number(word(wide ? 40 : 32));
  const [entry, count] = [half(wide ? 58 : 46), half(wide ? 60 : 48)];
  // The low 32 bits of sh_flags.
  const flags = wide && !little ? 12 : 8;
  for (let at = table + flags; at < table + entry * count; at += entry) {
    view.setUint32(at, full(at) & ~(SHF_MERGE | SHF_STRINGS), little);
  }
  return file;
}

/** … and without the hints by which GNU ld makes branches of calls through a register. */
function withoutCalls(file: Buffer, arch: string): Buffer {
  const { callHint = '' } = toolchainOf(arch);
  const hint = architectureNamed(arch)?.byName.get(callHint)?.type;
  if (hint === undefined) return file;
  const { wide, little, word, half, full } = elfWords(file);
  const table = Number(word(wide ? 40 : 32));
  const [entry, count] = [half(wide ? 58 : 46), half(wide ? 60 : 48)];
  const typeAt = wide ? 15 : little ? 4 : 7;
  for (let at = table; at < table + entry * count; at += entry) {
    const type = full(at + 4);
    if (type !== SHT_REL && type !== SHT_RELA) continue;
    const start = Number(word(at + (wide ? 24 : 16)));
    const size = Number(word(at + (wide ? 32 : 20)));
    const step = Number(word(at + (wide ? 56 : 36)));
    for (let place = start; place < start + size; place += step) {
      if (file[place + typeAt] === hint) file[place + typeAt] = 0;
    }
  }
  return file;
}

/** Links the object with that script. @throws Error with what the linker said */
export function linkAt(
  object: Uint8Array,
  map: PlacedSections,
  base: bigint,
  symbols?: ReadonlyMap<string, bigint>,
): LinkedSection[] {
  return inFolder((file) => {
    writeFileSync(file('in.o'), withoutCalls(withoutMerging(object), map.arch));
    writeFileSync(file('script.ld'), linkerScript(map, base, symbols));
    const options = ['-static', '--no-relax', '--no-warn-rwx-segments', '--build-id=none'];
    const layout = ['-z', 'noseparate-code', '-T', file('script.ld')];
    run(toolchainOf(map.arch).ld, [...options, ...layout, '-o', file('out'), file('in.o')]);
    return sectionsOf(readFileSync(file('out')));
  });
}

/** The sections of a linked file; the project's reader does not read ET_EXEC. */
export function sectionsOf(file: Buffer): LinkedSection[] {
  const { wide, word, half, full } = elfWords(file);
  const table = Number(word(wide ? 40 : 32));
  const header = wide ? 58 : 46;
  const [entry, count, names] = [half(header), half(header + 2), half(header + 4)];
  const at = (index: number, field: number): bigint =>
    word(table + index * entry + 8 + field * (wide ? 8 : 4));
  const nameTable = Number(at(names, 2));
  return Array.from({ length: count }, (_, index) => {
    const start = nameTable + full(table + index * entry);
    const type = full(table + index * entry + 4);
    const size = type === SHT_NOBITS ? 0 : Number(at(index, 3));
    const offset = Number(at(index, 2));
    return {
      name: file.toString('latin1', start, file.indexOf(0, start)),
      address: at(index, 1),
      data: file.subarray(offset, offset + size),
    };
  });
}

/** The symbols that a linked file defines, by name. */
export function symbolsOf(file: Buffer): Map<string, bigint> {
  const { wide, little } = elfWords(file);
  const sections = sectionsOf(file);
  const data = (name: string): Buffer =>
    Buffer.from(sections.find((each) => each.name === name)?.data ?? new Uint8Array());
  const [table, strings] = [data('.symtab'), data('.strtab')];
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const size = wide ? 24 : 16;
  const entries = Array.from({ length: Math.floor(table.length / size) }, (_, index) => index * size);
  return new Map(
    entries.flatMap((at): [string, bigint][] => {
      const start = view.getUint32(at, little);
      const value = wide ? view.getBigUint64(at + 8, little) : BigInt(view.getUint32(at + 4, little));
      const defined = view.getUint16(at + (wide ? 6 : 14), little) !== 0;
      return defined ? [[strings.toString('latin1', start, strings.indexOf(0, start)), value]] : [];
    }),
  );
}

function pointerName(arch: string): string {
  return architectureNamed(arch)?.machine.pointers?.global?.symbols[0] ?? '';
}

/** The global pointer of the image at `base`, where GNU ld can be made to have the same. */
function pointerFor({ arch, sections }: PlacedSections, base: bigint): bigint | undefined {
  const got = sections.find(({ name, index }) => name === '.got' && index === 0);
  const pointer = architectureNamed(arch)?.machine.pointers?.global;
  const { pointerIsGiven, sameSlots } = toolchainOf(arch);
  if (!got || !pointer || !(pointerIsGiven || sameSlots)) return undefined;
  return base + BigInt(got.offset + pointer.fromGot);
}

/** The same with the GOT behind everything else: a linker's own has words that are for dynamic loaders only. */
function withTableBehind(map: PlacedSections): PlacedSections {
  const end = Math.max(...map.sections.map(({ offset, size }) => offset + size));
  const offset = Math.ceil(end / 16) * 16;
  const sections = map.sections.map((each) => (each.name === '.got' ? { ...each, offset } : each));
  return { ...map, sections };
}

/** What a linked file holds from an address on. */
function contentAt(linked: readonly LinkedSection[], address: bigint): Uint8Array {
  const section = linked.find(
    (each) => address >= each.address && address < each.address + BigInt(each.data.length),
  );
  return section?.data.subarray(Number(address - section.address)) ?? new Uint8Array();
}

/**
 * Puts what the slot holds in place of every distance from the global pointer to a slot: all halves of it together, as
 * some slots have nothing in the lowest.
 */
function followSlots(
  object: Uint8Array,
  arch: string,
  name: string,
  bytes: Uint8Array,
  at: (address: bigint) => Uint8Array,
  pointer: bigint,
): void {
  const architecture = architectureNamed(arch);
  if (!architecture) return;
  const { machine, byType } = architecture;
  const elf = readElf(object);
  const index = elf.sections.find((section) => section.name === name)?.index;
  for (const { target, relocations } of elf.relocations) {
    if (target !== index) continue;
    for (const { offset, type } of relocations) {
      const rule = byType.get(type);
      if (rule?.kind !== 'rule' || !lettersOf(rule.value).includes('G')) continue;
      const place = Number(offset);
      const distance = addendIn(rule.field, readField(bytes, place, rule.field, 0n, machine));
      const slot = read(at(pointer + distance), 0, machine.wordBits / 8, machine.dataOrder);
      // Each half counts otherwise, so that equal changes of two do not cancel.
      const held = slot + 3n * (slot >> 16n) + 5n * (slot >> 32n) + 7n * (slot >> 48n);
      const old = readField(bytes, place, rule.field, 0n, machine);
      writeField(bytes, place, rule.field, 0n, machine, insert(rule.field, old, held));
    }
  }
}

/** What GNU ld and the reference model disagree on, by section. */
export function sectionDifferences(
  memory: Uint8Array,
  given: PlacedSections,
  file: Uint8Array,
  base: bigint,
  symbols?: ReadonlyMap<string, bigint>,
): string[] {
  const map = { ...given, sections: ownNames(given.sections) };
  const object = renamed(file, map.sections);
  const pointer = pointerFor(map, base);
  const isGiven = pointer !== undefined && toolchainOf(map.arch).pointerIsGiven;
  const pointers = isGiven ? [[pointerName(map.arch), pointer] as const] : [];
  const placed = isGiven ? withTableBehind(map) : map;
  const linked = linkAt(object, placed, base, new Map([...pointers, ...(symbols ?? [])]));
  const addressed = asAddresses(memory, map, object, base);
  return map.sections.flatMap(({ name, offset, size, type }) => {
    if (size === 0 || type === SHT_NOBITS) return [];
    // The order of slots is each linker's own: what they hold is compared where they are used.
    if (name === '.got' && pointer !== undefined) return [];
    const section = linked.find((each) => each.name === name);
    if (!section) return [`${name}: ld has no such section`];
    if (section.address !== base + BigInt(offset)) return [`${name}: ld put it elsewhere`];
    const start = offset - map.imageOffset;
    const ours = Uint8Array.from(addressed.subarray(start, start + size));
    const theirs = Uint8Array.from(section.data);
    restoreHeader(ours, theirs, map, offset);
    if (pointer !== undefined) {
      followSlots(
        object,
        map.arch,
        name,
        ours,
        (address) => addressed.subarray(Number(address - base) - map.imageOffset),
        pointer,
      );
      followSlots(object, map.arch, name, theirs, (address) => contentAt(linked, address), pointer);
    }
    if (Buffer.compare(ours, theirs) === 0) return [];
    const at = ours.findIndex((byte, index) => byte !== theirs[index]);
    return [`${name}+0x${at.toString(16)} of 0x${size.toString(16)}, ld has 0x${theirs.length.toString(16)}`];
  });
}

/**
 * The branch of a header leads to the blob's first byte, and in the object to where the prologue goes on. If both do,
 * ours is made what it was.
 */
function restoreHeader(ours: Uint8Array, theirs: Uint8Array, map: PlacedSections, offset: number): void {
  const machine = architectureNamed(map.arch)?.machine;
  const at = (map.header?.offset ?? -1) - offset;
  if (!map.header || !machine?.loading.header || at < 0 || at >= ours.length) return;
  const { rule, opcode } = machine.loading.header.branch;
  const model = models.get(map.arch)?.rules.get(rule);
  const leadsTo = (bytes: Uint8Array, target: number): boolean => {
    const distance = BigInt.asUintN(64, BigInt(target) - BigInt(map.header?.offset ?? 0));
    return read(bytes, at, 4, machine.instructionOrder) === model?.insert(opcode, distance);
  };
  if (leadsTo(ours, 0) && leadsTo(theirs, map.entry ?? 0)) ours.set(theirs.subarray(at, at + 4), at);
}
