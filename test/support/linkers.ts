/** GNU ld and lld as oracles for single relocations: what they store in a field, or that they refuse. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readField, writeField } from '../../image/memory/container.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import { type Field, insert } from '../../relocator-dsl/field.ts';
import { GOT_SYMBOL, type Machine } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { toolchainOf } from '../machines/index.ts';
import { build, join as bytesOf, relocation, symbol } from './elf-builder.ts';
import { inFolder } from './folder.ts';
import { writeForm } from './forms.ts';
import { type LinkedSection, sectionsOf, symbolsOf } from './link-image.ts';
import { read, write } from './memory.ts';
import { attempt } from './run.ts';

export const LINKERS = ['GNU ld', 'lld'] as const;
export type Linker = (typeof LINKERS)[number];

/** The linkers that know the architecture. */
export function linkersFor(arch: string): readonly Linker[] {
  return LINKERS.filter((linker) => linker === 'GNU ld' || toolchainOf(arch).lld !== undefined);
}

/** The command of a linker, with the option that chooses the architecture. */
export function programOf(arch: string, linker: Linker): readonly string[] {
  const { ld, lld } = toolchainOf(arch);
  if (linker === 'GNU ld') return ld;
  if (!lld) throw new Error(`lld does not link ${arch}`);
  return lld;
}

const SHN_ABS = 0xfff1;
const GLOBAL = 0x10;
const FUNCTION = 2;
const NOBITS = 8;
const NO_SUCH_TYPE =
  /unsupported(?!.*ISA mode)|unrecognized|unrecognised|unknown relocation|not supported|unhandled/i;
const CRASH = /^PLEASE submit a bug report/m;
const REFUSED =
  /truncated|out of range|unencodeable|aligned|alignment|overflow|dangerous|not a multiple|ISA mode/i;

/** Where the relocation stands that another one completes, in bytes before it. */
export const UPPER_BEFORE = 8;

/** Where the relocation stands that has the rest of the addend, in bytes behind it. */
const LOWER_BEHIND = 8;

/** One relocation against an absolute symbol of its own. */
export interface LinkCase {
  /** Offset in the section. */
  readonly offset: number;
  readonly S: bigint;
  /** undefined for machines whose addends stand in the place. */
  readonly A: bigint | undefined;
  readonly old: bigint;
  /** The function bit of the symbol, which is then a function. */
  readonly T?: bigint;
  /** The second addend, for rules with O. */
  readonly O?: bigint;
  /** The lower half of the addend, which stands where the next relocation is. */
  readonly lower?: bigint;
  /** Size of the symbol. */
  readonly Z?: bigint;
  /** st_other of the symbol. */
  readonly other?: number;
}

export interface Linked {
  /** In the order of the cases: the field's bytes, or that the linker refused. */
  readonly fields: readonly (bigint | 'refused')[];
  /** Address of the GOT slot that holds a value, if there is one. */
  readonly slotOf: (value: bigint) => bigint | undefined;
  /** _GLOBAL_OFFSET_TABLE_, if the output has it or the section it is the start of. */
  readonly got: bigint | undefined;
}

/** A linker that makes a PLT for a static image does not what the rules do; the text says so. */
export function pltIn(sections: readonly LinkedSection[]): string | undefined {
  const made = sections.some(({ name, data }) => /^\.rela?\.plt$/.test(name) && data.length > 0);
  return made ? 'it makes a PLT entry, and a slot that is filled through it' : undefined;
}

/** Where the GOT is put for rules that count from the global pointer: behind one of the addresses, before the other. */
function gotAt(address: bigint): bigint {
  return address & 0x4000n ? address - 0x10_0000n : address + 0x10_0000n;
}

/** The global pointer of a link at `address`. */
export function globalPointerAt({ pointers }: Machine, address: bigint): bigint {
  return gotAt(address) + BigInt(pointers?.global?.fromGot ?? 0);
}

/** lld knows where the global pointer is. */
function gotScript(machine: Machine, linker: Linker, address: bigint): string {
  const at = (place: bigint): string => `0x${scriptAddress(machine, linker, place).toString(16)}`;
  const pointer = at(globalPointerAt(machine, address));
  const symbols = linker === 'lld' ? [] : (machine.pointers?.global?.symbols ?? []);
  const given = symbols.map((name) => `"${name}" = ${pointer};`).join(' ');
  return `.got ${at(gotAt(address))} : { *(.got.plt) *(.got) } ${given}`;
}

/** Where the TOC pointer of a link at `address` points: its table is put behind the code. */
export function tocAt({ pointers }: Machine, address: bigint): bigint {
  const toc = pointers?.toc;
  return toc ? tableAt(address) + BigInt(toc.bias) : 0n;
}

function tableAt(address: bigint): bigint {
  return address + 0x100_0000n;
}

function tocScript({ pointers }: Machine, address: bigint): string {
  const toc = pointers?.toc;
  return toc ? `.got 0x${tableAt(address).toString(16)} : { *(.got) *(${toc.section}) }` : '';
}

/**
 * How far into an instruction of 4 bytes a halfword of it stands: on big-endian machines behind the opcode, at which GNU
 * ld looks too.
 */
export function lowerHalf({ code, instructionOrder }: Machine, { kind, bytes }: Field): number {
  return kind === 'instruction' && bytes === 2 && code.alignment === 4 && instructionOrder === 'big' ? 2 : 0;
}

/** The byte order of a field's container. */
export function orderOf(machine: Machine, { kind }: Field): Machine['dataOrder'] {
  return kind === 'word' ? machine.dataOrder : machine.instructionOrder;
}

/**
 * Links one section of cases at `address`; a text tells why the linker does not do this type at all.
 */
export function linkCases(
  machine: Machine,
  linker: Linker,
  rule: Rule,
  address: bigint,
  cases: readonly LinkCase[],
): Linked | string {
  return inFolder((file) => {
    writeFileSync(file('in.o'), objectOf(machine, rule, cases));
    const pointer = lettersOf(rule.value).includes('GP')
      ? gotScript(machine, linker, address)
      : tocScript(machine, address);
    const got = toolchainOf(machine.arch).oneGot ? ' .got : { *(.got.plt) *(.got) }' : pointer;
    const code = `.text 0x${scriptAddress(machine, linker, address).toString(16)} : { *(.text .text.*) }`;
    const far = isInSection(machine, rule) ? `${FAR} 0 : { *(${FAR}) }` : '';
    writeFileSync(file('link.ld'), `SECTIONS { ${far} ${code} ${got} }\n`);
    const { stdout, stderr } = attempt(programOf(machine.arch, linker), [
      ...(linker === 'lld' ? ['--error-limit=0'] : ['--verbose', '--no-warn-rwx-segments']),
      ...['--no-relax', '-static', '--noinhibit-exec', '-e', '0'],
      ...['-T', file('link.ld'), '-o', file('out'), file('in.o')],
    ]);
    const messages = `${stdout}\n${stderr}`.split('\n');
    const unknown = messages.find((line) => NO_SUCH_TYPE.test(line));
    if (unknown !== undefined) return unknown;
    const refused = new Set<number>();
    for (const line of messages) {
      const [, piece, at] = (REFUSED.test(line) && /\.text(?:\.([0-9]+))?\+0x([0-9a-f]+)/.exec(line)) || [];
      if (at === undefined) continue;
      const start = piece === undefined ? 0 : Number(piece);
      // GNU ld names the byte in front of three-byte fields.
      const before = linker === 'GNU ld' && rule.field.bytes === 3 ? 1 : 0;
      refused.add(start + Number.parseInt(at, 16) + before);
    }
    if (CRASH.test(stderr)) return `${linker} crashes`;
    if (!existsSync(file('out'))) {
      // lld does not go on after some refusals; without those cases it does.
      const others = cases.filter(({ offset }) => !refused.has(offset));
      if (others.length === cases.length) throw new Error(`${linker} made nothing:\n${stderr.slice(-2000)}`);
      const linked = linkCases(machine, linker, rule, address, others);
      if (typeof linked === 'string') return linked;
      const byOffset = new Map(others.map(({ offset }, index) => [offset, linked.fields[index]]));
      return { ...linked, fields: cases.map(({ offset }) => byOffset.get(offset) ?? 'refused') };
    }
    const output = readFileSync(file('out'));
    const sections = sectionsOf(output);
    const plt = pltIn(sections);
    if (plt !== undefined) return plt;
    const linked = sections.find(({ name }) => name === '.text')?.data ?? new Uint8Array();
    const word = machine.wordBits / 8;
    const slots = new Map<bigint, bigint>();
    for (const section of sections.filter(({ name }) => /^\.got/.test(name))) {
      for (let at = 0; at + word <= section.data.length; at += word) {
        slots.set(read(section.data, at, word, machine.dataOrder), section.address + BigInt(at));
      }
    }
    return {
      fields: cases.map(({ offset, A }) =>
        refused.has(offset) ? 'refused' : readField(linked, offset, rule.field, A ?? 0n, machine),
      ),
      slotOf: (value) => slots.get(value),
      got:
        symbolsOf(output).get(GOT_SYMBOL) ??
        sections.find(({ name }) => name === toolchainOf(machine.arch).gotSection)?.address,
    };
  });
}

/** The symbols of the rule's cases stand in a section, which begins at 0 and has FAR_BYTES bytes. */
export function isInSection({ arch }: Machine, { name }: Rule): boolean {
  return toolchainOf(arch).inSection?.[name] !== undefined;
}

const FAR = '.far';
const FAR_BYTES = 0x20_0000n;

/** An address as the linker's script must have it. */
export function scriptAddress({ arch, wordBits }: Machine, linker: Linker, address: bigint): bigint {
  if (linker === 'lld' || !toolchainOf(arch).extendsSign) return address;
  return BigInt.asUintN(64, BigInt.asIntN(wordBits, address));
}

/** `.text` with a relocation for each case, and a reference to the GOT, so that the linker says where it is. */
function objectOf(machine: Machine, rule: Rule, cases: readonly LinkCase[]): Uint8Array {
  const { type, field } = rule;
  const shape = {
    wide: machine.wordBits === 64,
    little: machine.dataOrder === 'little',
    threeTypes: machine.elf?.threeTypes === true,
  };
  const rela = machine.addends === 'explicit';
  const { gotReference, stopsAtFirst, keepsSlots, slotKeeper, inSection } = toolchainOf(machine.arch);
  const all = architectureNamed(machine.arch)?.byName;
  const companion = inSection?.[rule.name] ?? (keepsSlots && rule.got ? slotKeeper : undefined);
  const keeper = all?.get(companion ?? '');
  // Behind the cases, what makes the slots that they use.
  const end = Math.max(...cases.map(({ offset }) => offset)) + PIECE;
  const size = end + (keeper ? PIECE * cases.length : 0) + PIECE;
  const text = new Uint8Array(size);
  // Before the field stands lea disp32(%ebx), %eax, which no linker rewrites so as not to need the GOT.
  for (const { offset, old, A } of cases) {
    writeField(text, offset, field, A ?? 0n, machine, old);
    if (offset >= 2 && machine.code.alignment === 1) write(text, offset - 2, 2, 0x838dn, 'little');
    writeForm(text, offset, rule);
  }
  let strings = `\0${GOT_SYMBOL}\0`;
  const symbols = [symbol(shape, 0, 0n, 0, 0), symbol(shape, 1, 0n, GLOBAL, 0)];
  // The first section is .text.
  const section = isInSection(machine, rule) ? 2 : SHN_ABS;
  for (const [index, { S, T, Z, other }] of cases.entries()) {
    const name = strings.length;
    strings += `s${index}\0`;
    const info = T === undefined ? GLOBAL : GLOBAL | FUNCTION;
    symbols.push(symbol(shape, name, S | (T ?? 0n), info, section, Z, other));
  }
  const lower = architectureNamed(machine.arch)?.byName.get(rule.addend?.continues?.at ?? '');
  for (const { offset, lower: rest } of cases) {
    if (rest !== undefined && lower?.kind === 'rule')
      write(
        text,
        offset + LOWER_BEHIND,
        lower.field.bytes,
        insert(lower.field, 0n, rest),
        orderOf(machine, field),
      );
  }
  const [completed] = rule.parts?.completes ?? [];
  const upper = all?.get(completed ?? '');
  const relocations = cases.flatMap(({ offset, A, O, lower: rest }, index): Placed[] => {
    const addend = rela ? (A ?? 0n) : undefined;
    const second = Number(BigInt.asUintN(24, O ?? 0n)) * 256;
    const placed = { at: offset, symbol: index + 2, type: type + second, addend };
    if (keeper) {
      const kept = companion === slotKeeper ? 0n : addend;
      return [placed, { ...placed, at: end + PIECE * index, type: keeper.type, addend: kept }];
    }
    if (rest !== undefined && lower)
      return [placed, { ...placed, at: offset + LOWER_BEHIND, type: lower.type }];
    if (!upper) return [placed];
    // The upper part stands in front and is labelled; the symbol and the addend are its own.
    const name = strings.length;
    strings += `l${index}\0`;
    const at = offset - UPPER_BEFORE;
    const label = symbols.push(symbol(shape, name, BigInt(at), GLOBAL, 1)) - 1;
    return [
      { at, symbol: index + 2, type: upper.type, addend },
      { at: offset, symbol: label, type, addend: 0n },
    ];
  });
  const { attributes, formAttributes } = toolchainOf(machine.arch);
  const reference = all?.get(gotReference ?? '');
  if (reference) relocations.push({ at: size - 8, symbol: 1, type: reference.type, addend: 0n });
  const starts = stopsAtFirst && !upper ? cases.map(({ offset }) => offset - (offset % PIECE)) : [];
  const pieces = [0, ...starts].map((start, index) => ({ start, end: starts[index] ?? size }));
  const entrySize = shape.wide ? 24 : 16;
  const tables = machine.pointers?.toc ? [machine.pointers?.toc.section] : [];
  const far = section === SHN_ABS ? [] : [FAR];
  const symtab = pieces.length + tables.length + far.length + 1;
  return build({
    ...shape,
    machine: machine.elfMachine,
    ...toolchainOf(machine.arch).elfHeader,
    sections: [
      ...pieces.map(({ start, end }, index) => ({
        name: index === 0 ? '.text' : `.text.${start}`,
        type: 1,
        flags: 7n,
        alignment: BigInt(PIECE),
        data: text.subarray(start, end),
      })),
      ...far.map((name) => ({ name, type: NOBITS, flags: 3n, alignment: 8n, size: FAR_BYTES })),
      ...tables.map((name) => ({ name, type: 1, flags: 3n, alignment: 8n, data: new Uint8Array(8) })),
      {
        name: '.symtab',
        type: 2,
        link: symtab + 1,
        info: 1,
        alignment: 8n,
        entrySize,
        data: bytesOf(...symbols),
      },
      { name: '.strtab', type: 3, data: new TextEncoder().encode(strings) },
      ...pieces.map(({ start, end }, index) => ({
        name: rela ? '.rela.text' : '.rel.text',
        type: rela ? 4 : 9,
        flags: 0x40n,
        link: symtab,
        info: index + 1,
        alignment: 8n,
        entrySize: rela ? (shape.wide ? 24 : 12) : 8,
        data: bytesOf(
          ...relocations
            .filter(({ at }) => at >= start && at < end)
            .map((each) => relocation(shape, BigInt(each.at - start), each.symbol, each.type, each.addend)),
        ),
      })),
      ...(attributes ? [{ ...attributes, data: formAttributes?.[rule.name] ?? attributes.data }] : []),
    ],
  }).bytes;
}

/** A relocation in the whole of the section. */
interface Placed {
  readonly at: number;
  readonly symbol: number;
  readonly type: number;
  readonly addend: bigint | undefined;
}

/** Alignment of a section with one case. */
const PIECE = 16;
